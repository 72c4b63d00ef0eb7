#include "extract/quotation_marks.h"

#include <catch2/catch_amalgamated.hpp>

#include <string>
#include <vector>

namespace assay::extract {
namespace {

// What stands between marks, one string a stretch; nested ones with ">" before them, those left
// open with "…" behind them.
std::vector<std::string> marked(std::string_view text) {
  std::vector<std::string> out;
  for (const Marked& m : findMarked(text, {{0, text.size()}})) {
    out.push_back(std::string(m.depth, '>') + std::string(m.inner.of(text)) +
                  (m.closed ? "" : "…"));
  }
  return out;
}

using Strings = std::vector<std::string>;

TEST_CASE("Double marks, straight and curly") {
  CHECK(marked("He said \"go\" and “stay”.") == Strings{"go", "stay"});
  CHECK(marked("“Go,” he said. “Now.”") == Strings{"Go,", "Now."});
  CHECK(marked("He wrote ''go home'' twice.") == Strings{"go home"});
}

TEST_CASE("A closing mark that begins a paragraph was typed for an opening one") {
  CHECK(marked("” … he left with a smile,” he wrote.") == Strings{"… he left with a smile,"});
  CHECK(marked("” he left with a smile.").empty());
}

TEST_CASE("Marks of other languages") {
  CHECK(marked("Sie sagte „geh“ und »bleib«.") == Strings{"geh", "bleib"});
  CHECK(marked("Il a dit « non » hier.") == Strings{" non "});
}

TEST_CASE("Marks inside marks") {
  CHECK(marked("“I was told, ‘Never.’ I left.”") ==
        Strings{"I was told, ‘Never.’ I left.", ">Never."});
  CHECK(marked("\"I was told, 'Never.' I left.\"") ==
        Strings{"I was told, 'Never.' I left.", ">Never."});
  CHECK(marked("private or “‘quiet’ rooms,”") == Strings{"‘quiet’ rooms,", ">quiet"});
}

TEST_CASE("Apostrophes, feet and inches are no marks") {
  CHECK(marked("Dana’s dogs’ bowls weren't there in the ’90s, rock 'n' roll.").empty());
  CHECK(marked("She is 5' 11\" tall and the board is 12\" wide.").empty());
  CHECK(marked("“The workers’ rights,” he said") == Strings{"The workers’ rights,"});
}

TEST_CASE("Single marks may stand alone") {
  CHECK(marked("Mayor: ‘We will not close the pool’") == Strings{"We will not close the pool"});
  CHECK(marked("'We will not go,' said Ada.") == Strings{"We will not go,"});
}

TEST_CASE("A quotation left open ends with its paragraph, or where the next one opens") {
  CHECK(marked("He said: “We will not go.") == Strings{"We will not go.…"});
  CHECK(marked("“We go, he said. “We stay.”") == Strings{"We go, he said.…", "We stay."});
}

TEST_CASE("A quotation goes on in the next paragraph when it opens again unclosed") {
  const std::string text = "“One.\n“Two.”\nThree";
  const auto found = findMarked(text, {{0, 7}, {8, 18}, {19, 24}});
  REQUIRE(found.size() == 2);
  CHECK_FALSE(found[0].closed);
  CHECK(found[1].continues == std::optional<std::size_t>(0));
  // Another mark opens something within, not the same again.
  const std::string other = "\"One.\n“Two.”\nThree";
  const auto within = findMarked(other, {{0, 5}, {6, 16}, {17, 22}});
  REQUIRE(within.size() == 2);
  CHECK_FALSE(within[1].continues.has_value());
}

TEST_CASE("Marks without words between them are nothing") {
  CHECK(marked("\"\" “ ” \"\"\"\" '' ''").empty());
}

}  // namespace
}  // namespace assay::extract
