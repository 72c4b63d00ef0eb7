#include "report/pdf_canvas.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "report/escape.h"
#include "report/pdf_file.h"
#include "report/pdf_fonts.h"
#include "report/pdf_ink.h"
#include "report/pdf_outline.h"
#include "report/pdf_structure.h"
#include "report/pdf_type.h"

namespace assay::report {

namespace {

constexpr std::uint32_t kSecond = 0x5F5E58;
constexpr std::uint32_t kTint = 0xF1EDE2;
constexpr double kSmall = 8;
constexpr std::size_t kGroup = 50;  // pages that hang together in the tree of pages
constexpr std::size_t kNoLink = static_cast<std::size_t>(-1);

/// What the type setter takes at once: its work grows faster than the text.
constexpr std::size_t kMostAtOnce = 3000;

/// Where the first part of a text that is too long ends: behind a line, a word or a code point.
std::size_t partEnd(std::string_view text, std::size_t from) {
  if (text.size() - from <= kMostAtOnce) return text.size();
  const std::string_view part = text.substr(from, kMostAtOnce);
  for (const char* where : {"\n", " "}) {
    const std::size_t at = part.find_last_of(where);
    if (at != std::string_view::npos && at > kMostAtOnce / 2) return from + at + 1;
  }
  std::size_t end = from + kMostAtOnce;
  while ((static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return end;
}

/// The parts of `all` that lie in [begin, end), moved to where that begins.
template <class Part>
std::vector<Part> within(const std::vector<Part>& all, std::size_t begin, std::size_t end) {
  std::vector<Part> out;
  for (Part part : all) {
    if (part.end <= begin || part.begin >= end) continue;
    part.begin = std::max(part.begin, begin) - begin;
    part.end = std::min(part.end, end) - begin;
    out.push_back(std::move(part));
  }
  return out;
}

/// Calls `draw(left, right)` for the stretches of one line that lie between two bytes of the text;
/// several where the direction of the script changes.
template <class Draw>
void eachRange(const SetText& set, const SetLine& line, std::size_t begin, std::size_t end,
               Draw draw) {
  if (begin >= line.end || end <= line.begin) return;
  std::vector<std::pair<double, double>> ranges;
  for (std::size_t r = line.first; r < line.last; ++r) {
    for (std::size_t i = set.runs[r].first; i < set.runs[r].last; ++i) {
      const SetGlyph& glyph = set.glyphs[i];
      const bool inside = glyph.begin < end && std::max(glyph.end, glyph.begin + 1) > begin;
      if (!inside || glyph.width == 0) continue;
      // Of letters drawn as one the share that is asked for.
      const std::size_t bytes = std::max(1U, glyph.end - glyph.begin);
      const auto share = [&](std::size_t byte) {
        const std::size_t at = std::clamp<std::size_t>(byte, glyph.begin, glyph.begin + bytes);
        return static_cast<double>(at - glyph.begin) / static_cast<double>(bytes);
      };
      const double left = (glyph.x + glyph.width * share(begin)) / kPlaces;
      const double right = (glyph.x + glyph.width * share(end)) / kPlaces;
      constexpr double kTouching = 0.01;
      if (!ranges.empty() && std::fabs(left - ranges.back().second) < kTouching) {
        ranges.back().second = right;
      } else if (!ranges.empty() && std::fabs(right - ranges.back().first) < kTouching) {
        ranges.back().first = left;
      } else {
        ranges.emplace_back(left, right);
      }
    }
  }
  for (const auto& [left, right] : ranges) draw(line.indent + left, line.indent + right);
}

std::size_t linkAt(const std::vector<Link>& links, std::size_t byte) {
  const auto next =
      std::upper_bound(links.begin(), links.end(), byte,
                       [](std::size_t at, const Link& link) { return at < link.begin; });
  if (next == links.begin() || byte >= (next - 1)->end) return kNoLink;
  return static_cast<std::size_t>(next - links.begin()) - 1;
}

/// What programs that keep files in order look for (ISO 16684, XMP): readable without a PDF reader.
int writeAbout(PdfFile& file, const PdfAbout& about) {
  const std::string created = base::utcTimestamp(about.created);
  std::string out =
      "<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
      "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">"
      "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
      "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
      " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\""
      " xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\">\n"
      "<pdfuaid:part>1</pdfuaid:part>\n<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">";
  out += html(about.title) + "</rdf:li></rdf:Alt></dc:title>\n<dc:creator><rdf:Seq><rdf:li>" +
         html(about.author) + "</rdf:li></rdf:Seq></dc:creator>\n<xmp:CreatorTool>" +
         html(about.creator) + "</xmp:CreatorTool>\n<pdf:Producer>" + html(about.creator) +
         "</pdf:Producer>\n<xmp:CreateDate>" + created + "</xmp:CreateDate>\n<xmp:ModifyDate>" +
         created + "</xmp:ModifyDate>\n";
  out += "</rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end=\"r\"?>";
  const int number = file.reserve();
  file.plainStream(number, "/Type/Metadata/Subtype/XML", out);
  return number;
}

}  // namespace

struct PdfCanvas::State {
  PdfAbout about;
  PdfFile file;
  PdfFonts fonts{file};
  PdfStructure structure{file};
  PdfOutline outline;
  TypeSetter type{fonts};
  PdfInk ink{fonts, kPageHeight};
  std::vector<int> pages;
  std::vector<int> groups;  // of pages, in the tree of pages
  std::string annotations;  // of the present page
  int pagesRoot = 0;
  int structureKey = 0;
  double y = kPageTop;

  [[nodiscard]] int page() const { return static_cast<int>(pages.size()); }

  /// One line of furniture: running heads and page numbers, outside the structure.
  void furniture(std::string_view text, double top, bool right) {
    const Words words(text);
    const auto kept = type.set(words, {Face::sans, kSmall, false, false, kSecond, 1}, -1);
    const SetText& set = *kept;
    if (set.lines.empty()) return;
    const SetLine& line = set.lines.front();
    for (std::size_t i = line.first; i < line.last; ++i) {
      const SetRun& run = set.runs[i];
      ink.letters(set, run, run.first, run.last, text, right ? kPageRight - line.width : kPageLeft,
                  top + kSmall);
    }
  }

  void beginPage() {
    if (pages.size() % kGroup == 0) groups.push_back(file.reserve());
    pages.push_back(file.reserve());
    structureKey = structure.beginPage(pages.back());
    ink.beginFurniture("/Type/Pagination/Subtype/Footer");
    furniture(std::to_string(page()), kPageHeight - 42, true);
    ink.end();
    y = kPageTop;
    if (page() == 1) return;
    ink.beginFurniture("/Type/Pagination/Subtype/Header");
    furniture(about.headLeft, 36, false);
    furniture(about.headRight, 36, true);
    ink.end();
  }

  void endPage() {
    const int content = file.reserve();
    file.stream(content, "", ink.take());
    std::string body = "<</Type/Page/Parent " + ref(groups.back()) + "/Contents " + ref(content) +
                       "/StructParents " + std::to_string(structureKey) + "/Tabs/S";
    if (!annotations.empty()) body += "/Annots[" + annotations + "]";
    file.object(pages.back(), body + ">>");
    annotations.clear();
  }

  /// The tree of pages, in groups: readers look a page up in it.
  void writePages() {
    std::string all;
    for (std::size_t i = 0; i < groups.size(); ++i) {
      std::string kids;
      const std::size_t last = std::min(pages.size(), (i + 1) * kGroup);
      for (std::size_t each = i * kGroup; each < last; ++each) {
        appendRef(kids, pages[each]);
        kids += ' ';
      }
      file.object(groups[i], "<</Type/Pages/Parent " + ref(pagesRoot) + "/Count " +
                                 std::to_string(last - i * kGroup) + "/Kids[" + kids + "]>>");
      appendRef(all, groups[i]);
      all += ' ';
    }
    std::string body =
        "<</Type/Pages/Count " + std::to_string(pages.size()) + "/Kids[" + all + "]/MediaBox[0 0 ";
    appendNumber(body, kPageWidth);
    body += ' ';
    appendNumber(body, kPageHeight);
    file.object(pagesRoot, body + "]/Resources<</Font" + fonts.finish() + ">>>>");
  }

  /// A link over words of the line; the element of the structure that it belongs to is open.
  void annotate(const Link& link, std::string_view words, double left, double right, double top,
                double height) {
    std::string body = "<</Type/Annot/Subtype/Link/Rect[";
    for (const double side : {left, kPageHeight - top - height, right, kPageHeight - top}) {
      appendNumber(body, side);
      body += ' ';
    }
    body += "]/Border[0 0 0]/F 4";
    const int object = file.reserve();
    body += "/StructParent " + std::to_string(structure.annotation(object));
    if (link.target.starts_with("#")) {
      body += "/Contents" + pdfText(words) + "/Dest" + pdfBytes(link.target.substr(1));
    } else {
      body += "/Contents" + pdfText(link.target) + "/A<</S/URI/URI" + pdfBytes(link.target) + ">>";
    }
    file.object(object, body + ">>");
    if (!annotations.empty()) annotations += ' ';
    appendRef(annotations, object);
  }

  /// Tints and lines behind the words.
  void marks(const Words& words, const SetText& set, const SetLine& line, const TextStyle& style,
             double x, double baseline) {
    for (const Underline& mark : words.underlines) {
      if (!mark.tint) continue;
      eachRange(set, line, mark.begin, mark.end, [&](double left, double right) {
        ink.box(x + left, baseline - style.size * 0.95, right - left, style.size * 1.3, kTint);
      });
    }
    for (const Underline& mark : words.underlines) {
      eachRange(set, line, mark.begin, mark.end, [&](double left, double right) {
        ink.underline(mark, x + left, x + right, baseline, style.size);
      });
    }
  }

  /// The words of a paragraph on one page, in stretches: those of a link have an element of their
  /// own.
  class Stretch {
   public:
    Stretch(State& state, std::string_view role) : state_(state), role_(role) {}
    ~Stretch() { end(); }
    Stretch(const Stretch&) = delete;
    Stretch& operator=(const Stretch&) = delete;

    void go(std::size_t link) {
      if (open_ && link == link_) return;
      end();
      open_ = true;
      link_ = link;
      if (link != kNoLink) state_.structure.open("Link");
      state_.ink.beginWords(link == kNoLink ? role_ : "Link", state_.structure.words());
    }
    void end() {
      if (!open_) return;
      state_.ink.end();
      if (link_ != kNoLink) state_.structure.close();
      open_ = false;
    }

   private:
    State& state_;
    std::string_view role_;
    std::size_t link_ = kNoLink;
    bool open_ = false;
  };

  void words(Stretch& stretch, const Words& words, const SetText& set, const SetLine& line,
             const TextStyle& style, double x, double baseline) {
    const double begin = x + line.indent;
    for (std::size_t r = line.first; r < line.last; ++r) {
      const SetRun& run = set.runs[r];
      for (std::size_t from = run.first; from < run.last;) {
        const std::size_t link = linkAt(words.links, set.glyphs[from].begin);
        std::size_t to = from + 1;
        while (to < run.last && linkAt(words.links, set.glyphs[to].begin) == link) ++to;
        stretch.go(link);
        ink.letters(set, run, from, to, words.text, begin, baseline);
        if (link != kNoLink) {
          const Link& leads = words.links[link];
          eachRange(set, line, set.glyphs[from].begin,
                    std::max(set.glyphs[to - 1].end, set.glyphs[to - 1].begin + 1),
                    [&](double left, double right) {
                      annotate(
                          leads,
                          std::string_view(words.text).substr(leads.begin, leads.end - leads.begin),
                          x + left, x + right, baseline - style.size * 0.95, style.size * 1.3);
                    });
        }
        from = to;
      }
    }
  }
};

PdfCanvas::PdfCanvas(const PdfAbout& about) : state_(std::make_unique<State>()) {
  State& s = *state_;
  s.about = about;
  s.pagesRoot = s.file.reserve();
  s.structure.open("Document");
  s.beginPage();
}

PdfCanvas::~PdfCanvas() = default;

PdfCanvas::Place PdfCanvas::place() const { return {state_->page(), state_->y}; }

void PdfCanvas::moveTo(Place to) {
  if (to.page == state_->page()) state_->y = to.y;
}

void PdfCanvas::space(double height) { state_->y += height; }

void PdfCanvas::keep(double height) {
  if (state_->y + height > kPageBottom && state_->y > kPageTop) newPage();
}

void PdfCanvas::newPage() {
  state_->endPage();
  state_->beginPage();
}

void PdfCanvas::open(std::string_view tag) { state_->structure.open(tag); }
void PdfCanvas::close() { state_->structure.close(); }

void PdfCanvas::paragraph(const Words& words, const TextStyle& style, double x, double width,
                          std::string_view tag) {
  if (words.text.empty()) return;
  state_->structure.open(tag);
  if (words.text.size() <= kMostAtOnce) {
    lines(words, style, x, width, tag);
  } else {
    for (std::size_t begin = 0; begin < words.text.size();) {
      const std::size_t end = partEnd(words.text, begin);
      Words part(std::string_view(words.text).substr(begin, end - begin));
      if (part.text.ends_with('\n')) part.text.back() = ' ';
      part.runs = within(words.runs, begin, end);
      part.underlines = within(words.underlines, begin, end);
      part.links = within(words.links, begin, end);
      lines(part, style, x, width, tag);
      begin = end;
    }
  }
  state_->structure.close();
}

void PdfCanvas::lines(const Words& words, const TextStyle& style, double x, double width,
                      std::string_view tag) {
  State& s = *state_;
  const auto kept = s.type.set(words, style, width);
  const SetText& set = *kept;
  const double step = style.size * style.leading;
  for (std::size_t from = 0; from < set.lines.size();) {
    if (s.y + step > kPageBottom && s.y > kPageTop) {
      newPage();
    }
    std::size_t to = from + 1;
    while (to < set.lines.size() &&
           s.y + step * static_cast<double>(to - from + 1) <= kPageBottom) {
      ++to;
    }
    const auto baseline = [&](std::size_t line) {
      return s.y + step * static_cast<double>(line - from) + (step - style.size) / 2 +
             style.size * 0.84;
    };
    if (!words.underlines.empty()) {
      s.ink.beginFurniture();
      for (std::size_t i = from; i < to; ++i) {
        s.marks(words, set, set.lines[i], style, x, baseline(i));
      }
      s.ink.end();
    }
    State::Stretch stretch(s, tag);
    for (std::size_t i = from; i < to; ++i) {
      s.words(stretch, words, set, set.lines[i], style, x, baseline(i));
    }
    s.y += step * static_cast<double>(to - from);
    from = to;
  }
}

void PdfCanvas::hairline(double x, double width, std::uint32_t colour) {
  box(x, state_->y, width, 0.5, colour);
}

void PdfCanvas::box(double x, double top, double width, double height, std::uint32_t colour) {
  state_->ink.beginFurniture();
  state_->ink.box(x, top, width, height, colour);
  state_->ink.end();
}

void PdfCanvas::destination(const std::string& name) {
  constexpr double kAbove = 12;
  State& s = *state_;
  s.outline.destination(name, s.pages.back(), kPageHeight - std::max(0.0, s.y - kAbove));
}

int PdfCanvas::bookmark(int parent, const std::string& words, const std::string& destination) {
  return state_->outline.bookmark(parent, words, destination);
}

base::Result<std::string> PdfCanvas::finish() {
  State& s = *state_;
  s.endPage();
  const int structure = s.structure.finish();
  s.writePages();
  const std::string created = pdfDate(s.about.created);
  const int info =
      s.file.object("<</Title" + pdfText(s.about.title) + "/Author" + pdfText(s.about.author) +
                    "/Creator" + pdfText(s.about.creator) + "/Producer" + pdfText(s.about.creator) +
                    "/CreationDate" + created + "/ModDate" + created + ">>");
  const int names = s.outline.writeDestinations(s.file);
  const int outline = s.outline.writeBookmarks(s.file);
  const int catalog =
      s.file.object("<</Type/Catalog/Pages " + ref(s.pagesRoot) + "/Lang" +
                    pdfText(s.about.language) + "/MarkInfo<</Marked true>>/StructTreeRoot " +
                    ref(structure) + "/Names<</Dests " + ref(names) + ">>/Outlines " +
                    ref(outline) + "/ViewerPreferences<</DisplayDocTitle true>>/Metadata " +
                    ref(writeAbout(s.file, s.about)) + ">>");
  std::string bytes = s.file.finish(catalog, info);
  if (bytes.empty()) {
    return base::fail(base::ErrorCode::internal,
                      "The PDF could not be written: there was no memory to pack it in. Please "
                      "choose another format and report this.");
  }
  return bytes;
}

}  // namespace assay::report
