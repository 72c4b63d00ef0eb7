#include "app/care.h"

namespace assay::app {

namespace fs = std::filesystem;

base::Result<store::VerifyReport> backUp(const fs::path& store, const fs::path& target) {
  return store::backupStore(store, target);
}

base::Result<store::VerifyReport> restore(const fs::path& backup, const fs::path& target) {
  return store::restoreStore(backup, target);
}

base::Result<store::SalvageReport> salvage(const fs::path& damaged, const fs::path& target) {
  return store::salvageStore(damaged, target);
}

base::Result<std::uint64_t> exportEvents(
    const fs::path& store, const std::function<base::Result<void>(std::string_view line)>& line) {
  return store::exportEvents(store, line);
}

base::Result<store::ImportReport> importEvents(
    const fs::path& store, const std::function<std::optional<std::string>()>& next) {
  return store::importEvents({.path = store, .actor = {}}, next);
}

base::Result<std::uint64_t> redact(const SessionOptions& options, const Environment& environment,
                                   std::string_view words, std::string_view reason) {
  return store::redactWords(
      {.path = options.store, .actor = options.actor, .createIfMissing = options.create},
      environment.clock, environment.ids, words, reason);
}

}  // namespace assay::app
