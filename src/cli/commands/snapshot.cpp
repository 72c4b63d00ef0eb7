// assay snapshot add, save, remove, list: the bytes of sources, kept in the store.
#include <algorithm>

#include "app/snapshots.h"
#include "base/clock.h"
#include "cli/commands/commands.h"
#include "cli/lines.h"
#include "cli/store_options.h"
#include "cli/words.h"

namespace assay::cli {

namespace {

struct Options {
  StoreOptions store;
  std::vector<std::string> words;
  std::optional<std::string> number;
};

void addNumber(Parser& parser, Options& options) {
  parser.option("--number", "N",
                "which of several, as “assay snapshot list” numbers them; the newest unless said",
                options.number);
}

/// The snapshot that is meant, of the source that is the first word.
base::Result<model::Snapshot> snapshotFrom(const app::Session& session, const Options& options) {
  const auto source = session.findSource(options.words[0]);
  if (!source) return base::passOn(source);
  const auto kept = session.store().snapshots(*source);
  if (!kept) return base::passOn(kept);
  if (kept->empty()) {
    return base::fail(base::ErrorCode::notFound, options.words[0] +
                                                     " has no snapshot. “assay snapshot add " +
                                                     options.words[0] + " FILE” keeps one.");
  }
  if (!options.number) return kept->back();
  const auto number = numberFrom(*options.number);
  if (number && *number <= kept->size()) return (*kept)[*number - 1];
  return base::fail(base::ErrorCode::notFound, options.words[0] + " has no snapshot “" +
                                                   *options.number + "”; it has " +
                                                   std::to_string(kept->size()) + ".");
}

}  // namespace

ExitCode runSnapshotAdd(Invocation& call) {
  Options options;
  Parser parser("snapshot add", "Keeps a file in the store as what a source was like today.");
  parser.about(
      "Its bytes, their SHA-256 and the time become part of the record, which verify checks. At "
      "most 64 MB.");
  parser.words("SOURCE FILE", "the number of the source (S1), and the file", 2, 2, options.words);
  options.store.addStore(parser);
  options.store.addActor(parser);
  parser.example("assay snapshot add --store desk.assay S1 minutes.pdf");
  if (const auto ended = call.parse(parser)) return *ended;
  const auto session = options.store.open(call, StoreOptions::Access::change);
  if (!session) return call.refuse(session.error());
  const auto source = (*session)->findSource(options.words[0]);
  if (!source) return call.refuse(source.error());
  auto command = app::prepareSnapshot(*source, options.words[1], call.environment().files);
  if (!command) return call.refuse(command.error());
  return call.conclude((*session)->execute(std::move(*command)));
}

ExitCode runSnapshotSave(Invocation& call) {
  Options options;
  Parser parser("snapshot save", "Writes the kept bytes of a source to a file.");
  parser.about("Exactly the bytes that were kept, or nothing: their SHA-256 is checked.")
      .words("SOURCE FILE", "the number of the source (S1), and the file to write", 2, 2,
             options.words);
  options.store.addStore(parser);
  addNumber(parser, options);
  parser.example("assay snapshot save --store desk.assay S1 minutes.pdf");
  if (const auto ended = call.parse(parser)) return *ended;
  const auto session = options.store.open(call, StoreOptions::Access::read);
  if (!session) return call.refuse(session.error());
  const auto snapshot = snapshotFrom(**session, options);
  if (!snapshot) return call.refuse(snapshot.error());
  const std::filesystem::path file = options.words[1];
  std::error_code ignored;
  if (std::filesystem::equivalent(file, (*session)->path(), ignored)) {
    return call.refuse({base::ErrorCode::conflict,
                        options.words[1] + " is the store itself. Name another file.", "",
                        nullptr});
  }
  if (auto saved = app::saveSnapshot(**session, snapshot->id, file); !saved) {
    return call.refuse(saved.error());
  }
  call.print("Wrote " + options.words[1] + ": " + model::sizeText(snapshot->size) + ", taken " +
             base::utcTimestamp(snapshot->takenAt) + ", SHA-256 " + snapshot->sha256 + ".\n");
  return ExitCode::done;
}

ExitCode runSnapshotRemove(Invocation& call) {
  Options options;
  Parser parser("snapshot remove", "Takes the kept bytes of a source out of sight.");
  parser.about("Undo brings them back; the record keeps them.")
      .words("SOURCE", "the number of the source: S1", 1, 1, options.words);
  options.store.addStore(parser);
  options.store.addActor(parser);
  addNumber(parser, options);
  parser.example("assay snapshot remove --store desk.assay S1");
  if (const auto ended = call.parse(parser)) return *ended;
  const auto session = options.store.open(call, StoreOptions::Access::change);
  if (!session) return call.refuse(session.error());
  const auto snapshot = snapshotFrom(**session, options);
  if (!snapshot) return call.refuse(snapshot.error());
  return call.conclude((*session)->execute(app::RemoveSnapshot{snapshot->id}));
}

ExitCode runSnapshotList(Invocation& call) {
  StoreOptions store;
  Parser parser("snapshot list", "Lists what is kept, of which source, with its SHA-256.");
  store.addStore(parser);
  parser.example("assay snapshot list --store desk.assay");
  if (const auto ended = call.parse(parser)) return *ended;
  const auto session = store.open(call, StoreOptions::Access::read);
  if (!session) return call.refuse(session.error());
  const auto sources = (*session)->sources();
  if (!sources) return call.refuse(sources.error());
  std::vector<std::vector<std::string>> rows;
  for (const model::Source& source : *sources) {
    const auto kept = (*session)->store().snapshots(source.id);
    if (!kept) return call.refuse(kept.error());
    std::size_t number = 0;
    for (const model::Snapshot& snapshot : *kept) {
      rows.push_back({model::sourceNumberText(source.number), std::to_string(++number),
                      base::utcTimestamp(snapshot.takenAt), model::sizeText(snapshot.size),
                      snapshot.sha256, harmless(snapshot.name)});
    }
  }
  call.print(rows.empty() ? "No snapshots.\n" : aligned(rows));
  return ExitCode::done;
}

}  // namespace assay::cli
