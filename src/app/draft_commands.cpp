// Taking a new draft in, and accepting the places that were proposed for its items.
#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "app/draft_comparison.h"
#include "app/drafts.h"
#include "app/executor.h"
#include "app/found_items.h"
#include "app/kept_roles.h"
#include "base/utf8.h"

namespace assay::app {

namespace {

using base::ErrorCode;
using evidence::Basket;

std::string titleOf(const model::Article& article) {
  return base::shortened(
      article.title.empty() ? "A" + std::to_string(article.number) : article.title, 60);
}

std::unexpected<base::Error> stopped() {
  return base::fail(ErrorCode::cancelled,
                    "Taking the draft in was stopped; nothing of it was stored.");
}

/// The new draft as one transaction writes it.
class NextDraft {
 public:
  NextDraft(const ImportDraft& command, const model::Draft& before, std::vector<model::Item> items,
            store::Store& store, const Environment& environment)
      : command_(command),
        items_(std::move(items)),
        store_(store),
        found_(standingsOf(command.extraction)),
        draft_(draftOf(command.document, command.extraction, environment)),
        fresh_(command.extraction, draft_, store, environment) {
    draft_.article = command.article;
    std::vector<evidence::Standing> standings;
    standings.reserve(items_.size());
    for (const model::Item& item : items_) standings.push_back(standingOf(item));
    over_ = evidence::carryOver({before.text, before.blocks}, standings,
                                {draft_.text, draft_.blocks}, found_);
  }

  base::Result<void> write(store::Transaction& transaction, const base::Job& job) {
    auto number = store_.nextDraftNumber(command_.article);
    if (!number) return base::passOn(std::move(number));
    draft_.number = *number;
    auto done = transaction.add(draft_);
    for (std::size_t i = 0; done && i < items_.size(); ++i) {
      if (job.cancelled()) return stopped();
      const evidence::Carried& carried = over_.items[i];
      // What is not the same to the letter waits for a person.
      if (carried.basket != Basket::unchanged && carried.basket != Basket::moved) continue;
      carried_.push_back(items_[i].id);
      done = transaction.setAnchor(
          items_[i].id, draft_.id,
          model::makeAnchor(draft_.text, carried.spans, carried.cue, carried.source));
    }
    return done ? addFresh(transaction, job) : done;
  }

  [[nodiscard]] std::vector<model::ItemId> touched() const {
    std::vector<model::ItemId> all = carried_;
    all.insert(all.end(), fresh_.items().begin(), fresh_.items().end());
    return all;
  }

 private:
  base::Result<void> addFresh(store::Transaction& transaction, const base::Job& job) {
    fresh_.watch(job, over_.fresh.size(), "the draft");
    auto done = fresh_.lookUp();
    const std::size_t quotes = command_.extraction.quotes.size();
    for (std::size_t n = 0; done && n < over_.fresh.size(); ++n) {
      const std::size_t index = over_.fresh[n];
      done = index < quotes ? fresh_.addQuote(transaction, index)
                            : addClaim(transaction, index - quotes);
    }
    return done;
  }

  // A claim that is new can stand in a quote that is not.
  base::Result<void> addClaim(store::Transaction& transaction, std::size_t index) {
    const std::optional<std::size_t> quote = command_.extraction.claims[index].quote;
    if (quote && !fresh_.isItem(*quote)) {
      for (std::size_t i = 0; i < items_.size(); ++i) {
        const bool here = model::isQuote(items_[i].kind) && !over_.items[i].spans.empty() &&
                          overlaps(over_.items[i].spans, found_[*quote].spans);
        if (!here) continue;
        fresh_.isItem(*quote, items_[i].id);
        break;
      }
    }
    return fresh_.addClaim(transaction, index);
  }

