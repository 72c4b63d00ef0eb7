// The record out as lines of JSON and in again (maintenance.h).
#include <fmt/format.h>

#include "base/utf8.h"
#include "store/chain.h"
#include "store/event_json.h"
#include "store/limits.h"
#include "store/maintenance.h"
#include "store/open.h"

namespace assay::store {

using base::ErrorCode;
using base::Result;

namespace {

// Two values at their largest, with room for the escapes of JSON. Asked before the line is read:
// its parts would need several times as much memory.
constexpr std::size_t kLongestLine = std::size_t{4} * kMostBytesOfAValue;

/// True when the event is new here; conflict when another one has its name.
Result<bool> isNew(Database& database, const Event& event) {
  Query query = database.query("SELECT hash FROM event WHERE actor = ?1 AND aseq = ?2");
  const auto row = query.bind(1, event.actor).bind(2, event.aseq).step();
  if (!row) return base::passOn(row);
  if (!*row) return true;
  if (digestOf(query.blob(0)) == event.hash) return false;
  return base::fail(ErrorCode::conflict,
                    fmt::format("Event {} is another one in this store: the same copy was edited "
                                "in two places. Both cannot be one record.",
                                eventName(event.actor, event.aseq)));
}

Result<ImportReport> takeIn(Database& database,
                            const std::function<std::optional<std::string>()>& next) {
  ImportReport report;
  std::size_t number = 0;
  while (const auto line = next()) {
    ++number;
    if (line->empty()) continue;
    const auto inLine = [&](const base::Error& error) {
      return base::fail(error.code, fmt::format("Line {}: {}", number, error.message));
    };
    if (line->size() > kLongestLine) {
      return base::fail(ErrorCode::tooLarge,
                        fmt::format("Line {} is {} bytes long; no event has more than {}.", number,
                                    line->size(), kLongestLine));
    }
    if (const auto at = base::firstInvalidByte(*line)) {
      return base::fail(ErrorCode::invalidInput,
                        fmt::format("Line {} is not valid UTF-8 at byte {}.", number, *at));
    }
    const auto event = eventFromLine(*line);
    if (!event) return inLine(event.error());
    const auto fresh = isNew(database, *event);
    if (!fresh) return inLine(fresh.error());
    if (*fresh) {
      if (auto done = insertEvent(database, *event); !done) return inLine(done.error());
    }
    ++(*fresh ? report.added : report.known);
  }
  return report;
}

/// The whole record as it is now: nothing comes in that verify would complain about.
Result<void> checkChains(Database& database) {
  ChainCheck chain;
  auto done = forEachEvent(database, [&](const Event& event) -> Result<void> {
    chain.see(event);
    return {};
  });
  if (!done) return done;
  chain.finish();
  if (chain.problems().empty()) return {};
  return base::fail(ErrorCode::corrupt,
                    "The events do not fit together. " + chain.problems().front());
}

}  // namespace

Result<std::uint64_t> exportEvents(const std::filesystem::path& store,
                                   const std::function<Result<void>(std::string_view line)>& line) {
  auto database =
      openDatabase({.path = store, .actor = {}, .createIfMissing = false, .readOnly = true});
  if (!database) return base::passOn(database);
  const ReadScope scope(**database);
  if (!scope.begun()) return base::passOn(scope.begun());
  std::uint64_t count = 0;
  auto done = forEachEvent(**database, [&](const Event& event) {
    ++count;
    return line(eventLine(event));
  });
  if (!done) return base::passOn(done);
  return count;
}

Result<ImportReport> importEvents(const OpenOptions& store,
                                  const std::function<std::optional<std::string>()>& next) {
  auto database = openDatabase(store);
  if (!database) return base::passOn(database);
  if (auto begun = (*database)->beginWriting(); !begun) return base::passOn(begun);
  // Closing the connection rolls back whatever was not committed.
  auto report = takeIn(**database, next);
  if (!report || report->added == 0) return report;
  if (auto fits = checkChains(**database); !fits) return base::passOn(fits);
  if (auto folded = rebuildState(**database); !folded) return base::passOn(folded);
  if (auto done = (*database)->commit(); !done) return base::passOn(done);
  return report;
}

}  // namespace assay::store
