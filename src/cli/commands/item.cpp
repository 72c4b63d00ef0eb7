// assay item add, move, remove: items that the program did not find, or found wrongly.
#include "base/utf8.h"
#include "cli/commands/commands.h"
#include "cli/store_options.h"
#include "cli/words.h"

namespace assay::cli {

namespace {

constexpr std::string_view kPlaceHelp =
    "words of the text, in code points from 0, end exclusive, as “assay list --format json” "
    "prints them; several for words that stand apart";

// Code points of the newest draft, as typed, in bytes.
base::Result<std::vector<base::Span>> spansFrom(const app::Session& session,
                                                const model::ArticleId& article,
                                                const std::vector<std::string>& places) {
  const auto view = session.article(article);
  if (!view) return base::passOn(view);
  const base::CodePointIndex index((*view)->draft->text);
  std::vector<base::Span> spans;
  for (const std::string& place : places) {
    const auto span = codePointsFrom(place);
    if (!span) return base::passOn(span);
    if (span->end > index.size()) {
      return base::fail(base::ErrorCode::invalidInput,
                        "“" + place + "” lies outside the text, which has " +
                            std::to_string(index.size()) + " characters.");
    }
    spans.push_back(index.toBytes(*span));
  }
  return spans;
}

}  // namespace

ExitCode runItemAdd(Invocation& call) {
  StoreOptions store;
  std::optional<std::string> kind;
  std::vector<std::string> places;
  Parser parser("item add", "Makes an item by hand.");
  store.addStore(parser);
  store.addArticle(parser);
  store.addActor(parser);
  parser.option("--kind", "KIND", itemKindWords() + "; a claim unless said", kind)
      .options("--at", "START-END", std::string(kPlaceHelp), places)
      .example("assay item add --store desk.assay --kind claim --at 120-180");
  if (const auto ended = call.parse(parser)) return *ended;
  if (places.empty()) return call.wrongUsage("assay item add wants --at START-END.", "item add");
  const auto itemKind = itemKindFrom(kind.value_or("claim"));
  if (!itemKind) return call.refuse(itemKind.error());
  const auto session = store.open(call, StoreOptions::Access::change);
  if (!session) return call.refuse(session.error());
  const auto article = (*session)->findArticle(store.article());
  if (!article) return call.refuse(article.error());
  auto spans = spansFrom(**session, *article, places);
  if (!spans) return call.refuse(spans.error());
  return call.conclude((*session)->execute(app::AddItem{*article, *itemKind, std::move(*spans)}));
}

ExitCode runItemMove(Invocation& call) {
  StoreOptions store;
  std::vector<std::string> words;
  std::vector<std::string> places;
  Parser parser("item move", "Lays an item on other words of the text.");
  parser.words("ITEM", "its number: Q3, C12 or A2:Q3", 1, 1, words);
  store.addStore(parser);
  store.addArticle(parser);
  store.addActor(parser);
  parser.options("--at", "START-END", std::string(kPlaceHelp), places)
      .example("assay item move --store desk.assay Q3 --at 485-528 --at 580-634");
  if (const auto ended = call.parse(parser)) return *ended;
  if (places.empty()) return call.wrongUsage("assay item move wants --at START-END.", "item move");
  const auto session = store.open(call, StoreOptions::Access::change);
  if (!session) return call.refuse(session.error());
  const auto items = store.items(**session, words);
  if (!items) return call.refuse(items.error());
  const auto detail = (*session)->item(items->front());
  if (!detail) return call.refuse(detail.error());
  auto spans = spansFrom(**session, (*detail)->item.article, places);
  if (!spans) return call.refuse(spans.error());
  return call.conclude((*session)->execute(app::MoveItem{items->front(), std::move(*spans)}));
}

ExitCode runItemRemove(Invocation& call) {
  StoreOptions store;
  std::vector<std::string> words;
  Parser parser("item remove", "Takes items out of sight.");
  parser.about("Their numbers stay used, their history stays readable, and undo brings them back.")
      .words("ITEM…", "numbers: Q3, C12 or A2:Q3", 1, SIZE_MAX, words);
  store.addStore(parser);
  store.addArticle(parser);
  store.addActor(parser);
  parser.example("assay item remove --store desk.assay C12");
  if (const auto ended = call.parse(parser)) return *ended;
  const auto session = store.open(call, StoreOptions::Access::change);
  if (!session) return call.refuse(session.error());
  auto items = store.items(**session, words);
  if (!items) return call.refuse(items.error());
  return call.conclude((*session)->execute(app::RemoveItems{std::move(*items)}));
}

}  // namespace assay::cli
