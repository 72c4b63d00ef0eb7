#include "extract/blocks.h"

#include <algorithm>

#include "base/utf8.h"
#include "extract/boilerplate_phrases.h"
#include "extract/embedded_posts.h"
#include "extract/nlp/characters.h"
#include "extract/nlp/dates.h"

namespace assay::extract {

namespace {

using model::Block;
using model::BlockRole;
using nlp::charAt;
using nlp::next;

// What a paragraph looks like, gathered in one pass.
struct Shape {
  std::size_t words = 0;
  std::size_t capitalised = 0;  // words that begin with a capital
  std::size_t longWords = 0;    // words of four letters and more
  std::size_t longCapitalised = 0;
  bool lowerCase = false;
  bool upperCase = false;
  bool ends = false;      // with a full stop, a question or exclamation mark, a colon
  bool question = false;  // with a question or exclamation mark
};

Shape shapeOf(std::string_view text) {
  Shape shape;
  std::size_t wordBegin = 0;
  bool inWord = false;
  const auto close = [&](std::size_t end) {
    if (!inWord) return;
    inWord = false;
    ++shape.words;
    const bool capital = nlp::isUpper(charAt(text, wordBegin));
    const bool isLong = end - wordBegin >= 4;
    shape.capitalised += capital ? 1U : 0U;
    shape.longWords += isLong ? 1U : 0U;
    shape.longCapitalised += isLong && capital ? 1U : 0U;
  };
  for (std::size_t at = 0; at < text.size(); at = next(text, at)) {
    const char32_t c = charAt(text, at);
    shape.lowerCase = shape.lowerCase || nlp::isLower(c);
    shape.upperCase = shape.upperCase || nlp::isUpper(c);
    if (nlp::isWordCharacter(c)) {
      if (!inWord) wordBegin = at;
      inWord = true;
    } else if (!(inWord && (nlp::isApostrophe(c) || nlp::isDash(c)))) {
      close(at);
    }
  }
  close(text.size());
  std::size_t end = text.size();
  while (end > 0 && nlp::isCloser(nlp::charBefore(text, end))) {
    end -= base::codePointBefore(text, end).length;
  }
  const char32_t last = nlp::charBefore(text, end);
  shape.question = last == U'?' || last == U'!';
  shape.ends = shape.question || last == U'.' || last == U':' || last == U'…' || last == U';';
  return shape;
}

bool titleCase(const Shape& shape) {
  return shape.longWords >= 3 && shape.longCapitalised * 10 >= shape.longWords * 8;
}

std::vector<Block> cutAtLines(std::string_view text) {
  std::vector<Block> blocks;
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t newline = std::min(text.find('\n', at), text.size());
    const std::size_t begin = nlp::skipSpace(text, at, newline);
    std::size_t end = newline;
    while (end > begin && nlp::isSpace(nlp::charBefore(text, end))) {
      end -= base::codePointBefore(text, end).length;
    }
    if (begin < end) blocks.push_back({{begin, end}, BlockRole::body, false});
    at = newline + 1;
  }
  return blocks;
}

bool startsWithAny(std::string_view lower, std::span<const std::string_view> phrases) {
  return std::any_of(phrases.begin(), phrases.end(),
                     [lower](std::string_view phrase) { return lower.starts_with(phrase); });
}

bool containsAny(std::string_view lower, std::span<const std::string_view> phrases) {
  return std::any_of(phrases.begin(), phrases.end(), [lower](std::string_view phrase) {
    return lower.find(phrase) != std::string_view::npos;
  });
}

bool looksLikeByline(const std::string& lower, const Shape& shape) {
  const bool by = lower.starts_with("by ") || lower.starts_with("by:") ||
                  lower.starts_with("from our ") || lower.starts_with("written by ");
  return by && shape.words >= 2 && shape.words <= 12 && !shape.ends &&
         shape.capitalised * 2 >= shape.words;
}

// A line that is a place, a date or a time and nothing else.
bool looksLikeDateline(std::string_view text, const std::string& lower, const Shape& shape) {
  if (shape.words == 0 || shape.words > 12 || shape.ends) return false;
  if (startsWithAny(lower, datelineStarts())) return nlp::mentionsDate(lower);
  return shape.words <= 7 && nlp::onlyDate(lower) && text.size() < 60;
}

bool looksLikeCaption(const std::string& lower, std::string_view text, const Shape& shape) {
  if (shape.words > 90) return false;
  if (startsWithAny(lower, captionStarts())) return true;
  return creditStart(text) != std::string_view::npos && shape.words > 2;
}

class Settler {
 public:
  Settler(std::string_view text, std::vector<Block> blocks)
      : text_(text), blocks_(std::move(blocks)) {
    shapes_.reserve(blocks_.size());
    std::size_t capitals = 0;
    for (const Block& block : blocks_) {
      shapes_.push_back(shapeOf(block.span.of(text)));
      capitals += shapes_.back().upperCase && !shapes_.back().lowerCase ? 1U : 0U;
    }
    capitalText_ = capitals * 2 > blocks_.size();
  }

