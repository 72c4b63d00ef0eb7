#include "store/sqlite.h"

#include <fmt/format.h>
#include <sqlite3.h>

#include <algorithm>
#include <utility>

#include "base/utf8.h"
#include "store/closeness.h"
#include "store/editor_mark.h"
#include "store/limits.h"
#include "store/sqlite_error.h"

namespace assay::store {

using base::Error;
using base::ErrorCode;
using base::Result;
using std::chrono::milliseconds;

namespace {

/// To somebody who may only read, a change that has just begun looks like one that was left behind
/// by a crash. A look or two later it is over.
int lookAgain(const auto& look) {
  constexpr int kMostLooks = 10;
  constexpr int kBetweenLooksMs = 20;
  int code = look();
  for (int looks = 1; code == SQLITE_READONLY_ROLLBACK && looks < kMostLooks; ++looks) {
    sqlite3_sleep(kBetweenLooksMs);
    code = look();
  }
  return code;
}

// sqlite3_db_config is variadic: one place that gets the types of its arguments right.
bool setConfig(sqlite3* handle, int option, int value) {
  return sqlite3_db_config(handle, option, value, nullptr) == SQLITE_OK;
}

bool applySwitches(sqlite3* handle) {
  return setConfig(handle, SQLITE_DBCONFIG_DEFENSIVE, 1) &&
         setConfig(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0) &&
         setConfig(handle, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0) &&
         setConfig(handle, SQLITE_DBCONFIG_ENABLE_FKEY, 1) &&
         setConfig(handle, SQLITE_DBCONFIG_ENABLE_TRIGGER, 1) &&
         setConfig(handle, SQLITE_DBCONFIG_ENABLE_VIEW, 0) &&
         setConfig(handle, SQLITE_DBCONFIG_WRITABLE_SCHEMA, 0) &&
         setConfig(handle, SQLITE_DBCONFIG_DQS_DML, 0) &&
         setConfig(handle, SQLITE_DBCONFIG_DQS_DDL, 0);
}

// Far above what our statements need, far below what a planted schema could do harm with.
void applyLimits(sqlite3* handle) {
  sqlite3_limit(handle, SQLITE_LIMIT_LENGTH, kMostBytesOfAValue);
  sqlite3_limit(handle, SQLITE_LIMIT_SQL_LENGTH, 100'000);
  sqlite3_limit(handle, SQLITE_LIMIT_COLUMN, 64);
  sqlite3_limit(handle, SQLITE_LIMIT_EXPR_DEPTH, 100);
  sqlite3_limit(handle, SQLITE_LIMIT_VARIABLE_NUMBER, 100);
  sqlite3_limit(handle, SQLITE_LIMIT_TRIGGER_DEPTH, 4);
  sqlite3_limit(handle, SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 1'000);
  sqlite3_limit(handle, SQLITE_LIMIT_WORKER_THREADS, 0);
}

/// Counting the memory in use takes a lock at every allocation, and nobody asks for the sum.
/// Refused when another user of the library was first, which does no harm.
void countNoMemory() {
  static const int kOnce = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
  static_cast<void>(kOnce);
}

// SQLite's own waiting asks less and less often, up to ten times a second: beside somebody who
// writes without a pause it never meets the moment between two commits.
constexpr milliseconds kBetweenTries{2};

}  // namespace

// ---------------------------------------------------------------------------------------- Query

Query::Query(Database& database, CachedStatement* cached, sqlite3_stmt* own, int prepareCode)
    : database_(database), cached_(cached), statement_(cached != nullptr ? cached->handle : own) {
  if (cached_ != nullptr) cached_->lent = true;
  note(prepareCode, Doing::read);
}

Query::~Query() {
  if (statement_ == nullptr) return;
  if (cached_ == nullptr) {
    sqlite3_finalize(statement_);
    return;
  }
  // The code of reset repeats that of the last step, which was reported already.
  sqlite3_reset(statement_);
  sqlite3_clear_bindings(statement_);
  cached_->lent = false;
}

// The first failure counts; what comes after it is only its consequence.
void Query::note(int code, Doing doing) {
  if (code != SQLITE_OK && !failure_) failure_ = database_.failure(code, doing);
}

Query& Query::bind(int parameter, std::string_view text) {
  if (failure_) return *this;
  // A null pointer would bind NULL; an empty view may hold one.
  const char* bytes = text.data() == nullptr ? "" : text.data();
  note(sqlite3_bind_text64(statement_, parameter, bytes, text.size(), SQLITE_TRANSIENT,
                           SQLITE_UTF8));
  return *this;
}

Query& Query::bind(int parameter, double number) {
  if (!failure_) note(sqlite3_bind_double(statement_, parameter, number));
  return *this;
}

Query& Query::bindOptional(int parameter, const std::optional<std::string>& text) {
  return text ? bind(parameter, std::string_view(*text)) : bindNull(parameter);
}

Query& Query::bindInteger(int parameter, std::int64_t number) {
  if (!failure_) note(sqlite3_bind_int64(statement_, parameter, number));
  return *this;
}

Query& Query::bindBlob(int parameter, std::span<const std::uint8_t> bytes) {
  if (!failure_) {
    note(sqlite3_bind_blob64(statement_, parameter, bytes.data(), bytes.size(), SQLITE_TRANSIENT));
  }
  return *this;
}

Query& Query::bindNull(int parameter) {
  if (!failure_) note(sqlite3_bind_null(statement_, parameter));
  return *this;
}

Query& Query::bindCell(int parameter, const Cell& cell) {
  if (const auto* text = std::get_if<std::string_view>(&cell)) return bind(parameter, *text);
  if (const auto* number = std::get_if<std::int64_t>(&cell)) return bindInteger(parameter, *number);
  if (const auto* real = std::get_if<double>(&cell)) return bind(parameter, *real);
  if (const auto* blob = std::get_if<std::span<const std::uint8_t>>(&cell)) {
    return bindBlob(parameter, *blob);
  }
  return bindNull(parameter);
}

Result<bool> Query::step() {
  if (failure_) return std::unexpected(*failure_);
  const int code = lookAgain([this] {
    const int stepped = sqlite3_step(statement_);
    if (stepped == SQLITE_READONLY_ROLLBACK) sqlite3_reset(statement_);
    return stepped;
  });
  if (code == SQLITE_ROW) return true;
  if (code == SQLITE_DONE) return false;
  failure_ =
      database_.failure(code, sqlite3_stmt_readonly(statement_) != 0 ? Doing::read : Doing::write);
  return std::unexpected(*failure_);
}

// Reset at once: a statement left standing keeps the transaction open.
Result<void> Query::run() {
  const Result<bool> row = step();
  if (!row) return base::passOn(row);
  if (*row) return base::fail(ErrorCode::internal, "A statement gave rows that nobody reads.");
  sqlite3_reset(statement_);
  return {};
}

Result<void> Query::sound() const {
  if (failure_) return std::unexpected(*failure_);
  return {};
}

bool Query::isNull(int column) const {
  return sqlite3_column_type(statement_, column) == SQLITE_NULL;
}

std::int64_t Query::integer(int column) const { return sqlite3_column_int64(statement_, column); }

double Query::real(int column) const { return sqlite3_column_double(statement_, column); }

std::string Query::text(int column) const {
  std::string value;
  text(column, value);
  return value;
}

void Query::text(int column, std::string& value) const {
  const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(statement_, column));
  value.assign(bytes == nullptr ? "" : bytes,
               static_cast<std::size_t>(sqlite3_column_bytes(statement_, column)));
  if (const auto at = base::firstInvalidByte(value); at && !failure_) {
    failure_ = Error{ErrorCode::corrupt,
                     fmt::format("The store {} is damaged: a text in it is not valid UTF-8 at byte "
                                 "{}. Make a copy of it, then restore a backup.",
                                 database_.path().string(), *at),
                     {},
                     nullptr};
  }
}

std::optional<std::string> Query::optionalText(int column) const {
  if (isNull(column)) return std::nullopt;
  return text(column);
}

std::span<const std::uint8_t> Query::blob(int column) const {
  const auto* bytes = static_cast<const std::uint8_t*>(sqlite3_column_blob(statement_, column));
  const auto size = static_cast<std::size_t>(sqlite3_column_bytes(statement_, column));
  return bytes == nullptr ? std::span<const std::uint8_t>{} : std::span(bytes, size);
}

int Query::columns() const { return sqlite3_column_count(statement_); }

Cell Query::cell(int column) const {
  switch (sqlite3_column_type(statement_, column)) {
    case SQLITE_NULL: return nullptr;
    case SQLITE_INTEGER: return integer(column);
    case SQLITE_FLOAT: return real(column);
    case SQLITE_BLOB: return blob(column);
    default: break;
  }
  const std::span<const std::uint8_t> bytes = blob(column);
  return std::string_view(reinterpret_cast<const char*>(bytes.data()), bytes.size());
}

// ------------------------------------------------------------------------------------- Database

Result<std::unique_ptr<Database>> Database::open(const std::filesystem::path& path, Mode mode) {
  countNoMemory();
  std::unique_ptr<Database> database(new Database());
  database->path_ = path;
  database->mode_ = mode;
  int flags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
  if (mode == Mode::readOnly) flags |= SQLITE_OPEN_READONLY;
  if (mode == Mode::readOrMend || mode == Mode::readWrite) flags |= SQLITE_OPEN_READWRITE;
  if (mode == Mode::create) flags |= SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
  const int code = sqlite3_open_v2(path.c_str(), &database->handle_, flags, nullptr);
  if (code != SQLITE_OK) return std::unexpected(database->failure(code, Doing::open));
  return database;
}

Result<std::unique_ptr<Database>> Database::scratch() {
  auto database = open("", Mode::create);
  if (!database) return database;
  (*database)->path_ = "(its copy in the folder for temporary files)";  // in sentences
  applyLimits((*database)->handle_);
  // No journal and no sync: what lies here is thrown away. 256 MB before it spills to a file.
  if (!applySwitches((*database)->handle_)) {
    return base::fail(ErrorCode::internal, "SQLite refused a setting of the scratch database.");
  }
  if (auto set = (*database)->exec("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; "
                                   "PRAGMA cache_size=-262144");
      !set) {
    return base::passOn(set);
  }
  return database;
}

Database::~Database() {
  // close_v2 would wait for statements that are still there, for ever.
  for (auto& [sql, statement] : statements_) sqlite3_finalize(statement.handle);
  sqlite3_close_v2(handle_);
}

Result<void> Database::configure(milliseconds busyTimeout) {
  busyTimeout_ = busyTimeout;
  applyLimits(handle_);
  if (!applySwitches(handle_) || !waitForLocks(true) || !addCloseness(handle_)) {
    return base::fail(ErrorCode::internal,
                      "SQLite refused a safety setting; the installed version is unsuited.");
  }
  if (auto set = exec("PRAGMA cell_size_check=ON; PRAGMA mmap_size=0; PRAGMA secure_delete=ON; "
                      "PRAGMA temp_store=MEMORY; PRAGMA synchronous=EXTRA",
                      Doing::open);
      !set) {
    return set;
  }
  if (sqlite3_db_readonly(handle_, "main") == 1) return {};
  // TRUNCATE, not PERSIST: a redacted name must not live on in an old journal.
  Query journal = query("PRAGMA journal_mode=TRUNCATE");
  const auto row = journal.step();
  if (!row) return base::passOn(row);
  if (!*row || journal.text(0) != "truncate") {
    return base::fail(ErrorCode::internal,
                      "SQLite did not take the journal mode TRUNCATE for " + path_.string() + ".");
  }
  if (mode_ == Mode::readOrMend) return exec("PRAGMA query_only=ON", Doing::open);
  return {};
}

bool Database::waitForLocks(bool wait) {
  return sqlite3_busy_handler(handle_, wait ? keepWaiting : nullptr, this) == SQLITE_OK;
}

int Database::keepWaiting(void* database, int triesBefore) {
  Database& self = *static_cast<Database*>(database);
  const auto now = std::chrono::steady_clock::now();
  if (triesBefore == 0) self.waitingSince_ = now;
  if (now - self.waitingSince_ >= self.busyTimeout_) return 0;
  sqlite3_sleep(static_cast<int>(kBetweenTries.count()));
  return 1;
}

// The lock that the empty transaction takes is not given back in this mode.
Result<void> Database::keepForOneself() {
  if (auto set = exec("PRAGMA locking_mode=EXCLUSIVE", Doing::open); !set) return set;
  return exec("BEGIN EXCLUSIVE; COMMIT", Doing::open);
}

void Database::holdOn(std::unique_ptr<EditorMark> mark) { mark_ = std::move(mark); }

// Statements are kept by their text. One that is in use further up the stack is prepared a second
// time for this use only.
Query Database::query(std::string_view sql) {
  auto found = statements_.find(sql);
  if (found == statements_.end()) found = statements_.emplace(sql, CachedStatement{}).first;
  CachedStatement& cached = found->second;
  if (cached.handle != nullptr && !cached.lent) return Query(*this, &cached, nullptr, SQLITE_OK);
  sqlite3_stmt* fresh = nullptr;
  const int code = sqlite3_prepare_v3(handle_, sql.data(), static_cast<int>(sql.size()),
                                      SQLITE_PREPARE_PERSISTENT, &fresh, nullptr);
  if (code != SQLITE_OK || cached.lent) return Query(*this, nullptr, fresh, code);
  cached.handle = fresh;
  return Query(*this, &cached, nullptr, SQLITE_OK);
}

Result<void> Database::exec(const char* sql, Doing doing) {
  const int code = lookAgain([&] { return sqlite3_exec(handle_, sql, nullptr, nullptr, nullptr); });
  if (code != SQLITE_OK) return std::unexpected(failure(code, doing));
  return {};
}

Result<void> Database::beginWriting() { return exec("BEGIN IMMEDIATE", Doing::write); }

Result<void> Database::commit() {
  auto done = exec("COMMIT", Doing::commit);
  if (!done) rollback();
  return done;
}

void Database::rollback() noexcept {
  // SQLite rolls back by itself on some errors; a second ROLLBACK would only say so.
  if (inTransaction()) sqlite3_exec(handle_, "ROLLBACK", nullptr, nullptr, nullptr);
}

Result<void> Database::copyTo(Database& target) {
  sqlite3_backup* copy = sqlite3_backup_init(target.handle_, "main", handle_, "main");
  if (copy == nullptr) {
    return std::unexpected(target.failure(sqlite3_errcode(target.handle_), Doing::write));
  }
  // All pages in one step: within it the source cannot change.
  const int stepped = sqlite3_backup_step(copy, -1);
  const int finished = sqlite3_backup_finish(copy);
  if (stepped == SQLITE_DONE && finished == SQLITE_OK) return {};
  return std::unexpected(target.failure(finished != SQLITE_OK ? finished : stepped, Doing::write));
}

bool Database::inTransaction() const { return sqlite3_get_autocommit(handle_) == 0; }

std::int64_t Database::lastRow() const { return sqlite3_last_insert_rowid(handle_); }

std::int64_t Database::changes() const { return sqlite3_changes64(handle_); }

Error Database::failure(int code, Doing doing) const {
  const char* message = handle_ == nullptr ? sqlite3_errstr(code) : sqlite3_errmsg(handle_);
  return sqliteFailure(code, message, doing, path_, busyTimeout_);
}

}  // namespace assay::store
