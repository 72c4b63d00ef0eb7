// assay draft, draft show, draft accept: a new draft of an article, and what became of its items.
#include <algorithm>

#include "app/drafts.h"
#include "cli/commands/commands.h"
#include "cli/input.h"
#include "cli/lines.h"
#include "cli/store_options.h"
#include "cli/words.h"

namespace assay::cli {

namespace {

constexpr std::size_t kTextLength = 70;  // code points

// "[-gone-] {+come+}", as people know it from other programs.
std::string changesText(const std::vector<app::WordChange>& changes) {
  std::string out;
  for (const app::WordChange& change : changes) {
    const std::size_t end = change.text.find_last_not_of(' ') + 1;
    const std::string words = change.text.substr(0, end);
    switch (change.kind) {
      case app::WordChange::Kind::same: out += words; break;
      case app::WordChange::Kind::gone: out += "[-" + words + "-]"; break;
      case app::WordChange::Kind::come: out += "{+" + words + "+}"; break;
    }
    out += change.text.substr(end);
  }
  return out;
}

std::string reasonText(const app::DraftItem& item) {
  std::string text = item.reason;
  if (item.basket == app::DraftBasket::reworded) {
    text += item.placed ? ", accepted" : item.clear ? ", clear" : "";
  }
  return text;
}

void printBasket(Invocation& call, const app::DraftView& view, const app::DraftBasketInfo& basket) {
  const std::size_t count = view.count(basket.basket);
  if (count == 0) return;
  std::string out = "\n" + std::string(basket.word) + " (" + std::to_string(count) + ")\n";
  std::vector<std::vector<std::string>> rows;
  for (const app::DraftItem& item : view.items) {
    if (item.basket != basket.basket) continue;
    const model::StatusInfo& status = model::info(item.status);
    const std::string shown = std::string(status.glyph) + " " + std::string(status.word);
    if (basket.basket == app::DraftBasket::reworded) {
      out += "  " + item.number + "  " + shown + "  " + reasonText(item) + "\n      " +
             harmless(changesText(item.changes)) + "\n";
      continue;
    }
    rows.push_back({"  " + item.number, shown,
                    brief(item.after.empty() ? item.before : item.after, kTextLength),
                    item.reason});
  }
  call.print(out + aligned(rows));
}

void printBaskets(Invocation& call, const app::DraftView& view, bool all) {
  for (const app::DraftBasketInfo& basket : app::draftBaskets()) {
    if (!all && basket.basket == app::DraftBasket::unchanged) continue;
    printBasket(call, view, basket);
  }
  const std::size_t waiting = view.waiting().size();
  if (waiting == 0) return;
  call.print("\n" + counted(waiting, "item") + (waiting == 1 ? " waits" : " wait") +
             " for you. “assay draft accept ITEM…” takes the proposed place, --clear all clear "
             "ones.\n");
}

struct Options {
  StoreOptions store;
  std::vector<std::string> words;
  bool all = false;
};

}  // namespace

ExitCode runDraft(Invocation& call) {
  Options options;
  Parser parser("draft", "Takes a new draft of an article in and carries its decisions over.");
  parser
      .about(
          "Five baskets: unchanged and moved items keep everything; what is new is added; of "
          "what is reworded or gone nothing is decided until you say so. A paragraph that was "
          "set aside and put back in the workbench stays in the check while its words are the "
          "same.")
      .words("FILE", "the new draft: .txt, .md, .html; - for standard input", 1, 1, options.words);
  options.store.addStore(parser);
  options.store.addArticle(parser);
  options.store.addActor(parser);
  parser.flag("--all", "list the unchanged items too", options.all)
      .example("assay draft draft-2.txt --store desk.assay")
      .example("assay draft accept --store desk.assay --clear");
  if (const auto ended = call.parse(parser)) return *ended;
  auto taken = takeIn(call, options.words.front());
  if (!taken) return call.refuse(taken.error());
  const auto session = options.store.open(call, StoreOptions::Access::change);
  if (!session) return call.refuse(session.error());
  const auto article = (*session)->findArticle(options.store.article());
  if (!article) return call.refuse(article.error());
  const auto outcome = (*session)->execute(
      app::ImportDraft{*article, std::move(taken->document), std::move(taken->extraction)});
  if (!outcome) return call.refuse(outcome.error());
  call.print(outcome->message + "\n");
  const auto view = app::draftView(**session, *article);
  if (!view) return call.refuse(view.error());
  printBaskets(call, *view, options.all);
  return ExitCode::done;
}

ExitCode runDraftShow(Invocation& call) {
  Options options;
  Parser parser("draft show", "Shows what became of the items in the newest draft.");
  options.store.addStore(parser);
  options.store.addArticle(parser);
  parser.flag("--all", "list the unchanged items too", options.all)
      .example("assay draft show --store desk.assay");
  if (const auto ended = call.parse(parser)) return *ended;
  const auto session = options.store.open(call, StoreOptions::Access::read);
  if (!session) return call.refuse(session.error());
  const auto article = (*session)->findArticle(options.store.article());
  if (!article) return call.refuse(article.error());
  const auto view = app::draftView(**session, *article);
  if (!view) return call.refuse(view.error());
  if (view->before == 0) {
    call.print("There is one draft only. “assay draft FILE” takes in the next.\n");
    return ExitCode::done;
  }
  call.print("Draft " + std::to_string(view->number) + " against draft " +
             std::to_string(view->before) + ": " + app::draftSentence(*view) + "\n");
  printBaskets(call, *view, options.all);
  return ExitCode::done;
}

ExitCode runDraftAccept(Invocation& call) {
  Options options;
  bool clear = false;
  Parser parser("draft accept", "Gives reworded items the places proposed in the new draft.");
  parser.about(
      "Each keeps its decision, flagged “changed since checked”. One undo takes all of one "
      "call back.");
  parser.words("ITEM…", "numbers: Q3, C12 or A2:Q3", 0, SIZE_MAX, options.words);
  options.store.addStore(parser);
  options.store.addArticle(parser);
  options.store.addActor(parser);
  parser
      .flag("--clear", "all clear ones: one proposal stands out, no number and no “not” differs",
            clear)
      .example("assay draft accept --store desk.assay C12 Q3")
      .example("assay draft accept --store desk.assay --clear");
  if (const auto ended = call.parse(parser)) return *ended;
  if (clear != options.words.empty()) {
    return call.wrongUsage("Name items, or say --clear.", "draft accept");
  }
  const auto session = options.store.open(call, StoreOptions::Access::change);
  if (!session) return call.refuse(session.error());
  auto items = options.store.items(**session, options.words);
  if (!items) return call.refuse(items.error());
  if (clear) {
    const auto article = (*session)->findArticle(options.store.article());
    if (!article) return call.refuse(article.error());
    const auto view = app::draftView(**session, *article);
    if (!view) return call.refuse(view.error());
    *items = view->waiting(true);
    if (items->empty()) {
      call.print("Nothing clear waits.\n");
      return ExitCode::done;
    }
  }
  return call.conclude((*session)->execute(app::AcceptPlaces{std::move(*items)}));
}

}  // namespace assay::cli
