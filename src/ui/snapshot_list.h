// What was kept of a source, and the way to keep more: in the inspector and on the Sources screen.
#pragma once

#include <vector>

#include "ui/panel.h"

namespace assay::ui {

/// A line for each kept copy, which opens it.
void drawSnapshots(const Model& model, CommandSink& sink,
                   const std::vector<model::Snapshot>& snapshots);

/// The newest kept copy of the first source that has one, of those the item's evidence names; else
/// null.
[[nodiscard]] const model::Snapshot* keptCopy(const app::ItemDetail& detail);

/// The source that a file is attached to when none is named: the newest evidence whose source has
/// no kept copy yet, else the newest. Null without evidence.
[[nodiscard]] const model::Source* sourceForFile(const app::ItemDetail& detail);

}  // namespace assay::ui
