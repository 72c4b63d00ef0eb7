#include "model/document.h"

#include <algorithm>
#include <array>

namespace assay::model {

namespace {

constexpr std::array kRoles{
    BlockRoleInfo{BlockRole::headline, "headline", "headline", true},
    BlockRoleInfo{BlockRole::deck, "deck", "deck", true},
    BlockRoleInfo{BlockRole::byline, "byline", "byline", false},
    BlockRoleInfo{BlockRole::dateline, "dateline", "dateline", false},
    BlockRoleInfo{BlockRole::body, "body", "body", true},
    BlockRoleInfo{BlockRole::subheading, "subheading", "subheading", true},
    BlockRoleInfo{BlockRole::caption, "caption", "caption", true},
    BlockRoleInfo{BlockRole::pullQuote, "pull_quote", "pull quote", true},
    BlockRoleInfo{BlockRole::boilerplate, "boilerplate", "boilerplate", false},
};

}  // namespace

std::span<const BlockRoleInfo> blockRoles() { return kRoles; }

const BlockRoleInfo& info(BlockRole role) { return kRoles[static_cast<std::size_t>(role)]; }

std::optional<BlockRole> blockRoleById(std::string_view id) {
  const auto row =
      std::find_if(kRoles.begin(), kRoles.end(), [&](const auto& r) { return r.id == id; });
  return row == kRoles.end() ? std::nullopt : std::optional(row->role);
}

}  // namespace assay::model