  std::vector<Block> run() {
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      if (!blocks_[i].given) blocks_[i].role = lineRole(i);
    }
    settleHead();
    for (std::size_t i = 1; i + 1 < blocks_.size(); ++i) settleSubheading(i);
    return inParts();
  }

 private:
  BlockRole lineRole(std::size_t i) const {
    const std::string_view paragraph = blocks_[i].span.of(text_);
    const Shape& shape = shapes_[i];
    if (embeddedPost(paragraph)) return BlockRole::boilerplate;  // until it is split
    // The tests below look for wording of short lines only.
    if (paragraph.size() > 700) return BlockRole::body;
    const std::string lower = nlp::asciiLower(paragraph);
    if (i < 6 && looksLikeByline(lower, shape)) return BlockRole::byline;
    if (looksLikeDateline(paragraph, lower, shape)) return BlockRole::dateline;
    if (shape.words == 0 || looksLikeBoilerplate(paragraph)) return BlockRole::boilerplate;
    if (relatedLink(i)) return BlockRole::boilerplate;
    if (looksLikeCaption(lower, paragraph, shape)) return BlockRole::caption;
    return BlockRole::body;
  }

  // A related article's headline, set in capitals between paragraphs that are not.
  bool relatedLink(std::size_t i) const {
    const Shape& shape = shapes_[i];
    return !capitalText_ && i > 0 && shape.upperCase && !shape.lowerCase && shape.words >= 4;
  }

  bool isBody(std::size_t i) const { return blocks_[i].role == BlockRole::body; }

  void settleHead() {
    const bool given = std::any_of(blocks_.begin(), blocks_.end(), [](const Block& b) {
      return b.given && b.role == BlockRole::headline;
    });
    if (given) return;
    const auto first = std::find_if(blocks_.begin(), blocks_.end(), [](const Block& b) {
      return b.role == BlockRole::body && !b.given;
    });
    if (first == blocks_.end() || blocks_.size() < 2) return;
    const auto i = static_cast<std::size_t>(first - blocks_.begin());
    if (i > 3 || !looksLikeHeadline(i)) return;
    blocks_[i].role = BlockRole::headline;
    const std::size_t below = i + 1;
    if (below + 1 < blocks_.size() && isBody(below) && !blocks_[below].given &&
        !shapes_[below].ends && shapes_[below].words >= 4 && shapes_[below].words <= 40) {
      blocks_[below].role = BlockRole::deck;
    }
  }

