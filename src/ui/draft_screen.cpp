#include "ui/draft_screen.h"

#include <fmt/core.h>
#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "ui/status_mark.h"
#include "ui/widgets.h"

namespace assay::ui {

namespace {

// Where there is something to do, or to see.
app::DraftBasket firstBasket(const app::DraftView& view) {
  for (const app::DraftBasketInfo& row : app::draftBaskets()) {
    if (view.count(row.basket) > 0) return row.basket;
  }
  return app::DraftBasket::reworded;
}

void read(const Model& model, DraftState& draft, CommandSink& sink) {
  if (draft.revision == model.revision || model.article == nullptr) return;
  const bool first = draft.revision == 0;
  draft.revision = model.revision;
  base::Result<app::DraftView> view = sink.draftView();
  draft.failure = view ? std::string() : view.error().text();
  if (!view) return;
  draft.view = std::move(*view);
  if (first) draft.basket = firstBasket(draft.view);
}

void drawBaskets(const Theme& theme, DraftState& draft) {
  bool firstChip = true;
  for (const app::DraftBasketInfo& row : app::draftBaskets()) {
    const std::string count = std::to_string(draft.view.count(row.basket));
    const std::string label = fmt::format("{}##basket-{}", row.word, row.id);
    if (!firstChip) {
      const FontScope font(theme.fonts.ui, theme.size.secondary);
      flow(textWidth(row.word) + textWidth(count) + 3 * theme.space.s, theme.space.xs);
    }
    firstChip = false;
    if (chip(theme, label.c_str(), count, draft.basket == row.basket)) draft.basket = row.basket;
  }
}

/// Words of one stretch, wrapped by hand: a stretch goes on in the line of the one before.
class WordFlow {
 public:
  explicit WordFlow(const Theme& theme)
      : theme_(theme),
        left_(ImGui::GetCursorScreenPos().x),
        right_(left_ + ImGui::GetContentRegionAvail().x),
        at_(ImGui::GetCursorScreenPos()),
        line_(std::round(theme.size.ui * 1.45F)) {}

  void add(const app::WordChange& change) {
    // What came does not run into what went, as "at onceimmediately.".
    if (change.kind == app::WordChange::Kind::come && unspaced_) at_.x += textWidth(" ");
    unspaced_ = change.kind == app::WordChange::Kind::gone && !change.text.ends_with(' ');
    for (std::size_t from = 0; from < change.text.size();) {
      const std::size_t blank = std::min(change.text.find(' ', from), change.text.size());
      const std::size_t end = std::min(blank + 1, change.text.size());
      word(std::string_view(change.text).substr(from, end - from), change.kind);
      from = end;
    }
  }
  /// Takes the space that was drawn on.
  void end() {
    ImGui::SetCursorScreenPos({left_, at_.y});
    ImGui::Dummy({right_ - left_, line_});
  }

 private:
  void word(std::string_view text, app::WordChange::Kind kind) {
    const float width = textWidth(text);
    const std::string_view bare = text.substr(0, text.find_last_not_of(' ') + 1);
    const float bareWidth = textWidth(bare);
    if (at_.x > left_ && at_.x + bareWidth > right_) at_ = {left_, at_.y + line_};
    const Palette& palette = theme_.palette;
    const bool gone = kind == app::WordChange::Kind::gone;
    const bool come = kind == app::WordChange::Kind::come;
    const ImU32 color = gone ? palette.warning : come ? palette.accent : palette.text;
    textWithin(at_, std::min(bareWidth, right_ - at_.x) + 1, color, bare);
    // A line as well as a colour: struck through for what went, under it for what came.
    if (gone || come) {
      const float y = std::round(at_.y + theme_.size.ui * (gone ? 0.58F : 1.14F));
      const float thick = std::max(1.0F, std::round(theme_.px(1)));
      ImGui::GetWindowDrawList()->AddRectFilled(
          {at_.x, y}, {std::min(at_.x + bareWidth, right_), y + thick}, color);
    }
    at_.x += width;
  }

