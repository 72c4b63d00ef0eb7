#include "import/html_runs.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "import/document_builder.h"
#include "import/html_words.h"

namespace assay::importer {

using model::BlockRole;

namespace {

// Cells of tables are not here: those of one row stand in one line.
constexpr std::array<std::string_view, 44> kBlocks{
    "address", "article", "aside", "blockquote", "body",    "caption",  "center",     "dd",
    "details", "dir",     "div",   "dl",         "dt",      "fieldset", "figcaption", "figure",
    "footer",  "form",    "h1",    "h2",         "h3",      "h4",       "h5",         "h6",
    "header",  "hr",      "html",  "legend",     "li",      "main",     "menu",       "nav",
    "ol",      "option",  "p",     "pre",        "section", "summary",  "table",      "tbody",
    "tfoot",   "thead",   "tr",    "ul"};

// A sign of Chinese, Japanese or Korean writing says about as much as two letters.
std::size_t widthOf(std::string_view text) {
  std::size_t width = 0;
  for (std::size_t at = 0; at < text.size();) {
    const base::CodePoint c = base::codePointAt(text, at);
    width += c.value >= 0x2E80 && c.value < 0xFB00 ? 2 : 1;
    at += c.length;
  }
  return width;
}

// Walks the tree once. The depth of the tree is limited (kMostDepth), so recursion is safe.
class Walker {
 public:
  explicit Walker(bool (*isDropped)(const Node&)) : isDropped_(isDropped) {}

  void walk(const Node& node) {
    if (node.isText()) return addText(node.text);
    if (isDropped_ != nullptr && isDropped_(node)) return;
    if (node.is("br")) return breakLine();
    const bool cell = node.is("td") || node.is("th");
    if (cell && !line_.empty()) line_ += " | ";
    const bool block = isBlockElement(node);
    const Context outer = context_;
    if (block) flush();
    enter(node, block || cell);
    const std::size_t before = runs_.size();
    for (const Node* child : node.children) walk(*child);
    // Cells of a row stand in one line; a cell of several lines was made for the page's layout.
    const bool layout = cell && (runs_.size() > before || line_.find('\n') != std::string::npos);
    if (block || layout) flush();
    context_ = outer;
  }

  std::vector<Run> take() {
    flush();
    return std::move(runs_);
  }

 private:
  // What the elements around the present place say; restored when one ends.
  struct Context {
    const Node* block = nullptr;
    BlockRole role = BlockRole::body;
    bool given = false;
    bool linked = false;
    bool verbatim = false;
  };

  void enter(const Node& node, bool holder) {
    if (holder) context_.block = &node;
    if (node.is("a")) context_.linked = true;
    if (node.is("pre")) context_.verbatim = true;
    const BlockRole role = roleOf(node);
    if (role != BlockRole::body) {
      context_.role = role;
      context_.given = true;
    }
  }

  static BlockRole roleOf(const Node& node) {
    const unsigned level = headingLevel(node);
    if (level > 0) return level == 1 ? BlockRole::headline : BlockRole::subheading;
    if (node.is("figcaption") || node.is("caption")) return BlockRole::caption;
    return roleByName(node);
  }

  void addText(std::string_view text) {
    const std::size_t before = line_.size();
    if (context_.verbatim) {
      line_ += text;
    } else {
      // The page's own line feeds mean nothing; only <br> makes one.
      for (const char c : text) line_ += c == '\n' || c == '\r' ? ' ' : c;
    }
    // Collected as text and measured at the end, when it is known which blanks collapse.
    if (context_.linked) {
      linkedText_.append(line_, before);
      linkedText_ += ' ';
    }
  }

  void breakLine() {
    // Two breaks are how old pages part paragraphs.
    const std::size_t last = line_.find_last_not_of(" \t");
    if (last != std::string::npos && line_[last] == '\n') return flush();
    line_ += '\n';
  }

  void flush() {
    Run run;
    run.text = context_.verbatim ? untrailed(line_) : collapsed(line_);
    if (!run.text.empty()) {
      run.block = context_.block;
      run.characters = base::codePointCount(run.text);
      run.width = widthOf(run.text);
      run.linked = std::min(run.characters, base::codePointCount(collapsed(linkedText_)));
      run.role = context_.role;
      run.given = context_.given;
      runs_.push_back(std::move(run));
    }
    line_.clear();
    linkedText_.clear();
  }

  bool (*isDropped_)(const Node&);
  std::vector<Run> runs_;
  std::string line_;
  std::string linkedText_;
  Context context_;
};

// Blanks where a browser would begin a new line, so that words of two lines do not become one.
void appendText(const Node& node, std::string& out) {
  if (node.isText()) {
    for (const char c : node.text) out += c == '\n' ? ' ' : c;
    return;
  }
  if (isBlockElement(node) || node.is("br")) out += ' ';
  for (const Node* child : node.children) appendText(*child, out);
  if (isBlockElement(node)) out += ' ';
}

}  // namespace

bool isBlockElement(const Node& node) {
  return std::find(kBlocks.begin(), kBlocks.end(), node.name) != kBlocks.end();
}

unsigned headingLevel(const Node& node) {
  const bool heading =
      node.name.size() == 2 && node.name[0] == 'h' && node.name[1] >= '1' && node.name[1] <= '6';
  return heading ? static_cast<unsigned>(node.name[1] - '0') : 0;
}

std::string textOf(const Node& node) {
  std::string out;
  appendText(node, out);
  return collapsed(out);
}

std::vector<Run> runsOf(const Node& root, bool (*isDropped)(const Node&)) {
  Walker walker(isDropped);
  walker.walk(root);
  return walker.take();
}

}  // namespace assay::importer
