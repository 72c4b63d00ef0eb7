// SQLite behind values: the only wrapper around the C library in the program.
//
// Every return code is looked at. A bind that fails (a value that is too big) is kept and comes
// out of step(), which then never reaches SQLite. Text that is read is checked to be UTF-8, since
// SQLite itself does not; a damaged text comes out of the next step() or of sound().
//
// Not here: the tables (schema.h), what events mean (fold.h).
//
// Ownership: a Database owns its connection and the statements prepared on it; a Query is lent
// one of them and gives it back, reset, when it goes out of scope. A Query must not outlive its
// Database. Thread: one thread at a time.
#pragma once

#include <chrono>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "base/result.h"
#include "store/cell.h"

struct sqlite3;
struct sqlite3_stmt;

namespace assay::store {

class Database;
class EditorMark;

/// What a statement was about to do, for the sentence of a failure.
enum class Doing : std::uint8_t {
  open,
  read,
  write,   ///< inside a transaction: a failure leaves nothing of it
  commit,  ///< a failure may come after the change has arrived
};

/// A prepared statement that is kept for the next use of the same text.
struct CachedStatement {
  sqlite3_stmt* handle = nullptr;
  bool lent = false;
};

/// One use of a statement: bind, step, read columns. Parameters count from 1, columns from 0.
class Query {
 public:
  Query(const Query&) = delete;
  Query& operator=(const Query&) = delete;
  Query(Query&&) = delete;
  Query& operator=(Query&&) = delete;
  ~Query();

  Query& bind(int parameter, std::string_view text);
  Query& bind(int parameter, std::integral auto number) {
    return bindInteger(parameter, static_cast<std::int64_t>(number));
  }
  Query& bind(int parameter, double number);
  /// An absent value is NULL.
  Query& bindOptional(int parameter, const std::optional<std::string>& text);
  Query& bindBlob(int parameter, std::span<const std::uint8_t> bytes);
  Query& bindNull(int parameter);
  Query& bindCell(int parameter, const Cell& cell);

  /// True when a row can be read, false at the end.
  [[nodiscard]] base::Result<bool> step();
  /// Steps to the end of a statement that gives no rows, and makes it ready to be bound again.
  [[nodiscard]] base::Result<void> run();
  /// The failure of a bind or of a text read so far, for readers that do not step again.
  [[nodiscard]] base::Result<void> sound() const;

  [[nodiscard]] bool isNull(int column) const;
  [[nodiscard]] std::int64_t integer(int column) const;
  [[nodiscard]] double real(int column) const;
  /// NULL reads as the empty text.
  [[nodiscard]] std::string text(int column) const;
  void text(int column, std::string& value) const;
  [[nodiscard]] std::optional<std::string> optionalText(int column) const;
  /// Points into SQLite's memory: valid until the next step.
  [[nodiscard]] std::span<const std::uint8_t> blob(int column) const;
  [[nodiscard]] int columns() const;
  /// As it is, a text that is not UTF-8 too. Points into SQLite's memory: valid until the next
  /// step.
  [[nodiscard]] Cell cell(int column) const;

 private:
  friend class Database;
  Query(Database& database, CachedStatement* cached, sqlite3_stmt* own, int prepareCode);
  Query& bindInteger(int parameter, std::int64_t number);
  void note(int code, Doing doing = Doing::write);
  void reset();

  Database& database_;
  CachedStatement* cached_;  // null when the statement is this query's own
  sqlite3_stmt* statement_;
  mutable std::optional<base::Error> failure_;
};

/// A connection with the house's settings (SCHEMA.md, "Settings").
class Database {
 public:
  enum class Mode : std::uint8_t {
    readOnly,    ///< cannot mend what a crash left: an interrupted change makes it unreadable
    readOrMend,  ///< changes nothing, but takes an interrupted change back, as every opening does
    readWrite,
    create,
  };

