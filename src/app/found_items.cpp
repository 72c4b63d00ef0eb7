#include "app/found_items.h"

#include <fmt/format.h>

namespace assay::app {

model::Draft draftOf(const model::Document& document, const model::Extraction& found,
                     const Environment& environment) {
  model::Draft draft;
  draft.id.value = environment.ids.next();
  draft.text = document.text;
  draft.sha256 = document.sha256;
  draft.origin = document.origin;
  draft.format = document.format;
  draft.addedAt = environment.clock.now();
  draft.blocks = found.blocks;
  return draft;
}

FoundItems::FoundItems(const model::Extraction& found, const model::Draft& draft,
                       store::Store& store, const Environment& environment)
    : found_(found), draft_(draft), store_(store), environment_(environment) {}

void FoundItems::watch(const base::Job& job, std::size_t all, std::string_view what) {
  job_ = &job;
  all_ = all;
  what_ = what;
}

base::Result<void> FoundItems::lookUp() {
  auto known = store_.speakers(draft_.article);
  if (!known) return base::passOn(std::move(known));
  for (const model::StoredSpeaker& speaker : *known) {
    speakers_.try_emplace(speaker.name, speaker.id);
  }
  for (const char letter : {'Q', 'C'}) {
    auto next = store_.nextItemNumber(draft_.article, letter);
    if (!next) return base::passOn(std::move(next));
    numbers_[letter] = *next;
  }
  return {};
}

base::Result<void> FoundItems::addSpeakers(store::Transaction& transaction) {
  for (std::size_t i = 0; i < found_.speakers.size(); ++i) {
    if (auto done = speakerOf(transaction, i); !done) return base::passOn(std::move(done));
  }
  return {};
}

base::Result<void> FoundItems::addQuote(store::Transaction& transaction, std::size_t index) {
  const model::Quote& quote = found_.quotes[index];
  model::Item item;
  item.kind = model::itemKind(quote.kind);
  item.confidence = quote.confidence;
  item.anchor = model::makeAnchor(draft_.text, quote.content, quote.cue, quote.source);
  auto speaker = speakerOf(transaction, quote.speaker);
  if (!speaker) return base::passOn(std::move(speaker));
  item.speaker = *speaker;
  if (auto done = add(transaction, item); !done) return done;
  quotes_[index] = item.id;
  return {};
}

base::Result<void> FoundItems::addClaim(store::Transaction& transaction, std::size_t index) {
  const model::Claim& claim = found_.claims[index];
  model::Item item;
  item.kind = model::ItemKind::claim;
  item.anchor = model::makeAnchor(draft_.text, {claim.span});
  item.confidence = 1;
  item.score = claim.score;
  item.reasons = claim.reasons;
  item.checkable = claim.checkable;
  if (claim.quote) {
    if (const auto quote = quotes_.find(*claim.quote); quote != quotes_.end()) {
      item.parent = quote->second;
    }
    auto speaker = speakerOf(transaction, found_.quotes.at(*claim.quote).speaker);
    if (!speaker) return base::passOn(std::move(speaker));
    item.speaker = *speaker;
  }
  return add(transaction, item);
}

// Somebody of the article by this name, else somebody new.
base::Result<std::optional<model::SpeakerId>> FoundItems::speakerOf(
    store::Transaction& transaction, std::optional<std::size_t> index) {
  if (!index) return std::optional<model::SpeakerId>();
  const model::Speaker& found = found_.speakers.at(*index);
  const auto [place, added] = speakers_.try_emplace(found.name);
  if (added) {
    place->second.value = environment_.ids.next();
    auto done = transaction.add(
        model::StoredSpeaker{place->second, draft_.article, found.name, found.kind, found.roles});
    if (!done) return base::passOn(std::move(done));
  }
  return std::optional(place->second);
}

base::Result<void> FoundItems::add(store::Transaction& transaction, model::Item& item) {
  if (job_ != nullptr) {
    if (job_->cancelled()) {
      return base::fail(base::ErrorCode::cancelled,
                        fmt::format("Taking {} in was stopped; nothing of it was stored.", what_));
    }
    job_->report(static_cast<double>(items_.size()) / static_cast<double>(all_),
                 "storing what was found");
  }
  item.id.value = environment_.ids.next();
  item.article = draft_.article;
  item.number = numbers_[model::info(item.kind).letter]++;
  items_.push_back(item.id);
  return transaction.add(item, draft_.id);
}

}  // namespace assay::app
