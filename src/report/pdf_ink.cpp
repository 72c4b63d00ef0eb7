#include "report/pdf_ink.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace assay::report {

namespace {

struct LinePattern {
  double width;
  std::array<double, 4> dashes;
  std::size_t dashCount;
};

LinePattern patternOf(model::LineStyle line) {
  switch (line) {
    case model::LineStyle::dotted: return {1.1, {1.1, 1.6}, 2};
    case model::LineStyle::dashed: return {0.9, {3.2, 2}, 2};
    case model::LineStyle::thick: return {1.8, {}, 0};
    case model::LineStyle::dashDot: return {0.9, {4.5, 1.6, 1.1, 1.6}, 4};
    case model::LineStyle::dashedThick: return {1.8, {4, 2}, 2};
    default: return {0.8, {}, 0};
  }
}

void appendColour(std::string& out, std::uint32_t rgb, std::string_view operation) {
  for (const unsigned shift : {16U, 8U, 0U}) {
    appendNumber(out, static_cast<double>((rgb >> shift) & 0xFFU) / 255);
    out += ' ';
  }
  out += operation;
}

}  // namespace

void PdfInk::beginWords(std::string_view role, int number) {
  endText();
  out_ += '/';
  out_ += role;
  out_ += "<</MCID " + std::to_string(number) + ">>BDC\n";
}

void PdfInk::beginFurniture(std::string_view kind) {
  endText();
  out_ += kind.empty() ? "/Artifact BMC\n" : "/Artifact<<" + std::string(kind) + ">>BDC\n";
}

void PdfInk::end() {
  endText();
  out_ += "EMC\n";
}

void PdfInk::fillColour(std::uint32_t colour) {
  if (fill_ == colour) return;
  endArray();
  appendColour(out_, colour, "rg\n");
  fill_ = colour;
}

void PdfInk::strokeColour(std::uint32_t colour) {
  if (stroke_ == colour) return;
  endArray();
  appendColour(out_, colour, "RG\n");
  stroke_ = colour;
}

void PdfInk::box(double x, double top, double width, double height, std::uint32_t colour) {
  endText();
  fillColour(colour);
  number(x);
  number(height_ - top - height);
  number(width);
  number(height);
  out_ += "re f\n";
}

void PdfInk::lineOf(double left, double right, double y) {
  number(left);
  number(height_ - y);
  out_ += "m ";
  number(right);
  number(height_ - y);
  out_ += "l ";
}

void PdfInk::wave(double left, double right, double y) {
  constexpr double kStep = 1.8;
  constexpr double kHeight = 1.1;
  number(left);
  number(height_ - y);
  out_ += "m ";
  bool up = true;
  for (double x = left; x < right; x += kStep, up = !up) {
    number(std::min(x + kStep, right));
    number(height_ - (up ? y - kHeight : y));
    out_ += "l ";
  }
}

void PdfInk::underline(const Underline& mark, double left, double right, double baseline,
                       double size) {
  if (mark.line == model::LineStyle::none) return;
  const LinePattern pattern = patternOf(mark.line);
  const bool struck = mark.line == model::LineStyle::struck;
  const double y = struck ? baseline - size * 0.28 : baseline + size * 0.2 + mark.drop;
  endText();
  strokeColour(mark.colour);
  number(pattern.width);
  out_ += "w ";
  if (pattern.dashCount > 0) {
    out_ += '[';
    for (std::size_t i = 0; i < pattern.dashCount; ++i) number(pattern.dashes[i]);
    out_ += "]0 d ";
  }
  if (mark.line == model::LineStyle::wavy) {
    wave(left, right, y + 0.6);
  } else {
    lineOf(left, right, y);
    if (mark.line == model::LineStyle::doubled) lineOf(left, right, y + 1.6);
  }
  out_ += "S\n";
  if (pattern.dashCount > 0) out_ += "[]0 d\n";
}

void PdfInk::endArray() {
  if (!inArray_) return;
  out_ += ")]TJ\n";
  inArray_ = false;
}

