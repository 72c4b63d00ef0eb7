#include "store/sqlite_error.h"

#include <fmt/format.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <unistd.h>

#include <fstream>
#include <iterator>
#include <sstream>

namespace assay::store {

using base::Error;
using base::ErrorCode;

namespace {

std::string wholeFile(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::string_view verb(Doing doing) {
  switch (doing) {
    case Doing::open: return "open";
    case Doing::read: return "read";
    case Doing::write:
    case Doing::commit: return "write to";
  }
  return "use";
}

// A failed change is rolled back as a whole; somebody who sees an error wants to know just that.
std::string_view nothingKept(Doing doing) {
  return doing == Doing::write ? " Nothing of this change was kept." : "";
}

// Another machine's lock on a shared folder is in no table of this one: then we cannot name it.
Error busy(const std::filesystem::path& path, std::chrono::milliseconds waited) {
  std::string holder = lockHolder(wholeFile("/proc/locks"), path);
  if (holder.empty()) holder = "another program or another machine";
  return {
      ErrorCode::busy,
      fmt::format("The store {} is in use by {} and did not become free within {} seconds. Wait "
                  "until it has finished or close it, then try again.",
                  path.string(), holder, static_cast<double>(waited.count()) / 1000.0),
      {},
      nullptr};
}

std::string readOnlyReason(int code) {
  switch (code) {
    case SQLITE_READONLY_DBMOVED:
      return "it was moved or deleted while it was open. Close it and open it where it is now.";
    case SQLITE_READONLY_ROLLBACK:
    case SQLITE_READONLY_RECOVERY:
    case SQLITE_READONLY_CANTLOCK:
      return "it was left in the middle of a change by a crash, and mending that needs to write. "
             "Open it once for writing, in a folder where you may write.";
    case SQLITE_READONLY_DIRECTORY:
      return "its folder cannot be written to, so no journal can be kept. Move it to a folder "
             "where "
             "you may write, or open it read-only.";
    default: break;
  }
  return "it is write-protected or was opened read-only. Ask for access, or work on a copy.";
}

Error ioFailure(const std::filesystem::path& path, Doing doing, std::string_view reason) {
  return {ErrorCode::io,
          fmt::format("Cannot {} the store {}: {}{}", verb(doing), path.string(), reason,
                      nothingKept(doing)),
          {},
          nullptr};
}

}  // namespace

Error sqliteFailure(int code, std::string_view message, Doing doing,
                    const std::filesystem::path& path, std::chrono::milliseconds waited) {
  switch (code & 0xFF) {
    case SQLITE_FULL:
      return ioFailure(path, doing, "the disk is full. Free some space and try again.");
    case SQLITE_IOERR:
      return ioFailure(path, doing,
                       fmt::format("the disk reports an error ({}, code {}). Check the disk or the "
                                   "connection to it and try again.",
                                   message, code));
    case SQLITE_BUSY:
    case SQLITE_LOCKED: return busy(path, waited);
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
    case SQLITE_FORMAT:
      return {ErrorCode::corrupt,
              fmt::format("The store {} is damaged ({}). Make a copy of it, then restore a backup.",
                          path.string(), message),
              {},
              nullptr};
    case SQLITE_READONLY: return ioFailure(path, doing, readOnlyReason(code));
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
    case SQLITE_AUTH:
      return ioFailure(path, doing,
                       "the file or its journal could not be opened. Check that you may read and "
                       "write both the file and its folder.");
    case SQLITE_TOOBIG:
      if (doing == Doing::read) {
        return {ErrorCode::corrupt,
                fmt::format("The store {} is damaged: a value in it is larger than any that a "
                            "store holds. Make a copy of it, then restore a backup.",
                            path.string()),
                {},
                nullptr};
      }
      return {ErrorCode::tooLarge,
              fmt::format("A value is too large for the store {}. Cut it into parts.{}",
                          path.string(), nothingKept(doing)),
              {},
              nullptr};
    case SQLITE_INTERRUPT: return {ErrorCode::cancelled, "The work was stopped.", {}, nullptr};
    default: break;
  }
  return {ErrorCode::internal,
          fmt::format("Cannot {} the store {}: {} (SQLite code {}).{}", verb(doing), path.string(),
                      message, code, nothingKept(doing)),
          {},
          nullptr};
}

std::string lockHolder(std::string_view locks, const std::filesystem::path& path) {
  struct stat info{};
  if (::stat(path.c_str(), &info) != 0) return {};
  const std::string wanted =
      fmt::format("{:02x}:{:02x}:{}", gnu_dev_major(info.st_dev), gnu_dev_minor(info.st_dev),
                  static_cast<std::uint64_t>(info.st_ino));
  std::istringstream lines{std::string(locks)};
  for (std::string line; std::getline(lines, line);) {
    // "1: POSIX  ADVISORY  WRITE 4711 08:01:123456 1073741824 1073742335"
    std::istringstream words(line);
    std::string number, kind, strictness, access, process, file;
    words >> number >> kind >> strictness >> access >> process >> file;
    if (file != wanted || process == std::to_string(::getpid())) continue;
    std::string name = wholeFile("/proc/" + process + "/comm");
    while (!name.empty() && name.back() == '\n') name.pop_back();
    return fmt::format("{} (process {})", name.empty() ? "a program" : name, process);
  }
  return {};
}

}  // namespace assay::store
