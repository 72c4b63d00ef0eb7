#include "tests/store/raw.h"

#include <catch2/catch_amalgamated.hpp>
#include <sqlite3.h>
#include <sys/wait.h>
#include <unistd.h>

#include <memory>
#include <vector>

#include "tests/support/temp_dir.h"

namespace assay::test {

namespace fs = std::filesystem;

namespace {

struct Close {
  void operator()(sqlite3* handle) const { sqlite3_close_v2(handle); }
};
using Handle = std::unique_ptr<sqlite3, Close>;

Handle openRaw(const fs::path& path) {
  sqlite3* handle = nullptr;
  const int code = sqlite3_open(path.c_str(), &handle);
  Handle owner(handle);
  if (code != SQLITE_OK) FAIL("cannot open " << path.string() << ": " << sqlite3_errstr(code));
  return owner;
}

}  // namespace

std::string rawFailure(const fs::path& path, const std::string& sql) {
  const Handle handle = openRaw(path);
  if (sqlite3_exec(handle.get(), sql.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK) return {};
  return sqlite3_errmsg(handle.get());
}

void rawExec(const fs::path& path, const std::string& sql) {
  if (const std::string failure = rawFailure(path, sql); !failure.empty()) {
    FAIL(failure << " in: " << sql);
  }
}

std::string rawValue(const fs::path& path, const std::string& sql) {
  const Handle handle = openRaw(path);
  std::string value;
  const auto take = [](void* out, int columns, char** values, char**) {
    if (columns > 0 && values[0] != nullptr) *static_cast<std::string*>(out) = values[0];
    return 0;
  };
  if (sqlite3_exec(handle.get(), sql.c_str(), take, &value, nullptr) != SQLITE_OK) {
    FAIL(sqlite3_errmsg(handle.get()) << " in: " << sql);
  }
  return value;
}

bool tampered(const fs::path& path, const std::string& sql) {
  const std::vector<std::string> guards{"event_is_kept", "event_is_not_replaced",
                                        "event_is_not_changed"};
  std::string before;
  std::string after;
  for (const std::string& guard : guards) {
    after += rawValue(path, "SELECT sql FROM sqlite_schema WHERE name = '" + guard + "'") + ";";
    before += "DROP TRIGGER " + guard + ";";
  }
  // One transaction, and no wait for the disk: some tests do this hundreds of times.
  return rawFailure(path, "PRAGMA synchronous=OFF; BEGIN;" + before + sql + ";" + after + "COMMIT")
      .empty();
}

void tamper(const fs::path& path, const std::string& sql) {
  if (!tampered(path, sql)) FAIL("SQLite refuses: " << sql);
}

void dieAmidst(const fs::path& path, const std::string& sql) {
  const pid_t child = ::fork();
  if (child == 0) {
    // With a cache of one page every changed page goes to the file at once, its journal before it.
    const std::string change = "PRAGMA cache_size=1; PRAGMA journal_mode=TRUNCATE; BEGIN; " + sql;
    sqlite3* handle = nullptr;
    const bool changed =
        sqlite3_open(path.c_str(), &handle) == SQLITE_OK &&
        sqlite3_exec(handle, change.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK;
    ::_exit(changed ? 0 : 1);
  }
  int status = 1;
  if (child < 0 || ::waitpid(child, &status, 0) != child || status != 0) {
    FAIL("no interrupted change in " << path.string());
  }
}

RawLock::RawLock(const fs::path& path) : handle_(openRaw(path).release()) {
  const int code = sqlite3_exec(handle_, "BEGIN EXCLUSIVE", nullptr, nullptr, nullptr);
  if (code != SQLITE_OK) FAIL("cannot lock " << path.string());
}

RawLock::~RawLock() { sqlite3_close_v2(handle_); }

std::map<std::string, std::string> folderState(const fs::path& folder) {
  std::map<std::string, std::string> state;
  for (const auto& entry : fs::directory_iterator(folder)) {
    std::string bytes = entry.is_regular_file() ? readFile(entry.path()) : "not a file";
    const auto time =
        entry.is_regular_file() ? fs::last_write_time(entry.path()).time_since_epoch().count() : 0;
    state[entry.path().filename().string()] = std::to_string(time) + " " + bytes;
  }
  return state;
}

}  // namespace assay::test
