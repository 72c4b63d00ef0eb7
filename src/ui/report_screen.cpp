#include "ui/report_screen.h"

#include <fmt/core.h>
#include <imgui.h>

#include <algorithm>
#include <cctype>
#include <cmath>

#include "base/utf8.h"
#include "ui/edit_field.h"
#include "ui/inspector_fields.h"
#include "ui/widgets.h"

namespace assay::ui {

namespace {

app::ReportRequest requestOf(const Model& model, const ReportState& report) {
  app::ReportRequest request;
  request.article = model.article->article.id;
  request.format = report.format;
  request.notes = report.notes;
  request.sensitiveSources = report.sensitive;
  request.history = report.history && report.notes && report.sensitive;
  request.rawCsv = report.rawCsv;
  request.items = report.items;
  request.language = report.language;
  request.reviewUrl = base::oneLine(report.reviewUrl);
  request.publisher = base::oneLine(report.publisher);
  const std::string reader = base::oneLine(report.preparedFor);
  if (!reader.empty()) request.titleFields.push_back({"Prepared for", reader});
  return request;
}

// The ending follows the format, the rest of the name is the person's.
void proposePath(ReportState& report, const std::filesystem::path& folder,
                 const std::string& name) {
  for (const app::ReportChoice& choice : app::reportChoices()) {
    if (choice.id == report.format) report.path = (folder / (name + choice.extension)).string();
  }
}

// The name without the ending of the format it was proposed for ("a.sources.csv" is "a").
std::string nameWithoutEnding(const ReportState& report) {
  const std::string name = std::filesystem::path(report.path).filename().string();
  for (const app::ReportChoice& choice : app::reportChoices()) {
    if (choice.id == report.format && name.ends_with(choice.extension)) {
      return name.substr(0, name.size() - choice.extension.size());
    }
  }
  return std::filesystem::path(name).stem().string();
}

void drawFormats(const Theme& theme, ReportState& report) {
  const std::vector<app::ReportChoice> choices = app::reportChoices();
  const float room = ImGui::GetContentRegionAvail().x;
  const int columns = room > theme.px(440) ? 2 : 1;
  const float width = std::floor(room / static_cast<float>(columns));
  std::string meaning;
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0, 2});
  int at = 0;
  for (const app::ReportChoice& choice : choices) {
    if (at++ % columns != 0) ImGui::SameLine();
    const bool chosen = report.format == choice.id;
    if (chosen) meaning = choice.meaning;
    if (!radio(theme, "##format-" + choice.id, choice.word, width, chosen)) continue;
    // Another format, another extension; the name a person chose stays.
    const std::string name = nameWithoutEnding(report);
    report.format = choice.id;
    report.written.clear();
    proposePath(report, std::filesystem::path(report.path).parent_path(), name);
  }
  ImGui::PopStyleVar();
  wrappedText(theme, theme.size.secondary, theme.palette.secondary, meaning);
}

// A list to choose one row of; `rows` have an id and a word.
template <class Rows>
void drawList(const Theme& theme, const char* id, const Rows& rows, std::string& chosen) {
  std::string shown;
  for (const auto& row : rows) {
    if (row.id == chosen) shown = row.word;
  }
  if (!beginCombo(theme, id, shown)) return;
  for (const auto& row : rows) {
    if (ImGui::Selectable(row.word.c_str(), row.id == chosen)) chosen = row.id;
  }
  ImGui::EndCombo();
}

