// Taking a paragraph that was set aside into the check.
#include <fmt/format.h>

#include <algorithm>

#include "app/executor.h"
#include "extract/extract.h"

namespace assay::app {

namespace {

using base::Span;

// Paragraphs around it that the finder reads along, so that "she" has somebody to be.
constexpr std::size_t kNeighbours = 40;

/// The neighbourhood of a block as a document of its own, and where it begins in the draft.
struct Excerpt {
  model::Document document;
  std::size_t begin = 0;
  Span block;  ///< in the document
};

Excerpt excerptAround(const model::Draft& draft, std::size_t block) {
  const std::size_t first = block > kNeighbours ? block - kNeighbours : 0;
  const std::size_t last = std::min(block + kNeighbours, draft.blocks.size() - 1);
  Excerpt excerpt;
  excerpt.begin = draft.blocks[first].span.begin;
  const Span whole{excerpt.begin, draft.blocks[last].span.end};
  excerpt.document.text = whole.of(draft.text);
  const auto moved = [&excerpt](Span span) {
    return Span{span.begin - excerpt.begin, span.end - excerpt.begin};
  };
  for (std::size_t i = first; i <= last; ++i) {
    model::Block copy = draft.blocks[i];
    copy.span = moved(copy.span);
    // Settled already; only the one that is put back changes.
    copy.given = true;
    if (i == block) copy.role = model::BlockRole::body;
    excerpt.document.blocks.push_back(copy);
  }
  excerpt.block = moved(draft.blocks[block].span);
  return excerpt;
}

Span back(Span span, std::size_t begin) { return {span.begin + begin, span.end + begin}; }

std::optional<Span> back(std::optional<Span> span, std::size_t begin) {
  return span ? std::optional(back(*span, begin)) : std::nullopt;
}

/// Writes what was found inside the block, with identities for what is new.
class PutBack {
 public:
  PutBack(const model::Draft& draft, const Excerpt& excerpt, const model::Extraction& found,
          store::Store& store, const Environment& environment)
      : draft_(draft), excerpt_(excerpt), found_(found), store_(store), environment_(environment) {}

  base::Result<void> write(store::Transaction& transaction, std::size_t block) {
    auto done = transaction.setBlockRole(draft_.id, block, model::BlockRole::body);
    if (!done) return done;
    std::vector<std::optional<model::ItemId>> quotes(found_.quotes.size());
    for (std::size_t i = 0; i < found_.quotes.size(); ++i) {
      const model::Quote& quote = found_.quotes[i];
      if (!excerpt_.block.contains(quote.content.front())) continue;
      model::Item item;
      item.kind = model::itemKind(quote.kind);
      item.confidence = quote.confidence;
      item.anchor = anchorOf(quote.content, quote.cue, quote.source);
      auto speaker = speakerOf(transaction, quote.speaker);
      if (!speaker) return base::passOn(std::move(speaker));
      item.speaker = *speaker;
      if (done = add(transaction, item); !done) return done;
      quotes[i] = items_.back();
    }
    for (const model::Claim& claim : found_.claims) {
      if (!excerpt_.block.contains(claim.span)) continue;
      model::Item item;
      item.anchor = anchorOf({claim.span}, {}, {});
      item.confidence = 1;
      item.score = claim.score;
      item.reasons = claim.reasons;
      item.checkable = claim.checkable;
      if (claim.quote && quotes[*claim.quote]) {
        item.parent = quotes[*claim.quote];
        auto speaker = speakerOf(transaction, found_.quotes[*claim.quote].speaker);
        if (!speaker) return base::passOn(std::move(speaker));
        item.speaker = *speaker;
      }
      if (done = add(transaction, item); !done) return done;
    }
    return {};
  }

  [[nodiscard]] const std::vector<model::ItemId>& items() const { return items_; }

 private:
  model::Anchor anchorOf(const std::vector<Span>& spans, std::optional<Span> cue,
                         std::optional<Span> source) const {
    std::vector<Span> moved;
    moved.reserve(spans.size());
    for (const Span& span : spans) moved.push_back(back(span, excerpt_.begin));
    return model::makeAnchor(draft_.text, std::move(moved), back(cue, excerpt_.begin),
                             back(source, excerpt_.begin));
  }

  // Somebody of the article by this name, else somebody new.
  base::Result<std::optional<model::SpeakerId>> speakerOf(store::Transaction& transaction,
                                                          std::optional<std::size_t> index) {
    if (!index) return std::optional<model::SpeakerId>();
    const model::Speaker& found = found_.speakers.at(*index);
    auto known = store_.speakers(draft_.article);
    if (!known) return base::passOn(std::move(known));
    for (const model::StoredSpeaker& speaker : *known) {
      if (speaker.name == found.name) return std::optional(speaker.id);
    }
    model::StoredSpeaker made;
    made.id.value = environment_.ids.next();
    made.article = draft_.article;
    made.name = found.name;
    made.kind = found.kind;
    made.roles = found.roles;
    if (auto done = transaction.add(made); !done) return base::passOn(std::move(done));
    return std::optional(made.id);
  }

  base::Result<void> add(store::Transaction& transaction, model::Item& item) {
    auto number = store_.nextItemNumber(draft_.article, model::info(item.kind).letter);
    if (!number) return base::passOn(std::move(number));
    item.id.value = environment_.ids.next();
    item.article = draft_.article;
    item.number = *number;
    items_.push_back(item.id);
    return transaction.add(item, draft_.id);
  }

  const model::Draft& draft_;
  const Excerpt& excerpt_;
  const model::Extraction& found_;
  store::Store& store_;
  const Environment& environment_;
  std::vector<model::ItemId> items_;
};

}  // namespace

base::Result<Outcome> Executor::run(const PutBlockBack& command) {
  auto view = session_.article(command.article);
  if (!view) return base::passOn(std::move(view));
  const model::Draft& draft = *(*view)->draft;
  if (command.block >= draft.blocks.size() ||
      draft.blocks[command.block].role != model::BlockRole::boilerplate) {
    return base::fail(base::ErrorCode::invalidInput,
                      "This paragraph was not set aside; it is checked like the others.");
  }
  const Excerpt excerpt = excerptAround(draft, command.block);
  auto found = extract::extract(excerpt.document);
  if (!found) return base::passOn(std::move(found));
  PutBack back(draft, excerpt, *found, store_, environment_);
  auto outcome = write(
      "Put a paragraph back",
      [&](store::Transaction& transaction) { return back.write(transaction, command.block); }, {});
  if (!outcome) return outcome;
  outcome->message = back.items().empty()
                         ? std::string("Paragraph put back; nothing was found in it")
                         : fmt::format("Paragraph put back with {} item{}", back.items().size(),
                                       back.items().size() == 1 ? "" : "s");
  outcome->items = back.items();
  return outcome;
}

}  // namespace assay::app
