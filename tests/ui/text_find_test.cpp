#include "ui/text_find.h"

#include <catch2/catch_amalgamated.hpp>

#include <string>
#include <vector>

namespace assay::ui {

namespace {

// What is found, as the text writes it.
std::vector<std::string> found(std::string_view text, std::string_view words) {
  std::vector<std::string> out;
  for (const base::Span& span : TextFinder(text).find(words)) out.emplace_back(span.of(text));
  return out;
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("finding does not mind case and accents") {
  CHECK(found("Müller met MULLER and muller.", "müller") == Texts{"Müller", "MULLER", "muller"});
  CHECK(found("Ærø, and aero", "ÆRØ") == Texts{"Ærø"});
  CHECK(found("cafe\u0301 noir", "café n") == Texts{"cafe\u0301 n"});
}

TEST_CASE("finding does not mind which quotation marks, dashes and blanks") {
  CHECK(found("the council’s “plan”", "council's \"plan\"") == Texts{"council’s “plan”"});
  CHECK(found("2015–2024", "2015-2024") == Texts{"2015–2024"});
  CHECK(found("9\u00A0million", "9 million") == Texts{"9\u00A0million"});
  CHECK(found("extra\u00ADordinary", "extraordinary") == Texts{"extra\u00ADordinary"});
}

TEST_CASE("a phrase is found across a line's end") {
  CHECK(found("the harbour\n  bridge", "harbour bridge") == Texts{"harbour\n  bridge"});
}

TEST_CASE("blanks around the words do not count, and nothing is found nowhere") {
  CHECK(found("one two", "  two ") == Texts{"two"});
  CHECK(found("one two", " ").empty());
  CHECK(found("one two", "").empty());
  CHECK(found("", "one").empty());
  CHECK(found("one two", "three").empty());
}

TEST_CASE("hits do not overlap") { CHECK(found("aaaa", "aa") == Texts{"aa", "aa"}); }

TEST_CASE("one character that folds to several is found whole") {
  CHECK(found("Straße", "strass") == Texts{"Straß"});
  CHECK(found("so… it", "so.") == Texts{"so…"});
}

}  // namespace assay::ui