void drawParts(const Theme& theme, ReportState& report) {
  if (chip(theme, "With internal notes", {}, report.notes)) report.notes = !report.notes;
  ImGui::SameLine(0, theme.space.s);
  if (chip(theme, "With sensitive sources", {}, report.sensitive)) {
    report.sensitive = !report.sensitive;
  }
  // The history tells both: it is not offered where either is withheld.
  if (report.notes && report.sensitive) {
    ImGui::SameLine(0, theme.space.s);
    if (chip(theme, "With the history", {}, report.history)) report.history = !report.history;
  }
  if (report.format.starts_with("csv")) {
    if (chip(theme, "Raw cells, for programs", {}, report.rawCsv)) report.rawCsv = !report.rawCsv;
  }
  if (ImGui::BeginTable("##parts", 2)) {
    // The names have a row of their own: beside a list, a name is moved down to the list's text.
    for (const char* name : {"Items", "Language of the labels"}) {
      ImGui::TableNextColumn();
      fieldLabel(theme, name);
    }
    ImGui::TableNextColumn();
    drawList(theme, "##report-items", app::reportItemChoices(), report.items);
    ImGui::TableNextColumn();
    drawList(theme, "##report-language", app::reportLanguages(), report.language);
    ImGui::EndTable();
  }
  if (report.format.starts_with("claimreview")) {
    fieldLabel(theme, "Web address of the review");
    static_cast<void>(lineInput("##review-url", "https://…", report.reviewUrl));
    fieldLabel(theme, "Published by");
    static_cast<void>(
        lineInput("##publisher", "The outlet, unless said otherwise", report.publisher));
  } else {
    fieldLabel(theme, "Prepared for");
    static_cast<void>(
        lineInput("##prepared-for", "Whom it is for, printed under the title", report.preparedFor));
  }
}

// A preview is a whole report made in memory, so it is made again only when something changed.
void drawNumbers(const Model& model, ReportState& report, CommandSink& sink) {
  const Theme& theme = model.theme;
  const std::string key =
      fmt::format("{} {}{}{}{} {} {} {} {} {}", report.format, report.notes, report.sensitive,
                  report.history, report.rawCsv, report.items, report.language, report.preparedFor,
                  report.reviewUrl, report.publisher);
  const bool stale = report.previewRevision != model.revision || report.previewKey != key;
  if (stale && !report.writing && !report.closing) {
    report.previewRevision = model.revision;
    // A sentence stays until something else is chosen.
    if (!report.previewKey.empty()) report.failure.clear();
    report.previewKey = key;
    sink.previewReport(requestOf(model, report));
  }
  const app::ReportSummary& summary = report.preview;
  if (summary.bytes == 0) {  // else the failure below says why
    if (report.counting) plainText(theme, theme.size.ui, theme.palette.secondary, "Counting …");
    return;
  }
  const std::string part =
      summary.leftOut == 0 ? "" : fmt::format(" of {}; of these", summary.items + summary.leftOut);
  wrappedText(theme, theme.size.ui, theme.palette.text,
              fmt::format("{} items{}, {} checked, {:.0f} KB", summary.items, part, summary.settled,
                          std::ceil(static_cast<double>(summary.bytes) / 1024.0)));
  if (summary.unfinished > 0) {
    wrappedText(theme, theme.size.ui, theme.palette.warning,
                fmt::format("{} {} not finished; the report says so at its top.",
                            summary.unfinished, summary.unfinished == 1 ? "item is" : "items are"));
  }
}

void drawPath(const Model& model, ReportState& report, const CommandSink& sink) {
  const Theme& theme = model.theme;
  fieldLabel(theme, "Written to");
  static_cast<void>(lineInput("##path", "A file", report.path));
  if (report.written.empty() && sink.fileExists(report.path)) {
    wrappedText(theme, theme.size.secondary, theme.palette.secondary,
                "There is such a file; it will be replaced.");
  }
}

void write(const Model& model, ReportState& report, CommandSink& sink) {
  report.written.clear();
  report.failure.clear();
  if (base::oneLine(report.path).empty()) {
    report.failure = "Give the report a file name.";
    return;
  }
  sink.writeReport(requestOf(model, report), report.path);
}

