#include "report/pdf_type.h"

#include <pango/pangocairo.h>

#include <algorithm>
#include <array>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "report/pdf_word_setter.h"

namespace assay::report {

namespace {

struct Release {
  void operator()(cairo_font_options_t* options) const { cairo_font_options_destroy(options); }
  void operator()(PangoContext* context) const { g_object_unref(context); }
  void operator()(PangoLayout* layout) const { g_object_unref(layout); }
  void operator()(PangoFont* font) const { g_object_unref(font); }
  void operator()(PangoFontDescription* font) const { pango_font_description_free(font); }
  void operator()(PangoAttrList* list) const { pango_attr_list_unref(list); }
};
template <class T>
using Owned = std::unique_ptr<T, Release>;

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

/// The colour that foreground() gave, or the paragraph's own.
std::uint32_t colourOf(const PangoItem& item, std::uint32_t own) {
  for (const GSList* each = item.analysis.extra_attrs; each != nullptr; each = each->next) {
    const auto* attribute = static_cast<const PangoAttribute*>(each->data);
    if (attribute->klass->type != PANGO_ATTR_FOREGROUND) continue;
    const PangoColor& colour = reinterpret_cast<const PangoAttrColor*>(attribute)->color;
    return (colour.red / 257U) << 16U | (colour.green / 257U) << 8U | colour.blue / 257U;
  }
  return own;
}

constexpr double kRaised = 0.6;  // of the size: letters above the line

/// Asked of the words: a font of pixels says the size it was made in.
bool isRaised(const Words& words, std::size_t at) {
  return std::any_of(words.runs.begin(), words.runs.end(),
                     [&](const Run& run) { return run.raised && at >= run.begin && at < run.end; });
}

/// Whether the bytes are blanks of any kind, which have to be read back though nothing is to see.
bool isBlank(std::string_view bytes) {
  return bytes == " " || bytes == "\t" || bytes == "\n" || bytes == "\u00A0" || bytes == "\u2009" ||
         bytes == "\u202F" || bytes == "\u3000";
}

/// Where the cluster of glyph `at` ends, in bytes of the text.
std::size_t clusterEnd(const PangoItem& item, const PangoGlyphString& glyphs, int at) {
  const bool backwards = item.analysis.level % 2 != 0;
  const int step = backwards ? -1 : 1;
  for (int i = at; i >= 0 && i < glyphs.num_glyphs; i += step) {
    if (glyphs.log_clusters[i] != glyphs.log_clusters[at]) {
      return static_cast<std::size_t>(item.offset + glyphs.log_clusters[i]);
    }
  }
  return static_cast<std::size_t>(item.offset + item.length);
}

}  // namespace

struct TypeSetter::State {
  PdfFonts& fonts;
  Owned<PangoContext> context;
  std::array<Owned<PangoFontDescription>, 2> descriptions;
  Owned<PangoLayout> layout;
  WordSetter wordByWord{
      [this](const Words& word, const TextStyle& style) { return set(word, style, -1); }};

  explicit State(PdfFonts& all) : fonts(all) {}

  void prepare(const Words& words, const TextStyle& style, double width) {
    pango_layout_set_width(layout.get(), -1);
    PangoFontDescription* font = descriptions[static_cast<std::size_t>(style.face)].get();
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
      add(pango_attr_size_new_absolute(static_cast<int>(style.size * kRaised * PANGO_SCALE)), run);
      add(pango_attr_rise_new(static_cast<int>(style.size * 0.36 * PANGO_SCALE)), run);
      add(pango_attr_family_new("Inter, Noto Sans, sans"), run);
    }
    // Inter's contextual alternates (arrows, × between digits) are not needed, and finding them
    // takes longer than all else; without marks there is nothing to put together or to place.
    pango_attr_list_insert(
        list.get(), pango_attr_font_features_new(isPlain(words.text) ? "calt=0,ccmp=0,mark=0,mkmk=0"
                                                                     : "calt=0"));
    pango_layout_set_attributes(layout.get(), list.get());
    if (width >= 0) pango_layout_set_width(layout.get(), static_cast<int>(width * PANGO_SCALE));
  }

  /// Known by where they lie in memory, and kept, so that no other one comes to lie there.
  std::unordered_map<const PangoFont*, std::pair<Owned<PangoFont>, std::uint16_t>> faces;

  std::uint16_t faceOf(PangoFont* font) {
    const auto [place, added] = faces.try_emplace(font);
    if (added) {
      place->second = {Owned<PangoFont>(static_cast<PangoFont*>(g_object_ref(font))),
                       fonts.face(font)};
    }
    return place->second.second;
  }

