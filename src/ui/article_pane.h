// The reading pane: the article as a page of type, with the marks of its items under the words and
// their numbers in the margin.
//
// Shows and tells; it changes nothing: what was clicked or selected comes back as events, and the
// workbench turns them into commands. The list's rows and the article's marks are the same items.
// Text is laid out once per draft, width and type; a frame touches the visible lines only.
//
// The pane scrolls itself (ImGui's own scrolling would show the first frame after a new layout at
// the old place) and draws its own scroll bar.
//
// Ownership: keeps the view alive while it shows it. Thread: the window's. Units: pixels, bytes of
// the newest draft.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/coverage.h"
#include "app/view.h"
#include "base/span.h"
#include "model/ids.h"
#include "ui/article_painter.h"
#include "ui/selection.h"
#include "ui/text_find.h"
#include "ui/text_layout.h"
#include "ui/text_marks.h"
#include "ui/text_strokes.h"
#include "ui/text_style.h"
#include "ui/text_words.h"
#include "ui/theme.h"

namespace assay::ui {

struct ArticleInput {
  std::shared_ptr<const app::ArticleView> view;  ///< not null
  const Shown& shown;                            ///< rows hidden by the filter are drawn fainter
  const Selection& selection;
  const SelectedRows& selected;  ///< its rows in the view
  const Theme& theme;
  /// The pane may take Page Up and Down, Home and End: no dialog is open, no field is typed in.
  bool keys = true;
  /// Shown when not null: words that stand in no item are tinted.
  const app::Coverage* coverage = nullptr;
  bool edges = false;      ///< the ends of the focused item may be dragged
  bool showEdges = false;  ///< and are drawn although the mouse is elsewhere
};

/// What happened in a frame.
struct ArticleEvents {
  std::optional<model::ItemId> clicked;  ///< to be selected, as a click in the list would
  bool toggle = false;                   ///< Ctrl was down: in or out of the selection
  bool extend = false;                   ///< Shift was down: everything up to it
  /// The right button was pressed: a menu is wanted, on the text selection when there is one, else
  /// on the item, which is then also in `clicked`.
  bool menu = false;
  std::optional<std::size_t> menuAt;  ///< the byte under the mouse then
  /// The ends of the focused item were dragged: where it should stand now. Empty: they were not.
  std::vector<base::Span> moved;
};

class ArticlePane {
 public:
  /// Draws into the rest of the current window. Between NewFrame and Render.
  ArticleEvents draw(const ArticleInput& input);

  /// The marks of a view that will be drawn, made by a worker: of a book they take a frame.
  void prepare(std::shared_ptr<const app::ArticleView> view, MarkIndex marks);

  /// Words selected with the mouse, whole words unless Alt was down.
  [[nodiscard]] std::optional<base::Span> textSelection() const;
  /// The same as text, exactly as the draft has it; empty when nothing is selected.
  [[nodiscard]] std::string selectedText() const;
  void clearTextSelection() { selected_ = {}; }
  /// The selection of words moved by a key: on by a word, wider, to another paragraph. Without one
  /// it begins at the hit of a search, else at `from`, else at the first line on the screen.
  void moveWords(WordMove move, std::optional<base::Span> from);

  /// Highlights every occurrence of `words` and goes to the first at or after the top of the page.
  /// Empty words end the search. The same words again change nothing.
  void find(std::string_view words);
  void findNext();
  void findPrevious();
  [[nodiscard]] std::size_t hitCount() const { return hits_.size(); }
  /// Which hit one stands on, from 0; nothing when there is none.
  [[nodiscard]] std::optional<std::size_t> currentHit() const;

  /// Brings a place of the text into the upper third on the next frame.
  void reveal(base::Span span) { wanted_ = span; }
  /// True while the page scrolls by itself or is still being laid: another frame is needed.
  [[nodiscard]] bool moving() const { return motion_.running || !layout_.complete(); }

