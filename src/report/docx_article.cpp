// The article as a Word manuscript: its words untouched, comments over them, tracked changes in
// them. Whoever accepts the changes and deletes the comments has the article.
#include <algorithm>

#include "base/utf8.h"
#include "report/docx_report.h"
#include "report/pace.h"

namespace assay::report {

namespace {

std::string_view styleOf(model::BlockRole role) {
  switch (role) {
    case model::BlockRole::headline: return "ArticleHeadline";
    case model::BlockRole::deck: return "ArticleDeck";
    case model::BlockRole::byline:
    case model::BlockRole::dateline: return "ArticleByline";
    case model::BlockRole::body: return "ArticleBody";
    case model::BlockRole::subheading: return "ArticleSubheading";
    case model::BlockRole::caption: return "ArticleCaption";
    case model::BlockRole::pullQuote: return "ArticlePullQuote";
    case model::BlockRole::boilerplate: return "ArticleBoilerplate";
  }
  return "ArticleBody";
}

/// Writes the pieces of the article one after the other, with the edits that lie on them.
class Manuscript {
 public:
  Manuscript(DocxReport& report, const std::vector<SuggestedEdit>& edits)
      : report_(report), body_(report.body), edits_(edits), placed_(report.data.items.size()) {}

  void block(const MarkedBlock& block) {
    body_.beginParagraph(styleOf(block.role), block.span.of(report_.data.text));
    for (const Piece& piece : block.pieces) {
      for (const std::size_t item : piece.begins) begin(item);
      words(piece.span);
      for (const std::size_t item : piece.ends) end(item);
    }
    body_.endParagraph();
  }

  [[nodiscard]] bool placed(std::size_t item) const { return placed_[item]; }

  void begin(std::size_t item) {
    placed_[item] = true;
    const std::string id = report_.nextId();
    body_ << "<w:bookmarkStart w:id=\"" << id << "\" w:name=\"" << itemBookmark(item)
          << "\"/><w:bookmarkEnd w:id=\"" << id << "\"/><w:commentRangeStart w:id=\""
          << std::to_string(item) << "\"/>";
  }

  void end(std::size_t item) {
    const std::string id = std::to_string(item);
    body_ << "<w:commentRangeEnd w:id=\"" << id
          << "\"/><w:r><w:rPr><w:rStyle w:val=\"CommentReference\"/></w:rPr><w:commentReference "
             "w:id=\""
          << id << "\"/></w:r>";
  }

 private:
  void words(base::Span piece) {
    std::size_t at = piece.begin;
    for (; next_ < edits_.size(); ++next_) {
      const SuggestedEdit& edit = edits_[next_];
      const bool here =
          edit.span.begin < piece.end || (edit.behind && edit.span.begin == piece.end);
      if (!here) break;
      plain({at, std::max(at, edit.span.begin)});
      at = std::max(at, edit.span.begin);
      const std::size_t end = std::min(edit.span.end, piece.end);
      if (at < end) change("del", edit, [&] { body_.deletedRun(text({at, end})); });
      at = std::max(at, end);
      if (edit.span.end > piece.end) break;  // goes on in the next piece
      if (edit.words.empty()) continue;
      change("ins", edit, [&] { body_.run(edit.words); });
    }
    plain({at, piece.end});
  }

  void plain(base::Span span) {
    if (!span.empty()) body_.run(text(span));
  }

  template <class Write>
  void change(std::string_view element, const SuggestedEdit& edit, Write write) {
    body_ << "<w:" << element << " w:id=\"" << report_.nextId() << "\" "
          << docxAuthor(report_.data, report_.data.items[edit.item]) << ">";
    write();
    body_ << "</w:" << element << ">";
  }

  [[nodiscard]] std::string_view text(base::Span span) const { return span.of(report_.data.text); }

  DocxReport& report_;
  DocxText& body_;
  const std::vector<SuggestedEdit>& edits_;
  std::size_t next_ = 0;
  std::vector<bool> placed_;
};

/// Items that stand nowhere in this draft, each with its passage as it was.
void appendUnplaced(DocxReport& report, Manuscript& manuscript) {
  bool any = false;
  for (std::size_t i = 0; i < report.data.items.size(); ++i) {
    if (manuscript.placed(i)) continue;
    if (!any) report.body.paragraph("Heading2", report.label(Label::unplaced));
    any = true;
    const ReportItem& entry = report.data.items[i];
    report.body.beginParagraph("ArticleBody", entry.item.anchor.exact);
    manuscript.begin(i);
    report.body.run(entry.number, "Strong").run("  ").run(entry.item.anchor.exact);
    manuscript.end(i);
    report.body.endParagraph();
  }
}

}  // namespace

void appendDocxArticle(DocxReport& report) {
  report.heading(Label::article, "Heading1-page");
  report.body.paragraph("Intro", report.label(Label::articleComments));
  const auto blocks = markedBlocks(report.data);
  const SuggestedEdits suggested = suggestedEdits(report.data, blocks);
  Manuscript manuscript(report, suggested.edits);
  constexpr Share kManuscript{0.1, 0.4};
  constexpr Share kComments{0.4, 0.9};
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    if (!goesOn(report.options, i, blocks.size(), kManuscript)) return;
    manuscript.block(blocks[i]);
  }
  appendUnplaced(report, manuscript);
  const std::size_t all = report.data.items.size();
  for (std::size_t i = 0; i < all && goesOn(report.options, i, all, kComments); ++i) {
    appendDocxComment(report, i, suggested.suggestions[i]);
  }
}

}  // namespace assay::report
