#include <catch2/catch_amalgamated.hpp>

#include <string>

#include "tests/report/drawn_page.h"
#include "tests/report/programs.h"
#include "tests/support/temp_dir.h"

using namespace assay;

namespace {

/// Columns of pixels with something dark in them, of the page as poppler draws it, as '#' and '.'.
std::string darkColumns(const std::string& picture, std::size_t row) {
  // "P5\n200 200\n255\n" and a byte a pixel.
  const std::string pixels = picture.substr(picture.find("255\n") + 4);
  std::string out;
  for (std::size_t x = 0; x < 200; ++x) {
    out += static_cast<unsigned char>(pixels[row * 200 + x]) < 128 ? '#' : '.';
  }
  return out;
}

}  // namespace

TEST_CASE("a font that cannot be cut down is drawn, and its words can be read back") {
  test::needs("pdftotext", "poppler-utils");
  test::needs("qpdf", "qpdf");
  const test::TempDir folder;
  const std::string path = "'" + folder.write("drawn.pdf", test::drawnPage("lol")).string() + "'";
  const test::Said check = test::run("qpdf --check " + path);
  CAPTURE(check.output);
  CHECK(check.status == 0);
  CHECK(test::run("pdftotext " + path + " -").output == "lol\n\n\f");
  CHECK(
      test::run("pdffonts " + path).output.find("Type 3            Custom           yes no  yes") !=
      std::string::npos);
  // Outlines, not boxes: across the middle of the letters there are four strokes, l, o with its
  // hole, l.
  test::run("pdftoppm -r 72 -gray -singlefile " + path + " '" + (folder / "page").string() + "'");
  const std::string across = darkColumns(test::readFile(folder / "page.pgm"), 89);
  CAPTURE(across);
  std::size_t strokes = 0;
  for (std::size_t at = across.find('#'); at != std::string::npos; at = across.find('#', at)) {
    ++strokes;
    at = across.find('.', at);
  }
  CHECK(strokes == 4);
}
