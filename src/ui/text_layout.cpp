#include "ui/text_layout.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "base/utf8.h"

namespace assay::ui {

namespace {

using base::CodePoint;
using base::codePointAt;
using base::Span;
using model::BlockRole;

std::size_t indexOf(BlockRole role) { return static_cast<std::size_t>(role); }

bool isBreakingBlank(char32_t c) {
  return c == U' ' || c == U'\t' || c == U'\n' || c == U'\r' || c == 0x3000 ||
         (c >= 0x2000 && c <= 0x200A && c != 0x2007);
}

bool isDigit(char32_t c) { return c >= U'0' && c <= U'9'; }

bool isLetter(char32_t c) {
  const char32_t lower = c | 0x20;
  return (lower >= U'a' && lower <= U'z') || (c >= 0xC0 && c < 0x2000);
}

bool isIdeographic(char32_t c) {
  return (c >= 0x2E80 && c <= 0x9FFF && c != 0x3000) || (c >= 0xAC00 && c <= 0xD7AF) ||
         (c >= 0xF900 && c <= 0xFAFF) || (c >= 0xFF00 && c <= 0xFFEF) ||
         (c >= 0x20000 && c <= 0x3FFFF);
}

// Marks that may not begin a line.
bool isClosing(char32_t c) {
  switch (c) {
    case U'.':
    case U',':
    case U';':
    case U':':
    case U'!':
    case U'?':
    case U')':
    case U']':
    case U'}':
    case U'"':
    case U'\'':
    case 0x00BB:
    case 0x2019:
    case 0x201D:
    case 0x203A:
    case 0x2026:
    case 0x3001:
    case 0x3002:
    case 0x300D:
    case 0x300F:
    case 0xFF01:
    case 0xFF09:
    case 0xFF0C:
    case 0xFF0E:
    case 0xFF1F: return true;
    default: return false;
  }
}

// Whether a line may end after `c`, which stands between `before` and `after` (0 at the block's
// edges). Blanks are not asked about here.
bool breaksAfter(char32_t before, char32_t c, char32_t after) {
  if (after == 0 || isClosing(after)) return false;
  switch (c) {
    case U'-':
    case 0x2010: return isLetter(before) && isLetter(after);  // not "39-11", not "-5"
    case 0x2013: return !isDigit(before) || !isDigit(after);
    case 0x2014: return after != 0x2014;
    case U'/': return after != U'/' && !(isDigit(before) && isDigit(after));
    case 0x00AD:
    case 0x200B: return true;
    default: return isIdeographic(c) && after != 0x2060 && after != 0x00A0;
  }
}

// The place a line of one block has reached.
struct Cursor {
  std::size_t start = 0;  // of the line
  float x = 0;            // after the last character
  // The last place where the line may end: bytes drawn before it, where the next line starts, and x
  // there. None when `next` is not above `start`.
  std::size_t breakEnd = 0;
  std::size_t breakNext = 0;
  float breakX = 0;
};

}  // namespace

bool isUndrawn(char32_t c) {
  return c == U'\n' || c == U'\r' || c == 0x00AD || c == 0x200B || c == 0x2060 || c == 0xFEFF ||
         c == 0x200E || c == 0x200F;
}

void TextLayout::setText(std::string text, std::vector<model::Block> blocks) {
  text_ = std::move(text);
  blocks_ = std::move(blocks);
  lines_.clear();
  height_ = 0;
  nextBlock_ = 0;
}

float TextLayout::advance(BlockRole role, char32_t c) const {
  if (c < 128) return ascii_[indexOf(role)][c];
  return isUndrawn(c) ? 0.0F : measure_->advance(role, c);
}

void TextLayout::lay(const Measure& measure, const PageMetrics& metrics, float width) {
  begin(measure, metrics, width);
  layOn(text_.size());
}

void TextLayout::begin(const Measure& measure, const PageMetrics& metrics, float width) {
  measure_ = &measure;
  metrics_ = metrics;
  width_ = width;
  lines_.clear();
  lines_.reserve(text_.size() / 50 + blocks_.size());
  for (const model::BlockRoleInfo& row : model::blockRoles()) {
    auto& widths = ascii_[indexOf(row.role)];
    for (char32_t c = 0; c < 128; ++c) {
      widths[c] = c < 32 ? 0.0F : measure.advance(row.role, c);
    }
    widths[U'\n'] = widths[U' '];
    widths[U'\t'] = 4 * widths[U' '];  // as the renderer draws it
  }
  height_ = 0;
  nextBlock_ = 0;
}

void TextLayout::layOn(std::size_t byte) {
  bool reached = false;
  for (; nextBlock_ < blocks_.size() && !reached; ++nextBlock_) {
    const model::Block& block = blocks_[nextBlock_];
    const RoleMetrics& role = metrics_[indexOf(block.role)];
    if (nextBlock_ > 0) {
      const RoleMetrics& above = metrics_[indexOf(blocks_[nextBlock_ - 1].role)];
      height_ += std::round(std::max(above.after, role.before));
    }
    layBlock(block, height_);
    reached = block.span.begin >= byte;
  }
}

std::size_t TextLayout::laidTo() const {
  return complete() ? text_.size() : blocks_[nextBlock_].span.begin;
}

void TextLayout::emit(Span span, const model::Block& block, float& y) {
  const RoleMetrics& role = metrics_[indexOf(block.role)];
  lines_.push_back({span.begin, span.end, std::round(role.indent), y, role.line, block.role});
  y += role.line;
}

void TextLayout::layBlock(const model::Block& block, float& y) {
  const float room = width_ - 2 * std::round(metrics_[indexOf(block.role)].indent);
  const auto& widths = ascii_[indexOf(block.role)];
  Cursor at;
  at.start = block.span.begin;
  char32_t before = 0;
  bool afterBlank = false;
  for (std::size_t pos = block.span.begin; pos < block.span.end;) {
    const auto byte = static_cast<unsigned char>(text_[pos]);
    const CodePoint c = byte < 128 ? CodePoint{byte, 1} : codePointAt(text_, pos);
    const float wide = c.value < 128 ? widths[c.value] : advance(block.role, c.value);
    const std::size_t next = pos + c.length;
    if (isBreakingBlank(c.value)) {
      // Blanks hang over the edge: they never start a line of their own.
      at.x += wide;
      if (!afterBlank) at.breakEnd = pos;
      at.breakNext = next;
      at.breakX = at.x;
      afterBlank = true;
    } else {
      while (at.x + wide > room && pos > at.start) {
        Span line{at.start, at.breakEnd};
        if (at.breakNext > at.start) {
          at.x -= at.breakX;
          at.start = at.breakNext;
        } else {
          // A word longer than the line: cut it where no accent is torn from its letter.
          std::size_t cut = base::atGraphemes(text_, {pos, pos}).begin;
          if (cut <= at.start) break;
          line.end = cut;
          at.start = cut;
          at.x = 0;
          for (; cut < pos; cut += codePointAt(text_, cut).length) {
            at.x += advance(block.role, codePointAt(text_, cut).value);
          }
        }
        emit(line, block, y);
      }
      at.x += wide;
      afterBlank = false;
      const char32_t after =
          next < block.span.end && (c.value >= 128 || c.value == U'-' || c.value == U'/')
              ? codePointAt(text_, next).value
              : 0;
      if (after != 0 && breaksAfter(before, c.value, after)) {
        at.breakEnd = at.breakNext = next;
        at.breakX = at.x;
      }
    }
    before = c.value;
    pos = next;
  }
  if (at.start < block.span.end) emit({at.start, block.span.end}, block, y);
}

std::size_t TextLayout::lineBelow(float y) const {
  const auto found = std::partition_point(lines_.begin(), lines_.end(), [y](const TextLine& line) {
    return line.y + line.height <= y;
  });
  return static_cast<std::size_t>(found - lines_.begin());
}

std::size_t TextLayout::lineOf(std::size_t byte) const {
  const auto found = std::partition_point(
      lines_.begin(), lines_.end(), [byte](const TextLine& line) { return line.begin <= byte; });
  return found == lines_.begin() ? 0 : static_cast<std::size_t>(found - lines_.begin()) - 1;
}

float TextLayout::xOf(std::size_t line, std::size_t byte) const {
  const TextLine& row = lines_[line];
  float x = row.x;
  for (std::size_t at = row.begin; at < std::min(byte, row.end);) {
    const CodePoint c = codePointAt(text_, at);
    x += advance(row.role, c.value);
    at += c.length;
  }
  return x;
}

std::size_t TextLayout::byteAt(float x, float y) const {
  if (lines_.empty()) return 0;
  std::size_t index = std::min(lineBelow(y), lines_.size() - 1);
  // In the space between two blocks: the nearer of the two lines.
  if (index > 0 && y < lines_[index].y) {
    const TextLine& above = lines_[index - 1];
    if (y - (above.y + above.height) < lines_[index].y - y) --index;
  }
  const TextLine& line = lines_[index];
  float left = line.x;
  for (std::size_t at = line.begin; at < line.end;) {
    const Span grapheme = base::atGraphemes(text_, {at, at + codePointAt(text_, at).length});
    float wide = 0;
    for (std::size_t part = at; part < grapheme.end;) {
      const CodePoint c = codePointAt(text_, part);
      wide += advance(line.role, c.value);
      part += c.length;
    }
    if (x < left + wide / 2) return at;
    left += wide;
    at = grapheme.end;
  }
  return line.end;
}

std::size_t TextLayout::characterAt(float x, float y) const {
  const std::size_t index = lineBelow(y);
  if (index >= lines_.size() || y < lines_[index].y) return kNone;
  const TextLine& line = lines_[index];
  if (x < line.x) return kNone;
  float left = line.x;
  for (std::size_t at = line.begin; at < line.end;) {
    const CodePoint c = codePointAt(text_, at);
    left += advance(line.role, c.value);
    if (x < left) return at;
    at += c.length;
  }
  return kNone;
}

std::vector<LineRect> TextLayout::rects(Span span, std::size_t first, std::size_t last) const {
  std::vector<LineRect> out;
  if (lines_.empty() || span.empty()) return out;
  for (std::size_t n = std::max(first, lineOf(span.begin)); n < std::min(last, lines_.size());
       ++n) {
    const TextLine& line = lines_[n];
    if (line.begin >= span.end) break;
    const Span part{std::max(span.begin, line.begin), std::min(span.end, line.end)};
    if (part.empty()) continue;
    const float left = xOf(n, part.begin);
    float right = left;
    for (std::size_t at = part.begin; at < part.end;) {
      const CodePoint c = codePointAt(text_, at);
      right += advance(line.role, c.value);
      at += c.length;
    }
    out.push_back({n, left, right, part});
  }
  return out;
}

}  // namespace assay::ui
