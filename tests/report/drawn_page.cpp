#include "tests/report/drawn_page.h"

#include <hb-ot.h>
#include <pango/pangocairo.h>

#include <vector>

#include "report/pdf_drawn_font.h"

namespace assay::test {

using report::ref;

/// A page that shows codes 1, 2, … of a font.
static std::string pageOf(report::PdfFile& file, int font, const std::string& codes) {
  const int content = file.reserve();
  file.stream(content, "", "BT /F0 40 Tf 1 0 0 1 20 100 Tm <" + codes + "> Tj ET");
  const int pages = file.reserve();
  const int page =
      file.object("<</Type/Page/Parent " + ref(pages) + "/MediaBox[0 0 200 200]/Contents " +
                  ref(content) + "/Resources<</Font<</F0 " + ref(font) + ">>>>>>");
  file.object(pages, "<</Type/Pages/Count 1/Kids[" + ref(page) + "]>>");
  const int catalog = file.object("<</Type/Catalog/Pages " + ref(pages) + ">>");
  return file.finish(catalog, file.object("<<>>"));
}

std::string drawnPage(std::string_view letters) {
  PangoContext* context = pango_font_map_create_context(pango_cairo_font_map_get_default());
  PangoFontDescription* described = pango_font_description_from_string("DejaVu Sans 10");
  PangoFont* font = pango_context_load_font(context, described);
  hb_font_t* outlines = hb_font_create(hb_font_get_face(pango_font_get_hb_font(font)));
  std::vector<report::DrawnGlyph> glyphs;
  std::string codes;
  std::string meanings;
  for (const char letter : letters) {
    hb_codepoint_t glyph = 0;
    hb_font_get_nominal_glyph(outlines, static_cast<hb_codepoint_t>(letter), &glyph);
    glyphs.push_back({glyph, hb_font_get_glyph_h_advance(outlines, glyph)});
    std::string code;
    report::appendHex(code, static_cast<std::uint16_t>(glyphs.size()));
    codes += code.substr(2);
    meanings += "<" + code.substr(2) + "><";
    report::appendUtf16(meanings, std::string_view(&letter, 1));
    meanings += ">";
  }
  report::PdfFile file;
  const int number = file.reserve();
  const int toUnicode = file.reserve();
  file.stream(toUnicode, "",
              "begincmap 1 begincodespacerange <00><FF> endcodespacerange " +
                  std::to_string(glyphs.size()) + " beginbfchar " + meanings +
                  " endbfchar endcmap");
  writeDrawnFont(file, number, font, outlines, glyphs, toUnicode);
  hb_font_destroy(outlines);
  g_object_unref(font);
  pango_font_description_free(described);
  g_object_unref(context);
  return pageOf(file, number, codes);
}

}  // namespace assay::test
