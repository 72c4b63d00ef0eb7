#include "ui/file_browser.h"

#include <imgui.h>

#include "base/utf8.h"
#include "ui/inspector_fields.h"
#include "ui/widgets.h"

namespace assay::ui {

namespace {

// Read once per folder, not per frame: a folder on a share may answer slowly.
void list(BrowserState& browser, const Desktop& desktop) {
  browser.listed = true;
  browser.entries.clear();
  browser.failure.clear();
  base::Result<std::vector<FolderEntry>> entries = desktop.listFolder(browser.folder);
  if (entries) {
    browser.entries = std::move(*entries);
  } else {
    browser.failure = entries.error().text();
  }
}

void enter(UiState& state, const std::filesystem::path& folder) {
  state.browser.folder = folder;
  state.browser.listed = false;
  state.browser.picking = {};
}

std::vector<PickRow> rowsOf(const BrowserState& browser) {
  std::vector<PickRow> rows;
  rows.reserve(browser.entries.size() + 1);
  rows.push_back({"One folder up", "", base::searchKey("one folder up ..")});
  for (const FolderEntry& entry : browser.entries) {
    rows.push_back(
        {entry.name, entry.folder ? "folder" : std::string(), base::searchKey(entry.name)});
  }
  return rows;
}

}  // namespace

void openFileBrowser(UiState& state, const std::filesystem::path& folder,
                     const model::SourceId& attachTo, bool forDraft) {
  state.overlay = Overlay::browser;
  state.browser.attachTo = attachTo;
  state.browser.forDraft = forDraft;
  enter(state, folder);
}

void drawFileBrowser(const Model& model, UiState& state, CommandSink& sink) {
  const Theme& theme = model.theme;
  BrowserState& browser = state.browser;
  bool closed = false;
  if (!browser.listed) list(browser, sink.desktop());
  const std::string_view title = browser.forDraft ? "Choose the new draft"
                                 : browser.attachTo.empty()
                                     ? "Open an article or a store"
                                     : "Choose the file to keep with the source";
  if (!beginDialog(theme, "browser", title, {theme.px(620), 0}, closed)) return;
  wrappedText(theme, theme.size.secondary, theme.palette.secondary, browser.folder.string());
  const std::vector<PickRow> rows = rowsOf(browser);
  const Picked picked =
      drawPickList(theme, "Type a part of the name, or a whole path", browser.picking, rows, 12);
  if (!browser.failure.empty()) {
    wrappedText(theme, theme.size.ui, theme.palette.warning, browser.failure);
  }
  std::filesystem::path chosen;
  if (picked.row) {
    if (*picked.row == 0) {
      enter(state, browser.folder.parent_path());
    } else {
      const FolderEntry entry = browser.entries[*picked.row - 1];
      if (entry.folder) {
        enter(state, browser.folder / entry.name);
      } else {
        chosen = browser.folder / entry.name;
      }
    }
  } else if (picked.entered) {
    // Joining keeps a typed path that is already absolute.
    chosen = browser.folder / browser.picking.typed;
  }
  if (!chosen.empty()) closed = true;
  if (closed) {
    state.overlay = Overlay::none;
    ImGui::CloseCurrentPopup();
  }
  endDialog();
  if (chosen.empty()) return;
  if (browser.forDraft) {
    sink.openDraft(chosen);
  } else if (browser.attachTo.empty()) {
    sink.openFile(chosen);
  } else {
    sink.attach(browser.attachTo, chosen);
  }
}

}  // namespace assay::ui
