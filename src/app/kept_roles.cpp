#include "app/kept_roles.h"

#include <cstdint>
#include <map>
#include <utility>

namespace assay::app {

namespace {

// No format says of a paragraph that it is body: that is what all are that it says nothing of. So
// this one was put back by a person (PutBlockBack), in this draft or in one before it.
bool putBack(const model::Block& block) {
  return block.given && block.role == model::BlockRole::body;
}

}  // namespace

KeptRoles keepRoles(const model::Draft& before, std::string_view text,
                    std::vector<model::Block> blocks) {
  // A text and the how many-th paragraph with it.
  std::map<std::pair<std::string_view, std::size_t>, bool> known;
  std::map<std::string_view, std::size_t> seen;
  for (const model::Block& block : before.blocks) {
    const std::string_view words = block.span.of(before.text);
    known[{words, seen[words]++}] = putBack(block);
  }
  seen.clear();
  KeptRoles kept{std::move(blocks)};
  for (model::Block& block : kept.blocks) {
    const std::string_view words = block.span.of(text);
    const auto found = known.find({words, seen[words]++});
    if (found == known.end() || !found->second) continue;
    if (!model::info(block.role).checked) ++kept.returned;
    if (block.role != model::BlockRole::body) kept.changed = true;
    block.role = model::BlockRole::body;
    block.given = true;
  }
  return kept;
}

}  // namespace assay::app