  bool looksLikeHeadline(std::size_t i) const {
    const Shape& shape = shapes_[i];
    if (shape.words == 0 || shape.words > 24) return false;
    const std::string_view line = blocks_[i].span.of(text_);
    // A dialogue or a sentence with its attribution is a paragraph already.
    if (nlp::isQuotationMark(charAt(line, 0)) && !titleCase(shape) && shape.ends) return false;
    if (!shape.ends || titleCase(shape)) return true;
    const bool roomBelow =
        blocks_[i].span.end + 2 <= text_.size() && text_.substr(blocks_[i].span.end, 2) == "\n\n";
    if (shape.question) return shape.words <= 16 && roomBelow;
    // A deck of the same length may stand between the headline and the text.
    return shape.words <= 16 && roomBelow &&
           (shapes_[i + 1].words > shape.words ||
            (i + 2 < shapes_.size() && shapes_[i + 2].words > shape.words));
  }

  // ‘All Bets Are Off’ between paragraphs: a quotation that heads a part, its long words in
  // capitals.
  static bool markedHeading(std::string_view line, const Shape& shape) {
    return nlp::isQuotationMark(charAt(line, 0)) &&
           nlp::isQuotationMark(nlp::charBefore(line, line.size())) && shape.words >= 3 &&
           shape.words <= 9 && shape.longWords == shape.longCapitalised &&
           shape.capitalised * 10 >= shape.words * 6;
  }

  void settleSubheading(std::size_t i) {
    if (!isBody(i) || blocks_[i].given) return;
    const Shape& shape = shapes_[i];
    const std::string_view line = blocks_[i].span.of(text_);
    if (!markedHeading(line, shape) &&
        (shape.ends || shape.words == 0 || shape.words > 9 || !nlp::isUpper(charAt(line, 0)))) {
      return;
    }
    if (!isBody(i + 1) || shapes_[i + 1].words <= shape.words) return;
    blocks_[i].role = BlockRole::subheading;
  }

  // Captions apart from their credits, posts from the tags around them.
  std::vector<Block> inParts() const {
    std::vector<Block> out;
    out.reserve(blocks_.size());
    for (const Block& block : blocks_) {
      if (block.role == BlockRole::caption && block.span.size() < 2000) {
        splitCredit(block, out);
      } else if (block.role == BlockRole::boilerplate && !block.given) {
        splitPost(block, out);
      } else {
        out.push_back(block);
      }
    }
    return out;
  }

  void splitCredit(const Block& block, std::vector<Block>& out) const {
    const std::size_t credit = creditStart(block.span.of(text_));
    if (credit == std::string_view::npos || credit == 0) return out.push_back(block);
    std::size_t end = block.span.begin + credit;
    while (end > block.span.begin && nlp::isSpace(nlp::charBefore(text_, end))) {
      end -= base::codePointBefore(text_, end).length;
    }
    out.push_back({{block.span.begin, end}, BlockRole::caption, block.given});
    out.push_back({{block.span.begin + credit, block.span.end}, BlockRole::boilerplate, false});
  }

  // The author stands over the post as a line beside it; the rest of the tags is no text.
  void splitPost(const Block& block, std::vector<Block>& out) const {
    const auto post = embeddedPost(block.span.of(text_));
    if (!post) return out.push_back(block);
    std::size_t at = block.span.begin;
    const auto part = [&](base::Span inParagraph, BlockRole role) {
      const base::Span span{block.span.begin + inParagraph.begin,
                            block.span.begin + inParagraph.end};
      if (span.begin > at) out.push_back({{at, span.begin}, BlockRole::boilerplate, false});
      if (!span.empty()) out.push_back({span, role, false});
      at = span.end;
    };
    if (post->author) part(*post->author, BlockRole::caption);
    part(post->said, BlockRole::body);
    part({block.span.size(), block.span.size()}, BlockRole::body);
  }

  std::string_view text_;
  std::vector<Block> blocks_;
  std::vector<Shape> shapes_;
  bool capitalText_ = false;
};

// "(Reuters/A. Name)", "[AP Photo]": short, at the end, and naming an agency or a camera.
bool isCredit(std::string_view bracketed) {
  if (bracketed.size() > 90) return false;
  const std::string lower = nlp::asciiLower(bracketed);
  if (containsAny(lower, creditWords())) return true;
  // Two capitalised names around a stroke: the agency and the photographer.
  const std::size_t stroke = bracketed.find('/');
  if (stroke == std::string_view::npos || stroke < 2) return false;
  return nlp::isUpper(charAt(bracketed, 1)) &&
         nlp::isUpper(charAt(bracketed, nlp::skipSpace(bracketed, stroke + 1, bracketed.size())));
}

}  // namespace

