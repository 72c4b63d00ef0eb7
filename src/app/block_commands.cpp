// Taking a paragraph that was set aside into the check.
#include <fmt/format.h>

#include "app/executor.h"
#include "app/found_items.h"

namespace assay::app {

namespace {

/// The draft with this paragraph in the check, and all others as they are.
model::Document withBlock(const model::Draft& draft, std::size_t block) {
  model::Document document;
  document.text = draft.text;
  document.blocks = draft.blocks;
  for (model::Block& each : document.blocks) each.given = true;
  document.blocks[block].role = model::BlockRole::body;
  return document;
}

/// What was found inside the block becomes items; what stands around it was read along only, so
/// that "she" has somebody to be.
base::Result<void> putBack(store::Transaction& transaction, const model::Draft& draft,
                           std::size_t block, const model::Extraction& found, FoundItems& items) {
  const base::Span inside = draft.blocks[block].span;
  auto done = transaction.setBlockRole(draft.id, block, model::BlockRole::body);
  if (done) done = items.lookUp();
  for (std::size_t i = 0; done && i < found.quotes.size(); ++i) {
    if (inside.contains(found.quotes[i].content.front())) done = items.addQuote(transaction, i);
  }
  for (std::size_t i = 0; done && i < found.claims.size(); ++i) {
    if (inside.contains(found.claims[i].span)) done = items.addClaim(transaction, i);
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
  auto found =
      session_.recollection().extract(command.article, withBlock(draft, command.block), job_);
  if (!found) return base::passOn(std::move(found));
  FoundItems items(*found, draft, store_, environment_);
  auto outcome = write("Put a paragraph back",
                       [&](store::Transaction& transaction) {
                         return putBack(transaction, draft, command.block, *found, items);
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
