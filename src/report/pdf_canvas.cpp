#include "report/pdf_canvas.h"

#include <cairo-pdf.h>
#include <pango/pangocairo.h>

#include <array>
#include <cmath>
#include <unordered_map>
#include <utility>

#include "report/escape.h"

namespace assay::report {

namespace {

constexpr std::uint32_t kSecond = 0x5F5E58;
constexpr std::uint32_t kTint = 0xF1EDE2;
constexpr double kSmall = 8;

struct Release {
  void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
  void operator()(cairo_t* cr) const { cairo_destroy(cr); }
  void operator()(cairo_font_options_t* options) const { cairo_font_options_destroy(options); }
  void operator()(PangoContext* context) const { g_object_unref(context); }
  void operator()(PangoLayout* layout) const { g_object_unref(layout); }
  void operator()(PangoLayoutIter* iter) const { pango_layout_iter_free(iter); }
  void operator()(PangoFontDescription* font) const { pango_font_description_free(font); }
  void operator()(PangoAttrList* list) const { pango_attr_list_unref(list); }
};
template <class T>
using Owned = std::unique_ptr<T, Release>;

double points(int pangoUnits) { return static_cast<double>(pangoUnits) / PANGO_SCALE; }

void setColour(cairo_t* cr, std::uint32_t rgb) {
  const auto part = [&](unsigned shift) {
    return static_cast<double>((rgb >> shift) & 0xFFU) / 255;
  };
  cairo_set_source_rgb(cr, part(16), part(8), part(0));
}

PangoAttribute* over(PangoAttribute* attribute, std::size_t begin, std::size_t end) {
  attribute->start_index = static_cast<guint>(begin);
  attribute->end_index = static_cast<guint>(end);
  return attribute;
}

PangoAttribute* foreground(std::uint32_t rgb) {
  const auto part = [&](unsigned shift) {
    return static_cast<guint16>(((rgb >> shift) & 0xFFU) * 257U);
  };
  return pango_attr_foreground_new(part(16), part(8), part(0));
}

/// The value of a tag attribute: quotes and backslashes are escaped for cairo's little parser.
std::string quoted(std::string_view value) {
  std::string out = "'";
  for (const char c : value) {
    if (c == '\'' || c == '\\') out += '\\';
    out += c;
  }
  return out + "'";
}

std::string number(double value) {
  // Not printf: its decimal sign follows the locale, cairo's parser wants a point.
  const auto hundredths = static_cast<long>(std::lround(value * 100));
  const long rest = std::labs(hundredths % 100);
  return (hundredths < 0 ? "-" : "") + std::to_string(std::labs(hundredths / 100)) + "." +
         (rest < 10 ? "0" : "") + std::to_string(rest);
}

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

/// Whether the text has letters of the Latin alphabet and signs only, and no marks to put on them.
bool isPlain(std::string_view text) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    const auto next = static_cast<unsigned char>(at + 1 < text.size() ? text[at + 1] : '\0');
    // Two bytes up to U+02FF; of three bytes the punctuation, arrows and shapes from U+2010 on.
    if (byte >= 0xCC && !(byte == 0xE2 && next >= 0x80 && next < 0xAF && next != 0x83))
      return false;
  }
  return true;
}

