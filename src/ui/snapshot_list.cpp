#include "ui/snapshot_list.h"

#include <fmt/core.h>
#include <imgui.h>

#include <algorithm>

#include "base/utf8.h"
#include "ui/widgets.h"

namespace assay::ui {

namespace {

/// "minutes.pdf, kept 2026-02-03, 14 KB", with as much of the name as fits into the width there is.
std::string lineOf(const Theme& theme, const model::Snapshot& snapshot) {
  const FontScope font(theme.fonts.ui, theme.size.secondary);
  const float room = ImGui::GetContentRegionAvail().x - 2 * theme.space.xs;
  const std::string about =
      fmt::format(", kept {}, {}", base::utcDate(snapshot.takenAt), model::sizeText(snapshot.size));
  std::string line = snapshot.name + about;
  for (std::size_t length = 60; length > 4 && textWidth(line) > room; length -= 2) {
    line = base::shortened(snapshot.name, length) + about;
  }
  // Where not even that fits, the name is what counts.
  return textWidth(line) > room ? base::shortened(snapshot.name, 16) : line;
}

}  // namespace

void drawSnapshots(const Model& model, CommandSink& sink,
                   const std::vector<model::Snapshot>& snapshots) {
  const Theme& theme = model.theme;
  for (const model::Snapshot& snapshot : snapshots) {
    ImGui::PushID(snapshot.id.value.c_str());
    const std::string label = lineOf(theme, snapshot) + "##kept";
    if (smallButton(theme, label.c_str())) sink.openSnapshot(snapshot);
    tooltip(theme, "SHA-256 " + snapshot.sha256);
    ImGui::PopID();
  }
}

const model::Snapshot* keptCopy(const app::ItemDetail& detail) {
  for (const app::EvidenceView& view : detail.evidence) {
    if (!view.snapshots.empty()) return &view.snapshots.back();
  }
  return nullptr;
}

const model::Source* sourceForFile(const app::ItemDetail& detail) {
  const auto bare =
      std::find_if(detail.evidence.rbegin(), detail.evidence.rend(),
                   [](const app::EvidenceView& view) { return view.snapshots.empty(); });
  if (bare != detail.evidence.rend()) return &bare->source;
  return detail.evidence.empty() ? nullptr : &detail.evidence.back().source;
}

}  // namespace assay::ui
