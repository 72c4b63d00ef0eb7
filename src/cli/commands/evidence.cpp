// assay evidence add, edit, remove: the links between items and sources.
#include "cli/commands/commands.h"
#include "cli/source_options.h"
#include "cli/store_options.h"
#include "cli/words.h"

namespace assay::cli {

namespace {

struct Options {
  StoreOptions store;
  SourceOptions newSource;
  std::vector<std::string> words;
  std::optional<std::string> source;
  std::optional<std::string> stance;
  std::optional<std::string> excerpt;
  std::optional<std::string> locator;
  std::optional<std::string> note;
};

void addFields(Parser& parser, Options& options) {
  parser.option("--stance", "STANCE", stanceWords(), options.stance)
      .option("--excerpt", "TEXT", "the words of the source that matter", options.excerpt)
      .option("--locator", "TEXT", "where in the source: page, time stamp, paragraph",
              options.locator)
      .option("--note", "TEXT", "for the desk", options.note);
}

base::Result<void> applyTo(model::Evidence& evidence, const Options& options) {
  if (options.stance) {
    const auto stance = stanceFrom(*options.stance);
    if (!stance) return base::passOn(stance);
    evidence.stance = *stance;
  }
  if (options.excerpt) evidence.excerpt = *options.excerpt;
  if (options.locator) evidence.locator = *options.locator;
  if (options.note) evidence.note = *options.note;
  return {};
}

// Evidence has no number of its own: it is counted within its item, as `assay show` prints it.
base::Result<model::Evidence> evidenceFrom(const app::Session& session, const Options& options) {
  const auto items = options.store.items(session, {options.words[0]});
  if (!items) return base::passOn(items);
  const auto detail = session.item(items->front());
  if (!detail) return base::passOn(detail);
  const std::string& word = options.words[1];
  const auto number = numberFrom(word);
  const auto& known = (*detail)->evidence;
  if (!number || *number > known.size()) {
    return base::fail(base::ErrorCode::notFound,
                      (*detail)->row.number + " has no evidence “" + word + "”; it has " +
                          std::to_string(known.size()) + ". “assay show " + (*detail)->row.number +
                          "” numbers it.");
  }
  return known[*number - 1].evidence;
}

}  // namespace

ExitCode runEvidenceAdd(Invocation& call) {
  Options options;
  Parser parser("evidence add", "Links an item to a source and says what the source does to it.");
  parser.words("ITEM", "its number: Q3, C12 or A2:Q3", 1, 1, options.words);
  options.store.addStore(parser);
  options.store.addArticle(parser);
  options.store.addActor(parser);
  parser.option("--source", "SOURCE", "the number of a source: S1", options.source);
  options.newSource.addBrief(parser);
  addFields(parser, options);
  parser
      .example(
          "assay evidence add --store desk.assay Q3 --source S1 --stance supports "
          "--excerpt \"so moved\"")
      .example(
          "assay evidence add --store desk.assay C4 --stance refutes "
          "--source-title \"Annual report\"");
  if (const auto ended = call.parse(parser)) return *ended;
  if (!options.stance) return call.wrongUsage("assay evidence add wants --stance.", "evidence add");
  if (options.source.has_value() == options.newSource.given()) {
    return call.wrongUsage("Name one source: --source S1, or --source-title for a new one.",
                           "evidence add");
  }
  app::AddEvidence command;
  if (auto done = applyTo(command.evidence, options); !done) return call.refuse(done.error());
  if (!options.source) {
    command.newSource.emplace();
    auto done = options.newSource.applyTo(*command.newSource);
    if (!done) return call.refuse(done.error());
  }
  const auto session = options.store.open(call, StoreOptions::Access::change);
  if (!session) return call.refuse(session.error());
  const auto items = options.store.items(**session, options.words);
  if (!items) return call.refuse(items.error());
  command.evidence.item = items->front();
  if (options.source) {
    const auto source = (*session)->findSource(*options.source);
    if (!source) return call.refuse(source.error());
    command.evidence.source = *source;
  }
  return call.conclude((*session)->execute(std::move(command)));
}

ExitCode runEvidenceEdit(Invocation& call) {
  Options options;
  Parser parser("evidence edit", "Changes the link between an item and a source.");
  parser.words("ITEM N", "the item, and which of its evidence as “assay show” numbers it", 2, 2,
               options.words);
  options.store.addStore(parser);
  options.store.addArticle(parser);
  options.store.addActor(parser);
  addFields(parser, options);
  parser.example("assay evidence edit --store desk.assay Q3 1 --stance inconclusive");
  if (const auto ended = call.parse(parser)) return *ended;
  if (!options.stance && !options.excerpt && !options.locator && !options.note) {
    return call.wrongUsage("Nothing to change is named.", "evidence edit");
  }
  const auto session = options.store.open(call, StoreOptions::Access::change);
  if (!session) return call.refuse(session.error());
  auto evidence = evidenceFrom(**session, options);
  if (!evidence) return call.refuse(evidence.error());
  if (auto done = applyTo(*evidence, options); !done) return call.refuse(done.error());
  return call.conclude((*session)->execute(app::EditEvidence{std::move(*evidence)}));
}

ExitCode runEvidenceRemove(Invocation& call) {
  Options options;
  Parser parser("evidence remove", "Takes the link between an item and a source away.");
  parser.about("The source stays, and undo brings the link back.")
      .words("ITEM N", "the item, and which of its evidence as “assay show” numbers it", 2, 2,
             options.words);
  options.store.addStore(parser);
  options.store.addArticle(parser);
  options.store.addActor(parser);
  parser.example("assay evidence remove --store desk.assay Q3 1");
  if (const auto ended = call.parse(parser)) return *ended;
  const auto session = options.store.open(call, StoreOptions::Access::change);
  if (!session) return call.refuse(session.error());
  const auto evidence = evidenceFrom(**session, options);
  if (!evidence) return call.refuse(evidence.error());
  return call.conclude((*session)->execute(app::RemoveEvidence{evidence->id}));
}

}  // namespace assay::cli