struct LinePattern {
  double width;
  std::array<double, 4> dashes;
  int dashCount;
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

void wave(cairo_t* cr, double left, double right, double y) {
  constexpr double kStep = 1.8;
  cairo_move_to(cr, left, y);
  bool up = true;
  for (double x = left; x < right; x += kStep, up = !up) {
    const double to = std::min(x + kStep, right);
    cairo_line_to(cr, to, up ? y - 1.1 : y);
  }
}

void drawUnderline(cairo_t* cr, const Underline& mark, double left, double right, double baseline,
                   double size) {
  if (mark.line == model::LineStyle::none) return;
  const LinePattern pattern = patternOf(mark.line);
  const bool struck = mark.line == model::LineStyle::struck;
  const double y = struck ? baseline - size * 0.28 : baseline + size * 0.2 + mark.drop;
  setColour(cr, mark.colour);
  cairo_set_line_width(cr, pattern.width);
  cairo_set_dash(cr, pattern.dashes.data(), pattern.dashCount, 0);
  if (mark.line == model::LineStyle::wavy) {
    wave(cr, left, right, y + 0.6);
  } else {
    cairo_move_to(cr, left, y);
    cairo_line_to(cr, right, y);
    if (mark.line == model::LineStyle::doubled) {
      cairo_move_to(cr, left, y + 1.6);
      cairo_line_to(cr, right, y + 1.6);
    }
  }
  cairo_stroke(cr);
  cairo_set_dash(cr, nullptr, 0, 0);
}

/// Calls `draw(left, right)` for the parts of one line that lie between two bytes of the text;
/// several where the direction of the script changes.
template <class Draw>
void eachRange(PangoLayoutLine* line, std::size_t begin, std::size_t end, Draw draw) {
  const auto first = static_cast<std::size_t>(line->start_index);
  const std::size_t last = first + static_cast<std::size_t>(line->length);
  if (begin >= last || end <= first) return;
  int* ranges = nullptr;
  int count = 0;
  pango_layout_line_get_x_ranges(line, static_cast<int>(std::max(begin, first)),
                                 static_cast<int>(std::min(end, last)), &ranges, &count);
  for (int i = 0; i < count; ++i) draw(points(ranges[2 * i]), points(ranges[2 * i + 1]));
  g_free(ranges);
}

}  // namespace

struct PdfCanvas::State {
  std::string bytes;
  Owned<cairo_surface_t> surface;
  Owned<cairo_t> cr;
  Owned<PangoContext> context;
  /// Short paragraphs that were set before, by all that they are made of: labels, names and
  /// statuses come again with every item, and setting is most of the work. What was not asked for
  /// while many others were leaves with `older`.
  std::unordered_map<std::string, Owned<PangoLayout>> known;
  std::unordered_map<std::string, Owned<PangoLayout>> older;
  std::array<Owned<PangoFontDescription>, 2> fonts;
  PdfAbout about;
  int page = 1;
  double y = kPageTop;

  static cairo_status_t write(void* closure, const unsigned char* data, unsigned int length) {
    auto* state = static_cast<State*>(closure);
    state->bytes.append(reinterpret_cast<const char*>(data), length);
    return CAIRO_STATUS_SUCCESS;
  }

  /// Sets a paragraph; the caller owns a reference.
  Owned<PangoLayout> set(const Words& words, const TextStyle& style, double width) const {
    Owned<PangoLayout> layout(pango_layout_new(context.get()));
    pango_layout_set_wrap(layout.get(), PANGO_WRAP_WORD_CHAR);
    PangoFontDescription* font = fonts[static_cast<std::size_t>(style.face)].get();
    pango_font_description_set_absolute_size(font, style.size * PANGO_SCALE);
    pango_font_description_set_weight(font,
                                      style.bold ? PANGO_WEIGHT_SEMIBOLD : PANGO_WEIGHT_NORMAL);
    pango_font_description_set_style(font, style.italic ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL);
    pango_layout_set_font_description(layout.get(), font);
    pango_layout_set_auto_dir(layout.get(), style.followsScript ? TRUE : FALSE);
    pango_layout_set_text(layout.get(), words.text.data(), static_cast<int>(words.text.size()));
    const Owned<PangoAttrList> list(pango_attr_list_new());
    const auto add = [&](PangoAttribute* attribute, const Run& run) {
      pango_attr_list_insert(list.get(), over(attribute, run.begin, run.end));
    };
    for (const Run& run : words.runs) {
      add(foreground(run.colour), run);
      if (run.bold) add(pango_attr_weight_new(PANGO_WEIGHT_SEMIBOLD), run);
      if (!run.raised) continue;
      add(pango_attr_size_new_absolute(static_cast<int>(style.size * 0.6 * PANGO_SCALE)), run);
      add(pango_attr_rise_new(static_cast<int>(style.size * 0.36 * PANGO_SCALE)), run);
      add(pango_attr_family_new("Inter, Noto Sans, sans"), run);
    }
    // Inter's contextual alternates (arrows, × between digits) are not needed, and finding them
    // takes longer than all else; without marks there is nothing to put together or to place.
    pango_attr_list_insert(
        list.get(), pango_attr_font_features_new(isPlain(words.text) ? "calt=0,ccmp=0,mark=0,mkmk=0"
                                                                     : "calt=0"));
    pango_layout_set_attributes(layout.get(), list.get());
    if (width >= 0 && !fitsUnbroken(layout.get(), words, style, width)) {
      pango_layout_set_width(layout.get(), static_cast<int>(width * PANGO_SCALE));
    }
    return layout;
  }

