#include "base/span.h"

#include <catch2/catch_amalgamated.hpp>

namespace assay::base {

TEST_CASE("A span holds its first byte and not its last") {
  constexpr Span span{2, 5};
  CHECK(span.size() == 3);
  CHECK_FALSE(span.contains(std::size_t{1}));
  CHECK(span.contains(std::size_t{2}));
  CHECK(span.contains(std::size_t{4}));
  CHECK_FALSE(span.contains(std::size_t{5}));
  CHECK(span.of("abcdefg") == "cde");
}

TEST_CASE("A span holds another when no part sticks out") {
  constexpr Span span{2, 5};
  CHECK(span.contains(Span{2, 5}));
  CHECK(span.contains(Span{3, 4}));
  CHECK(span.contains(Span{5, 5}));
  CHECK_FALSE(span.contains(Span{1, 5}));
  CHECK_FALSE(span.contains(Span{2, 6}));
}

TEST_CASE("Spans that only touch do not overlap") {
  CHECK(Span{0, 3}.overlaps({2, 4}));
  CHECK(Span{2, 4}.overlaps({0, 3}));
  CHECK(Span{0, 9}.overlaps({4, 5}));
  CHECK_FALSE(Span{0, 3}.overlaps({3, 5}));
  CHECK_FALSE(Span{3, 5}.overlaps({0, 3}));
}

TEST_CASE("A span is empty when it holds no byte") {
  CHECK(Span{}.empty());
  CHECK(Span{4, 4}.empty());
  CHECK_FALSE(Span{4, 5}.empty());
}

TEST_CASE("Spans sort by where they begin, then by where they end") {
  CHECK(Span{1, 9} < Span{2, 3});
  CHECK(Span{1, 3} < Span{1, 9});
  CHECK(Span{1, 3} == Span{1, 3});
}

}  // namespace assay::base
