// The article with its marks: nested and overlapping items, numbers linked to their checks.
#include "report/html_page.h"
#include "report/pace.h"
#include "report/pieces.h"

namespace assay::report {

namespace {

/// Writes the pieces of one block, keeping as many marks open from piece to piece as it can.
class MarkWriter {
 public:
  explicit MarkWriter(HtmlPage& page) : page_(page) {}

  void piece(const Piece& piece) {
    std::size_t shared = 0;
    while (shared < open_.size() && shared < piece.marks.size() &&
           open_[shared] == piece.marks[shared]) {
      ++shared;
    }
    closeDownTo(shared);
    for (std::size_t i = shared; i < piece.marks.size(); ++i) open(piece, piece.marks[i]);
    page_.text(piece.span.of(page_.data.text));
    if (piece.ends.empty()) return;
    // Numbers stand behind their marks, outside those that end here: they are not the article's.
    closeEnding(piece);
    for (const std::size_t item : piece.ends) number(item);
  }

  void closeDownTo(std::size_t depth) {
    for (; open_.size() > depth; open_.pop_back()) page_ << "</mark>";
  }

 private:
  void open(const Piece& piece, std::size_t item) {
    const model::Item& decided = page_.data.items[item].item;
    page_ << "<mark class=\"" << (model::isQuote(decided.kind) ? "q " : "c ")
          << statusClass(decided.status) << "\"";
    for (const std::size_t beginning : piece.begins) {
      if (beginning == item) page_ << " id=\"t-" << page_.itemKey(item) << "\"";
    }
    page_ << ">";
    open_.push_back(item);
  }

  void closeEnding(const Piece& piece) {
    std::size_t keep = open_.size();
    for (const std::size_t item : piece.ends) {
      for (std::size_t i = 0; i < keep; ++i) {
        if (open_[i] == item) keep = i;
      }
    }
    closeDownTo(keep);
  }

  void number(std::size_t item) {
    page_ << "<sup>";
    page_.checkLink(item);
    page_ << "</sup>";
  }

  HtmlPage& page_;
  std::vector<std::size_t> open_;
};

/// What stands in the margin beside a block: number, glyph, word, speaker.
void appendMarginNotes(HtmlPage& page, const MarkedBlock& block) {
  if (block.items.empty()) return;
  page << "<ul class=\"margin\">";
  for (const std::size_t index : block.items) {
    const ReportItem& item = page.data.items[index];
    page << (item.parent.empty() ? "<li>" : "<li class=\"child\">");
    page.checkLink(index);
    page << " ";
    page.status(item.item.status, "span");
    if (!item.speaker.empty()) {
      page << " <span class=\"by\">· <bdi>";
      page.text(item.speaker) << "</bdi></span>";
    }
    page << "</li>";
  }
  page << "</ul>";
}

}  // namespace

void appendArticle(HtmlPage& page) {
  page << "<section class=\"article\" aria-labelledby=\"article\">\n<h2 id=\"article\">";
  page.label(Label::article) << "</h2>\n<p class=\"intro\">";
  page.label(Label::articleIntro) << "</p>\n";
  constexpr Share kShare{0.05, 0.35};
  const auto blocks = markedBlocks(page.data);
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    if (!goesOn(page.options, i, blocks.size(), kShare)) return;
    const MarkedBlock& block = blocks[i];
    page << "<div class=\"row\"><p dir=\"auto\" class=\"" << model::info(block.role).id << "\">";
    MarkWriter writer(page);
    for (const Piece& piece : block.pieces) writer.piece(piece);
    writer.closeDownTo(0);
    page << "</p>";
    appendMarginNotes(page, block);
    page << "</div>\n";
  }
  page << "</section>\n";
}

}  // namespace assay::report
