#include "base/file_system.h"

#include <catch2/catch_amalgamated.hpp>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <optional>
#include <string>

#include "tests/support/temp_dir.h"

namespace assay::base {

namespace fs = std::filesystem;

namespace {

constexpr std::uint64_t kLimit = 1'000'000;

std::size_t filesIn(const fs::path& folder) {
  std::size_t count = 0;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder)) {
    count += entry.is_regular_file() ? 1 : 0;
  }
  return count;
}

// Sets a variable of the environment for the length of a test.
class Variable {
 public:
  Variable(const char* name, const char* value) : name_(name) {
    if (const char* before = std::getenv(name)) before_ = before;
    if (value == nullptr) {
      unsetenv(name);
    } else {
      setenv(name, value, 1);
    }
  }
  ~Variable() {
    if (before_) {
      setenv(name_, before_->c_str(), 1);
    } else {
      unsetenv(name_);
    }
  }
  Variable(const Variable&) = delete;
  Variable& operator=(const Variable&) = delete;

 private:
  const char* name_;
  std::optional<std::string> before_;
};

// A disk that fills up after so many bytes of one file, without needing rights to make one.
class FullAfter {
 public:
  explicit FullAfter(rlim_t bytes) {
    getrlimit(RLIMIT_FSIZE, &before_);
    handler_ = std::signal(SIGXFSZ, SIG_IGN);
    const rlimit now{bytes, before_.rlim_max};
    setrlimit(RLIMIT_FSIZE, &now);
  }
  ~FullAfter() {
    setrlimit(RLIMIT_FSIZE, &before_);
    std::signal(SIGXFSZ, handler_);
  }
  FullAfter(const FullAfter&) = delete;
  FullAfter& operator=(const FullAfter&) = delete;

 private:
  rlimit before_{};
  void (*handler_)(int) = nullptr;
};

// Root may read and write everywhere: for the length of a test somebody else does it, who may only
// what everybody may.
class AsAnybody {
 public:
  AsAnybody() {
    constexpr uid_t kNobody = 65534;
    if (root_) REQUIRE(::seteuid(kNobody) == 0);
  }
  ~AsAnybody() {
    if (root_ && ::seteuid(0) != 0) std::abort();
  }
  AsAnybody(const AsAnybody&) = delete;
  AsAnybody& operator=(const AsAnybody&) = delete;

 private:
  bool root_ = ::geteuid() == 0;
};

mode_t modeOf(const fs::path& path) {
  struct stat info{};
  REQUIRE(::stat(path.c_str(), &info) == 0);
  return info.st_mode & 07777U;
}

}  // namespace