  void take(SetText& out, const PangoGlyphItem& placed, const Words& words, const TextStyle& style,
            std::int32_t& x) {
    const PangoItem& item = *placed.item;
    const PangoGlyphString& glyphs = *placed.glyphs;
    SetRun run;
    run.face = faceOf(item.analysis.font);
    run.size = style.size * (isRaised(words, static_cast<std::size_t>(item.offset)) ? kRaised : 1);
    run.colour = colourOf(item, style.colour);
    run.first = out.glyphs.size();
    x += placed.start_x_offset;
    const bool backwards = item.analysis.level % 2 != 0;
    for (int i = 0; i < glyphs.num_glyphs; ++i) {
      const PangoGlyphInfo& info = glyphs.glyphs[i];
      SetGlyph glyph;
      glyph.x = x;
      glyph.shift = info.geometry.x_offset;
      glyph.width = info.geometry.width;
      glyph.rise = placed.y_offset - info.geometry.y_offset;
      glyph.begin = static_cast<std::uint32_t>(item.offset + glyphs.log_clusters[i]);
      // Of several letters for one cluster the first to be read has it.
      const int before = i + (backwards ? 1 : -1);
      const bool goesOn = before >= 0 && before < glyphs.num_glyphs &&
                          glyphs.log_clusters[before] == glyphs.log_clusters[i];
      glyph.end = goesOn ? glyph.begin : static_cast<std::uint32_t>(clusterEnd(item, glyphs, i));
      glyph.glyph = info.glyph;
      const std::string_view bytes =
          std::string_view(words.text).substr(glyph.begin, glyph.end - glyph.begin);
      if (info.glyph == PANGO_GLYPH_EMPTY) {
        glyph.glyph = isBlank(bytes) ? fonts.blank(run.face) : SetGlyph::kNone;
      } else if ((info.glyph & PANGO_GLYPH_UNKNOWN_FLAG) != 0) {
        glyph.glyph = SetGlyph::kBox;
      }
      x += info.geometry.width;
      out.glyphs.push_back(glyph);
    }
    x += placed.end_x_offset;
    if (backwards) {
      std::reverse(out.glyphs.begin() + static_cast<std::ptrdiff_t>(run.first), out.glyphs.end());
    }
    run.last = out.glyphs.size();
    if (run.last > run.first) out.runs.push_back(run);
  }

  std::shared_ptr<const SetText> set(const Words& words, const TextStyle& style, double width) {
    auto made = std::make_shared<SetText>();
    SetText& out = *made;
    prepare(words, style, width);
    for (const GSList* each = pango_layout_get_lines_readonly(layout.get()); each != nullptr;
         each = each->next) {
      const auto* from = static_cast<const PangoLayoutLine*>(each->data);
      SetLine line;
      line.begin = static_cast<std::size_t>(from->start_index);
      line.end = line.begin + static_cast<std::size_t>(from->length);
      line.first = out.runs.size();
      std::int32_t x = 0;
      for (const GSList* run = from->runs; run != nullptr; run = run->next) {
        take(out, *static_cast<const PangoGlyphItem*>(run->data), words, style, x);
      }
      line.last = out.runs.size();
      std::sort(out.runs.begin() + static_cast<std::ptrdiff_t>(line.first), out.runs.end(),
                [&](const SetRun& a, const SetRun& b) {
                  return out.glyphs[a.first].begin < out.glyphs[b.first].begin;
                });
      line.width = x / kPlaces;
      const bool atRight = style.followsScript && width >= 0 &&
                           pango_layout_line_get_resolved_direction(
                               const_cast<PangoLayoutLine*>(from)) == PANGO_DIRECTION_RTL;
      if (atRight) line.indent = width - line.width;
      // A line that was ended by hand still keeps its words from those of the next.
      if (line.last > line.first && line.end < words.text.size() && words.text[line.end] == '\n') {
        SetRun run = out.runs.back();
        const auto at = static_cast<std::uint32_t>(line.end);
        run.first = out.glyphs.size();
        out.glyphs.push_back({fonts.blank(run.face), x, 0, 0, 0, at, at + 1});
        run.last = out.glyphs.size();
        out.runs.push_back(run);
        ++line.last;
      }
      out.lines.push_back(line);
    }
    return made;
  }
};

TypeSetter::TypeSetter(PdfFonts& fonts) : state_(std::make_unique<State>(fonts)) {
  State& s = *state_;
  s.context.reset(pango_font_map_create_context(pango_cairo_font_map_get_default()));
  // Letters stand where the font wants them, not where the pixels of a screen would put them.
  PangoContext* context = s.context.get();
  const Owned<cairo_font_options_t> options(cairo_font_options_create());
  cairo_font_options_set_hint_style(options.get(), CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics(options.get(), CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options(context, options.get());
  pango_cairo_context_set_resolution(context, 72);
  pango_context_set_round_glyph_positions(context, FALSE);
  pango_context_set_base_dir(context, PANGO_DIRECTION_LTR);
  s.descriptions[0].reset(
      pango_font_description_from_string("Inter, Noto Sans, DejaVu Sans, sans"));
  s.descriptions[1].reset(pango_font_description_from_string("Noto Serif, Linux Libertine, serif"));
  s.layout.reset(pango_layout_new(context));
  pango_layout_set_wrap(s.layout.get(), PANGO_WRAP_WORD_CHAR);
}

TypeSetter::~TypeSetter() = default;

std::shared_ptr<const SetText> TypeSetter::set(const Words& words, const TextStyle& style,
                                               double width) {
  auto simple = state_->wordByWord.set(words, style, width);
  return simple ? simple : setWhole(words, style, width);
}

std::shared_ptr<const SetText> TypeSetter::setWhole(const Words& words, const TextStyle& style,
                                                    double width) {
  return state_->set(words, style, width);
}

}  // namespace assay::report
