#include "ui/article_pane.h"

#include <fmt/format.h>
#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "model/status.h"
#include "ui/article_margin.h"
#include "ui/article_painter.h"

namespace assay::ui {

namespace {

using base::Span;

constexpr float kTopSpace = 32;   // above the headline
constexpr float kSideSpace = 24;  // least space right of the column
constexpr float kMarginGap = 20;  // between the numbers and the text; the quote bar stands in it
constexpr float kMoveSeconds = 0.14F;
constexpr float kRestingPlace = 0.25F;  // of the view's height: where a revealed line comes to rest
constexpr float kUpperThird = 1.0F / 3.0F;
constexpr float kFirstSight = 0.7F;
constexpr std::size_t kMostLabelColumns = 3;
// Bytes whose lines are made in one frame; more, of a book, in the frames after it.
constexpr std::size_t kLaidAtOnce = 512UL * 1024;

}  // namespace

ArticleEvents ArticlePane::draw(const ArticleInput& input) {
  ArticleEvents events;
  const ImVec2 size = ImGui::GetContentRegionAvail();
  ImGui::PushStyleColor(ImGuiCol_ChildBg, input.theme.palette.ground);
  constexpr ImGuiWindowFlags kFlags = ImGuiWindowFlags_NoScrollbar |
                                      ImGuiWindowFlags_NoScrollWithMouse | ImGuiWindowFlags_NoNav |
                                      ImGuiWindowFlags_NoMove;
  const bool open = ImGui::BeginChild("article", size, ImGuiChildFlags_None, kFlags);
  ImGui::PopStyleColor();
  if (open && size.x >= 1 && size.y >= 1) {
    takeView(input);
    const float bar = ImGui::GetStyle().ScrollbarSize;
    const ImVec2 corner = ImGui::GetWindowPos();
    const ImVec2 extent = ImGui::GetWindowSize();
    frame_.viewTop = corner.y;
    frame_.paneLeft = corner.x;
    layPage(input, extent.x - bar, extent.y);
    strokes_.use(input.theme.scale);
    focusRow_ = input.selected.focus();
    scrollInput(input, ImGui::IsWindowHovered(ImGuiHoveredFlags_AllowWhenBlockedByActiveItem));
    followSelection(input);
    moveScroll(input.theme);
    const float pageTop = std::round(input.theme.px(kTopSpace));
    frame_.top = frame_.viewTop + pageTop - std::round(scroll_);
    visible_.begin = layout_.lineBelow(frame_.viewTop - frame_.top);
    visible_.end = layout_.lineBelow(frame_.viewTop + frame_.viewHeight - frame_.top);
    if (visible_.end < layout_.lines().size()) ++visible_.end;
    drawPage(input);
    drawMargin(input, events);
    textInput(input, events);
    drawScrollbar(bar);
    if (ImGui::GetCurrentContext()->LogEnabled) logPage();
  }
  ImGui::EndChild();
  return events;
}

void ArticlePane::prepare(std::shared_ptr<const app::ArticleView> view, MarkIndex marks) {
  prepared_ = std::move(view);
  preparedMarks_ = std::move(marks);
}

// --- what is shown -------------------------------------------------------------------------------

void ArticlePane::takeView(const ArticleInput& input) {
  if (view_ == input.view) return;
  const model::Draft& draft = *input.view->draft;
  const auto isAnother = [](const model::Draft& one, const model::Draft& other) {
    return one.id != other.id || one.sha256 != other.sha256 || one.blocks != other.blocks;
  };
  const bool newDraft = view_ == nullptr ||
                        (!view_->draft.same(input.view->draft) && isAnother(*view_->draft, draft));
  // A decision moves no mark.
  const bool samePlaces = view_ != nullptr && input.view->samePlaces(*view_);
  view_ = input.view;
  if (prepared_ == view_) {
    marks_ = std::move(preparedMarks_);
  } else if (!samePlaces) {
    marks_.build(view_->rows, draft.text.size());
  }
  prepared_ = nullptr;
  if (!newDraft) return;
  layout_.setText(draft.text, draft.blocks);
  style_ = {};  // lays the page anew
  scroll_ = 0;
  motion_ = {};
  selected_ = {};
  edgeSpans_.clear();
  press_ = Press::none;
  shownFocus_ = {};
  ownClick_ = {};
  fresh_ = true;
  finder_.reset();
  const std::string words = std::exchange(words_, {});
  find(words);
}

void ArticlePane::layPage(const ArticleInput& input, float paneWidth, float paneHeight) {
  const Theme& theme = input.theme;
  const PageStyle style = makePageStyle(theme);
  const float labelWidth = marginLabelWidth(theme, style);
  const float gap = std::round(theme.px(kMarginGap));
  const float side = std::round(theme.px(kSideSpace));
  const float leastLeft = theme.space.s + labelWidth + gap;
  const float room = paneWidth - leastLeft - side;
  const float width = std::floor(std::max(theme.px(40), std::min(style.column, room)));

  frame_.viewHeight = paneHeight;
  frame_.paneRight = frame_.paneLeft + paneWidth;
  const float left = std::floor(std::max(leastLeft, (paneWidth - width) / 2));
  frame_.left = frame_.paneLeft + left;
  frame_.gutterLeft = frame_.left - gap;
  frame_.labelWidth = labelWidth;
  const float columns = std::floor((left - gap - theme.space.s) / labelWidth);
  frame_.labelColumns = std::clamp(static_cast<std::size_t>(std::max(1.0F, columns)),
                                   std::size_t{1}, kMostLabelColumns);

  if (style == style_ && width == layout_.width()) {
    if (!layout_.complete()) layout_.layOn(layout_.laidTo() + kLaidAtOnce);
    return;
  }
  // The line at the top of the view stays there when the page is broken anew.
  std::optional<std::size_t> held;
  float offset = 0;
  const float pageTop = std::round(theme.px(kTopSpace));
  if (!layout_.lines().empty() && scroll_ > 0) {
    const std::size_t line =
        std::min(layout_.lineBelow(scroll_ - pageTop), layout_.lines().size() - 1);
    held = layout_.lines()[line].begin;
    offset = layout_.lines()[line].y - scroll_;
  }
  style_ = style;
  measure_.use(style_);
  layout_.begin(measure_, style_.metrics, width);
  layout_.layOn(kLaidAtOnce);
  if (held) {
    layTo(*held);
    motion_ = {};
    scroll_ = layout_.lines()[layout_.lineOf(*held)].y - offset;
  }
  scroll_ = std::clamp(scroll_, 0.0F, greatestScroll());
}

// With a page behind it, so that it can stand where it should.
void ArticlePane::layTo(std::size_t byte) {
  constexpr std::size_t kPage = 32 * 1024;
  if (layout_.laidTo() < byte + kPage) layout_.layOn(byte + kPage);
}

// --- scrolling -----------------------------------------------------------------------------------

float ArticlePane::greatestScroll() const {
  const float page = frame_.viewHeight > 0 ? layout_.height() : 0;
  // Room below, so that the last item too can rest in the upper third; none when all is in view.
  return page <= frame_.viewHeight * 0.9F ? 0 : page - frame_.viewHeight * 0.5F;
}

void ArticlePane::scrollTo(float y, bool smooth) {
  y = std::clamp(std::round(y), 0.0F, greatestScroll());
  if (!smooth) {
    motion_ = {};
    scroll_ = y;
  } else if (y != scroll_) {
    motion_ = {.running = true, .from = scroll_, .to = y, .time = 0};
  }
}

void ArticlePane::goTo(Span span, bool smooth) {
  layTo(span.begin);
  if (layout_.lines().empty()) return;
  const float now = motion_.running ? motion_.to : scroll_;
  const TextLine& line = layout_.lines()[layout_.lineOf(span.begin)];
  const float inView = line.y - now;
  // A new article is seen from its headline on, as long as its first item is in sight as well.
  const float part = fresh_ ? kFirstSight : kUpperThird;
  if (inView >= 0 && inView + line.height <= frame_.viewHeight * part) return;
  scrollTo(line.y - frame_.viewHeight * kRestingPlace, smooth);
}

// With a line of context above and below.
bool ArticlePane::inSight(Span span) {
  layTo(span.begin);
  if (layout_.lines().empty()) return true;
  const TextLine& line = layout_.lines()[layout_.lineOf(span.begin)];
  const float top = line.y + frame_.top - frame_.viewTop;
  return top >= line.height && top + 2 * line.height <= frame_.viewHeight;
}

void ArticlePane::followSelection(const ArticleInput& input) {
  const bool smooth = input.theme.motion && !fresh_;
  if (input.selection.focus != shownFocus_) {
    shownFocus_ = input.selection.focus;
    // A click in the text must not pull the text from under the mouse.
    if (shownFocus_ != ownClick_ && focusRow_ != kNowhere) {
      const std::vector<Span>& spans = view_->rows[focusRow_].spans;
      if (!spans.empty()) goTo(spans.front(), smooth);
    }
    ownClick_ = {};
  }
  if (wanted_) {
    const Span span = *std::exchange(wanted_, std::nullopt);
    if (!std::exchange(gently_, false) || !inSight(span)) goTo(span, smooth);
  }
  fresh_ = false;
}

void ArticlePane::moveScroll(const Theme& theme) {
  if (!motion_.running) return;
  motion_.time += ImGui::GetIO().DeltaTime;
  const float part = theme.motion ? std::min(1.0F, motion_.time / kMoveSeconds) : 1.0F;
  const float rest = 1 - part;
  scroll_ = motion_.from + (motion_.to - motion_.from) * (1 - rest * rest * rest);
  if (part >= 1) motion_.running = false;
}

void ArticlePane::scrollInput(const ArticleInput& input, bool hovered) {
  const ImGuiIO& io = ImGui::GetIO();
  const float line = style_.metricsOf(model::BlockRole::body).line;
  if (hovered && io.MouseWheel != 0 && !io.KeyCtrl)
    scrollTo(scroll_ - io.MouseWheel * 3 * line, false);
  if (!input.keys || io.WantTextInput) return;
  const float now = motion_.running ? motion_.to : scroll_;
  const float page = frame_.viewHeight - 2 * line;
  const bool smooth = input.theme.motion;
  const auto pressed = [](ImGuiKeyChord chord, bool repeat) {
    const ImGuiInputFlags flags = repeat ? ImGuiInputFlags_Repeat : ImGuiInputFlags_None;
    return ImGui::IsKeyChordPressed(chord, flags, ImGuiKeyOwner_Any);
  };
  if (pressed(ImGuiKey_PageDown, true)) scrollTo(now + page, smooth);
  if (pressed(ImGuiKey_PageUp, true)) scrollTo(now - page, smooth);
  if (pressed(ImGuiKey_Home, false)) scrollTo(0, smooth);
  if (pressed(ImGuiKey_End, false)) {
    layTo(layout_.text().size());
    scrollTo(greatestScroll(), smooth);
  }
}

void ArticlePane::drawScrollbar(float width) {
  const float greatest = greatestScroll();
  if (greatest <= 0) return;
  ImGuiWindow* window = ImGui::GetCurrentWindow();
  const ImRect box({frame_.paneRight, frame_.viewTop},
                   {frame_.paneRight + width, frame_.viewTop + frame_.viewHeight});
  auto at = static_cast<ImS64>(std::lround(scroll_));
  const auto view = static_cast<ImS64>(frame_.viewHeight);
  const ImGuiID id = window->GetID("##scrollbar");
  if (ImGui::ScrollbarEx(box, id, ImGuiAxis_Y, &at, view,
                         view + static_cast<ImS64>(std::lround(greatest)), ImDrawFlags_None)) {
    scrollTo(static_cast<float>(at), false);
  }
}

// --- drawing -------------------------------------------------------------------------------------

Scene ArticlePane::makeScene(const ArticleInput& input) const {
  return {.layout = layout_,
          .marks = marks_,
          .style = style_,
          .strokes = strokes_,
          .theme = input.theme,
          .view = *view_,
          .shown = input.shown,
          .selectedRows = input.selected.all(),
          .focusRow = focusRow_,
          .origin = {frame_.left, frame_.top},
          .first = visible_.begin,
          .last = visible_.end,
          .hits = hits_,
          .hit = hits_.empty() ? kNowhere : hit_,
          .selection = selected_,
          .missed = input.coverage == nullptr ? std::span<const Span>() : input.coverage->missed,
          .moving = edgeSpans_,
          .edges = edgesSeen_ || input.showEdges};
}

void ArticlePane::drawPage(const ArticleInput& input) {
  const Scene scene = makeScene(input);
  ImDrawList& draw = *ImGui::GetWindowDrawList();
  paintTints(draw, scene);
  paintQuoteBars(draw, scene);
  paintStrokes(draw, scene);
  paintText(draw, scene);
}

void ArticlePane::drawMargin(const ArticleInput& input, ArticleEvents& events) {
  const MarginPlace place{
      .right = frame_.gutterLeft, .labelWidth = frame_.labelWidth, .columns = frame_.labelColumns};
  const std::optional<std::size_t> row = drawMarginLabels(makeScene(input), place);
  if (row) tellClick(events, *row);
}

void ArticlePane::logPage() const {
  // The page is not made of ImGui's text: a test reads it line by line, numbers first.
  for (std::size_t n = visible_.begin; n < visible_.end; ++n) {
    const TextLine& line = layout_.lines()[n];
    const std::size_t end =
        n + 1 < layout_.lines().size() ? layout_.lines()[n + 1].begin : line.end;
    std::string out;
    for (const std::size_t row : marks_.startingIn({line.begin, end})) {
      out +=
          fmt::format("{}{} ", model::info(view_->rows[row].status).glyph, view_->rows[row].number);
    }
    if (!out.empty()) out += "| ";
    out += Span{line.begin, line.end}.of(layout_.text());
    ImGui::LogText("\n%s", out.c_str());
  }
}

}  // namespace assay::ui
