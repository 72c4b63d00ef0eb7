// Taking a new draft in, and accepting the places that were proposed for its items.
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "app/draft_comparison.h"
#include "app/drafts.h"
#include "app/executor.h"
#include "base/utf8.h"

namespace assay::app {

namespace {

using base::ErrorCode;
using evidence::Basket;

std::string titleOf(const model::Article& article) {
  return base::shortened(
      article.title.empty() ? "A" + std::to_string(article.number) : article.title, 60);
}

/// The new draft as one transaction writes it.
class NextDraft {
 public:
  NextDraft(const ImportDraft& command, const model::Draft& before, std::vector<model::Item> items,
            store::Store& store, const Environment& environment)
      : command_(command),
        items_(std::move(items)),
        store_(store),
        environment_(environment),
        extraction_(model::withoutAttitudes(command.extraction)),
        found_(standingsOf(extraction_)) {
    draft_.id.value = environment.ids.next();
    draft_.article = command.article;
    draft_.text = command.document.text;
    draft_.sha256 = command.document.sha256;
    draft_.origin = command.document.origin;
    draft_.format = command.document.format;
    draft_.addedAt = environment.clock.now();
    draft_.blocks = command.extraction.blocks;
    std::vector<evidence::Standing> standings;
    standings.reserve(items_.size());
    for (const model::Item& item : items_) standings.push_back(standingOf(item));
    over_ = evidence::carryOver({before.text, before.blocks}, standings,
                                {draft_.text, draft_.blocks}, found_);
  }

  base::Result<void> write(store::Transaction& transaction) {
    auto number = store_.nextDraftNumber(command_.article);
    if (!number) return base::passOn(std::move(number));
    draft_.number = *number;
    auto done = transaction.add(draft_);
    for (std::size_t i = 0; done && i < items_.size(); ++i) {
      const evidence::Carried& carried = over_.items[i];
      // What is not the same to the letter waits for a person.
      if (carried.basket != Basket::unchanged && carried.basket != Basket::moved) continue;
      touched_.push_back(items_[i].id);
      done = transaction.setAnchor(
          items_[i].id, draft_.id,
          model::makeAnchor(draft_.text, carried.spans, carried.cue, carried.source));
    }
    return done ? addFresh(transaction) : done;
  }

  [[nodiscard]] const std::vector<model::ItemId>& touched() const { return touched_; }

 private:
  base::Result<void> addFresh(store::Transaction& transaction) {
    auto known = store_.speakers(command_.article);
    if (!known) return base::passOn(std::move(known));
    for (const model::StoredSpeaker& speaker : *known)
      speakers_.try_emplace(speaker.name, speaker.id);
    for (const std::size_t index : over_.fresh) {
      auto done = index < extraction_.quotes.size()
                      ? addQuote(transaction, index)
                      : addClaim(transaction, index - extraction_.quotes.size());
      if (!done) return done;
    }
    return {};
  }

  base::Result<void> addQuote(store::Transaction& transaction, std::size_t index) {
    const model::Quote& quote = extraction_.quotes[index];
    model::Item item;
    item.kind = model::itemKind(quote.kind);
    item.anchor = model::makeAnchor(draft_.text, quote.content, quote.cue, quote.source);
    item.confidence = quote.confidence;
    auto speaker = speakerOf(transaction, quote.speaker);
    if (!speaker) return base::passOn(std::move(speaker));
    item.speaker = *speaker;
    auto done = add(transaction, item);
    if (done) quotes_[index] = item.id;
    return done;
  }

  base::Result<void> addClaim(store::Transaction& transaction, std::size_t index) {
    const model::Claim& claim = extraction_.claims[index];
    model::Item item;
    item.anchor = model::makeAnchor(draft_.text, {claim.span});
    item.confidence = 1;
    item.score = claim.score;
    item.reasons = claim.reasons;
    item.checkable = claim.checkable;
    if (claim.quote) {
      item.parent = quoteAt(*claim.quote);
      auto speaker = speakerOf(transaction, extraction_.quotes[*claim.quote].speaker);
      if (!speaker) return base::passOn(std::move(speaker));
      item.speaker = *speaker;
    }
    return add(transaction, item);
  }

  /// The item that a found quote is: one that was just added, or an old one that stands there now.
  [[nodiscard]] std::optional<model::ItemId> quoteAt(std::size_t index) const {
    if (const auto made = quotes_.find(index); made != quotes_.end()) return made->second;
    for (std::size_t i = 0; i < items_.size(); ++i) {
      const bool here = model::isQuote(items_[i].kind) && !over_.items[i].spans.empty() &&
                        overlaps(over_.items[i].spans, found_[index].spans);
      if (here) return items_[i].id;
    }
    return std::nullopt;
  }

  // Somebody of the article by this name, else somebody new.
  base::Result<std::optional<model::SpeakerId>> speakerOf(store::Transaction& transaction,
                                                          std::optional<std::size_t> index) {
    if (!index) return std::optional<model::SpeakerId>();
    const model::Speaker& found = extraction_.speakers.at(*index);
    const auto [place, added] = speakers_.try_emplace(found.name);
    if (added) {
      place->second.value = environment_.ids.next();
      auto done = transaction.add(model::StoredSpeaker{place->second, command_.article, found.name,
                                                       found.kind, found.roles});
      if (!done) return base::passOn(std::move(done));
    }
    return std::optional(place->second);
  }

  base::Result<void> add(store::Transaction& transaction, model::Item& item) {
    auto number = store_.nextItemNumber(command_.article, model::info(item.kind).letter);
    if (!number) return base::passOn(std::move(number));
    item.id.value = environment_.ids.next();
    item.article = command_.article;
    item.number = *number;
    touched_.push_back(item.id);
    return transaction.add(item, draft_.id);
  }

  const ImportDraft& command_;
  std::vector<model::Item> items_;
  store::Store& store_;
  const Environment& environment_;
  model::Extraction extraction_;  // what becomes an item
  std::vector<evidence::Standing> found_;
  model::Draft draft_;
  evidence::CarryOver over_;
  std::map<std::string, model::SpeakerId> speakers_;
  std::map<std::size_t, model::ItemId> quotes_;
  std::vector<model::ItemId> touched_;
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
  NextDraft next(command, *before, std::move(*items), store_, environment_);
  auto outcome = write(
      fmt::format("New draft of “{}”", titleOf(*article)),
      [&](store::Transaction& transaction) { return next.write(transaction); }, {}, next.touched());
  if (!outcome) return outcome;
  outcome->article = command.article;
  outcome->items = next.touched();
  auto view = draftView(session_, command.article);
  if (!view) return base::passOn(std::move(view));
  outcome->message = fmt::format("Draft {}: {}", view->number, draftSentence(*view));
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
