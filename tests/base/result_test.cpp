#include "base/result.h"

#include <catch2/catch_amalgamated.hpp>

#include <array>
#include <set>
#include <string>

namespace assay::base {

TEST_CASE("Every code has its own word, in small letters and underscores") {
  struct Row {
    ErrorCode code;
    std::string_view word;
  };
  constexpr std::array kRows{
      Row{ErrorCode::notFound, "not_found"},
      Row{ErrorCode::invalidInput, "invalid_input"},
      Row{ErrorCode::corrupt, "corrupt"},
      Row{ErrorCode::io, "io"},
      Row{ErrorCode::busy, "busy"},
      Row{ErrorCode::conflict, "conflict"},
      Row{ErrorCode::unsupported, "unsupported"},
      Row{ErrorCode::cancelled, "cancelled"},
      Row{ErrorCode::tooLarge, "too_large"},
      Row{ErrorCode::internal, "internal"},
  };
  std::set<std::string_view> words;
  for (const Row& row : kRows) {
    CHECK(codeName(row.code) == row.word);
    words.insert(row.word);
  }
  CHECK(words.size() == kRows.size());
}

TEST_CASE("An error prints its place, its message and what lies below it") {
  const Result<int> bare = fail(ErrorCode::notFound, "There is no Q7.");
  CHECK(bare.error().text() == "There is no Q7.");

  const Result<int> placed = fail(ErrorCode::invalidInput, "Expected a number.", "a.json:3:7");
  CHECK(placed.error().text() == "a.json:3:7: Expected a number.");

  const Result<int> wrapped =
      failBecause(placed.error(), ErrorCode::corrupt, "The settings cannot be read.");
  CHECK(wrapped.error().code == ErrorCode::corrupt);
  CHECK(wrapped.error().text() == "The settings cannot be read. (a.json:3:7: Expected a number.)");

  const Result<int> twice = failBecause(wrapped.error(), ErrorCode::internal, "No start.", "assay");
  CHECK(twice.error().text() ==
        "assay: No start. (The settings cannot be read. (a.json:3:7: Expected a number.))");
}

TEST_CASE("Errors are equal when all they say is equal, causes too") {
  const Error error = Result<int>(fail(ErrorCode::io, "Cannot read.", "a")).error();
  const Error same = Result<int>(fail(ErrorCode::io, "Cannot read.", "a")).error();
  CHECK(error == same);
  CHECK_FALSE(error == Result<int>(fail(ErrorCode::busy, "Cannot read.", "a")).error());
  CHECK_FALSE(error == Result<int>(fail(ErrorCode::io, "Cannot write.", "a")).error());
  CHECK_FALSE(error == Result<int>(fail(ErrorCode::io, "Cannot read.", "b")).error());

  const Error over = Result<int>(failBecause(error, ErrorCode::io, "Over.")).error();
  const Error overSame = Result<int>(failBecause(same, ErrorCode::io, "Over.")).error();
  CHECK(over == overSame);  // two causes in two places of memory that say the same
  CHECK_FALSE(over == Result<int>(failBecause(over, ErrorCode::io, "Over.")).error());
  CHECK_FALSE(over == Result<int>(fail(ErrorCode::io, "Over.")).error());
}

TEST_CASE("An error is passed on unchanged to a result of another type") {
  const Result<int> failed = fail(ErrorCode::busy, "Somebody else has the store open.", "s");
  const Result<std::string> passed = passOn(failed);
  CHECK(passed.error() == failed.error());
  const Result<std::string> moved = passOn(Result<int>(failed));
  CHECK(moved.error() == failed.error());
}

}  // namespace assay::base