std::vector<Block> settleBlocks(std::string_view text, std::span<const Block> blocks) {
  std::vector<Block> given(blocks.begin(), blocks.end());
  std::erase_if(given, [&](const Block& block) {
    return block.span.empty() || block.span.end > text.size();
  });
  if (given.empty()) given = cutAtLines(text);
  return Settler(text, std::move(given)).run();
}

std::string headlineOf(std::string_view text, std::span<const Block> blocks) {
  const auto found = std::find_if(blocks.begin(), blocks.end(),
                                  [](const Block& b) { return b.role == BlockRole::headline; });
  return found == blocks.end() ? std::string() : base::oneLine(found->span.of(text));
}

std::size_t datelineLength(std::string_view paragraph) {
  // A place in capitals, perhaps a state, a date and an agency, and a dash with its blank.
  const std::string_view head = paragraph.substr(0, std::min<std::size_t>(paragraph.size(), 60));
  std::size_t capitals = 0;
  for (std::size_t at = 0; at < head.size() && base::codePointAt(head, at).length > 0;) {
    const char32_t c = charAt(head, at);
    const std::size_t after = std::min(next(head, at), head.size());
    const bool dash = c == U'—' || c == U'–' || (c == U'-' && charAt(head, after) == U'-') ||
                      (c == U'-' && nlp::isSpace(nlp::charBefore(head, at)));
    if (dash) {
      std::size_t end = after;
      while (end < paragraph.size() &&
             (nlp::isDash(charAt(paragraph, end)) || nlp::isSpace(charAt(paragraph, end)))) {
        end = next(paragraph, end);
      }
      return capitals >= 3 && end < paragraph.size() ? end : 0;
    }
    // The first word decides: it must be in capitals throughout.
    if (nlp::isLower(c) && capitals < 3) return 0;
    if (nlp::isQuotationMark(c) && !nlp::isApostrophe(c)) return 0;
    capitals += nlp::isUpper(c) ? 1U : 0U;
    at = after;
  }
  return 0;
}

bool looksLikeBoilerplate(std::string_view paragraph) {
  const std::string lower = nlp::asciiLower(paragraph);
  if (startsWithAny(lower, boilerplateStarts())) return true;
  if (containsAny(lower, boilerplateParts())) return true;
  const std::size_t letters = lower.find_last_not_of(" .:!");
  const std::string_view line = std::string_view(lower).substr(0, letters + 1);
  const auto lines = boilerplateLines();
  if (std::find(lines.begin(), lines.end(), line) != lines.end()) return true;
  return paragraph.size() < 200 && isCredit(paragraph) && creditStart(paragraph) == 0;
}

std::size_t creditStart(std::string_view paragraph) {
  std::size_t end = paragraph.size();
  if (end > 0 && paragraph[end - 1] == '.') --end;
  if (end < 4) return std::string_view::npos;
  const char close = paragraph[end - 1];
  if (close == ')' || close == ']') {
    const std::size_t open = paragraph.rfind(close == ')' ? '(' : '[', end - 1);
    if (open == std::string_view::npos) return open;
    return isCredit(paragraph.substr(open, end - open)) ? open : std::string_view::npos;
  }
  // "… on Monday. Photo: A. Name", "… Credit: A. Name"
  const std::string lower = nlp::asciiLower(paragraph);
  for (const std::string_view sign : creditStarts()) {
    const std::size_t at = lower.rfind(sign);
    if (at != std::string::npos && at > 0 && paragraph.size() - at < 80 &&
        nlp::isSpace(nlp::charBefore(paragraph, at))) {
      return at;
    }
  }
  return std::string_view::npos;
}

}  // namespace assay::extract
