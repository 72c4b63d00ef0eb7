// SQLite alone, with the settings of a store: the yardstick of a durable edit. It writes the same
// bytes of events and state: two events (a command and its one change), the item's row, the
// command's row, the actor's. What fails ends the program.
#pragma once

#include <sqlite3.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>

namespace assay::promises {

class BareSqlite {
 public:
  explicit BareSqlite(const std::filesystem::path& file) {
    if (sqlite3_open(file.c_str(), &handle_) != SQLITE_OK) stop();
    run("PRAGMA journal_mode=TRUNCATE; PRAGMA synchronous=EXTRA; PRAGMA secure_delete=ON; "
        "CREATE TABLE event (seq INTEGER PRIMARY KEY, bytes BLOB); "
        "CREATE TABLE state (id INTEGER PRIMARY KEY, bytes BLOB); "
        "INSERT INTO state VALUES (1, zeroblob(500)), (2, zeroblob(200))");
  }
  ~BareSqlite() { sqlite3_close(handle_); }
  BareSqlite(const BareSqlite&) = delete;
  BareSqlite& operator=(const BareSqlite&) = delete;

  void commit() {
    run("BEGIN IMMEDIATE; INSERT INTO event (bytes) VALUES (randomblob(400)); "
        "INSERT INTO event (bytes) VALUES (randomblob(300)); "
        "UPDATE state SET bytes = randomblob(500) WHERE id = 1; "
        "UPDATE state SET bytes = randomblob(200) WHERE id = 2; "
        "INSERT INTO state (bytes) VALUES (randomblob(150)); COMMIT");
  }

 private:
  void run(const char* sql) {
    if (sqlite3_exec(handle_, sql, nullptr, nullptr, nullptr) != SQLITE_OK) stop();
  }
  [[noreturn]] void stop() {
    std::fprintf(stderr, "bare SQLite: %s\n", sqlite3_errmsg(handle_));
    std::exit(2);
  }

  sqlite3* handle_ = nullptr;
};

}  // namespace assay::promises
