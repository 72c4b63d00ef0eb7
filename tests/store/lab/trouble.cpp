#include "tests/store/lab/trouble.h"

#include <fmt/format.h>
#include <sqlite3.h>

namespace assay::test {

namespace {

/// What a call fails with in that trouble; SQLITE_OK when the trouble does not concern it.
int codeFor(Trouble trouble, DiskCall call) {
  if (trouble != Trouble::diskError) return call == DiskCall::write ? SQLITE_FULL : SQLITE_OK;
  switch (call) {
    case DiskCall::open: return SQLITE_CANTOPEN;
    case DiskCall::read: return SQLITE_IOERR_READ;
    case DiskCall::write: return SQLITE_IOERR_WRITE;
    case DiskCall::truncate: return SQLITE_IOERR_TRUNCATE;
    case DiskCall::sync: return SQLITE_IOERR_FSYNC;
    case DiskCall::size: return SQLITE_IOERR_FSTAT;
    case DiskCall::remove: return SQLITE_IOERR_DELETE;
    case DiskCall::exists: return SQLITE_IOERR_ACCESS;
  }
  return SQLITE_OK;
}

}  // namespace

bool Plan::strikes(std::size_t call) const {
  if (call < at) return false;
  switch (length) {
    case Length::once: return call == at;
    case Length::aFewCalls: return call < at + 5;
    case Length::onAndOff: return (call - at) % 3 == 0;
    case Length::lasting: break;
  }
  return true;
}

std::string Plan::text() const {
  constexpr const char* kTroubles[] = {"disk error", "disk full", "short write"};
  constexpr const char* kLengths[] = {"once", "a few calls", "on and off", "lasting"};
  return fmt::format("{}, {}, call {}", kTroubles[static_cast<int>(trouble)],
                     kLengths[static_cast<int>(length)], at);
}

std::vector<Plan> everyTrouble() {
  std::vector<Plan> plans;
  for (const Trouble trouble : {Trouble::diskError, Trouble::diskFull, Trouble::shortWrite}) {
    for (const Length length :
         {Length::once, Length::aFewCalls, Length::onAndOff, Length::lasting}) {
      plans.push_back({trouble, length, 1});
    }
  }
  return plans;
}

Troubled::Troubled(MemoryDisk& disk, const Plan& plan) : disk_(disk) {
  disk_.shortWrites = plan.trouble == Trouble::shortWrite;
  disk_.fault = [this, plan](DiskCall call, const std::string&) {
    const int code = codeFor(plan.trouble, call);
    if (code == SQLITE_OK) return SQLITE_OK;
    const bool strikes = plan.strikes(++calls_);
    struck_ = struck_ || strikes;
    return strikes ? code : SQLITE_OK;
  };
}

Troubled::~Troubled() {
  disk_.fault = nullptr;
  disk_.shortWrites = false;
}

}  // namespace assay::test
