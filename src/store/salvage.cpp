// What is left of a damaged store, in a new one (maintenance.h).
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <map>
#include <tuple>
#include <utility>

#include "store/carve.h"
#include "store/file_state.h"
#include "store/fold.h"
#include "store/maintenance.h"
#include "store/open.h"
#include "store/schema.h"

namespace assay::store {

namespace fs = std::filesystem;
using base::ErrorCode;
using base::Result;

namespace {

/// The bytes of a file, without a copy and without a chance to change them.
class MappedFile {
 public:
  MappedFile() = default;
  ~MappedFile() {
    if (address_ != nullptr) ::munmap(address_, size_);
  }
  MappedFile(const MappedFile&) = delete;
  MappedFile& operator=(const MappedFile&) = delete;

  /// A system error number. A file that is not there has no bytes.
  int open(const fs::path& path) {
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (file < 0) return errno == ENOENT ? 0 : errno;
    struct stat info{};
    int error = ::fstat(file, &info) == 0 ? 0 : errno;
    if (error == 0 && !S_ISREG(info.st_mode)) error = S_ISDIR(info.st_mode) ? EISDIR : EINVAL;
    if (error == 0 && info.st_size > 0) {
      size_ = static_cast<std::size_t>(info.st_size);
      void* address = ::mmap(nullptr, size_, PROT_READ, MAP_PRIVATE, file, 0);
      if (address == MAP_FAILED) {
        error = errno;
      } else {
        address_ = address;
      }
    }
    ::close(file);
    return error;
  }
  [[nodiscard]] std::string_view bytes() const {
    return address_ == nullptr ? std::string_view()
                               : std::string_view(static_cast<const char*>(address_), size_);
  }

 private:
  void* address_ = nullptr;
  std::size_t size_ = 0;
};

/// In the order of the fold; what was redacted in one of several copies stays redacted.
using Found = std::map<std::tuple<std::int64_t, std::string, std::int64_t>, Event>;

Result<Found> findEvents(const fs::path& damaged) {
  MappedFile file;
  MappedFile journal;
  int error = file.open(damaged);
  if (error == 0) error = journal.open(damaged.string() + "-journal");
  if (error != 0) {
    return base::fail(ErrorCode::io, fmt::format("Cannot read {}: {}. Check the file and your "
                                                 "rights.",
                                                 damaged.string(), std::strerror(error)));
  }
  Found found;
  const auto take = [&](Event event) {
    const auto redactions = [](const Event& one) {
      return (one.baseHash ? 1 : 0) + (one.payloadHash ? 1 : 0);
    };
    const auto [at, fresh] =
        found.try_emplace({event.hlc, event.actor, event.aseq}, std::move(event));
    if (!fresh && redactions(event) > redactions(at->second)) at->second = std::move(event);
  };
  carveEvents(file.bytes(), file.bytes(), take);
  carveEvents(journal.bytes(), file.bytes(), take);
  if (found.empty()) {
    return base::fail(ErrorCode::corrupt,
                      "No change of a store could be found in " + damaged.string() +
                          ". Look for a backup in your data folder, or for another copy.");
  }
  return found;
}

/// Each event alone: one that speaks of something lost is left out, the rest goes on.
Result<void> putIn(Database& database, const Found& found, SalvageReport& report) {
  std::map<std::string, std::int64_t> next;
  for (const auto& [order, event] : found) {
    std::int64_t& wanted = next.try_emplace(event.actor, 1).first->second;
    if (event.aseq > wanted) {
      report.missing.push_back(
          event.aseq == wanted + 1
              ? fmt::format("Event {} is lost.", eventName(event.actor, wanted))
              : fmt::format("Events {} to {} are lost.", eventName(event.actor, wanted),
                            event.aseq - 1));
    }
    wanted = event.aseq + 1;
    if (auto begun = database.exec("SAVEPOINT one"); !begun) return begun;
    FileState state(database, Passages::Index::leave);
    Fold fold(state);
    auto done = insertEvent(database, event);
    if (done) done = fold.apply(event);
    if (done) done = fold.finish();
    if (!done) {
      report.missing.push_back(fmt::format("Event {} could not be used: {}",
                                           eventName(event.actor, event.aseq),
                                           done.error().message));
      if (auto back = database.exec("ROLLBACK TO one"); !back) return back;
    } else {
      ++report.events;
    }
    if (auto ended = database.exec("RELEASE one"); !ended) return ended;
  }
  return rebuildIndex(database);
}

Result<SalvageReport> fill(const fs::path& target, const Found& found) {
  auto database = Database::open(target, Database::Mode::create);
  if (!database) return base::passOn(database);
  if (auto set = (*database)->configure(kBusyTimeout); !set) return base::passOn(set);
  if (auto begun = (*database)->beginWriting(); !begun) return base::passOn(begun);
  SalvageReport report;
  auto done = createSchema(**database);
  if (done) done = putIn(**database, found, report);
  if (done) done = (*database)->commit();
  if (!done) return base::passOn(done);
  return report;
}

}  // namespace

Result<SalvageReport> salvageStore(const fs::path& damaged, const fs::path& target) {
  if (auto free = checkFree(target); !free) return base::passOn(free);
  const auto found = findEvents(damaged);
  if (!found) return base::passOn(found);
  const auto temporary = temporaryBeside(target);
  if (!temporary) return base::passOn(temporary);
  const TemporaryFile guard(*temporary);
  auto report = fill(*temporary, *found);
  if (!report) return report;
  if (auto named = giveName(*temporary, target); !named) return base::passOn(named);
  return report;
}

}  // namespace assay::store