  /// Whether the lines fit as they are. A layout with a width shapes every word twice, to see and
  /// to keep; most paragraphs are one short line. What may begin at the right edge needs its width.
  static bool fitsUnbroken(PangoLayout* layout, const Words& words, const TextStyle& style,
                           double width) {
    constexpr double kNarrow = 0.4;  // of its size is about what a letter takes
    const bool worthTrying = static_cast<double>(words.text.size()) * style.size * kNarrow <= width;
    if (!worthTrying || !isPlain(words.text)) return false;
    int needed = 0;
    pango_layout_get_size(layout, &needed, nullptr);
    return needed <= static_cast<int>(width * PANGO_SCALE);
  }

  /// The same, from what was set before where it can be.
  Owned<PangoLayout> setOrKnown(const Words& words, const TextStyle& style, double width) {
    constexpr std::size_t kShort = 120;
    constexpr std::size_t kMostKnown = 256;
    if (words.text.size() > kShort || words.runs.size() > 4) return set(words, style, width);
    std::string key;
    key.reserve(words.text.size() + 64);
    const auto part = [&](const auto& value) {
      key.append(reinterpret_cast<const char*>(&value), sizeof(value));
    };
    part(style.size);
    part(width);
    part(style.face);
    key += style.bold ? 'b' : '-';
    key += style.italic ? 'i' : '-';
    key += style.followsScript ? 's' : '-';
    for (const Run& run : words.runs) {
      part(run.begin);
      part(run.end);
      part(run.colour);
      key += run.bold ? 'b' : '-';
      key += run.raised ? 'r' : '-';
    }
    key += words.text;
    if (known.size() > kMostKnown) older = std::exchange(known, {});
    const auto [place, added] = known.try_emplace(std::move(key));
    if (added) {
      const auto before = older.find(place->first);
      place->second = before == older.end() ? set(words, style, width) : std::move(before->second);
      if (before != older.end()) older.erase(before);
    }
    return Owned<PangoLayout>(static_cast<PangoLayout*>(g_object_ref(place->second.get())));
  }

  /// `x` is the paragraph's edge; the line itself may begin at `indent` (right-to-left scripts).
  void line(PangoLayoutLine* line, const Words& words, const TextStyle& style, double x,
            double indent, double baseline) {
    const double top = baseline - style.size * 0.95;
    for (const Underline& mark : words.underlines) {
      if (!mark.tint) continue;
      eachRange(line, mark.begin, mark.end, [&](double left, double right) {
        setColour(cr.get(), kTint);
        cairo_rectangle(cr.get(), x + left, top, right - left, style.size * 1.3);
        cairo_fill(cr.get());
      });
    }
    for (const Underline& mark : words.underlines) {
      eachRange(line, mark.begin, mark.end, [&](double left, double right) {
        drawUnderline(cr.get(), mark, x + left, x + right, baseline, style.size);
      });
    }
    for (const Link& link : words.links) {
      eachRange(line, link.begin, link.end, [&](double left, double right) {
        const std::string where = link.target.starts_with("#")
                                      ? "dest=" + quoted(link.target.substr(1))
                                      : "uri=" + quoted(link.target);
        const std::string rect = " rect=[" + number(x + left) + " " + number(top) + " " +
                                 number(right - left) + " " + number(style.size * 1.3) + "]";
        cairo_tag_begin(cr.get(), CAIRO_TAG_LINK, (where + rect).c_str());
        cairo_tag_end(cr.get(), CAIRO_TAG_LINK);
      });
    }
    setColour(cr.get(), style.colour);
    cairo_move_to(cr.get(), x + indent, baseline);
    pango_cairo_show_layout_line(cr.get(), line);
  }