  /// The lines that were drawn last, first and one past the last; for tests and benchmarks.
  [[nodiscard]] base::Span visibleLines() const { return visible_; }
  [[nodiscard]] const TextLayout& layout() const { return layout_; }
  [[nodiscard]] float scroll() const { return scroll_; }
  /// Where the page's upper left corner is on the screen, above the window when scrolled.
  [[nodiscard]] ImVec2 pageOrigin() const { return {frame_.left, frame_.top}; }

 private:
  // The pane's parts on the screen, made anew each frame.
  struct Frame {
    float left = 0;  // of the column of text
    float top = 0;   // where y 0 of the page is on the screen, with the scroll
    float viewTop = 0;
    float viewHeight = 0;
    float paneLeft = 0;
    float paneRight = 0;   // left of the scroll bar
    float gutterLeft = 0;  // of the numbers in the margin
    float labelWidth = 0;
    std::size_t labelColumns = 1;
  };
  struct Motion {
    bool running = false;
    float from = 0;
    float to = 0;
    float time = 0;
  };
  /// A press of the left button on the text: not yet told from a click, or selecting words.
  enum class Press : std::uint8_t { none, waiting, dragging, edge };

  void takeView(const ArticleInput& input);
  void layPage(const ArticleInput& input, float paneWidth, float paneHeight);
  void followSelection(const ArticleInput& input);
  void scrollInput(const ArticleInput& input, bool hovered);
  void moveScroll(const Theme& theme);
  void scrollTo(float y, bool smooth);
  void goTo(base::Span span, bool smooth);
  [[nodiscard]] bool inSight(base::Span span);
  void layTo(std::size_t byte);
  [[nodiscard]] float greatestScroll() const;
  [[nodiscard]] Scene makeScene(const ArticleInput& input) const;
  void drawPage(const ArticleInput& input);
  void drawMargin(const ArticleInput& input, ArticleEvents& events);
  void drawScrollbar(float width);
  void logPage() const;
  void textInput(const ArticleInput& input, ArticleEvents& events);
  void pressText(std::size_t byte);
  void dragText(ImVec2 at);
  void clickText(ArticleEvents& events, std::size_t byte);
  void tellClick(ArticleEvents& events, std::size_t row);
  void standOnHit(std::size_t hit);
  [[nodiscard]] base::Span firstWords(std::optional<base::Span> from) const;
  [[nodiscard]] base::Span wordsOfParagraph(bool forward) const;
  void extendWords(bool forward);
  [[nodiscard]] std::optional<bool> edgeAt(ImVec2 at, const Theme& theme) const;
  void dragEdge(ImVec2 at);
  void edgeInput(const ArticleInput& input, ImVec2 at, bool hovered);
  void endEdge(ArticleEvents& events, ImVec2 at);

  std::shared_ptr<const app::ArticleView> view_;
  TextLayout layout_;
  MarkIndex marks_;
  std::shared_ptr<const app::ArticleView> prepared_;  // the view of preparedMarks_
  MarkIndex preparedMarks_;
  PageStyle style_;
  TextStrokes strokes_;
  FontMeasure measure_;
  Frame frame_;
  base::Span visible_;

  float scroll_ = 0;
  Motion motion_;
  std::optional<base::Span> wanted_;
  model::ItemId shownFocus_;  // the selection the page has moved to
  model::ItemId ownClick_;    // clicked here: the page stays where it is
  bool fresh_ = false;        // a new draft: the first move is a jump

  std::size_t focusRow_ = kNowhere;

  Press press_ = Press::none;
  bool wholeBlocks_ = false;  // a third click: selecting paragraph by paragraph
  std::size_t dragFrom_ = 0;
  base::Span dragBase_;  // what the press itself selected: a word, a paragraph
  base::Span selected_;
  bool backward_ = false;  // the moving end of a selection made by keys is its begin

  bool edgeIsBegin_ = false;
  bool edgesSeen_ = false;             // to be drawn
  std::vector<base::Span> edgeSpans_;  // of the focused item, as they are being dragged
  bool gently_ = false;                // `wanted_` moves the page only when it is out of sight

  std::string words_;
  std::optional<TextFinder> finder_;  // made when somebody searches the draft
  std::vector<base::Span> hits_;
  std::size_t hit_ = 0;
};

}  // namespace assay::ui
