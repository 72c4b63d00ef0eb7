// assay mark: the status of one or many items, as one step that undo takes back.
#include "cli/commands/commands.h"
#include "cli/filter_options.h"
#include "cli/store_options.h"
#include "cli/words.h"

namespace assay::cli {

namespace {

struct Options {
  StoreOptions store;
  FilterOptions filters;
  std::vector<std::string> words;
  std::optional<std::string> note;
  bool all = false;
};

Parser parserFor(Options& options) {
  Parser parser("mark", "Sets the status of one or several items.");
  parser.about("The statuses are " + statusWords() + ".");
  parser.words("ITEM… STATUS", "numbers such as Q3, C12 or A2:Q3, and last the status", 1, SIZE_MAX,
               options.words);
  options.store.addStore(parser);
  options.store.addArticle(parser);
  options.store.addActor(parser);
  parser.option("--note", "TEXT", "also replaces the note of every item", options.note)
      .flag("--all", "all items of the article that pass the options below", options.all);
  options.filters.addTo(parser);
  parser.example("assay mark --store desk.assay Q3 C4 verified --note \"heard the recording\"")
      .example("assay mark --store desk.assay --all --status unchecked in_progress");
  return parser;
}

base::Result<std::vector<model::ItemId>> allThatPass(const app::Session& session,
                                                     const Options& options) {
  const auto filter = options.filters.filter();
  if (!filter) return base::passOn(filter);
  const auto article = session.findArticle(options.store.article());
  if (!article) return base::passOn(article);
  const auto view = session.article(*article);
  if (!view) return base::passOn(view);
  std::vector<model::ItemId> ids;
  for (const std::size_t row : app::filtered(**view, *filter)) {
    ids.push_back((*view)->rows[row].id);
  }
  return ids;
}

}  // namespace

ExitCode runMark(Invocation& call) {
  Options options;
  const Parser parser = parserFor(options);
  if (const auto ended = call.parse(parser)) return *ended;
  const std::string word = options.words.back();
  options.words.pop_back();
  if (options.all && !options.words.empty()) {
    return call.wrongUsage("Name items or give --all, not both.", "mark");
  }
  if (!options.all && options.filters.given()) {
    return call.wrongUsage("--status, --kind and --text choose among all items: add --all.",
                           "mark");
  }
  if (!options.all && options.words.empty()) {
    return call.wrongUsage("assay mark wants ITEM… STATUS.", "mark");
  }
  const auto status = statusFrom(word);
  if (!status) return call.refuse(status.error());
  const auto session = options.store.open(call, StoreOptions::Access::change);
  if (!session) return call.refuse(session.error());
  auto items =
      options.all ? allThatPass(**session, options) : options.store.items(**session, options.words);
  if (!items) return call.refuse(items.error());
  if (items->empty()) {
    call.print("No item passes; nothing was changed.\n");
    return ExitCode::done;
  }
  return call.conclude(
      (*session)->execute(app::SetStatus{std::move(*items), *status, options.note}));
}

}  // namespace assay::cli
