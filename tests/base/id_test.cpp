#include "base/id.h"

#include <catch2/catch_amalgamated.hpp>

#include <regex>
#include <set>

#include "tests/support/fake_clock.h"

namespace assay::base {

TEST_CASE("An identity has the form of a version 7 UUID") {
  const test::FakeClock clock;
  UuidSource ids(clock);
  const std::regex form("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
  for (int i = 0; i < 1'000; ++i) {
    const std::string id = ids.next();
    INFO(id);
    REQUIRE(std::regex_match(id, form));
  }
}

TEST_CASE("An identity begins with its time, so that later ones sort behind") {
  // The time of the example in RFC 9562, appendix A.6: 2022-02-22T19:22:22Z.
  test::FakeClock clock(1'645'557'742'000);
  UuidSource ids(clock);
  const std::string first = ids.next();
  CHECK(first.substr(0, 15) == "017f22e2-79b0-7");
  clock.advance(1);
  CHECK(first < ids.next());
}

TEST_CASE("Two hundred thousand identities of one millisecond are all different") {
  const test::FakeClock clock;
  UuidSource ids(clock);
  std::set<std::string> seen;
  for (int i = 0; i < 200'000; ++i) seen.insert(ids.next());
  CHECK(seen.size() == 200'000);
}

TEST_CASE("Two sources do not give each other's identities") {
  const test::FakeClock clock;
  UuidSource one(clock);
  UuidSource two(clock);
  std::set<std::string> seen;
  for (int i = 0; i < 1'000; ++i) {
    seen.insert(one.next());
    seen.insert(two.next());
  }
  CHECK(seen.size() == 2'000);
}

TEST_CASE("Counted identities count from one") {
  CountingIds ids;
  CHECK(ids.next() == "t-1");
  CHECK(ids.next() == "t-2");
  CHECK(CountingIds().next() == "t-1");
}

}  // namespace assay::base
