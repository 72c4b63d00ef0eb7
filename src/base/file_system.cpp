#include "base/file_system.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>

namespace assay::base {

namespace {

// What a person can do about the usual refusals of the operating system.
std::string advice(int error) {
  switch (error) {
    case ENOSPC: return "The disk is full; free some space and try again.";
    case EDQUOT: return "Your disk quota is used up; free some space and try again.";
    case EACCES:
    case EPERM: return "Permission denied; choose another place or ask for access.";
    case EROFS: return "The file system is read-only; choose another place.";
    case ENOENT: return "The folder does not exist; create it or choose another place.";
    case ENOTDIR: return "A part of the path is not a folder; check the path.";
    case ENAMETOOLONG: return "The name is too long; choose a shorter one.";
    default: return std::string("The system says: ") + std::strerror(error) + ".";
  }
}

std::unexpected<Error> cannot(std::string_view verb, const std::filesystem::path& path, int error) {
  if (error == EISDIR) {
    return fail(ErrorCode::io,
                path.string() + " is a folder. Name a file to " + std::string(verb) + ".");
  }
  return fail(ErrorCode::io,
              "Cannot " + std::string(verb) + " " + path.string() + ". " + advice(error));
}

// Owns a file descriptor; closing twice is the caller's way to see the error of close().
class Descriptor {
 public:
  explicit Descriptor(int fd) : fd_(fd) {}
  ~Descriptor() { close(); }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;

  [[nodiscard]] int get() const { return fd_; }
  int close() {
    const int fd = fd_;
    fd_ = -1;
    return fd < 0 ? 0 : ::close(fd);
  }

 private:
  int fd_;
};

bool writeAll(int fd, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t n = ::write(fd, bytes.data(), bytes.size());
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(n));
  }
  return true;
}

// The permissions of the file that is replaced, so that a private one stays private. mkostemp
// gives 0600; a new report is made to be handed on, so the user's own mask decides.
mode_t modeFor(const std::filesystem::path& path) {
  struct stat old{};
  if (::stat(path.c_str(), &old) == 0) return old.st_mode & 07777U;
  const mode_t mask = ::umask(0);
  ::umask(mask);
  return 0666U & ~mask;
}

std::filesystem::path fromEnvironment(const char* name, const char* underHome) {
  // The specification: a relative path in the variable is invalid and is to be ignored.
  if (const char* value = std::getenv(name); value != nullptr && value[0] == '/') return value;
  const char* home = std::getenv("HOME");
  return std::filesystem::path(home != nullptr ? home : ".") / underHome;
}

}  // namespace

Result<std::string> RealFileSystem::read(const std::filesystem::path& path,
                                         std::uint64_t maxBytes) const {
  // Not waiting: a named pipe would be opened only when somebody comes to write into it.
  Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
  if (file.get() < 0) {
    if (errno == ENOENT) {
      return fail(ErrorCode::notFound,
                  "There is no file " + path.string() + ". Check the name and the folder.");
    }
    return cannot("read", path, errno);
  }
  struct stat info{};
  if (::fstat(file.get(), &info) != 0) return cannot("read", path, errno);
  if (S_ISDIR(info.st_mode)) return cannot("read", path, EISDIR);
  if (!S_ISREG(info.st_mode)) {
    return fail(ErrorCode::io, path.string() +
                                   " is not a file but a pipe or a device. Name a file to "
                                   "read.");
  }
  const auto tooLarge = [&] {
    return fail(ErrorCode::tooLarge, path.string() + " is larger than " +
                                         std::to_string(maxBytes / 1'000'000) +
                                         " MB, the most that is read. Cut it into parts.");
  };
  if (info.st_size > 0 && static_cast<std::uint64_t>(info.st_size) > maxBytes) return tooLarge();

  std::string bytes;
  bytes.reserve(static_cast<std::size_t>(info.st_size));
  std::string chunk(std::size_t{1} << 16U, '\0');
  while (true) {
    const ssize_t n = ::read(file.get(), chunk.data(), chunk.size());
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) return cannot("read", path, errno);
    if (n == 0) return bytes;
    bytes.append(chunk, 0, static_cast<std::size_t>(n));
    // A growing file has no honest size: the limit holds here as well.
    if (bytes.size() > maxBytes) return tooLarge();
  }
}

Result<void> RealFileSystem::writeAtomically(const std::filesystem::path& given,
                                             std::string_view bytes) {
  std::error_code ignored;
  // A link is followed: a file that somebody keeps elsewhere is replaced there.
  std::filesystem::path path = given;
  if (std::filesystem::is_symlink(given, ignored)) {
    path = std::filesystem::weakly_canonical(given, ignored);
    if (path.empty()) return cannot("write", given, ELOOP);
  }
  if (std::filesystem::is_directory(path, ignored)) return cannot("write", path, EISDIR);
  std::string temporary = path.string() + ".XXXXXX";
  Descriptor file(::mkostemp(temporary.data(), O_CLOEXEC));
  if (file.get() < 0) return cannot("write", path, errno);
  const bool written = ::fchmod(file.get(), modeFor(path)) == 0 && writeAll(file.get(), bytes) &&
                       ::fsync(file.get()) == 0 && file.close() == 0 &&
                       ::rename(temporary.c_str(), path.c_str()) == 0;
  if (!written) {
    const int error = errno;
    ::unlink(temporary.c_str());
    return cannot("write", path, error);
  }
  const std::filesystem::path folder = path.has_parent_path() ? path.parent_path() : ".";
  Descriptor directory(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (directory.get() >= 0) ::fsync(directory.get());  // the rename itself must survive, too
  return {};
}

Result<void> RealFileSystem::makeFolder(const std::filesystem::path& path) {
  std::error_code error;
  std::filesystem::create_directories(path, error);
  if (error) return cannot("create the folder", path, error.value());
  return {};
}

bool RealFileSystem::exists(const std::filesystem::path& path) const {
  std::error_code error;
  return std::filesystem::exists(path, error);
}

UserFolders userFolders() {
  return {fromEnvironment("XDG_DATA_HOME", ".local/share") / "assay",
          fromEnvironment("XDG_CONFIG_HOME", ".config") / "assay",
          fromEnvironment("XDG_CACHE_HOME", ".cache") / "assay"};
}

}  // namespace assay::base
