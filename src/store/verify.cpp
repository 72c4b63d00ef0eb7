#include "store/verify.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <future>
#include <span>

#include "base/hash.h"
#include "store/chain.h"
#include "store/codec.h"
#include "store/first_look.h"
#include "store/fold.h"
#include "store/memory_state.h"
#include "store/passages.h"
#include "store/schema.h"
#include "store/sqlite_error.h"

namespace assay::store {

using base::ErrorCode;
using base::Result;

namespace {

/// A failing disk is no damage of the file: SQLite's check lists a page that could not be read
/// like one that is wrong. Gives the code of the failure, or 0.
int unreadable(std::string_view finding) {
  constexpr std::string_view kOpening = "unable to get the page. error code=";
  constexpr int kIoErr = 10;
  const std::size_t at = finding.find(kOpening);
  if (at == std::string_view::npos) return 0;
  const std::string_view number = finding.substr(at + kOpening.size());
  int code = 0;
  std::from_chars(number.data(), number.data() + number.size(), code);
  return (code & 0xFF) == kIoErr ? code : 0;
}

/// A sentence for every row of a check of SQLite's own.
Result<void> listRows(Database& database, std::string_view pragma, std::string_view opening,
                      std::vector<std::string>& problems) {
  Query rows = database.query(pragma);
  while (true) {
    const auto row = rows.step();
    if (!row) return base::passOn(row);
    if (!*row) return {};
    const std::string first = rows.text(0);
    if (rows.columns() == 1 && first == "ok") return {};
    if (const int code = unreadable(first); code != 0) {
      return std::unexpected(sqliteFailure(code, "a page could not be read", Doing::read,
                                           database.path(), database.busyTimeout()));
    }
    std::string sentence = fmt::format("{}: {}", opening, first);
    if (rows.columns() == 4) {
      sentence = fmt::format("{}: a row of {} refers to a {} that is not there", opening, first,
                             rows.text(2));
    }
    problems.push_back(sentence + ".");
  }
}

// SQLite reads as many pages as the header counts and never looks behind them. Nothing of ours
// lies there: what a crash leaves is cut off when its journal is played back.
Result<void> checkLength(Database& database, std::vector<std::string>& problems) {
  Query query = database.query(
      "SELECT page_count * page_size FROM pragma_page_count, "
      "pragma_page_size");
  const auto row = query.step();
  if (!row) return base::passOn(row);
  const auto onDisk = bytesOnDisk(database);
  if (!onDisk) return base::passOn(onDisk);
  const auto counted = static_cast<std::uint64_t>(query.integer(0));
  if (*onDisk <= counted) return {};
  problems.push_back(
      fmt::format("The file has {} bytes behind its last page that belong to nothing: another "
                  "program wrote to it. Salvage the store into a new file, or restore a backup.",
                  *onDisk - counted));
  return {};
}

// Opening checked this as well; a view or trigger may have been planted since.
Result<void> checkSchema(Database& database, std::vector<std::string>& problems) {
  auto difference = schemaDifference(database);
  if (!difference) return base::passOn(difference);
  if (!difference->empty()) problems.push_back(std::move(*difference));
  return {};
}

// The first difference of each table: the rest of a table is mostly the same mistake again.
Result<void> compareState(Database& file, const MemoryState& fold, std::int32_t schema,
                          std::vector<std::string>& problems) {
  for (std::size_t i = 0; i < stateTables(schema).size(); ++i) {
    auto difference = fold.differenceIn(file, static_cast<Table>(i));
    if (!difference) return base::passOn(difference);
    if (!difference->empty()) problems.push_back(std::move(*difference));
  }
  return {};
}

// The fold compares a draft with its event; this compares it with the hash that the importer made
// of the file, which is older than both.
Result<void> checkDrafts(Database& database, VerifyReport& report) {
  Query rows = database.query("SELECT id, sha256, text FROM draft ORDER BY id");
  while (true) {
    const auto row = rows.step();
    if (!row) return base::passOn(row);
    if (!*row) return {};
    if (base::sha256Hex(rows.text(2)) == rows.text(1)) continue;
    Query redacted = database.query(
        "SELECT 1 FROM event WHERE id = ?1 AND op = 'create' AND payload_hash IS NOT NULL");
    const auto found = redacted.bind(1, rows.text(0)).step();
    if (!found) return base::passOn(found);
    if (*found) {
      report.notes.push_back(fmt::format("The text of draft {} is redacted.", rows.text(0)));
    } else {
      report.problems.push_back(
          fmt::format("The text of draft {} does not have its SHA-256.", rows.text(0)));
    }
  }
}

// The same for snapshots, whose bytes only their events have.
Result<void> checkSnapshots(Database& database, VerifyReport& report) {
  Query rows = database.query(
      "SELECT payload, payload_hash IS NOT NULL FROM event "
      "WHERE entity = 'snapshot' AND op = 'create' ORDER BY seq");
  while (true) {
    const auto row = rows.step();
    if (!row) return base::passOn(row);
    if (!*row) return {};
    const auto record = decodeSnapshot(rows.text(0));
    if (!record) return base::passOn(record);
    const model::Snapshot& snapshot = record->snapshot;
    if (snapshot.size == record->bytes.size() &&
        base::sha256Hex(record->bytes) == snapshot.sha256) {
      continue;
    }
    if (rows.integer(1) != 0) {
      report.notes.push_back(fmt::format("The snapshot {} is redacted.", snapshot.name));
    } else {
      report.problems.push_back(
          fmt::format("The snapshot {} does not have its SHA-256.", snapshot.name));
    }
  }
}

Result<std::uint64_t> count(Database& database, std::string_view sql) {
  Query query = database.query(sql);
  const auto row = query.step();
  if (!row) return base::passOn(row);
  return static_cast<std::uint64_t>(query.integer(0));
}

Result<void> countThings(Database& database, VerifyReport& report) {
  const auto commands = count(database, "SELECT count(*) FROM command");
  if (!commands) return base::passOn(commands);
  const auto articles = count(database, "SELECT count(*) FROM article WHERE removed = 0");
  if (!articles) return base::passOn(articles);
  const auto items = count(database, "SELECT count(*) FROM item WHERE removed = 0");
  if (!items) return base::passOn(items);
  report.commands = *commands;
  report.articles = *articles;
  report.items = *items;
  return {};
}

// The fold has compared the passages; this compares the index with them.
Result<void> checkIndex(Database& database, VerifyReport& report) {
  const auto schema = storedSchema(database);
  if (!schema) return base::passOn(schema);
  if (*schema < kFirstSchemaWithSearch) return {};
  bool looked = false;
  auto difference = indexDifference(database, looked);
  if (!difference) return base::passOn(difference);
  if (!difference->empty()) report.problems.push_back(std::move(*difference));
  if (!looked) {
    report.notes.emplace_back(
        "The index for searching was not looked at: that needs the right to write to the store, "
        "and nobody else writing.");
  }
  return {};
}

/// Where the machine gives no thread, the work is done by the one that waits for it.
constexpr auto kOnAThread = std::launch::async | std::launch::deferred;

bool worthAThread(std::span<const Event> events) { return events.size() >= 64; }

/// Damage that a check ran into is a finding; that the file cannot be read is an error.
bool isFinding(const base::Error& error) {
  return error.code == ErrorCode::corrupt || error.code == ErrorCode::unsupported;
}

}  // namespace

/// Chain and fold in one pass over the events. Most of the work on the chain is hashing, which
/// needs nothing of the fold: a second thread does it, some hundred events at a time.
Result<void> verifyEvents(Database& database, VerifyReport& report) {
  const auto schema = storedSchema(database);
  if (!schema) return base::passOn(schema);
  MemoryState state;
  ChainCheck chain;
  Fold fold(state, *schema);
  bool folding = true;
  const auto foldAll = [&](std::span<const Event> events) {
    for (const Event& event : events) {
      if (!folding) return;
      if (auto applied = fold.apply(event); !applied) {
        // The chain is looked at to the end; the state after this event means nothing.
        report.problems.push_back(applied.error().message);
        folding = false;
      }
    }
  };
  auto done = forEachBatch(database, [&](std::span<const Event> events) -> Result<void> {
    auto hashing = std::async(worthAThread(events) ? kOnAThread : std::launch::deferred, [&] {
      for (const Event& event : events) chain.see(event);
    });
    foldAll(events);
    hashing.get();  // out of memory there is out of memory here
    return {};
  });
  chain.finish();
  report.events = chain.events();
  report.head = chain.head();
  report.problems.insert(report.problems.end(), chain.problems().begin(), chain.problems().end());
  report.notes.insert(report.notes.end(), chain.notes().begin(), chain.notes().end());
  if (!done) return done;
  if (!folding) return {};
  if (auto finished = fold.finish(); !finished) return finished;
  return compareState(database, state, *schema, report.problems);
}

// Every check runs, whatever the ones before it found: the list as a whole tells what happened.
Result<VerifyReport> verifyStore(Database& database) {
  const ReadScope scope(database);
  if (!scope.begun()) return base::passOn(scope.begun());
  VerifyReport report;
  using Check = Result<void> (*)(Database&, VerifyReport&);
  constexpr Check kChecks[] = {
      [](Database& file, VerifyReport& out) {
        return listRows(file, "PRAGMA integrity_check(20)", "The file is damaged", out.problems);
      },
      [](Database& file, VerifyReport& out) { return checkLength(file, out.problems); },
      [](Database& file, VerifyReport& out) { return checkSchema(file, out.problems); },
      [](Database& file, VerifyReport& out) {
        return listRows(file, "PRAGMA foreign_key_check", "A link is broken", out.problems);
      },
      verifyEvents,
      checkDrafts,
      checkSnapshots,
      checkIndex,
      countThings,
  };
  for (const Check check : kChecks) {
    auto done = check(database, report);
    if (done) continue;
    if (!isFinding(done.error())) return base::passOn(done);
    report.problems.push_back(done.error().message);
  }
  return report;
}

}  // namespace assay::store
