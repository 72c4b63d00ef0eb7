#include "extract/nlp/tokens.h"

#include <catch2/catch_amalgamated.hpp>

#include <string>
#include <vector>

namespace assay::extract::nlp {
namespace {

std::vector<std::string> words(std::string_view text) {
  std::vector<Token> tokens;
  appendTokens(text, {0, text.size()}, tokens);
  std::vector<std::string> out;
  for (const Token& token : tokens) out.emplace_back(token.span.of(text));
  return out;
}

using Strings = std::vector<std::string>;

TEST_CASE("Words and their endings are cut as treebanks cut them") {
  CHECK(words("Dana’s sister didn't say so.") ==
        Strings{"Dana", "’s", "sister", "did", "n't", "say", "so", "."});
  CHECK(words("They'll meet the workers’ union") ==
        Strings{"They", "'ll", "meet", "the", "workers", "’", "union"});
}

TEST_CASE("Numbers keep their separators, sums of money their sign apart") {
  CHECK(words("It cost $1,200.50, or 3.5%.") ==
        Strings{"It", "cost", "$", "1,200.50", ",", "or", "3.5", "%", "."});
  CHECK(words("by 39-11 on the 3rd") == Strings{"by", "39-11", "on", "the", "3rd"});
}

TEST_CASE("Abbreviations keep their full stop, the sentence's own is a token") {
  CHECK(words("Sen. Byrd of the U.S. left at 5 p.m. on Jan. 3.") ==
        Strings{"Sen.", "Byrd", "of", "the", "U.S.", "left", "at", "5", "p.m.", "on", "Jan.", "3",
                "."});
}

TEST_CASE("Quotation marks and brackets are tokens") {
  CHECK(words("“Go,” (he) said") == Strings{"“", "Go", ",", "”", "(", "he", ")", "said"});
}

TEST_CASE("A sign made of several code points is one token") {
  CHECK(words("ok 👍🏽 a\u0301b") == Strings{"ok", "👍🏽", "a\u0301b"});
}

TEST_CASE("Every character that is no blank belongs to one token, in order") {
  const std::string text = "A“b”—c… 12:30 x@y.org #tag (é) don’t''";
  std::vector<Token> tokens;
  appendTokens(text, {0, text.size()}, tokens);
  std::size_t at = 0;
  for (const Token& token : tokens) {
    CHECK(text.substr(at, token.span.begin - at).find_first_not_of(' ') == std::string::npos);
    CHECK(token.span.begin >= at);
    at = token.span.end;
  }
  CHECK(at == text.size());
}

}  // namespace
}  // namespace assay::extract::nlp
