// Lines put together from words that were set before are the lines that Pango makes of the whole.
#include "report/pdf_type.h"

#include <catch2/catch_amalgamated.hpp>

#include <string>
#include <vector>

using namespace assay::report;

namespace {

struct Setter {
  PdfFile file;
  PdfFonts fonts{file};
  TypeSetter type{fonts};
};

std::vector<std::string> linesOf(const SetText& set, const std::string& text) {
  std::vector<std::string> out;
  for (const SetLine& line : set.lines)
    out.push_back(text.substr(line.begin, line.end - line.begin));
  return out;
}

/// The bytes that letters stand for, in the order of the letters.
std::string meant(const SetText& set, const std::string& text) {
  std::string out;
  for (const SetGlyph& glyph : set.glyphs) out += text.substr(glyph.begin, glyph.end - glyph.begin);
  std::erase(out, '\n');  // the end of an empty line may be a blank or nothing
  return out;
}

const std::string kArticle =
    "LINDMOOR — The town council voted 9 to 4 on Monday to keep the library open until ten in the "
    "evening. “We have 312 readers a day and 40 chairs,” said Ruth Tamm, the head librarian (she "
    "has been one since 1999). It costs €48,000 a year, 12% more than on 2024-02-03, naïve café "
    "owners say: a well-known fact, either/or, and/or not; the roof’s been repaired twice.";

}  // namespace

TEST_CASE("words one by one make the lines that the whole makes") {
  Setter setter;
  const TextStyle serif{Face::serif, 11, false, false, 0x1E1E1C, 1.55};
  const TextStyle sans{Face::sans, 9.5, true, false, 0x1E1E1C, 1.4};
  const std::string quiet =
      "By hand\nthe lines end, and then\n\nthere is a gap. And  two  blanks. ";
  for (const std::string& text : {kArticle, quiet, std::string("short"), std::string(90, 'm'),
                                  std::string("an/und/für-sich a–b … ✓ done → next")}) {
    for (const TextStyle& style : {serif, sans}) {
      for (const double width : {-1.0, 60.0, 97.0, 180.0, 330.0, 480.0}) {
        CAPTURE(text, width, style.bold);
        const Words words(text);
        const auto whole = setter.type.setWhole(words, style, width);
        const auto quick = setter.type.set(words, style, width);
        CHECK(linesOf(*quick, text) == linesOf(*whole, text));
        REQUIRE(quick->lines.size() == whole->lines.size());
        // Pango moves a blank a little nearer to a full stop, and keeps the face of a sign for it.
        for (std::size_t i = 0; i < quick->lines.size(); ++i) {
          CHECK(quick->lines[i].width ==
                Catch::Approx(whole->lines[i].width).margin(3).epsilon(0.015));
        }
        CHECK(meant(*quick, text) == meant(*whole, text));
      }
    }
  }
}

TEST_CASE("styles inside a word keep their letters apart") {
  Setter setter;
  Words words("in 2024");
  words.add("\u202FC3", 0xB3261E, true);
  words.runs.back().raised = true;
  words.add(" and after");
  const auto set = setter.type.set(words, {Face::serif, 10}, 300);
  REQUIRE(set->lines.size() == 1);
  std::vector<std::string> runs;
  for (const SetRun& run : set->runs) {
    const std::size_t begin = set->glyphs[run.first].begin;
    runs.push_back(words.text.substr(begin, set->glyphs[run.last - 1].end - begin));
  }
  CHECK(runs == std::vector<std::string>{"in 2024", "\u202FC3", " and after"});
  CHECK(set->runs[0].size == 10);
  CHECK(set->runs[1].size == 6);
  CHECK(set->runs[1].colour == 0xB3261E);
  CHECK(set->runs[2].colour == TextStyle().colour);
  CHECK(set->glyphs[set->runs[1].first].rise > 0);
  CHECK(set->glyphs[set->runs[2].first].rise == 0);
}

TEST_CASE("right-to-left words begin at the right edge where they are asked to") {
  Setter setter;
  const Words words("يوسف حداد");
  TextStyle style{Face::serif, 10};
  CHECK(setter.type.set(words, style, 300)->lines.front().indent == 0);
  style.followsScript = true;
  const auto set = setter.type.set(words, style, 300);
  REQUIRE(set->lines.size() == 1);
  CHECK(set->lines[0].indent + set->lines[0].width == Catch::Approx(300));
  // Letters come in the order of reading, each where it stands: the first one at the right.
  CHECK(set->glyphs.front().begin == 0);
  CHECK(set->glyphs.back().end == words.text.size());
  CHECK(set->glyphs.back().x == 0);
  CHECK(set->glyphs.front().x > set->glyphs.back().x);
}