  /// Opens the file without reading or changing anything of it; `configure` comes next, after a
  /// look at the first bytes.
  [[nodiscard]] static base::Result<std::unique_ptr<Database>> open(
      const std::filesystem::path& path, Mode mode);
  /// An empty database of this process alone, in memory as long as it fits.
  [[nodiscard]] static base::Result<std::unique_ptr<Database>> scratch();

  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;
  ~Database();

  /// Safe settings, limits and the journal. Touches the file: only after a look at its header.
  [[nodiscard]] base::Result<void> configure(std::chrono::milliseconds busyTimeout);

  /// Locks everybody else out, readers as well, until the connection is closed.
  [[nodiscard]] base::Result<void> keepForOneself();
  /// Lets go of it only when the connection is closed.
  void holdOn(std::unique_ptr<EditorMark> mark);

  [[nodiscard]] Query query(std::string_view sql);
  /// Runs statements that give no rows.
  [[nodiscard]] base::Result<void> exec(const char* sql, Doing doing = Doing::write);
  /// Starts the one kind of writing transaction there is. busy names who holds the file.
  [[nodiscard]] base::Result<void> beginWriting();
  /// After an error no transaction is open. The change can have arrived all the same, when only the
  /// last sync failed: ask for it.
  [[nodiscard]] base::Result<void> commit();
  void rollback() noexcept;
  /// Makes `target` the same, page by page, as of one moment.
  [[nodiscard]] base::Result<void> copyTo(Database& target);
  [[nodiscard]] bool inTransaction() const;
  [[nodiscard]] std::int64_t lastRow() const;  ///< number of the row inserted last
  [[nodiscard]] std::int64_t changes() const;  ///< rows of the last INSERT, UPDATE or DELETE

  [[nodiscard]] const std::filesystem::path& path() const { return path_; }
  [[nodiscard]] sqlite3* handle() const { return handle_; }
  [[nodiscard]] std::chrono::milliseconds busyTimeout() const { return busyTimeout_; }
  /// The failure `code` as a sentence about this file.
  [[nodiscard]] base::Error failure(int code, Doing doing) const;

 private:
  friend class NoWaiting;
  friend class WriteLeave;
  Database() = default;
  bool waitForLocks(bool wait);
  static int keepWaiting(void* database, int triesBefore);  // SQLite's busy handler

  sqlite3* handle_ = nullptr;
  std::filesystem::path path_;
  Mode mode_ = Mode::readWrite;
  std::chrono::milliseconds busyTimeout_{0};
  std::chrono::steady_clock::time_point waitingSince_;
  std::map<std::string, CachedStatement, std::less<>> statements_;
  std::shared_ptr<EditorMark> mark_;
};

/// While it lives, a lock of somebody else is not waited for: busy comes at once.
class NoWaiting {
 public:
  explicit NoWaiting(Database& database);
  ~NoWaiting();
  NoWaiting(const NoWaiting&) = delete;
  NoWaiting& operator=(const NoWaiting&) = delete;

 private:
  Database& database_;
};

/// While it lives, a connection that only reads may run statements that have the form of a change
/// and are none. Not granted where the file cannot be written at all.
class WriteLeave {
 public:
  explicit WriteLeave(Database& database);
  ~WriteLeave();
  WriteLeave(const WriteLeave&) = delete;
  WriteLeave& operator=(const WriteLeave&) = delete;
  [[nodiscard]] bool granted() const { return granted_; }

 private:
  Database& database_;
  bool granted_;
};

/// Keeps several reads consistent with each other. Does nothing inside another transaction.
class ReadScope {
 public:
  explicit ReadScope(Database& database);
  ~ReadScope();
  ReadScope(const ReadScope&) = delete;
  ReadScope& operator=(const ReadScope&) = delete;
  [[nodiscard]] const base::Result<void>& begun() const { return begun_; }

 private:
  Database& database_;
  bool own_ = false;
  base::Result<void> begun_;
};

}  // namespace assay::store
