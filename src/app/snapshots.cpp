#include "app/snapshots.h"

#include <fmt/format.h>

#include "app/executor.h"
#include "base/hash.h"
#include "store/limits.h"

namespace assay::app {

namespace fs = std::filesystem;
using base::ErrorCode;

namespace {

// Shares of the whole for the progress bar, of a file of many megabytes.
constexpr double kReadShare = 0.1;
constexpr double kHashedShare = 0.3;

std::unexpected<base::Error> stopped(std::string_view name) {
  return base::fail(ErrorCode::cancelled,
                    fmt::format("Keeping {} was stopped; nothing of it was stored.", name));
}

}  // namespace

base::Result<AttachSnapshot> prepareSnapshot(const model::SourceId& source, const fs::path& file,
                                             const base::FileSystem& files) {
  auto bytes = files.read(file, static_cast<std::uint64_t>(store::kMostBytesOfASnapshot));
  if (!bytes) return base::passOn(std::move(bytes));
  return AttachSnapshot{source, model::plainFileName(file.filename().string()), std::move(*bytes)};
}

base::Result<void> saveSnapshot(const Session& session, const model::SnapshotId& snapshot,
                                const fs::path& file) {
  auto bytes = session.store().snapshotBytes(snapshot);
  if (!bytes) return base::passOn(std::move(bytes));
  return session.environment().files.writeAtomically(file, *bytes);
}

base::Result<fs::path> showableSnapshot(const Session& session, const model::Snapshot& snapshot,
                                        const fs::path& cache) {
  if (!model::isShownNotRun(snapshot.name)) {
    return base::fail(
        ErrorCode::unsupported,
        fmt::format("{} is not of a kind that is only looked at; opening it could run "
                    "it. Take it out with “assay snapshot save” and decide there.",
                    snapshot.name));
  }
  // By its hash: two snapshots of one name do not meet.
  const fs::path folder = cache / "snapshots" / snapshot.sha256.substr(0, 16);
  if (auto made = session.environment().files.makeFolder(folder); !made) {
    return base::passOn(std::move(made));
  }
  fs::path file = folder / snapshot.name;
  if (auto saved = saveSnapshot(session, snapshot.id, file); !saved) {
    return base::passOn(std::move(saved));
  }
  return file;
}

base::Result<Outcome> Executor::run(const AttachSnapshot& command) {
  auto source = store_.source(command.source);
  if (!source) return base::passOn(std::move(source));
  auto known = store_.snapshots(command.source);
  if (!known) return base::passOn(std::move(known));
  model::Snapshot snapshot;
  snapshot.id.value = environment_.ids.next();
  snapshot.source = command.source;
  snapshot.name = model::plainFileName(command.name);
  job_.report(kReadShare, "taking its SHA-256");
  snapshot.sha256 = base::sha256Hex(command.bytes);
  snapshot.size = command.bytes.size();
  snapshot.takenAt = environment_.clock.now();
  const std::string number = model::sourceNumberText(source->number);
  for (const model::Snapshot& other : *known) {
    if (other.sha256 != snapshot.sha256) continue;
    return base::fail(ErrorCode::conflict,
                      fmt::format("{} has exactly these bytes already, as {} of {}. Nothing was "
                                  "attached.",
                                  number, other.name, base::utcDate(other.takenAt)));
  }
  const auto change = [&](store::Transaction& transaction) -> base::Result<void> {
    job_.report(kHashedShare, "storing the file");
    auto done = transaction.add(snapshot, command.bytes);
    if (done && job_.cancelled()) return stopped(command.name);
    return done;
  };
  if (job_.cancelled()) return stopped(command.name);
  auto outcome = write(fmt::format("Attach {} to {}", snapshot.name, number), change, {});
  if (!outcome) return outcome;
  outcome->message =
      fmt::format("{}: {} kept, {}", number, snapshot.name, model::sizeText(snapshot.size));
  outcome->source = command.source;
  outcome->snapshot = snapshot.id;
  return outcome;
}

base::Result<Outcome> Executor::run(const RemoveSnapshot& command) {
  auto all = store_.snapshots();
  if (!all) return base::passOn(std::move(all));
  for (const model::Snapshot& snapshot : *all) {
    if (snapshot.id != command.snapshot) continue;
    return write(
        "Remove the snapshot " + snapshot.name,
        [&](store::Transaction& transaction) { return transaction.remove(snapshot.id); },
        snapshot.name + " removed");
  }
  return base::fail(ErrorCode::notFound,
                    "There is no such snapshot any more. Look at the source again.");
}

}  // namespace assay::app
