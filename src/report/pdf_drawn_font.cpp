#include "report/pdf_drawn_font.h"

#include <cairo.h>
#include <hb.h>
#include <pango/pangocairo.h>

#include <algorithm>
#include <cmath>
#include <memory>

namespace assay::report {

namespace {

struct Release {
  void operator()(hb_draw_funcs_t* functions) const { hb_draw_funcs_destroy(functions); }
  void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
  void operator()(cairo_t* cr) const { cairo_destroy(cr); }
};
template <class T>
using Owned = std::unique_ptr<T, Release>;

/// An outline as the operators that draw it.
struct Outline {
  double scale = 1;  // from units of the font to thousandths of its size
  std::string path;

  void point(float x, float y) {
    appendNumber(path, static_cast<double>(x) * scale);
    path += ' ';
    appendNumber(path, static_cast<double>(y) * scale);
    path += ' ';
  }
  static Outline& of(void* data) { return *static_cast<Outline*>(data); }
};

Owned<hb_draw_funcs_t> pen() {
  Owned<hb_draw_funcs_t> pen(hb_draw_funcs_create());
  hb_draw_funcs_set_move_to_func(
      pen.get(),
      [](hb_draw_funcs_t*, void* data, hb_draw_state_t*, float x, float y, void*) {
        Outline::of(data).point(x, y);
        Outline::of(data).path += "m ";
      },
      nullptr, nullptr);
  hb_draw_funcs_set_line_to_func(
      pen.get(),
      [](hb_draw_funcs_t*, void* data, hb_draw_state_t*, float x, float y, void*) {
        Outline::of(data).point(x, y);
        Outline::of(data).path += "l ";
      },
      nullptr, nullptr);
  // Of quadratic curves the library makes cubic ones itself.
  hb_draw_funcs_set_cubic_to_func(
      pen.get(),
      [](hb_draw_funcs_t*, void* data, hb_draw_state_t*, float x1, float y1, float x2, float y2,
         float x3, float y3, void*) {
        Outline::of(data).point(x1, y1);
        Outline::of(data).point(x2, y2);
        Outline::of(data).point(x3, y3);
        Outline::of(data).path += "c ";
      },
      nullptr, nullptr);
  hb_draw_funcs_set_close_path_func(
      pen.get(),
      [](hb_draw_funcs_t*, void* data, hb_draw_state_t*, void*) { Outline::of(data).path += "h "; },
      nullptr, nullptr);
  return pen;
}

constexpr double kPixels = 160;  // of a picture, for the size of the font: sharp at twice text size

/// A letter in its colours, in pixels; its place from the pen, y upwards.
struct Picture {
  int width = 0;
  int height = 0;
  int left = 0;
  int bottom = 0;
  double advance = 0;
  std::string colours;  ///< three bytes a pixel
  std::string cover;    ///< one: how much of the paper it hides
};

void read(Picture& picture, cairo_surface_t* surface) {
  cairo_surface_flush(surface);
  const unsigned char* pixels = cairo_image_surface_get_data(surface);
  const int stride = cairo_image_surface_get_stride(surface);
  for (int y = 0; y < picture.height; ++y) {
    for (int x = 0; x < picture.width; ++x) {
      const auto* pixel = reinterpret_cast<const std::uint32_t*>(
          static_cast<const void*>(pixels + static_cast<std::ptrdiff_t>(y) * stride + 4L * x));
      const std::uint32_t alpha = *pixel >> 24U;
      for (const unsigned shift : {16U, 8U, 0U}) {
        const std::uint32_t value = (*pixel >> shift) & 0xFFU;  // multiplied by alpha
        picture.colours += static_cast<char>(alpha == 0 ? 0 : std::min(255U, value * 255 / alpha));
      }
      picture.cover += static_cast<char>(alpha);
    }
  }
}

Picture pictureOf(PangoFont* font, std::uint32_t glyph) {
  Picture picture;
  if (!PANGO_IS_CAIRO_FONT(font)) return picture;
  cairo_scaled_font_t* scaled = pango_cairo_font_get_scaled_font(PANGO_CAIRO_FONT(font));
  const auto begin = [&](cairo_surface_t* surface) {
    Owned<cairo_t> cr(cairo_create(surface));
    cairo_set_font_face(cr.get(), cairo_scaled_font_get_font_face(scaled));
    cairo_set_font_size(cr.get(), kPixels);
    return cr;
  };
  cairo_glyph_t shown{glyph, 0, 0};
  cairo_text_extents_t box{};
  {
    const Owned<cairo_surface_t> probe(cairo_image_surface_create(CAIRO_FORMAT_ARGB32, 1, 1));
    cairo_glyph_extents(begin(probe.get()).get(), &shown, 1, &box);
  }
  const int left = static_cast<int>(std::floor(box.x_bearing));
  const int top = static_cast<int>(std::floor(box.y_bearing));
  picture.width = static_cast<int>(std::ceil(box.x_bearing + box.width)) - left;
  picture.height = static_cast<int>(std::ceil(box.y_bearing + box.height)) - top;
  constexpr int kMost = 1000;
  if (picture.width <= 0 || picture.height <= 0 || picture.width > kMost ||
      picture.height > kMost) {
    return {};
  }
  const Owned<cairo_surface_t> surface(
      cairo_image_surface_create(CAIRO_FORMAT_ARGB32, picture.width, picture.height));
  shown.x = -left;
  shown.y = -top;
  cairo_show_glyphs(begin(surface.get()).get(), &shown, 1);
  picture.left = left;
  picture.bottom = -(top + picture.height);
  picture.advance = box.x_advance;
  read(picture, surface.get());
  return picture;
}

/// Writes the picture; what draws it, in thousandths of the size. Fonts of pixels come in one size,
/// whatever is asked for: how far the letter moves the pen (`advance`) says how large it is meant.
std::string drawing(PdfFile& file, const Picture& picture, double advance, std::string& images) {
  const std::string about = "/Type/XObject/Subtype/Image/BitsPerComponent 8/Width " +
                            std::to_string(picture.width) + "/Height " +
                            std::to_string(picture.height);
  const int cover = file.reserve();
  file.stream(cover, about + "/ColorSpace/DeviceGray", picture.cover);
  const int colours = file.reserve();
  file.stream(colours, about + "/ColorSpace/DeviceRGB/SMask " + ref(cover), picture.colours);
  const std::string name = "/I" + std::to_string(colours);
  images += name + " " + ref(colours);
  std::string out = "q ";
  const double scale =
      picture.advance > 0 && advance > 0 ? advance / picture.advance : 1000 / kPixels;
  for (const int part : {picture.width, 0, 0, picture.height, picture.left, picture.bottom}) {
    appendNumber(out, part * scale);
    out += ' ';
  }
  return out + "cm " + name + " Do Q";
}

}  // namespace

void writeDrawnFont(PdfFile& file, int number, PangoFont* font, hb_font_t* outlines,
                    const std::vector<DrawnGlyph>& glyphs, int toUnicode) {
  const double scale = 1000.0 / hb_face_get_upem(hb_font_get_face(outlines));
  const Owned<hb_draw_funcs_t> functions = pen();
  std::string procedures;
  std::string names;
  std::string widths;
  std::string images;
  for (std::size_t i = 0; i < glyphs.size(); ++i) {
    Outline outline{scale, {}};
    hb_font_get_glyph_shape(outlines, glyphs[i].glyph, functions.get(), &outline);
    // d0 and d1 say how wide it is, and that it brings its own colours, or takes the paragraph's.
    std::string body;
    appendNumber(body, glyphs[i].advance * scale);
    if (!outline.path.empty()) {
      hb_glyph_extents_t box{};
      hb_font_get_glyph_extents(outlines, glyphs[i].glyph, &box);
      body += " 0 ";
      for (const int side :
           {box.x_bearing, box.y_bearing + box.height, box.x_bearing + box.width, box.y_bearing}) {
        appendNumber(body, side * scale);
        body += ' ';
      }
      body += "d1 " + outline.path + "f";
    } else {
      body += " 0 d0 ";
      const Picture picture = pictureOf(font, glyphs[i].glyph);
      if (picture.width > 0) body += drawing(file, picture, glyphs[i].advance * scale, images);
    }
    const int procedure = file.reserve();
    file.stream(procedure, "", body);
    const std::string name = "/g" + std::to_string(i + 1);
    procedures += name + " " + ref(procedure);
    names += name;
    appendNumber(widths, glyphs[i].advance * scale);
    widths += ' ';
  }
  const std::string last = std::to_string(glyphs.size());
  file.object(number,
              "<</Type/Font/Subtype/Type3/FontBBox[0 0 0 0]/FontMatrix[0.001 0 0 0.001 0 "
              "0]/FirstChar 1/LastChar " +
                  last + "/Widths[" + widths + "]/Encoding<</Type/Encoding/Differences[1" + names +
                  "]>>/CharProcs<<" + procedures + ">>/Resources<</XObject<<" + images +
                  ">>>>/ToUnicode " + ref(toUnicode) + ">>");
}

}  // namespace assay::report
