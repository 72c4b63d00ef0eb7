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

/// The view after a commit, sharing with `view` all but the rows of the items it touched: what a
/// decision on one of many thousand items costs. Null when that is not enough (an item came, went
/// or moved, something else was touched) or not cheaper; then the view must be built whole.
[[nodiscard]] base::Result<std::shared_ptr<const ArticleView>> patchedView(
    const store::Store& store, const ArticleView& view, const store::Commit& commit);

}  // namespace assay::app
