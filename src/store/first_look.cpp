#include "store/first_look.h"

#include <sqlite3.h>

#include <algorithm>
#include <cstdint>
#include <memory>
#include <optional>

#include "store/header.h"
#include "store/sqlite_error.h"

namespace assay::store {

using base::Result;
using std::chrono::milliseconds;

namespace {

constexpr int kPauseMs = 2;  // between two attempts at a lock

/// Bytes of a file as they are now; fewer at its end. `code` is SQLite's.
struct Part {
  std::string bytes;
  int code = SQLITE_OK;
};

Part readPart(sqlite3_file* file, std::uint64_t offset, std::size_t count) {
  sqlite3_int64 size = 0;
  Part part;
  part.code = file->pMethods->xFileSize(file, &size);
  const auto end = static_cast<std::uint64_t>(std::max<sqlite3_int64>(0, size));
  if (part.code != SQLITE_OK || offset >= end) return part;
  part.bytes.assign(std::min<std::uint64_t>(count, end - offset), '\0');
  part.code = file->pMethods->xRead(file, part.bytes.data(), static_cast<int>(part.bytes.size()),
                                    static_cast<sqlite3_int64>(offset));
  if (part.code != SQLITE_IOERR_SHORT_READ) return part;
  // Cut shorter between the two calls: only a journal can be, by somebody who has just finished.
  return {};
}

/// The shared lock of a connection whose pager does not know yet that there are locks.
class SharedLock {
 public:
  explicit SharedLock(sqlite3_file* file) : file_(file) {}
  ~SharedLock() {
    if (held_) file_->pMethods->xUnlock(file_, SQLITE_LOCK_NONE);
  }
  SharedLock(const SharedLock&) = delete;
  SharedLock& operator=(const SharedLock&) = delete;

  int take(milliseconds patience) {
    for (milliseconds waited{0};; waited += milliseconds(kPauseMs)) {
      const int code = file_->pMethods->xLock(file_, SQLITE_LOCK_SHARED);
      held_ = code == SQLITE_OK;
      if ((code & 0xFF) != SQLITE_BUSY || waited >= patience) return code;
      sqlite3_sleep(kPauseMs);
    }
  }

 private:
  sqlite3_file* file_;
  bool held_ = false;
};

/// The rollback journal beside the file, opened to be read.
class Journal {
 public:
  Journal() = default;
  ~Journal() {
    if (file() != nullptr && file()->pMethods != nullptr) file()->pMethods->xClose(file());
  }
  Journal(const Journal&) = delete;
  Journal& operator=(const Journal&) = delete;

  /// An SQLite code. There need not be a journal.
  int open(sqlite3* handle) {
    sqlite3_vfs* system = nullptr;
    int code =
        sqlite3_file_control(handle, "main", SQLITE_FCNTL_VFS_POINTER, static_cast<void*>(&system));
    if (code != SQLITE_OK) return code;
    // SQLite wants a name that it made itself, with room for the parameters of a URI.
    const char* name = sqlite3_filename_journal(sqlite3_db_filename(handle, "main"));
    int there = 0;
    code = system->xAccess(system, name, SQLITE_ACCESS_EXISTS, &there);
    if (code != SQLITE_OK || there == 0) return code;
    memory_.reset(new char[static_cast<std::size_t>(system->szOsFile)]());
    const int opened = system->xOpen(system, name, file(),
                                     SQLITE_OPEN_READONLY | SQLITE_OPEN_MAIN_JOURNAL, nullptr);
    if (opened == SQLITE_OK) return SQLITE_OK;
    memory_.reset();
    // Deleted between the two calls, by another program that has just finished.
    code = system->xAccess(system, name, SQLITE_ACCESS_EXISTS, &there);
    return code == SQLITE_OK && there == 0 ? SQLITE_OK : opened;
  }

  /// The code of the first read that failed is kept.
  std::string read(std::uint64_t offset, std::size_t count) {
    if (file() == nullptr || code_ != SQLITE_OK) return {};
    Part part = readPart(file(), offset, count);
    code_ = part.code;
    return code_ == SQLITE_OK ? std::move(part.bytes) : std::string();
  }
  [[nodiscard]] int code() const { return code_; }

 private:
  sqlite3_file* file() { return reinterpret_cast<sqlite3_file*>(memory_.get()); }

  std::unique_ptr<char[]> memory_;
  int code_ = SQLITE_OK;
};

/// Somebody is at work on the file: then the journal is theirs, and no way back from a crash.
int checkReserved(sqlite3_file* file, bool& reserved) {
  int held = 0;
  const int code = file->pMethods->xCheckReservedLock(file, &held);
  reserved = held != 0;
  return code;
}

/// The header that the journal brings back, if it is one of a crash and has page 1. The shared
/// lock is held: who begins to work while we read cannot touch the file before we are done.
int headerOfCrash(Database& database, sqlite3_file* file, std::optional<std::string>& header) {
  bool reserved = false;
  if (const int code = checkReserved(file, reserved); code != SQLITE_OK || reserved) return code;
  Journal journal;
  if (const int code = journal.open(database.handle()); code != SQLITE_OK) return code;
  auto found = headerInJournal(
      [&](std::uint64_t offset, std::size_t count) { return journal.read(offset, count); });
  if (journal.code() != SQLITE_OK) return journal.code();
  if (const int code = checkReserved(file, reserved); code != SQLITE_OK || reserved) return code;
  header = std::move(found);
  return SQLITE_OK;
}

}  // namespace

Result<std::string> firstLook(Database& database, milliseconds patience) {
  const auto failed = [&](int code) {
    return std::unexpected(
        sqliteFailure(code, sqlite3_errstr(code), Doing::open, database.path(), patience));
  };
  sqlite3_file* file = nullptr;
  const int found = sqlite3_file_control(database.handle(), "main", SQLITE_FCNTL_FILE_POINTER,
                                         static_cast<void*>(&file));
  if (found != SQLITE_OK) return failed(found);
  if (file == nullptr || file->pMethods == nullptr) return std::string();
  SharedLock lock(file);
  if (const int code = lock.take(patience); code != SQLITE_OK) return failed(code);
  Part header = readPart(file, 0, kHeaderSize);
  if (header.code != SQLITE_OK) return failed(header.code);
  std::optional<std::string> before;
  if (const int code = headerOfCrash(database, file, before); code != SQLITE_OK) {
    return failed(code);
  }
  return before ? std::move(*before) : std::move(header.bytes);
}

Result<std::uint64_t> bytesOnDisk(Database& database) {
  sqlite3_file* file = nullptr;
  sqlite3_int64 size = 0;
  int code = sqlite3_file_control(database.handle(), "main", SQLITE_FCNTL_FILE_POINTER,
                                  static_cast<void*>(&file));
  if (code == SQLITE_OK) code = file->pMethods->xFileSize(file, &size);
  if (code == SQLITE_OK) return static_cast<std::uint64_t>(size);
  return std::unexpected(sqliteFailure(code, sqlite3_errstr(code), Doing::read, database.path(),
                                       database.busyTimeout()));
}

}  // namespace assay::store