  /// One line of furniture: running heads and page numbers, outside the structure.
  void furniture(std::string_view text, double y0, bool right) {
    const auto layout = setOrKnown(Words(text), {Face::sans, kSmall, false, false, kSecond, 1}, -1);
    int width = 0;
    int height = 0;
    pango_layout_get_size(layout.get(), &width, &height);
    setColour(cr.get(), kSecond);
    cairo_move_to(cr.get(), right ? kPageRight - points(width) : kPageLeft, y0);
    pango_cairo_show_layout(cr.get(), layout.get());
  }

  void beginPage() {
    // White paper. Cairo adds up what lies where on a page, stroke by stroke; when the first one
    // covers all of it there is nothing left to add up.
    setColour(cr.get(), 0xFFFFFF);
    cairo_rectangle(cr.get(), 0, 0, kPageWidth, kPageHeight);
    cairo_fill(cr.get());
    furniture(std::to_string(page), kPageHeight - 42, true);
    if (page == 1) return;
    furniture(about.headLeft, 36, false);
    furniture(about.headRight, 36, true);
  }
};

Words& Words::add(std::string_view words, std::uint32_t colour, bool bold, std::string target) {
  const std::size_t begin = text.size();
  const std::size_t gap = std::min(words.find_first_not_of(' '), words.size());
  text += words;
  runs.push_back({begin, text.size(), colour, bold, false});
  if (!target.empty()) links.push_back({begin + gap, text.size(), std::move(target)});
  return *this;
}