  const ImportDraft& command_;
  std::vector<model::Item> items_;
  store::Store& store_;
  std::vector<evidence::Standing> found_;
  model::Draft draft_;
  FoundItems fresh_;
  evidence::CarryOver over_;
  std::vector<model::ItemId> carried_;
};

/// A text comes in once: the same again would only hide what is open.
base::Result<void> checkNewText(const store::Store& store, const ImportDraft& command,
                                const model::Article& article) {
  auto known = store.articleWithText(command.document.sha256);
  if (!known) return base::passOn(std::move(known));
  if (!*known) return {};
  auto other = store.article(**known);
  if (!other) return base::passOn(std::move(other));
  return base::fail(ErrorCode::conflict,
                    other->id == article.id
                        ? fmt::format("{} is a draft of “{}” already; nothing was taken in.",
                                      command.document.origin, titleOf(article))
                        : fmt::format("{} is already in the store as A{} “{}”. Open that article.",
                                      command.document.origin, other->number, titleOf(*other)));
}

/// The command as a person wants it who put paragraphs back in the draft before: these are in the
/// check again, with what is found in them. The others keep the roles they have.
base::Result<ImportDraft> asToldBefore(const ImportDraft& command, KeptRoles kept,
                                       Recollection& recollection, const base::Job& job) {
  ImportDraft told = command;
  told.document.blocks = kept.blocks;
  for (model::Block& block : told.document.blocks) block.given = true;
  if (kept.changed) {
    auto found = recollection.extract(command.article, told.document, job);
    if (!found) return base::passOn(std::move(found));
    told.extraction = std::move(*found);
  }
  told.extraction.blocks = std::move(kept.blocks);
  return told;
}

/// For the status line: "", "; a paragraph put back before stays in the check".
std::string returnedSentence(std::size_t returned) {
  if (returned == 0) return {};
  if (returned == 1) return "; a paragraph put back before stays in the check";
  return fmt::format("; {} paragraphs put back before stay in the check", returned);
}

}  // namespace

base::Result<Outcome> Executor::run(const ImportDraft& command) {
  auto article = store_.article(command.article);
  if (!article) return base::passOn(std::move(article));
  if (auto fresh = checkNewText(store_, command, *article); !fresh) {
    return base::passOn(std::move(fresh));
  }
  auto before = store_.draft(article->draft);
  if (!before) return base::passOn(std::move(before));
  auto items = store_.items(command.article);
  if (!items) return base::passOn(std::move(items));
  std::erase_if(*items, [](const model::Item& item) { return item.anchor.spans.empty(); });
  job_.report(0, "comparing the drafts");
  KeptRoles kept = keepRoles(*before, command.document.text, command.extraction.blocks);
  const std::size_t returned = kept.returned;
  std::optional<ImportDraft> told;
  if (kept.blocks != command.extraction.blocks) {
    auto made = asToldBefore(command, std::move(kept), session_.recollection(), job_);
    if (!made) return base::passOn(std::move(made));
    told = std::move(*made);
  }
  NextDraft next(told ? *told : command, *before, std::move(*items), store_, environment_);
  if (job_.cancelled()) return stopped();
  auto outcome =
      write(fmt::format("New draft of “{}”", titleOf(*article)),
            [&](store::Transaction& transaction) { return next.write(transaction, job_); }, {});
  if (!outcome) return outcome;
  outcome->article = command.article;
  outcome->items = next.touched();
  auto view = draftView(session_, command.article);
  if (!view) return base::passOn(std::move(view));
  outcome->message =
      fmt::format("Draft {}: {}{}", view->number, draftSentence(*view), returnedSentence(returned));
  return outcome;
}

base::Result<Outcome> Executor::run(const AcceptPlaces& command) {
  auto items = load(command.items);
  if (!items) return base::passOn(std::move(items));
  auto view = draftView(session_, items->front().article);
  if (!view) return base::passOn(std::move(view));
  auto article = store_.article(view->article);
  if (!article) return base::passOn(std::move(article));
  auto draft = store_.draft(article->draft);
  if (!draft) return base::passOn(std::move(draft));
  const auto proposalFor = [&](const model::Item& item) -> const DraftItem* {
    const auto found =
        std::find_if(view->items.begin(), view->items.end(), [&](const DraftItem& d) {
          return d.item == item.id && d.basket == DraftBasket::reworded && !d.placed;
        });
    return found == view->items.end() ? nullptr : &*found;
  };
  for (const model::Item& item : *items) {
    if (proposalFor(item) != nullptr) continue;
    return base::fail(ErrorCode::invalidInput,
                      fmt::format("There is no changed wording of {} to accept. “assay draft show” "
                                  "lists what waits.",
                                  item.numberText()));
  }
  const auto change = [&](store::Transaction& transaction) -> base::Result<void> {
    for (const model::Item& item : *items) {
      auto done = transaction.setAnchor(item.id, draft->id,
                                        model::makeAnchor(draft->text, proposalFor(item)->spans));
      // The decision was about other words: it stays, and says so until somebody looks again.
      if (done && item.status != model::Status::unchecked) {
        done = transaction.set(item.id, store::ItemField::flags,
                               bitsText(item.flags.with(model::Flag::changedSinceChecked, true)));
      }
      if (!done) return done;
    }
    return {};
  };
  return write("Accept the new wording of " + namesOf(*items), change,
               fmt::format("{}: new wording accepted", namesOf(*items)), command.items);
}

}  // namespace assay::app
