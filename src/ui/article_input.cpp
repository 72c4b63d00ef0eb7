// The reading pane under the mouse, and its search: the part of ArticlePane that takes input.
#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "base/utf8.h"
#include "ui/article_pane.h"
#include "ui/text_words.h"

namespace assay::ui {

namespace {

using base::Span;

constexpr float kAutoScrollSpeed = 12;  // pixels a second for each pixel the mouse is outside

Span blockAt(const TextLayout& layout, std::size_t byte) {
  const auto& blocks = layout.blocks();
  const auto after =
      std::partition_point(blocks.begin(), blocks.end(),
                           [byte](const model::Block& block) { return block.span.begin <= byte; });
  return after == blocks.begin() ? Span{} : (after - 1)->span;
}

}  // namespace

// --- the mouse -----------------------------------------------------------------------------------

void ArticlePane::tellClick(ArticleEvents& events, std::size_t row) {
  const ImGuiIO& io = ImGui::GetIO();
  events.clicked = view_->rows[row].id;
  events.toggle = io.KeyCtrl;
  events.extend = io.KeyShift;
  ownClick_ = view_->rows[row].id;
}

void ArticlePane::textInput(const ArticleInput& input, ArticleEvents& events) {
  const ImGuiIO& io = ImGui::GetIO();
  const float overhang = input.theme.space.xs;
  ImGui::SetCursorScreenPos({frame_.left - overhang, frame_.viewTop});
  ImGui::InvisibleButton("##text", {layout_.width() + 2 * overhang, frame_.viewHeight},
                         ImGuiButtonFlags_MouseButtonLeft | ImGuiButtonFlags_MouseButtonRight);
  const ImVec2 at{io.MousePos.x - frame_.left, io.MousePos.y - frame_.top};
  const bool active = ImGui::IsItemActive();
  if (ImGui::IsItemHovered()) {
    const bool onText = layout_.characterAt(at.x, at.y) != TextLayout::kNone;
    ImGui::SetMouseCursor(onText ? ImGuiMouseCursor_TextInput : ImGuiMouseCursor_Arrow);
  }
  edgeInput(input, at, ImGui::IsItemHovered());
  if (press_ != Press::edge && ImGui::IsItemActivated() && io.MouseClicked[ImGuiMouseButton_Left]) {
    pressText(layout_.byteAt(at.x, at.y));
  }
  if (ImGui::IsItemActivated() && io.MouseClicked[ImGuiMouseButton_Right]) {
    events.menu = true;
    const std::size_t byte = layout_.characterAt(at.x, at.y);
    if (byte != TextLayout::kNone) events.menuAt = byte;
    if (byte != TextLayout::kNone && !selected_.contains(byte)) clickText(events, byte);
  }
  if (press_ == Press::none) return;
  if (active && io.MouseDown[ImGuiMouseButton_Left]) {
    if (press_ == Press::waiting && ImGui::IsMouseDragging(ImGuiMouseButton_Left)) {
      press_ = Press::dragging;
    }
    if (press_ == Press::dragging) dragText(at);
    if (press_ == Press::edge) dragEdge(at);
    return;
  }
  if (press_ == Press::edge) return endEdge(events, at);
  // A press that was let go where it was is a click: on an item, or beside all of them.
  if (std::exchange(press_, Press::none) == Press::waiting) {
    const std::size_t byte = layout_.characterAt(at.x, at.y);
    if (byte != TextLayout::kNone) clickText(events, byte);
  }
}

void ArticlePane::pressText(std::size_t byte) {
  const ImGuiIO& io = ImGui::GetIO();
  const int clicks = io.MouseClickedCount[ImGuiMouseButton_Left];
  if (io.KeyShift && !selected_.empty()) {
    // Shift moves the nearer end of what is selected.
    const bool atBegin = byte < selected_.begin + selected_.size() / 2;
    dragBase_ = {};
    dragFrom_ = atBegin ? selected_.end : selected_.begin;
    press_ = Press::dragging;
    return;
  }
  dragFrom_ = byte;
  wholeBlocks_ = clicks >= 3;
  if (clicks == 1) {
    dragBase_ = {};
    selected_ = {};
    press_ = Press::waiting;
  } else {
    dragBase_ = wholeBlocks_ ? blockAt(layout_, byte)
                             : atWords(layout_.text(), wordAt(layout_.text(), byte));
    selected_ = dragBase_;
    press_ = Press::dragging;
  }
}

void ArticlePane::dragText(ImVec2 at) {
  const ImGuiIO& io = ImGui::GetIO();
  const float below = io.MousePos.y - (frame_.viewTop + frame_.viewHeight);
  const float above = frame_.viewTop - io.MousePos.y;
  if (below > 0) scrollTo(scroll_ + std::max(1.0F, below * kAutoScrollSpeed * io.DeltaTime), false);
  if (above > 0) scrollTo(scroll_ - std::max(1.0F, above * kAutoScrollSpeed * io.DeltaTime), false);

  const std::size_t byte = layout_.byteAt(at.x, at.y);
  Span span{std::min(dragFrom_, byte), std::max(dragFrom_, byte)};
  if (wholeBlocks_) {
    span = {blockAt(layout_, span.begin).begin, blockAt(layout_, span.end).end};
  } else if (!io.KeyAlt) {
    span = atWords(layout_.text(), span);
  }
  if (!dragBase_.empty()) {
    span = span.empty()
               ? dragBase_
               : Span{std::min(span.begin, dragBase_.begin), std::max(span.end, dragBase_.end)};
  }
  selected_ = span;
}

void ArticlePane::clickText(ArticleEvents& events, std::size_t byte) {
  const std::vector<std::size_t> rows = marks_.rowsAt(byte);
  if (!rows.empty()) tellClick(events, clickedRow(rows, focusRow_));
}

std::optional<Span> ArticlePane::textSelection() const {
  return selected_.empty() ? std::nullopt : std::optional(selected_);
}

std::string ArticlePane::selectedText() const {
  return std::string(selected_.empty() ? std::string_view{} : selected_.of(layout_.text()));
}

// --- the ends of an item -------------------------------------------------------------------------

// True for the begin, false for the end, nothing when the mouse is at neither.
std::optional<bool> ArticlePane::edgeAt(ImVec2 at, const Theme& theme) const {
  if (focusRow_ == kNowhere || view_->rows[focusRow_].spans.empty()) return std::nullopt;
  const float reach = theme.px(5);
  const std::vector<Span>& spans = view_->rows[focusRow_].spans;
  const auto isAt = [&](std::size_t byte, std::size_t inside) {
    const std::size_t line = layout_.lineOf(inside);
    const TextLine& row = layout_.lines()[line];
    return at.y >= row.y && at.y < row.y + row.height &&
           std::abs(layout_.xOf(line, byte) - at.x) <= reach;
  };
  if (isAt(spans.back().end, spans.back().end - 1)) return false;
  if (isAt(spans.front().begin, spans.front().begin)) return true;
  return std::nullopt;
}

void ArticlePane::edgeInput(const ArticleInput& input, ImVec2 at, bool hovered) {
  edgesSeen_ = press_ == Press::edge;
  if (!input.edges || layout_.lines().empty() || press_ != Press::none || !hovered) return;
  const std::optional<bool> edge = edgeAt(at, input.theme);
  if (!edge) return;
  edgesSeen_ = true;
  ImGui::SetMouseCursor(ImGuiMouseCursor_ResizeEW);
  if (!ImGui::IsItemActivated() || !ImGui::IsMouseClicked(ImGuiMouseButton_Left)) return;
  press_ = Press::edge;
  edgeIsBegin_ = *edge;
  edgeSpans_ = view_->rows[focusRow_].spans;
}

// By whole words, unless Alt is down; an item keeps at least one word.
void ArticlePane::dragEdge(ImVec2 at) {
  ImGui::SetMouseCursor(ImGuiMouseCursor_ResizeEW);
  if (!ImGui::IsMouseDragging(ImGuiMouseButton_Left) || edgeSpans_.empty()) return;
  const std::string& text = layout_.text();
  const std::size_t byte = layout_.byteAt(at.x, at.y);
  Span& part = edgeIsBegin_ ? edgeSpans_.front() : edgeSpans_.back();
  Span wanted = edgeIsBegin_ ? Span{byte, part.end} : Span{part.begin, byte};
  if (wanted.empty()) return;
  if (!ImGui::GetIO().KeyAlt) wanted = atWords(text, wanted);
  if (!wanted.empty()) part = wanted;
}

void ArticlePane::endEdge(ArticleEvents& events, ImVec2 at) {
  press_ = Press::none;
  std::vector<Span> spans = std::exchange(edgeSpans_, {});
  if (focusRow_ != kNowhere && spans != view_->rows[focusRow_].spans) {
    events.moved = std::move(spans);
    return;
  }
  // Pressed and let go where it was: a click like any other.
  const std::size_t byte = layout_.characterAt(at.x, at.y);
  if (byte != TextLayout::kNone) clickText(events, byte);
}

// --- words selected by keys ----------------------------------------------------------------------

Span ArticlePane::firstWords(std::optional<Span> from) const {
  const std::string& text = layout_.text();
  if (hit_ < hits_.size()) return atWords(text, hits_[hit_]);
  std::size_t begin = 0;
  if (from) {
    begin = from->begin;
  } else if (visible_.begin < layout_.lines().size()) {
    begin = layout_.lines()[visible_.begin].begin;
  }
  const std::size_t end = nextWordEnd(text, begin);
  return {previousWordStart(text, end), end};
}

// The first word of the next paragraph, or of this one and then the one before.
Span ArticlePane::wordsOfParagraph(bool forward) const {
  const std::string& text = layout_.text();
  const auto& blocks = layout_.blocks();
  Span found = selected_;
  for (const model::Block& block : blocks) {
    const std::size_t end = nextWordEnd(text, block.span.begin);
    const Span word{previousWordStart(text, end), end};
    if (forward && word.begin > selected_.begin) return word;
    if (!forward && word.begin < selected_.begin) found = word;
  }
  return found;
}

void ArticlePane::extendWords(bool forward) {
  const std::string& text = layout_.text();
  if (forward && !backward_) {
    const std::size_t end = nextWordEnd(text, selected_.end);
    if (previousWordStart(text, end) >= selected_.end) selected_.end = end;
  } else if (!forward && backward_) {
    selected_.begin = previousWordStart(text, selected_.begin);
  } else if (forward) {
    const std::size_t begin = nextWordStart(text, selected_.begin);
    if (begin < selected_.end) selected_.begin = begin;
    backward_ = nextWordStart(text, selected_.begin) < selected_.end;
  } else {
    const std::size_t end = previousWordEnd(text, selected_.end);
    backward_ = end <= selected_.begin;
    if (backward_) {
      selected_.begin = previousWordStart(text, selected_.begin);
    } else {
      selected_.end = end;
    }
  }
}

void ArticlePane::moveWords(WordMove move, std::optional<Span> from) {
  if (layout_.lines().empty()) return;
  const std::string& text = layout_.text();
  if (selected_.empty()) {
    // The first press shows where one stands.
    selected_ = firstWords(from);
    backward_ = false;
  } else if (move == WordMove::extend || move == WordMove::shrink) {
    extendWords(move == WordMove::extend);
  } else if (move == WordMove::next) {
    const std::size_t end = nextWordEnd(text, selected_.end);
    const Span word{previousWordStart(text, end), end};
    if (word.begin >= selected_.end) selected_ = word;
  } else if (move == WordMove::previous) {
    const std::size_t begin = previousWordStart(text, selected_.begin);
    const Span word{begin, nextWordEnd(text, begin)};
    if (word.end <= selected_.begin) selected_ = word;
  } else {
    selected_ = wordsOfParagraph(move == WordMove::nextParagraph);
  }
  if (move != WordMove::extend && move != WordMove::shrink) backward_ = false;
  if (selected_.empty()) return;
  const std::size_t seen =
      backward_ || move == WordMove::next ? selected_.begin : selected_.end - 1;
  wanted_ = Span{seen, seen + 1};
  gently_ = true;
}

// --- finding -------------------------------------------------------------------------------------

void ArticlePane::find(std::string_view words) {
  if (words == words_) return;
  // Typing on keeps its place: the search goes on from the hit one stands on.
  std::size_t from = 0;
  if (hit_ < hits_.size()) {
    from = hits_[hit_].begin;
  } else if (visible_.begin < layout_.lines().size()) {
    from = layout_.lines()[visible_.begin].begin;
  }
  words_ = words;
  hits_.clear();
  hit_ = 0;
  if (words_.empty() || view_ == nullptr) return;
  if (!finder_) finder_.emplace(layout_.text());
  hits_ = finder_->find(words_);
  if (hits_.empty()) return;
  const auto next = std::partition_point(hits_.begin(), hits_.end(),
                                         [from](const Span& hit) { return hit.begin < from; });
  standOnHit(next == hits_.end() ? 0 : static_cast<std::size_t>(next - hits_.begin()));
}

void ArticlePane::standOnHit(std::size_t hit) {
  hit_ = hit;
  wanted_ = hits_[hit];
}

void ArticlePane::findNext() {
  if (!hits_.empty()) standOnHit((hit_ + 1) % hits_.size());
}

void ArticlePane::findPrevious() {
  if (!hits_.empty()) standOnHit((hit_ + hits_.size() - 1) % hits_.size());
}

std::optional<std::size_t> ArticlePane::currentHit() const {
  return hits_.empty() ? std::nullopt : std::optional(hit_);
}

}  // namespace assay::ui
