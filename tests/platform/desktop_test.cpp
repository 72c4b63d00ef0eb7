// The desktop around the window: folders, children, dialogs, what is handed to other programs.
#include "platform/desktop.h"

#include <catch2/catch_amalgamated.hpp>

#include <cstdlib>
#include <filesystem>
#include <string>

#include "platform/child.h"
#include "tests/platform/process.h"
#include "tests/support/temp_dir.h"

namespace assay::platform {

namespace {

using test::TempDir;
using test::waitUntil;

// $PATH for one test.
class PathVariable {
 public:
  explicit PathVariable(const std::string& value) : before_(std::getenv("PATH")) {
    ::setenv("PATH", value.c_str(), 1);
  }
  ~PathVariable() { ::setenv("PATH", before_.c_str(), 1); }
  PathVariable(const PathVariable&) = delete;
  PathVariable& operator=(const PathVariable&) = delete;
  [[nodiscard]] const std::string& before() const { return before_; }

 private:
  std::string before_;
};

void writeProgram(const TempDir& folder, const char* name, const std::string& body) {
  const auto file = folder.write(name, "#!/bin/sh\n" + body);
  std::filesystem::permissions(file, std::filesystem::perms::owner_all);
}

std::optional<ui::DialogAnswer> answerOf(Desktop& desktop) {
  std::optional<ui::DialogAnswer> answer;
  REQUIRE(waitUntil([&] {
    answer = desktop.openDialogAnswer();
    return answer.has_value();
  }));
  return answer;
}

}  // namespace

TEST_CASE("a folder is listed with folders first, each by name, hidden ones left out") {
  const TempDir folder;
  folder.write("b.txt", "");
  folder.write("a.txt", "");
  folder.write(".hidden", "");
  folder.write("zebra/in.txt", "");
  const Desktop desktop;
  const auto entries = desktop.listFolder(folder.path());
  REQUIRE(entries.has_value());
  CHECK(*entries ==
        std::vector<ui::FolderEntry>{{"zebra", true}, {"a.txt", false}, {"b.txt", false}});
}

TEST_CASE("a folder that is not there is said") {
  const TempDir folder;
  const Desktop desktop;
  const auto entries = desktop.listFolder(folder / "missing");
  REQUIRE_FALSE(entries.has_value());
  CHECK(entries.error().text() == "The folder " + (folder / "missing").string() +
                                      " cannot be listed: No such file or directory. Choose "
                                      "another folder.");
}

TEST_CASE("only web addresses are handed to the desktop") {
  Desktop desktop;
  for (const char* address : {"javascript:alert(1)", "file:///etc/passwd", "--help", ""}) {
    const auto opened = desktop.openAddress(address);
    REQUIRE_FALSE(opened.has_value());
    CHECK(opened.error().text() ==
          "“" + std::string(address) + "” is not a web address and is not opened.");
  }
}

TEST_CASE("an address reaches the opener whole, as one argument and past no shell") {
  const TempDir folder;
  const auto got = folder / "got";
  writeProgram(folder, "xdg-open", "printf '%s|%s' \"$#\" \"$1\" > " + got.string() + "\n");
  const PathVariable path(folder.path().string() + ":/usr/bin:/bin");
  Desktop desktop;
  const std::string address = "https://example.org/a?b=1&c=$(id);'d'";
  REQUIRE(desktop.openAddress(address).has_value());
  const std::string expected = "1|" + address;
  CHECK(waitUntil([&] {
    return std::filesystem::exists(got) && std::filesystem::file_size(got) == expected.size();
  }));
  CHECK(test::readFile(got) == expected);
}

TEST_CASE("a desktop without an opener says the address to open by hand") {
  const TempDir folder;
  const PathVariable path(folder.path().string());
  Desktop desktop;
  const auto opened = desktop.openAddress("https://example.org");
  REQUIRE_FALSE(opened.has_value());
  CHECK(opened.error().text() ==
        "This desktop has no xdg-open. Open it by hand: https://example.org");
}

TEST_CASE("the desktop's own dialog is asked, and its answer is the file") {
  const TempDir folder;
  writeProgram(folder, "zenity", "echo '/drafts/a b.txt'\n");
  const PathVariable path(folder.path().string() + ":/usr/bin:/bin");
  Desktop desktop;
  REQUIRE(desktop.startOpenDialog("/drafts"));
  CHECK(answerOf(desktop)->file == std::filesystem::path("/drafts/a b.txt"));
}

TEST_CASE("a dialog that was closed answers with no file") {
  const TempDir folder;
  writeProgram(folder, "zenity", "exit 1\n");
  const PathVariable path(folder.path().string() + ":/usr/bin:/bin");
  Desktop desktop;
  REQUIRE(desktop.startOpenDialog("/drafts"));
  CHECK_FALSE(answerOf(desktop)->file.has_value());
}

TEST_CASE("without a dialog program there is no dialog") {
  const TempDir folder;
  const PathVariable path(folder.path().string());
  Desktop desktop;
  CHECK_FALSE(desktop.startOpenDialog("/"));
}

TEST_CASE("a program that is not there is named") {
  const auto child = startChild({"no-such-program-here"}, false);
  REQUIRE_FALSE(child.has_value());
  CHECK(child.error().code == base::ErrorCode::notFound);
  CHECK(child.error().text() ==
        "no-such-program-here could not be started: No such file or directory.");
  CHECK_FALSE(programPath("no-such-program-here").has_value());
}

}  // namespace assay::platform