  const Theme& theme_;
  float left_;
  float right_;
  ImVec2 at_;
  float line_;
  bool unspaced_ = false;  ///< the stretch before went, and has no blank at its end
};

void drawChanges(const Theme& theme, const app::DraftItem& item) {
  const FontScope font(theme.fonts.ui, theme.size.ui);
  WordFlow words(theme);
  for (const app::WordChange& change : item.changes) words.add(change);
  words.end();
}

void drawHead(const Theme& theme, const app::DraftItem& item) {
  const float radius = std::round(theme.size.ui * 0.46F);
  const ImVec2 at = ImGui::GetCursorScreenPos();
  drawStatusMark(*ImGui::GetWindowDrawList(), {at.x + radius, at.y + theme.size.ui * 0.56F}, radius,
                 item.status, theme, theme.palette.panel);
  ImGui::Dummy({2 * radius, theme.size.ui});
  ImGui::SameLine(0, theme.space.s);
  boldText(theme, theme.size.ui, theme.palette.text, item.number);
  std::string line(model::info(item.status).word);
  if (!item.reason.empty()) line += " · " + item.reason;
  if (item.basket == app::DraftBasket::reworded && item.placed) line += " · accepted";
  {
    const FontScope font(theme.fonts.ui, theme.size.secondary);
    flow(textWidth(line), theme.space.s);
  }
  wrappedText(theme, theme.size.secondary, theme.palette.secondary, line);
}

void drawItem(const Model& model, const app::DraftItem& item, CommandSink& sink,
              std::optional<model::ItemId>& wanted) {
  const Theme& theme = model.theme;
  ImGui::PushID(item.item.value.c_str());
  drawHead(theme, item);
  if (!item.changes.empty()) {
    drawChanges(theme, item);
  } else {
    wrappedText(
        theme, theme.size.ui,
        item.basket == app::DraftBasket::gone ? theme.palette.secondary : theme.palette.text,
        item.after.empty() ? item.before : item.after);
  }
  const bool waits = item.basket == app::DraftBasket::reworded && !item.placed;
  const std::string accept = fmt::format("Accept##{}", item.number);
  if (waits && !model.readOnly) {
    if (smallButton(theme, accept.c_str())) sink.execute(app::AcceptPlaces{{item.item}});
    ImGui::SameLine(0, theme.space.xs);
  }
  const bool gone = item.basket == app::DraftBasket::gone && item.status != model::Status::cut;
  const std::string cut = fmt::format("Mark it cut##{}", item.number);
  if (gone && !model.readOnly) {
    if (smallButton(theme, cut.c_str())) {
      sink.execute(app::SetStatus{{item.item}, model::Status::cut, std::nullopt});
    }
    ImGui::SameLine(0, theme.space.xs);
  }
  const std::string show = fmt::format("Show it##{}", item.number);
  if (smallButton(theme, show.c_str())) wanted = item.item;
  gap(theme.space.s);
  ImGui::PopID();
}

void drawItems(const Model& model, const DraftState& draft, CommandSink& sink,
               std::optional<model::ItemId>& wanted) {
  bool any = false;
  for (const app::DraftItem& item : draft.view.items) {
    if (item.basket != draft.basket) continue;
    any = true;
    drawItem(model, item, sink, wanted);
  }
  if (any) return;
  wrappedText(model.theme, model.theme.size.ui, model.theme.palette.secondary,
              "This basket is empty.");
}

void drawFoot(const Model& model, DraftState& draft, CommandSink& sink, bool& closed) {
  const Theme& theme = model.theme;
  const std::vector<model::ItemId> clear = draft.view.waiting(true);
  const std::size_t waiting = draft.view.waiting().size();
  if (waiting > 0) {
    wrappedText(
        theme, theme.size.secondary, theme.palette.warning,
        fmt::format("{} {} for you: nothing is decided about {} in this draft.", waiting,
                    waiting == 1 ? "item waits" : "items wait", waiting == 1 ? "it" : "them"));
  }
  if (!clear.empty() && !model.readOnly) {
    const std::string label = fmt::format("Accept all clear ones ({})##clear", clear.size());
    if (button(theme, label.c_str(), ButtonKind::primary)) sink.execute(app::AcceptPlaces{clear});
    tooltip(theme, "One proposal stands out, and no number and no “not” differs");
    ImGui::SameLine(0, theme.space.s);
  }
  if (button(theme, "Close", ButtonKind::quiet, "Esc")) closed = true;
}

}  // namespace

void openDraftScreen(UiState& state) {
  state.draft = {};
  state.overlay = Overlay::draft;
}

void openDraftScreen(UiState& state, app::DraftView view, std::uint64_t revision) {
  openDraftScreen(state);
  state.draft.basket = firstBasket(view);
  state.draft.view = std::move(view);
  state.draft.revision = revision;
}

void drawDraftScreen(const Model& model, UiState& state, CommandSink& sink) {
  const Theme& theme = model.theme;
  DraftState& draft = state.draft;
  bool closed = model.article == nullptr;
  read(model, draft, sink);
  const std::string title =
      draft.view.before == 0
          ? std::string("Drafts")
          : fmt::format("Draft {} against draft {}", draft.view.number, draft.view.before);
  if (!beginDialog(theme, "draft", title, {theme.px(820), 0}, closed)) return;
  std::optional<model::ItemId> wanted;
  if (!draft.failure.empty()) {
    wrappedText(theme, theme.size.ui, theme.palette.warning, draft.failure);
  }
  if (draft.view.before == 0) {
    wrappedText(theme, theme.size.ui, theme.palette.secondary,
                fmt::format("This article has one draft so far. {} takes a new one in and carries "
                            "every decision over.",
                            model.keys.keyText(Action::newDraft)));
    gap(theme.space.s);
    if (button(theme, "Close", ButtonKind::quiet, "Esc")) closed = true;
  } else {
    drawBaskets(theme, draft);
    gap(theme.space.xs);
    const float screen = ImGui::GetMainViewport()->WorkSize.y;
    const float most = std::max(theme.px(120), std::min(theme.px(540), screen - theme.px(280)));
    ImGui::SetNextWindowSizeConstraints({0, 0}, {std::numeric_limits<float>::max(), most});
    if (ImGui::BeginChild("draft-items", {0, 0},
                          ImGuiChildFlags_NavFlattened | ImGuiChildFlags_AutoResizeY)) {
      ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {theme.space.s, theme.space.xs});
      drawItems(model, draft, sink, wanted);
      ImGui::PopStyleVar();
    }
    ImGui::EndChild();
    gap(theme.space.xs);
    drawFoot(model, draft, sink, closed);
  }
  if (closed || wanted) {
    state.overlay = Overlay::none;
    ImGui::CloseCurrentPopup();
  }
  endDialog();
  if (wanted) sink.showItem(draft.view.article, *wanted);
}

}  // namespace assay::ui
