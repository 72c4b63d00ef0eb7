#include "store/keeper.h"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <ctime>
#include <functional>
#include <set>

#include "base/hash.h"
#include "store/maintenance.h"
#include "store/open.h"

namespace assay::store {

namespace fs = std::filesystem;
using base::Result;

namespace {

constexpr std::uint64_t kFewestChanges = 200;
constexpr std::uint64_t kShare = 20;  // of a large store a twentieth has to be new
constexpr std::size_t kRecent = 10;
constexpr std::size_t kDays = 7;
constexpr std::size_t kWeeks = 4;
constexpr std::size_t kMonths = 12;

constexpr std::string_view kEnding = " events).assay";

std::chrono::sys_days dayOf(base::Millis at) {
  return std::chrono::floor<std::chrono::days>(
      std::chrono::sys_time<std::chrono::milliseconds>(std::chrono::milliseconds(at)));
}

std::int64_t dayNumber(base::Millis at) { return dayOf(at).time_since_epoch().count(); }
// 1 January 1970 was a Thursday.
std::int64_t weekNumber(base::Millis at) { return (dayNumber(at) + 3) / 7; }
std::int64_t monthNumber(base::Millis at) {
  const std::chrono::year_month_day date(dayOf(at));
  return int{date.year()} * 12 + static_cast<int>(unsigned{date.month()});
}

/// Takes a number of `digits` digits, or as many as there are for 0, from the front.
std::optional<std::uint64_t> takeNumber(std::string_view& text, std::size_t digits) {
  const std::string_view part = text.substr(0, digits == 0 ? text.size() : digits);
  std::uint64_t number = 0;
  const auto [stop, error] = std::from_chars(part.data(), part.data() + part.size(), number);
  if (error != std::errc{}) return std::nullopt;
  const auto used = static_cast<std::size_t>(stop - part.data());
  if (digits != 0 && used != digits) return std::nullopt;
  text.remove_prefix(used);
  return number;
}

/// The newest of each of the `most` newest periods.
void keepNewestOf(const std::vector<BackupFile>& files, std::size_t most,
                  std::int64_t (*period)(base::Millis), std::set<fs::path>& kept) {
  std::set<std::int64_t> periods;
  for (const BackupFile& file : files) {
    if (periods.contains(period(file.at))) continue;
    if (periods.size() == most) return;
    periods.insert(period(file.at));
    kept.insert(file.path);
  }
}

Result<std::uint64_t> eventsOf(const fs::path& store) {
  auto database =
      openDatabase({.path = store, .actor = {}, .createIfMissing = false, .readOnly = true});
  if (!database) return base::passOn(database);
  Query query = (*database)->query("SELECT ifnull(max(seq), 0) FROM event");
  const auto row = query.step();
  if (!row) return base::passOn(row);
  return static_cast<std::uint64_t>(query.integer(0));
}

}  // namespace

std::string backupName(base::Millis at, std::uint64_t events) {
  const auto seconds = static_cast<std::time_t>(at / 1000);
  return fmt::format("{:%Y-%m-%d %H.%M.%S} ({}{}", fmt::gmtime(seconds), events, kEnding);
}

std::optional<BackupFile> backupOf(const fs::path& path) {
  const std::string name = path.filename().string();
  std::string_view rest = name;
  constexpr std::array<std::pair<std::size_t, std::string_view>, 7> kParts{
      {{4, "-"}, {2, "-"}, {2, " "}, {2, "."}, {2, "."}, {2, " ("}, {0, kEnding}}};
  std::array<std::uint64_t, kParts.size()> numbers{};
  for (std::size_t i = 0; i < kParts.size(); ++i) {
    const auto number = takeNumber(rest, kParts[i].first);
    if (!number || !rest.starts_with(kParts[i].second)) return std::nullopt;
    numbers[i] = *number;
    rest.remove_prefix(kParts[i].second.size());
  }
  const std::chrono::year_month_day date(std::chrono::year(static_cast<int>(numbers[0])),
                                         std::chrono::month(static_cast<unsigned>(numbers[1])),
                                         std::chrono::day(static_cast<unsigned>(numbers[2])));
  if (!rest.empty() || !date.ok()) return std::nullopt;
  const auto day = std::chrono::sys_days(date).time_since_epoch().count();
  const auto seconds = static_cast<base::Millis>(numbers[3] * 3600 + numbers[4] * 60 + numbers[5]);
  return BackupFile{path, (static_cast<base::Millis>(day) * 86'400 + seconds) * 1000, numbers[6]};
}

fs::path backupFolder(const fs::path& backups, const fs::path& store) {
  std::error_code error;
  fs::path whole = fs::weakly_canonical(fs::absolute(store, error), error);
  if (error) whole = store;
  return backups /
         fmt::format("{}-{}", store.stem().string(), base::sha256Hex(whole.string()).substr(0, 8));
}

std::vector<BackupFile> backupsIn(const fs::path& folder) {
  std::vector<BackupFile> files;
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(folder, error)) {
    if (auto file = backupOf(entry.path())) files.push_back(std::move(*file));
  }
  std::ranges::sort(files, [](const BackupFile& left, const BackupFile& right) {
    return std::pair(left.at, left.events) > std::pair(right.at, right.events);
  });
  return files;
}

std::vector<BackupFile> keptBackups(std::vector<BackupFile> files) {
  std::ranges::sort(files, std::ranges::greater(), &BackupFile::at);
  std::set<fs::path> kept;
  for (std::size_t i = 0; i < std::min(kRecent, files.size()); ++i) kept.insert(files[i].path);
  keepNewestOf(files, kDays, dayNumber, kept);
  keepNewestOf(files, kWeeks, weekNumber, kept);
  keepNewestOf(files, kMonths, monthNumber, kept);
  std::erase_if(files, [&](const BackupFile& file) { return !kept.contains(file.path); });
  return files;
}

Result<std::optional<fs::path>> backUpWhenDue(const fs::path& store, const fs::path& backups,
                                              base::Millis now) {
  const fs::path folder = backupFolder(backups, store);
  const std::vector<BackupFile> before = backupsIn(folder);
  const auto events = eventsOf(store);
  if (!events) return base::passOn(events);
  const std::uint64_t known = before.empty() ? 0 : before.front().events;
  // Fewer than in the backup: another store lies there now, and is worth one at once.
  const bool due = *events < known || *events - known >= std::max(kFewestChanges, *events / kShare);
  if (*events == 0 || !due) return std::optional<fs::path>();
  const fs::path target = folder / backupName(now, *events);
  if (auto kept = backupStore(store, target); !kept) return base::passOn(kept);
  std::vector<BackupFile> files = backupsIn(folder);
  const std::vector<BackupFile> kept = keptBackups(files);
  for (const BackupFile& file : files) {
    const bool stays =
        file.path == target || std::ranges::find(kept, file.path, &BackupFile::path) != kept.end();
    std::error_code ignored;  // one too many harms nobody
    if (!stays) fs::remove(file.path, ignored);
  }
  return std::optional<fs::path>(target);
}

}  // namespace assay::store