TEST_CASE("A file is read whole, zero bytes and all") {
  const test::TempDir folder;
  const RealFileSystem files;
  using namespace std::string_literals;
  const std::string bytes = "a\0b\r\n\xFF"s;
  CHECK(files.read(folder.write("a.txt", bytes), kLimit).value() == bytes);
  CHECK(files.read(folder.write("empty.txt", ""), kLimit).value().empty());
  const std::string large(300'000, 'x');
  CHECK(files.read(folder.write("large.txt", large), kLimit).value() == large);
}

TEST_CASE("What cannot be read is refused with the path and a way out") {
  const test::TempDir folder;
  const RealFileSystem files;
  const auto refused = [&](const fs::path& path) {
    const auto bytes = files.read(path, kLimit);
    REQUIRE_FALSE(bytes);
    return bytes.error();
  };

  const fs::path missing = folder / "missing.txt";
  CHECK(refused(missing) ==
        Error{ErrorCode::notFound,
              "There is no file " + missing.string() + ". Check the name and the folder.", "",
              nullptr});
  CHECK(refused(folder.path()) ==
        Error{ErrorCode::io, folder.path().string() + " is a folder. Name a file to read.", "",
              nullptr});
  const fs::path pipe = folder / "pipe.txt";
  REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
  CHECK(refused(pipe) ==
        Error{ErrorCode::io,
              pipe.string() + " is not a file but a pipe or a device. Name a file to read.", "",
              nullptr});
  // It never ends.
  CHECK(refused("/dev/zero").message ==
        "/dev/zero is not a file but a pipe or a device. Name a file to read.");
  const fs::path below = folder.write("file.txt", "x") / "below.txt";
  CHECK(refused(below) == Error{ErrorCode::io,
                                "Cannot read " + below.string() +
                                    ". A part of the path is not a folder; check the path.",
                                "", nullptr});
  const fs::path longName = folder / std::string(300, 'n');
  CHECK(refused(longName) ==
        Error{ErrorCode::io,
              "Cannot read " + longName.string() + ". The name is too long; choose a shorter one.",
              "", nullptr});
}

TEST_CASE("A file without read permission is refused") {
  const test::TempDir folder;
  const fs::path path = folder.write("secret.txt", "x");
  fs::permissions(path, fs::perms::none);
  const AsAnybody anybody;
  const auto bytes = RealFileSystem().read(path, kLimit);
  REQUIRE_FALSE(bytes);
  CHECK(bytes.error().message ==
        "Cannot read " + path.string() +
            ". Permission denied; choose another place or ask for access.");
}

TEST_CASE("A file of exactly the limit is read, one byte more is not") {
  const test::TempDir folder;
  const RealFileSystem files;
  const fs::path path = folder.write("a.txt", std::string(2'000'000, 'x'));
  CHECK(files.read(path, 2'000'000).value().size() == 2'000'000);
  fs::resize_file(path, 2'000'001);
  const auto over = files.read(path, 2'000'000);
  REQUIRE_FALSE(over);
  CHECK(over.error() ==
        Error{ErrorCode::tooLarge,
              path.string() + " is larger than 2 MB, the most that is read. Cut it into parts.", "",
              nullptr});
}

TEST_CASE("A file is written whole and replaces the one before") {
  const test::TempDir folder;
  RealFileSystem files;
  const fs::path path = folder / "report.html";
  REQUIRE(files.writeAtomically(path, "first"));
  CHECK(test::readFile(path) == "first");
  const std::string large(1'000'000, 'y');
  REQUIRE(files.writeAtomically(path, large));
  CHECK(test::readFile(path) == large);
  REQUIRE(files.writeAtomically(path, ""));
  CHECK(test::readFile(path).empty());
  CHECK(filesIn(folder.path()) == 1);
}

TEST_CASE("A new file has the user's usual permissions, an old one keeps its own") {
  const test::TempDir folder;
  RealFileSystem files;
  const mode_t mask = ::umask(0027);
  const fs::path path = folder / "report.html";
  REQUIRE(files.writeAtomically(path, "x"));
  ::umask(mask);
  CHECK(modeOf(path) == 0640);
  fs::permissions(path, fs::perms::owner_read | fs::perms::owner_write);
  REQUIRE(files.writeAtomically(path, "y"));
  CHECK(modeOf(path) == 0600);
}

TEST_CASE("A link stays a link; the file it names is replaced") {
  const test::TempDir folder;
  RealFileSystem files;
  const fs::path target = folder.write("real.json", "old");
  const fs::path link = folder / "link.json";
  fs::create_symlink("real.json", link);
  REQUIRE(files.writeAtomically(link, "new"));
  CHECK(fs::is_symlink(link));
  CHECK(test::readFile(target) == "new");
}

TEST_CASE("What cannot be written is refused with the path and leaves nothing behind") {
  const test::TempDir folder;
  RealFileSystem files;
  const auto refused = [&](const fs::path& path) {
    const auto written = files.writeAtomically(path, "x");
    REQUIRE_FALSE(written);
    CHECK(written.error().code == ErrorCode::io);
    return written.error().message;
  };
  const fs::path nowhere = folder / "missing/report.html";
  CHECK(refused(nowhere) == "Cannot write " + nowhere.string() +
                                ". The folder does not exist; create it or choose another place.");
  CHECK(refused(folder.path()) == folder.path().string() + " is a folder. Name a file to write.");
  const fs::path below = folder.write("file.txt", "old") / "report.html";
  CHECK(refused(below) ==
        "Cannot write " + below.string() + ". A part of the path is not a folder; check the path.");
  CHECK(test::readFile(folder / "file.txt") == "old");
  CHECK(filesIn(folder.path()) == 1);
}

TEST_CASE("A folder without write permission is refused") {
  const test::TempDir folder;
  fs::permissions(folder.path(), fs::perms::owner_read | fs::perms::owner_exec);
  RealFileSystem files;
  const fs::path path = folder / "report.html";
  const AsAnybody anybody;
  const auto written = files.writeAtomically(path, "x");
  REQUIRE_FALSE(written);
  CHECK(written.error().message ==
        "Cannot write " + path.string() +
            ". Permission denied; choose another place or ask for access.");
}

TEST_CASE("A disk that fills up while writing leaves the old file whole") {
  const test::TempDir folder;
  RealFileSystem files;
  const fs::path path = folder.write("report.html", "the old report");
  Result<void> written;
  {
    const FullAfter full(4'096);
    written = files.writeAtomically(path, std::string(100'000, 'x'));
  }
  REQUIRE_FALSE(written);
  CHECK(written.error() ==
        Error{ErrorCode::io, "Cannot write " + path.string() + ". The system says: File too large.",
              "", nullptr});
  CHECK(test::readFile(path) == "the old report");
  CHECK(filesIn(folder.path()) == 1);
}

TEST_CASE("Wherever a disk is full, the old file stays and nothing else does") {
  const test::TempDir folder;
  RealFileSystem files;
  const fs::path path = folder.write("report.html", "the old report");
  const std::string bytes(3'000, 'x');
  for (rlim_t room = 0; room < bytes.size(); ++room) {
    Result<void> written;
    {
      const FullAfter full(room);
      written = files.writeAtomically(path, bytes);
    }
    CAPTURE(room);
    REQUIRE_FALSE(written);
    REQUIRE(written.error().message ==
            "Cannot write " + path.string() + ". The system says: File too large.");
    REQUIRE(test::readFile(path) == "the old report");
    REQUIRE(filesIn(folder.path()) == 1);
  }
  const FullAfter enough(bytes.size());
  REQUIRE(files.writeAtomically(path, bytes));
  CHECK(test::readFile(path) == bytes);
}

TEST_CASE("A folder is made with its parents, and is fine when it is there") {
  const test::TempDir folder;
  RealFileSystem files;
  const fs::path deep = folder / "a/b/c";
  REQUIRE(files.makeFolder(deep));
  CHECK(fs::is_directory(deep));
  CHECK(files.makeFolder(deep));
  CHECK(files.exists(deep));
  CHECK_FALSE(files.exists(folder / "a/x"));

  const fs::path below = folder.write("file.txt", "x") / "sub";
  const auto made = files.makeFolder(below);
  REQUIRE_FALSE(made);
  CHECK(made.error().message == "Cannot create the folder " + below.string() +
                                    ". A part of the path is not a folder; check the path.");
}

TEST_CASE("The user's folders come from the XDG variables") {
  const Variable data("XDG_DATA_HOME", "/somewhere/data");
  const Variable config("XDG_CONFIG_HOME", "/somewhere/config");
  const Variable cache("XDG_CACHE_HOME", "/somewhere/cache");
  const UserFolders folders = userFolders();
  CHECK(folders.data == "/somewhere/data/assay");
  CHECK(folders.config == "/somewhere/config/assay");
  CHECK(folders.cache == "/somewhere/cache/assay");
}

TEST_CASE("Without XDG variables, or with relative ones, the folders lie under HOME") {
  const Variable home("HOME", "/somewhere");
  const Variable data("XDG_DATA_HOME", nullptr);
  const Variable config("XDG_CONFIG_HOME", "not/absolute");
  const Variable cache("XDG_CACHE_HOME", "");
  const UserFolders folders = userFolders();
  CHECK(folders.data == "/somewhere/.local/share/assay");
  CHECK(folders.config == "/somewhere/.config/assay");
  CHECK(folders.cache == "/somewhere/.cache/assay");
}

}  // namespace assay::base
