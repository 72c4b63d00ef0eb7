#include "report/pdf_fonts.h"

#include <fontconfig/fontconfig.h>
#include <hb-ot.h>
#include <hb-subset.h>
#include <pango/pangofc-font.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <unordered_map>
#include <utility>

#include "base/utf8.h"
#include "report/pdf_drawn_font.h"

namespace assay::report {

namespace {

struct Release {
  void operator()(hb_face_t* face) const { hb_face_destroy(face); }
  void operator()(hb_font_t* font) const { hb_font_destroy(font); }
  void operator()(hb_blob_t* blob) const { hb_blob_destroy(blob); }
  void operator()(hb_subset_input_t* input) const { hb_subset_input_destroy(input); }
  void operator()(PangoFont* font) const { g_object_unref(font); }
};
template <class T>
using Owned = std::unique_ptr<T, Release>;

enum class Kind : std::uint8_t { trueType, cff, drawn };

constexpr hb_tag_t kCff = HB_TAG('C', 'F', 'F', ' ');

std::string_view bytesOf(hb_blob_t* blob) {
  unsigned length = 0;
  const char* data = hb_blob_get_data(blob, &length);
  return {data, length};
}

bool hasTable(hb_face_t* face, hb_tag_t tag) {
  const Owned<hb_blob_t> table(hb_face_reference_table(face, tag));
  return hb_blob_get_length(table.get()) > 0;
}

Kind kindOf(hb_face_t* face) {
  if (hb_ot_var_has_data(face) != 0) return Kind::drawn;
  if (hasTable(face, HB_TAG('g', 'l', 'y', 'f'))) return Kind::trueType;
  return hasTable(face, kCff) ? Kind::cff : Kind::drawn;
}

/// The face with only these letters, under their own numbers; nothing when it does not let itself.
Owned<hb_face_t> cutDown(hb_face_t* face, const std::vector<std::uint32_t>& glyphs) {
  const Owned<hb_subset_input_t> input(hb_subset_input_create_or_fail());
  if (!input) return nullptr;
  hb_subset_input_set_flags(input.get(), HB_SUBSET_FLAGS_RETAIN_GIDS);
  for (const std::uint32_t glyph : glyphs) {
    hb_set_add(hb_subset_input_glyph_set(input.get()), glyph);
  }
  // What sets type: it is set already.
  hb_set_t* dropped = hb_subset_input_set(input.get(), HB_SUBSET_SETS_DROP_TABLE_TAG);
  for (const char* tag :
       {"GSUB", "GPOS", "GDEF", "BASE", "JSTF", "MATH", "kern", "morx", "mort", "name",
        "OS/2", "post", "cmap", "STAT", "meta", "DSIG", "VORG", "VDMX", "hdmx", "LTSH",
        "COLR", "CPAL", "SVG ", "CBDT", "CBLC", "sbix", "vhea", "vmtx", "gasp", "FFTM"}) {
    hb_set_add(dropped, hb_tag_from_string(tag, 4));
  }
  return Owned<hb_face_t>(hb_subset_or_fail(face, input.get()));
}

std::string postScriptName(hb_face_t* face) {
  std::array<char, 64> buffer{};
  unsigned length = buffer.size();
  hb_ot_name_get_utf8(face, HB_OT_NAME_ID_POSTSCRIPT_NAME, HB_LANGUAGE_INVALID, &length,
                      buffer.data());
  std::string name;
  for (const char c : std::string_view(buffer.data(), std::min<std::size_t>(length, 63))) {
    const bool plain = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
                       c == '-' || c == '_';
    if (plain) name += c;
  }
  return name.empty() ? "Font" : name;
}

/// Six capital letters and a plus in front say that letters are missing; any six that differ.
std::string subsetName(hb_face_t* face, std::size_t place) {
  std::string tag(6, 'A');
  for (std::size_t i = 6; i-- > 0; place /= 26) tag[i] = static_cast<char>('A' + place % 26);
  return tag + "+" + postScriptName(face);
}

double thousandths(hb_face_t* face, double units) {
  return units * 1000 / static_cast<double>(hb_face_get_upem(face));
}

/// A signed 16-bit number of a table, in thousandths of the size.
double tableNumber(hb_face_t* face, hb_tag_t tag, std::size_t at) {
  const Owned<hb_blob_t> table(hb_face_reference_table(face, tag));
  const std::string_view bytes = bytesOf(table.get());
  if (bytes.size() < at + 2) return 0;
  const auto value = static_cast<std::int16_t>(static_cast<std::uint16_t>(
      (static_cast<unsigned char>(bytes[at]) << 8U) | static_cast<unsigned char>(bytes[at + 1])));
  return thousandths(face, value);
}

std::string describe(hb_face_t* face, hb_font_t* font, const std::string& name,
                     const std::string& fontFile) {
  const auto metric = [&](hb_ot_metrics_tag_t tag) {
    hb_position_t value = 0;
    hb_ot_metrics_get_position_with_fallback(font, tag, &value);
    return thousandths(face, value);
  };
  constexpr hb_tag_t kHead = HB_TAG('h', 'e', 'a', 'd');
  constexpr std::size_t kBox = 36;  // of head: xMin, yMin, xMax, yMax
  std::string out = "<</Type/FontDescriptor/FontName/" + name + "/Flags 4/FontBBox[";
  for (std::size_t i = 0; i < 4; ++i) {
    appendNumber(out, tableNumber(face, kHead, kBox + 2 * i));
    out += ' ';
  }
  out += "]/ItalicAngle ";
  appendNumber(out, static_cast<double>(hb_style_get_value(font, HB_STYLE_TAG_SLANT_ANGLE)));
  out += "/Ascent ";
  appendNumber(out, metric(HB_OT_METRICS_TAG_HORIZONTAL_ASCENDER));
  out += "/Descent ";
  appendNumber(out, metric(HB_OT_METRICS_TAG_HORIZONTAL_DESCENDER));
  out += "/CapHeight ";
  appendNumber(out, metric(HB_OT_METRICS_TAG_CAP_HEIGHT));
  return out + "/StemV 80/" + fontFile + ">>";
}

using Meanings = std::map<std::uint16_t, std::string>;

/// From codes to what they stand for (9.10.3).
std::string toUnicode(const Meanings& meanings, bool wide) {
  std::string out =
      "/CIDInit/ProcSet findresource begin 12 dict begin begincmap/CIDSystemInfo<</Registry(Adobe)"
      "/Ordering(UCS)/Supplement 0>>def/CMapName/Adobe-Identity-UCS def/CMapType 2 def\n"
      "1 begincodespacerange\n";
  out += wide ? "<0000><FFFF>\n" : "<00><FF>\n";
  out += "endcodespacerange\n";
  constexpr std::size_t kBlock = 100;  // as many as a block may hold
  std::size_t left = meanings.size();
  std::size_t inBlock = 0;
  for (const auto& [code, text] : meanings) {
    if (inBlock == 0) {
      inBlock = std::min(left, kBlock);
      out += std::to_string(inBlock) + " beginbfchar\n";
    }
    std::string digits;
    appendHex(digits, code);
    out += "<" + (wide ? digits : digits.substr(2)) + "><";
    appendUtf16(out, text);
    out += ">\n";
    --left;
    if (--inBlock == 0) out += "endbfchar\n";
  }
  return out + "endcmap CMapName currentdict/CMap defineresource pop end end\n";
}

bool patternSays(PangoFont* font, const char* property) {
  if (!PANGO_IS_FC_FONT(font)) return false;
  FcBool value = FcFalse;
  FcPattern* pattern = pango_fc_font_get_pattern(PANGO_FC_FONT(font));
  return FcPatternGetBool(pattern, property, 0, &value) == FcResultMatch && value != FcFalse;
}

/// Fontconfig makes slanted letters of upright ones by a matrix.
bool isLeaning(PangoFont* font) {
  if (!PANGO_IS_FC_FONT(font)) return false;
  FcMatrix* matrix = nullptr;
  FcPattern* pattern = pango_fc_font_get_pattern(PANGO_FC_FONT(font));
  return FcPatternGetMatrix(pattern, FC_MATRIX, 0, &matrix) == FcResultMatch && matrix->xy > 0.05;
}

constexpr std::uint32_t kOften =
    0xFFFFFFFF;  // stands for more than one thing, or for several letters

}  // namespace

/// An entry of the pages' resources: a face and a meaning for each of its codes.
struct PdfFonts::Font {
  std::uint16_t face = 0;
  int object = 0;
  Meanings meanings;
  std::vector<DrawnGlyph> drawn;  // the letters by code, where the face is drawn
};

struct PdfFonts::Face {
  Owned<PangoFont> font;
  Owned<hb_face_t> face;
  Owned<hb_font_t> unscaled;
  Kind kind = Kind::drawn;
  bool emboldened = false;
  bool slanted = false;
  std::uint32_t blank = 0;
  std::vector<std::size_t> fonts;      // its entries, in the order in which they were needed
  std::vector<std::uint32_t> letters;  // by glyph: what it means in the first entry
  std::vector<double> advances;        // by glyph; below 0: not asked yet
  std::map<std::pair<std::uint32_t, std::string>, Code> drawnCodes;
};

PdfFonts::PdfFonts(PdfFile& file) : file_(file) {}
PdfFonts::~PdfFonts() = default;

std::uint16_t PdfFonts::face(PangoFont* font) {
  hb_face_t* const wanted = hb_font_get_face(pango_font_get_hb_font(font));
  const bool emboldened = patternSays(font, FC_EMBOLDEN);
  const bool slanted = isLeaning(font);
  for (std::size_t i = 0; i < faces_.size(); ++i) {
    const Face& known = *faces_[i];
    if (known.face.get() == wanted && known.emboldened == emboldened && known.slanted == slanted) {
      return static_cast<std::uint16_t>(i);
    }
  }
  auto made = std::make_unique<Face>();
  made->font.reset(static_cast<PangoFont*>(g_object_ref(font)));
  made->face.reset(hb_face_reference(wanted));
  made->unscaled.reset(hb_font_create(wanted));
  unsigned axes = 0;
  const int* coords = hb_font_get_var_coords_normalized(pango_font_get_hb_font(font), &axes);
  if (axes > 0) hb_font_set_var_coords_normalized(made->unscaled.get(), coords, axes);
  made->kind = kindOf(wanted);
  made->emboldened = emboldened;
  made->slanted = slanted;
  hb_font_get_nominal_glyph(made->unscaled.get(), ' ', &made->blank);
  const std::size_t glyphs = std::max(1U, hb_face_get_glyph_count(wanted));
  made->letters.resize(glyphs);
  made->advances.resize(glyphs, -1);
  faces_.push_back(std::move(made));
  return static_cast<std::uint16_t>(faces_.size() - 1);
}

std::uint32_t PdfFonts::blank(std::uint16_t face) const { return faces_[face]->blank; }
bool PdfFonts::emboldened(std::uint16_t face) const { return faces_[face]->emboldened; }
bool PdfFonts::slanted(std::uint16_t face) const { return faces_[face]->slanted; }

std::size_t PdfFonts::addFont(std::uint16_t face) {
  auto made = std::make_unique<Font>();
  made->face = face;
  made->object = file_.reserve();
  fonts_.push_back(std::move(made));
  faces_[face]->fonts.push_back(fonts_.size() - 1);
  return fonts_.size() - 1;
}

PdfFonts::Code PdfFonts::code(std::uint16_t place, std::uint32_t glyph, std::string_view text) {
  Face& face = *faces_[place];
  if (glyph >= face.letters.size()) glyph = 0;
  double& advance = face.advances[glyph];
  if (advance < 0) {
    const auto units = static_cast<double>(hb_font_get_glyph_h_advance(face.unscaled.get(), glyph));
    advance = std::round(thousandths(face.face.get(), std::max(0.0, units)) * 10) / 10;
  }
  if (face.kind == Kind::drawn) return drawnCode(place, glyph, text);
  if (face.fonts.empty()) addFont(place);
  // The ordinary case: a letter that always means the same character.
  const std::uint32_t letter = face.letters[glyph];
  if (letter != 0 && letter != kOften && !text.empty()) {
    const base::CodePoint point = base::codePointAt(text, 0);
    if (point.length == text.size() && static_cast<std::uint32_t>(point.value) == letter) {
      return {static_cast<std::uint16_t>(face.fonts.front()), static_cast<std::uint16_t>(glyph),
              true, advance};
    }
  }
  return embeddedCode(face, glyph, text);
}

PdfFonts::Code PdfFonts::embeddedCode(Face& face, std::uint32_t glyph, std::string_view text) {
  // A letter that belongs to the one before stands for a place of no width: programs want it to
  // stand for something.
  const std::string meaning(text.empty() ? "\u200B" : text);
  const auto number = static_cast<std::uint16_t>(glyph);
  for (std::size_t i = 0;; ++i) {
    if (i == face.fonts.size()) addFont(fonts_[face.fonts.front()]->face);
    Font& font = *fonts_[face.fonts[i]];
    const auto [known, added] = font.meanings.try_emplace(number, meaning);
    if (known->second != meaning) continue;
    if (added && i == 0) {
      const base::CodePoint point = base::codePointAt(meaning, 0);
      face.letters[glyph] = point.length == meaning.size() && !text.empty()
                                ? static_cast<std::uint32_t>(point.value)
                                : kOften;
    }
    return {static_cast<std::uint16_t>(face.fonts[i]), number, true, face.advances[glyph]};
  }
}

PdfFonts::Code PdfFonts::drawnCode(std::uint16_t place, std::uint32_t glyph,
                                   std::string_view text) {
  Face& face = *faces_[place];
  const std::string meaning(text.empty() ? "\u200B" : text);
  const auto [known, added] = face.drawnCodes.try_emplace({glyph, meaning});
  if (!added) return known->second;
  if (face.fonts.empty() || fonts_[face.fonts.back()]->drawn.size() == kMostDrawn) addFont(place);
  Font& font = *fonts_[face.fonts.back()];
  const int advance = std::max(0, hb_font_get_glyph_h_advance(face.unscaled.get(), glyph));
  font.drawn.push_back({glyph, advance});
  const auto code = static_cast<std::uint16_t>(font.drawn.size());
  font.meanings[code] = meaning;
  known->second = {static_cast<std::uint16_t>(face.fonts.back()), code, false,
                   thousandths(face.face.get(), advance)};
  return known->second;
}

/// The entries of a face that is embedded: they share its file, its widths and all it says of
/// itself.
void PdfFonts::writeFace(Face& face, std::size_t place) {
  std::vector<std::uint32_t> glyphs;
  for (const std::size_t each : face.fonts) {
    for (const auto& [glyph, meaning] : fonts_[each]->meanings) glyphs.push_back(glyph);
  }
  std::sort(glyphs.begin(), glyphs.end());
  glyphs.erase(std::unique(glyphs.begin(), glyphs.end()), glyphs.end());
  const std::string name = subsetName(face.face.get(), place);
  const bool cff = face.kind == Kind::cff;
  const int fontFile = file_.reserve();
  // What does not let itself be cut down goes in whole.
  Owned<hb_face_t> subset = cutDown(face.face.get(), glyphs);
  if (!subset) subset.reset(hb_face_reference(face.face.get()));
  const Owned<hb_blob_t> blob(cff ? hb_face_reference_table(subset.get(), kCff)
                                  : hb_face_reference_blob(subset.get()));
  const std::string_view bytes = bytesOf(blob.get());
  file_.stream(fontFile,
               cff ? "/Subtype/CIDFontType0C" : "/Length1 " + std::to_string(bytes.size()), bytes);
  const int descriptor =
      file_.object(describe(face.face.get(), face.unscaled.get(), name,
                            (cff ? "FontFile3 " : "FontFile2 ") + ref(fontFile)));
  std::string widths;
  for (const std::uint32_t glyph : glyphs) {
    widths += std::to_string(glyph) + "[";
    appendNumber(widths, face.advances[glyph]);
    widths += ']';
  }
  const int descendant = file_.object(
      "<</Type/Font/Subtype/" + std::string(cff ? "CIDFontType0" : "CIDFontType2") + "/BaseFont/" +
      name + "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor " +
      ref(descriptor) + "/W[" + widths + "]" + (cff ? "" : "/CIDToGIDMap/Identity") + ">>");
  for (const std::size_t each : face.fonts) {
    const int meanings = file_.reserve();
    file_.stream(meanings, "", toUnicode(fonts_[each]->meanings, true));
    file_.object(fonts_[each]->object, "<</Type/Font/Subtype/Type0/BaseFont/" + name +
                                           "/Encoding/Identity-H/DescendantFonts[" +
                                           ref(descendant) + "]/ToUnicode " + ref(meanings) + ">>");
  }
}

std::string PdfFonts::finish() {
  for (std::size_t i = 0; i < faces_.size(); ++i) {
    Face& face = *faces_[i];
    if (face.fonts.empty()) continue;
    if (face.kind != Kind::drawn) {
      writeFace(face, i);
      continue;
    }
    for (const std::size_t each : face.fonts) {
      const int meanings = file_.reserve();
      file_.stream(meanings, "", toUnicode(fonts_[each]->meanings, false));
      writeDrawnFont(file_, fonts_[each]->object, face.font.get(), face.unscaled.get(),
                     fonts_[each]->drawn, meanings);
    }
  }
  std::string resources = "<<";
  for (std::size_t i = 0; i < fonts_.size(); ++i) {
    resources += "/F" + std::to_string(i) + " " + ref(fonts_[i]->object);
  }
  return resources + ">>";
}

}  // namespace assay::report
