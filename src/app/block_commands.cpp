// Taking a paragraph that was set aside into the check.
#include <fmt/format.h>

#include <algorithm>

#include "app/executor.h"
#include "app/found_items.h"
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

/// What was found inside the block becomes items; what stands around it was read along only.
base::Result<void> putBack(store::Transaction& transaction, const model::Draft& draft,
                           std::size_t block, const Excerpt& excerpt,
                           const model::Extraction& found, FoundItems& items) {
  auto done = transaction.setBlockRole(draft.id, block, model::BlockRole::body);
  if (done) done = items.lookUp();
  for (std::size_t i = 0; done && i < found.quotes.size(); ++i) {
    if (excerpt.block.contains(found.quotes[i].content.front())) {
      done = items.addQuote(transaction, i);
    }
  }
  for (std::size_t i = 0; done && i < found.claims.size(); ++i) {
    if (excerpt.block.contains(found.claims[i].span)) done = items.addClaim(transaction, i);
  }
  return done;
}

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
  *found = model::withoutAttitudes(std::move(*found));
  FoundItems items(*found, draft, excerpt.begin, store_, environment_);
  auto outcome = write("Put a paragraph back",
                       [&](store::Transaction& transaction) {
                         return putBack(transaction, draft, command.block, excerpt, *found, items);
                       },
                       {});
  if (!outcome) return outcome;
  const std::size_t count = items.items().size();
  outcome->message =
      count == 0 ? std::string("Paragraph put back; nothing was found in it")
                 : fmt::format("Paragraph put back with {} item{}", count, count == 1 ? "" : "s");
  outcome->items = items.items();
  return outcome;
}

}  // namespace assay::app