// What stands in place of the buttons while the file is written.
void drawWriting(const Theme& theme, ReportState& report, CommandSink& sink) {
  plainText(theme, theme.size.ui, theme.palette.secondary,
            (report.doing.empty() ? std::string("starting") : report.doing) + " …");
  progressBar(theme, report.fraction);
  gap(theme.space.s);
  // A click beside it is no wish to stop.
  const bool escape = ImGui::IsKeyPressed(ImGuiKey_Escape, false);
  if (!button(theme, "Stop##stop-report", ButtonKind::plain, "Esc") && !escape) return;
  sink.stopReport();
  report.failure = "Stopped. No file was changed.";
  if (report.preview.bytes == 0) report.previewKey.clear();  // it was never counted to the end
}

void drawButtons(const Model& model, ReportState& report, CommandSink& sink, bool& closed) {
  const Theme& theme = model.theme;
  const bool enter = ImGui::IsKeyPressed(ImGuiKey_Enter, false) && !ImGui::IsWindowAppearing() &&
                     !ImGui::GetIO().NavVisible;
  const bool again = !report.written.empty();
  if (button(theme, again ? "Write again##write" : "Write the report##write",
             again ? ButtonKind::plain : ButtonKind::primary, "Enter") ||
      enter) {
    write(model, report, sink);
  }
  if (again) {
    ImGui::SameLine(0, theme.space.s);
    if (button(theme, "Open it", ButtonKind::primary)) {
      const auto opened = sink.desktop().openFile(report.written);
      if (!opened) report.failure = opened.error().text();
    }
    ImGui::SameLine(0, theme.space.s);
    if (button(theme, "Open its folder", ButtonKind::plain)) {
      const auto folder = std::filesystem::absolute(report.written).parent_path();
      const auto opened = sink.desktop().openFile(folder);
      if (!opened) report.failure = opened.error().text();
    }
  }
  ImGui::SameLine(0, theme.space.s);
  if (button(theme, "Close", ButtonKind::quiet, "Esc")) closed = true;
}

}  // namespace

// Plain ASCII: report files travel by mail and over shares.
std::string fileNameFor(std::string_view title) {
  std::string name;
  for (const char c : base::searchKey(title)) {
    const bool plain = std::isalnum(static_cast<unsigned char>(c)) != 0;
    if (plain) name += c;
    if (!plain && !name.empty() && name.back() != '-') name += '-';
    if (name.size() >= 60) break;
  }
  while (!name.empty() && name.back() == '-') name.pop_back();
  return name.empty() ? "report" : name;
}

void openReportScreen(const Model& model, UiState& state, const std::string& folder) {
  ReportState& report = state.report;
  report.written.clear();
  report.failure.clear();
  report.previewKey.clear();
  const std::filesystem::path where =
      folder.empty() ? model.store.parent_path() : std::filesystem::path(folder);
  proposePath(report, where, fileNameFor(model.article->article.title));
  state.overlay = Overlay::report;
}

void drawReportScreen(const Model& model, UiState& state, CommandSink& sink) {
  const Theme& theme = model.theme;
  bool closed = model.article == nullptr;
  if (!beginDialog(theme, "report", "Export a report", {theme.px(600), 0}, closed)) return;
  ReportState& report = state.report;
  if (model.article != nullptr) {
    drawFormats(theme, report);
    gap(theme.space.xs);
    drawParts(theme, report);
    gap(theme.space.xs);
    drawNumbers(model, report, sink);
    gap(theme.space.xs);
    drawPath(model, report, sink);
    if (!report.failure.empty()) {
      wrappedText(theme, theme.size.ui, theme.palette.warning, report.failure);
    }
    if (!report.written.empty()) {
      wrappedText(theme, theme.size.ui, theme.palette.text, report.writtenLine);
    }
    gap(theme.space.s);
    if (report.writing) {
      closed = false;
      drawWriting(theme, report, sink);
    } else {
      drawButtons(model, report, sink, closed);
    }
  }
  if (closed) {
    sink.stopReport();
    report.closing = true;
  }
  // Without the store the screens below could not answer a key; it is back in a moment.
  if (report.closing && !model.storeAway) {
    report.closing = false;
    state.overlay = Overlay::none;
    ImGui::CloseCurrentPopup();
  }
  endDialog();
}

}  // namespace assay::ui
