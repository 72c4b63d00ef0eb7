// What holds for as long as an object lives: waiting, leave to write, one view of the file.
#include <sqlite3.h>

#include <tuple>

#include "store/sqlite.h"

namespace assay::store {

NoWaiting::NoWaiting(Database& database) : database_(database) { database.waitForLocks(false); }

NoWaiting::~NoWaiting() { database_.waitForLocks(true); }

WriteLeave::WriteLeave(Database& database)
    : database_(database), granted_(sqlite3_db_readonly(database.handle(), "main") == 0) {
  if (database_.mode_ == Database::Mode::readOrMend) {
    granted_ = database_.exec("PRAGMA query_only=OFF", Doing::read).has_value();
  }
}

WriteLeave::~WriteLeave() {
  if (database_.mode_ == Database::Mode::readOrMend) {
    std::ignore = database_.exec("PRAGMA query_only=ON", Doing::read);
  }
}

ReadScope::ReadScope(Database& database) : database_(database) {
  if (database.inTransaction()) return;
  begun_ = database.exec("BEGIN", Doing::read);
  own_ = begun_.has_value();
}

ReadScope::~ReadScope() {
  if (own_) database_.rollback();
}

}  // namespace assay::store