void PdfInk::endText() {
  endArray();
  if (inText_) out_ += "ET\n";
  inText_ = false;
}

/// Sees to it that the next code is shown there, in that font.
void PdfInk::place(const PdfFonts::Code& code, const SetRun& run, double x, double y, Mode mode) {
  constexpr double kNear = 0.02;  // less is not seen, and would cost a number every few letters
  const bool same = font_ == code.font && size_ == run.size && mode_ == mode;
  if (inArray_ && same && y_ == y) {
    const double gap = x - pen_;
    if (std::fabs(gap) < kNear) return;
    const double back = -std::round(gap * 1000 / run.size);
    out_ += ')';
    appendNumber(out_, back);
    out_ += '(';
    pen_ -= back * run.size / 1000;
    return;
  }
  endArray();
  if (!inText_) out_ += "BT\n";
  inText_ = true;
  if (font_ != code.font || size_ != run.size) {
    out_ += "/F" + std::to_string(code.font) + ' ';
    number(run.size);
    out_ += "Tf ";
  }
  if (mode_ != mode) out_ += std::to_string(static_cast<int>(mode)) + " Tr ";
  if (mode == Mode::outlined) {
    strokeColour(fill_);
    number(run.size / 32);
    out_ += "w ";
  }
  out_ += fonts_.slanted(run.face) ? "1 0 .2 1 " : "1 0 0 1 ";
  number(x);
  number(height_ - y);
  out_ += "Tm[(";
  font_ = code.font;
  size_ = run.size;
  mode_ = mode;
  inArray_ = true;
  y_ = y;
  pen_ = x;
}

void PdfInk::show(const PdfFonts::Code& code) {
  const auto byte = [&](unsigned value) {
    const auto c = static_cast<char>(value);
    if (c == '(' || c == ')' || c == '\\') out_ += '\\';
    if (c == '\r') {
      out_ += "\\r";  // as it is it would be read as a line feed
    } else {
      out_ += c;
    }
  };
  if (code.wide) byte(code.code >> 8U);
  byte(code.code & 0xFFU);
}

/// A character that no font of the machine has: an empty box, with the character behind it.
void PdfInk::missing(const SetRun& run, const SetGlyph& glyph, std::string_view text, double x,
                     double y) {
  endText();
  strokeColour(run.colour);
  out_ += ".5 w ";
  number(x + 0.5);
  number(height_ - y);
  number(std::max(1.0, glyph.width / kPlaces - 1));
  number(run.size * 0.7);
  out_ += "re S\n";
  const PdfFonts::Code code = fonts_.code(run.face, fonts_.blank(run.face), text);
  place(code, run, x, y, Mode::unseen);
  show(code);
  endArray();
}

void PdfInk::letters(const SetText& set, const SetRun& run, std::size_t first, std::size_t last,
                     std::string_view text, double x, double baseline) {
  fillColour(run.colour);
  const Mode mode = fonts_.emboldened(run.face) ? Mode::outlined : Mode::fill;
  for (std::size_t i = first; i < last; ++i) {
    const SetGlyph& glyph = set.glyphs[i];
    if (glyph.glyph == SetGlyph::kNone) continue;
    std::string_view meaning = text.substr(glyph.begin, glyph.end - glyph.begin);
    if (meaning == "\n" || meaning == "\t") meaning = " ";
    const double left = x + (glyph.x + glyph.shift) / kPlaces;
    const double y = baseline - glyph.rise / kPlaces;
    if (glyph.glyph == SetGlyph::kBox) {
      missing(run, glyph, meaning, left, y);
      continue;
    }
    const PdfFonts::Code code = fonts_.code(run.face, glyph.glyph, meaning);
    place(code, run, left, y, mode);
    show(code);
    pen_ += code.advance * run.size / 1000;
  }
}

std::string PdfInk::take() {
  endText();
  fill_ = stroke_ = 0;
  font_ = -1;
  mode_ = Mode::fill;
  return std::exchange(out_, {});
}

}  // namespace assay::report
