// assay source add, edit, list: what statements are checked against.
#include <algorithm>

#include "cli/commands/commands.h"
#include "cli/lines.h"
#include "cli/source_options.h"
#include "cli/store_options.h"

namespace assay::cli {

namespace {

constexpr std::size_t kTitleLength = 60;  // code points

}  // namespace

ExitCode runSourceAdd(Invocation& call) {
  StoreOptions store;
  SourceOptions fields;
  Parser parser("source add", "Notes down a source and prints its number.");
  store.addStore(parser);
  store.addActor(parser);
  fields.addAll(parser);
  parser.example(
      "assay source add --store desk.assay --kind official_record --title \"Minutes, 4 March\"");
  if (const auto ended = call.parse(parser)) return *ended;
  model::Source source;
  if (auto done = fields.applyTo(source); !done) return call.refuse(done.error());
  const auto session = store.open(call, StoreOptions::Access::change);
  if (!session) return call.refuse(session.error());
  return call.conclude((*session)->execute(app::AddSource{std::move(source)}));
}

ExitCode runSourceEdit(Invocation& call) {
  StoreOptions store;
  SourceOptions fields;
  std::vector<std::string> words;
  Parser parser("source edit", "Changes a source; what is not named stays. An empty text clears.");
  parser.words("SOURCE", "its number: S1", 1, 1, words);
  store.addStore(parser);
  store.addActor(parser);
  fields.addAll(parser);
  parser.example("assay source edit --store desk.assay S1 --looked-at 2026-02-03");
  if (const auto ended = call.parse(parser)) return *ended;
  if (!fields.given()) return call.wrongUsage("Nothing to change is named.", "source edit");
  const auto session = store.open(call, StoreOptions::Access::change);
  if (!session) return call.refuse(session.error());
  const auto id = (*session)->findSource(words.front());
  if (!id) return call.refuse(id.error());
  auto sources = (*session)->sources();
  if (!sources) return call.refuse(sources.error());
  const auto found = std::find_if(sources->begin(), sources->end(),
                                  [&](const model::Source& source) { return source.id == *id; });
  if (auto done = fields.applyTo(*found); !done) return call.refuse(done.error());
  return call.conclude((*session)->execute(app::EditSource{std::move(*found)}));
}

ExitCode runSourceList(Invocation& call) {
  StoreOptions store;
  Parser parser("source list", "Lists the sources of a store.");
  store.addStore(parser);
  parser.example("assay source list --store desk.assay");
  if (const auto ended = call.parse(parser)) return *ended;
  const auto session = store.open(call, StoreOptions::Access::read);
  if (!session) return call.refuse(session.error());
  const auto sources = (*session)->sources();
  if (!sources) return call.refuse(sources.error());
  std::vector<std::vector<std::string>> rows;
  for (const model::Source& source : *sources) {
    rows.push_back({model::sourceNumberText(source.number),
                    std::string(model::info(source.kind).word), source.lookedAt,
                    source.sensitive ? "sensitive" : "", brief(source.title, kTitleLength),
                    harmless(source.url)});
  }
  call.print(rows.empty() ? "No sources.\n" : aligned(rows));
  return ExitCode::done;
}

}  // namespace assay::cli
