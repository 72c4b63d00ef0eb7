#include "report/docx_text.h"

#include <algorithm>

#include "base/utf8.h"
#include "report/escape.h"

namespace assay::report {

namespace {

constexpr std::size_t kLongestTarget = 2000;  // Word refuses what is longer than 2,083

enum class Direction { none, leftToRight, rightToLeft };

// The blocks whose characters, assigned or not, run from right to left by default (Unicode,
// DerivedBidiClass), and letters of all other scripts; digits, blanks and signs have none.
Direction directionOf(char32_t c) {
  if (c < 0x0590) {
    const bool letter = (c >= U'A' && c <= U'Z') || (c >= U'a' && c <= U'z') || c >= 0x00C0;
    return letter ? Direction::leftToRight : Direction::none;
  }
  const bool rightToLeft = c <= 0x08FF || (c >= 0xFB1D && c <= 0xFDFF) ||
                           (c >= 0xFE70 && c <= 0xFEFF) || (c >= 0x10800 && c <= 0x10FFF) ||
                           (c >= 0x1E800 && c <= 0x1EFFF);
  if (rightToLeft) return Direction::rightToLeft;
  const bool sign = (c >= 0x2000 && c <= 0x2BFF) || (c >= 0x3000 && c <= 0x3004) || c >= 0x1F000;
  return sign ? Direction::none : Direction::leftToRight;
}

Direction directionOf(std::string_view words) {
  for (std::size_t at = 0; at < words.size();) {
    const base::CodePoint c = base::codePointAt(words, at);
    if (const Direction found = directionOf(c.value); found != Direction::none) return found;
    at += c.length;
  }
  return Direction::none;
}

/// Whether there is anything to look for: nearly all words hold nothing from right to left.
bool mayTurn(std::string_view words) {
  return std::any_of(words.begin(), words.end(),
                     [](char c) { return static_cast<unsigned char>(c) >= 0xD6; });
}

/// Where the stretch that begins at `from` in direction `now` ends: at the first letter of the
/// other direction, after the last letter of its own when it runs from right to left.
std::size_t stretchEnd(std::string_view words, std::size_t from, Direction now) {
  std::size_t lastOwn = from;
  for (std::size_t at = from; at < words.size();) {
    const base::CodePoint c = base::codePointAt(words, at);
    const Direction found = directionOf(c.value);
    if (found != Direction::none && found != now) {
      return now == Direction::rightToLeft ? lastOwn : at;
    }
    at += c.length;
    if (found == now) lastOwn = at;
  }
  return now == Direction::rightToLeft ? lastOwn : words.size();
}

bool unreserved(char c) {
  constexpr std::string_view kOthers = "-._~:/?@!$&'()*+,;=";
  return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
         kOthers.find(c) != std::string_view::npos;
}

bool hexDigit(char c) {
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'F') || (c >= 'a' && c <= 'f');
}

/// "host", "host:80"; neither a user's name nor anything a URI would have to encode.
bool plainAuthority(std::string_view text) {
  const std::size_t colon = text.find(':');
  const std::string_view host = text.substr(0, colon);
  const bool hostPlain = !host.empty() && host.front() != '.' && host.front() != '-' &&
                         std::all_of(host.begin(), host.end(),
                                     [](char c) {
                                       return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
                                              (c >= '0' && c <= '9') || c == '.' || c == '-';
                                     }) &&
                         host.find("..") == std::string_view::npos;
  if (colon == std::string_view::npos) return hostPlain;
  const std::string_view port = text.substr(colon + 1);
  return hostPlain && !port.empty() && port.size() <= 4 &&
         std::all_of(port.begin(), port.end(), [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

const std::string& DocxLinks::idOf(const std::string& target) {
  const auto [place, added] = ids_.try_emplace(target);
  if (added) place->second = "L" + std::to_string(ids_.size());
  return place->second;
}

std::string packageTarget(std::string_view url) {
  const std::string target = linkTarget(url);
  const std::size_t host = target.find("//") + 2;
  if (target.empty() || target.size() > kLongestTarget) return {};
  const std::size_t rest = std::min(target.find_first_of("/?#", host), target.size());
  if (!plainAuthority(std::string_view(target).substr(host, rest - host))) return {};
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string out = target.substr(0, rest);
  bool fragment = false;
  for (std::size_t at = rest; at < target.size(); ++at) {
    const char c = target[at];
    const bool encoded =
        c == '%' && at + 2 < target.size() && hexDigit(target[at + 1]) && hexDigit(target[at + 2]);
    const bool opensFragment = c == '#' && !fragment;
    fragment = fragment || opensFragment;
    if (encoded || opensFragment || unreserved(c)) {
      out += c;
    } else {
      const auto value = static_cast<unsigned char>(c);
      out += '%';
      out += kDigits[value >> 4U];
      out += kDigits[value & 0xFU];
    }
  }
  return out.size() > kLongestTarget ? std::string() : out;
}

void appendAttribute(std::string& out, std::string_view value) {
  appendHtml(out, base::oneLine(visible(value)));
}

std::string statusStyle(model::Status status) {
  return "Status-" + std::string(model::info(status).id);
}

void DocxText::beginParagraph(std::string_view style, std::string_view words) {
  out_ += "<w:p><w:pPr><w:pStyle w:val=\"";
  out_ += style;
  out_ += "\"/>";
  if (mayTurn(words) && directionOf(words) == Direction::rightToLeft) out_ += "<w:bidi/>";
  out_ += "</w:pPr>";
}

DocxText& DocxText::run(std::string_view words, std::string_view style) {
  appendRun(words, style, "w:t");
  return *this;
}

void DocxText::deletedRun(std::string_view words) { appendRun(words, {}, "w:delText"); }

void DocxText::paragraph(std::string_view style, std::string_view words) {
  beginParagraph(style, words);
  run(words);
  endParagraph();
}

// Runs are cut where the direction of the script turns: Word takes fonts and digits from it.
void DocxText::appendRun(std::string_view words, std::string_view style, std::string_view element) {
  if (!mayTurn(words)) {
    appendPlainRun(words, style, element, false);
    return;
  }
  for (std::size_t at = 0; at < words.size();) {
    Direction now = directionOf(words.substr(at));
    if (now == Direction::none) now = Direction::leftToRight;
    std::size_t end = stretchEnd(words, at, now);
    if (end == at) end = words.size();
    appendPlainRun(words.substr(at, end - at), style, element, now == Direction::rightToLeft);
    at = end;
  }
}

void DocxText::appendPlainRun(std::string_view words, std::string_view style,
                              std::string_view element, bool rightToLeft) {
  if (words.empty()) return;
  out_ += "<w:r>";
  if (!style.empty() || rightToLeft) {
    out_ += "<w:rPr>";
    if (!style.empty()) {
      out_ += "<w:rStyle w:val=\"";
      out_ += style;
      out_ += "\"/>";
    }
    if (rightToLeft) out_ += "<w:rtl/>";
    out_ += "</w:rPr>";
  }
  for (std::size_t at = 0; at <= words.size();) {
    const std::size_t end = std::min(words.find_first_of("\n\t", at), words.size());
    if (end > at) {
      out_ += "<";
      out_ += element;
      out_ += " xml:space=\"preserve\">";
      appendHtml(out_, words.substr(at, end - at));
      out_ += "</";
      out_ += element;
      out_ += ">";
    }
    if (end < words.size()) out_ += words[end] == '\n' ? "<w:br/>" : "<w:tab/>";
    at = end + 1;
  }
  out_ += "</w:r>";
}

void DocxText::outsideLink(DocxLinks& links, std::string_view words, std::string_view url,
                           std::string_view style) {
  const std::string target = packageTarget(url);
  if (target.empty()) {
    run(words);
    return;
  }
  out_ += "<w:hyperlink r:id=\"" + links.idOf(target) + "\" w:history=\"1\">";
  run(words, style);
  out_ += "</w:hyperlink>";
}

void DocxText::insideLink(std::string_view words, std::string_view bookmark,
                          std::string_view style) {
  out_ += "<w:hyperlink w:anchor=\"";
  out_ += bookmark;
  out_ += "\">";
  run(words, style);
  out_ += "</w:hyperlink>";
}

void DocxText::beginTable(std::initializer_list<int> widths, std::string_view title) {
  int all = 0;
  for (const int width : widths) all += width;
  out_ += "<w:tbl><w:tblPr><w:tblStyle w:val=\"ReportTable\"/><w:tblW w:w=\"" +
          std::to_string(all) +
          "\" w:type=\"dxa\"/><w:tblLayout w:type=\"fixed\"/><w:tblLook w:firstRow=\"1\" "
          "w:lastRow=\"0\" w:firstColumn=\"0\" w:lastColumn=\"0\" w:noHBand=\"1\" "
          "w:noVBand=\"1\"/><w:tblCaption w:val=\"";
  appendAttribute(out_, title);
  out_ += "\"/></w:tblPr><w:tblGrid>";
  for (const int width : widths) out_ += "<w:gridCol w:w=\"" + std::to_string(width) + "\"/>";
  out_ += "</w:tblGrid>\n";
}

void DocxText::beginRow(bool head) {
  out_ += "<w:tr><w:trPr><w:cantSplit/>";
  if (head) out_ += "<w:tblHeader/>";
  out_ += "</w:trPr>";
}

void DocxText::beginCell(int width) {
  out_ += "<w:tc><w:tcPr><w:tcW w:w=\"" + std::to_string(width) + "\" w:type=\"dxa\"/></w:tcPr>";
}

void DocxText::cell(int width, std::string_view style, std::string_view words) {
  beginCell(width);
  paragraph(style, words);
  endCell();
}

}  // namespace assay::report
