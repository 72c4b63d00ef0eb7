// Builds an article's view from the store, whole or by changing the rows that changed.
#pragma once

#include <memory>
#include <vector>

#include "app/view.h"
#include "base/result.h"
#include "store/store.h"

namespace assay::app {

/// The whole view, read anew.
[[nodiscard]] base::Result<std::shared_ptr<const ArticleView>> buildView(
    const store::Store& store, const model::ArticleId& id);

/// A copy of `view` in which the rows of `items` are read anew: what a decision on one of many
/// thousand items costs. Null when that is not enough (an item came, went or moved); then the
/// view must be built whole.
[[nodiscard]] base::Result<std::shared_ptr<const ArticleView>> patchedView(
    const store::Store& store, const ArticleView& view, const std::vector<model::ItemId>& items);

}  // namespace assay::app