PdfCanvas::PdfCanvas(const PdfAbout& about) : state_(std::make_unique<State>()) {
  State& s = *state_;
  s.about = about;
  s.surface.reset(cairo_pdf_surface_create_for_stream(State::write, &s, kPageWidth, kPageHeight));
  s.cr.reset(cairo_create(s.surface.get()));
  s.context.reset(pango_cairo_create_context(s.cr.get()));
  // Letters stand where the font wants them, not where the pixels of a screen would put them.
  PangoContext* context = s.context.get();
  const Owned<cairo_font_options_t> options(cairo_font_options_create());
  cairo_font_options_set_hint_style(options.get(), CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics(options.get(), CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options(context, options.get());
  pango_context_set_round_glyph_positions(context, FALSE);
  pango_context_set_base_dir(context, PANGO_DIRECTION_LTR);
  s.fonts[0].reset(pango_font_description_from_string("Inter, Noto Sans, DejaVu Sans, sans"));
  s.fonts[1].reset(pango_font_description_from_string("Noto Serif, Linux Libertine, serif"));
  const auto meta = [&](cairo_pdf_metadata_t key, const std::string& value) {
    cairo_pdf_surface_set_metadata(s.surface.get(), key, value.c_str());
  };
  meta(CAIRO_PDF_METADATA_TITLE, about.title);
  meta(CAIRO_PDF_METADATA_AUTHOR, about.author);
  meta(CAIRO_PDF_METADATA_CREATOR, about.creator);
  meta(CAIRO_PDF_METADATA_CREATE_DATE, base::utcTimestamp(about.created));
  meta(CAIRO_PDF_METADATA_MOD_DATE, base::utcTimestamp(about.created));
  cairo_tag_begin(s.cr.get(), "Document", nullptr);
  s.beginPage();
}

PdfCanvas::~PdfCanvas() = default;

PdfCanvas::Place PdfCanvas::place() const { return {state_->page, state_->y}; }

void PdfCanvas::moveTo(Place to) {
  if (to.page == state_->page) state_->y = to.y;
}

void PdfCanvas::space(double height) { state_->y += height; }

void PdfCanvas::keep(double height) {
  if (state_->y + height > kPageBottom && state_->y > kPageTop) newPage();
}

void PdfCanvas::newPage() {
  cairo_show_page(state_->cr.get());
  ++state_->page;
  state_->y = kPageTop;
  state_->beginPage();
}

void PdfCanvas::paragraph(const Words& words, const TextStyle& style, double x, double width,
                          std::string_view tag) {
  if (words.text.size() <= kMostAtOnce) {
    lines(words, style, x, width, tag);
    return;
  }
  for (std::size_t begin = 0; begin < words.text.size();) {
    const std::size_t end = partEnd(words.text, begin);
    Words part(std::string_view(words.text).substr(begin, end - begin));
    if (part.text.ends_with('\n')) part.text.pop_back();
    part.runs = within(words.runs, begin, end);
    part.underlines = within(words.underlines, begin, end);
    part.links = within(words.links, begin, end);
    lines(part, style, x, width, tag);
    begin = end;
  }
}

void PdfCanvas::lines(const Words& words, const TextStyle& style, double x, double width,
                      std::string_view tag) {
  if (words.text.empty()) return;
  State& s = *state_;
  const auto layout = s.setOrKnown(words, style, width);
  const std::string role(tag);
  const double step = style.size * style.leading;
  const Owned<PangoLayoutIter> iter(pango_layout_get_iter(layout.get()));
  cairo_tag_begin(s.cr.get(), role.c_str(), nullptr);
  do {
    if (s.y + step > kPageBottom && s.y > kPageTop) {
      // A structure element does not go over a page in cairo 1.16: it is closed and opened again.
      cairo_tag_end(s.cr.get(), role.c_str());
      newPage();
      cairo_tag_begin(s.cr.get(), role.c_str(), nullptr);
    }
    PangoRectangle logical;
    pango_layout_iter_get_line_extents(iter.get(), nullptr, &logical);
    const double baseline = s.y + (step - style.size) / 2 + style.size * 0.84;
    s.line(pango_layout_iter_get_line_readonly(iter.get()), words, style, x, points(logical.x),
           baseline);
    s.y += step;
  } while (pango_layout_iter_next_line(iter.get()) != 0);
  cairo_tag_end(s.cr.get(), role.c_str());
}

void PdfCanvas::hairline(double x, double width, std::uint32_t colour) {
  box(x, state_->y, width, 0.5, colour);
}

void PdfCanvas::box(double x, double top, double width, double height, std::uint32_t colour) {
  setColour(state_->cr.get(), colour);
  cairo_rectangle(state_->cr.get(), x, top, width, height);
  cairo_fill(state_->cr.get());
}

void PdfCanvas::destination(const std::string& name) {
  const std::string attributes = "name=" + quoted(name) + " x=" + number(kPageLeft) +
                                 " y=" + number(std::max(0.0, state_->y - 12));
  cairo_tag_begin(state_->cr.get(), CAIRO_TAG_DEST, attributes.c_str());
  cairo_tag_end(state_->cr.get(), CAIRO_TAG_DEST);
}

int PdfCanvas::bookmark(int parent, const std::string& words, const std::string& destination) {
  return cairo_pdf_surface_add_outline(
      state_->surface.get(), parent == 0 ? CAIRO_PDF_OUTLINE_ROOT : parent, words.c_str(),
      ("dest=" + quoted(destination)).c_str(), static_cast<cairo_pdf_outline_flags_t>(0));
}

base::Result<std::string> PdfCanvas::finish() {
  State& s = *state_;
  cairo_tag_end(s.cr.get(), "Document");
  cairo_show_page(s.cr.get());
  const cairo_status_t drawn = cairo_status(s.cr.get());
  cairo_surface_finish(s.surface.get());
  const cairo_status_t written = cairo_surface_status(s.surface.get());
  const cairo_status_t status = drawn != CAIRO_STATUS_SUCCESS ? drawn : written;
  if (status != CAIRO_STATUS_SUCCESS) {
    return base::fail(
        base::ErrorCode::internal,
        "The PDF could not be written: " + std::string(cairo_status_to_string(status)) +
            ". Please choose another format and report this.");
  }
  return std::move(s.bytes);
}

}  // namespace assay::report
