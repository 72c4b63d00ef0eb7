#include "base/clock.h"

#include <catch2/catch_amalgamated.hpp>

#include "tests/support/fake_clock.h"

namespace assay::base {

TEST_CASE("A time is written in UTC with whole seconds") {
  CHECK(utcTimestamp(0) == "1970-01-01T00:00:00Z");
  CHECK(utcTimestamp(999) == "1970-01-01T00:00:00Z");
  CHECK(utcTimestamp(1'000) == "1970-01-01T00:00:01Z");
  CHECK(utcTimestamp(1'770'127'331'000) == "2026-02-03T14:02:11Z");
  CHECK(utcTimestamp(951'782'400'000) == "2000-02-29T00:00:00Z");
  CHECK(utcTimestamp(4'102'444'799'999) == "2099-12-31T23:59:59Z");
}

TEST_CASE("A time before 1970 belongs to the second that holds it") {
  CHECK(utcTimestamp(-1) == "1969-12-31T23:59:59Z");
  CHECK(utcTimestamp(-1'000) == "1969-12-31T23:59:59Z");
  CHECK(utcTimestamp(-1'001) == "1969-12-31T23:59:58Z");
  CHECK(utcDate(-1) == "1969-12-31");
  CHECK(localTimeOfDay(-1) == "23:59:59");
}

TEST_CASE("A date is the day in UTC") {
  CHECK(utcDate(1'770'127'331'000) == "2026-02-03");
  CHECK(utcDate(1'770'163'199'999) == "2026-02-03");
  CHECK(utcDate(1'770'163'200'000) == "2026-02-04");
}

TEST_CASE("A time of day is hours, minutes and seconds of the machine's zone") {
  // test_main.cpp sets the zone to UTC.
  CHECK(localTimeOfDay(1'770'127'331'000) == "14:02:11");
  CHECK(localTimeOfDay(59'000) == "00:00:59");
}

TEST_CASE("The machine's clock gives a time of our days and does not stand still for good") {
  const SystemClock clock;
  const Millis first = clock.now();
  CHECK(first > 1'700'000'000'000);
  Millis later = first;
  for (int i = 0; i < 100'000'000 && later == first; ++i) later = clock.now();
  CHECK(later > first);
}

TEST_CASE("The tests' clock moves only by hand") {
  test::FakeClock clock;
  CHECK(clock.now() == 1'770'127'331'000);
  clock.advance(1'500);
  CHECK(clock.now() == 1'770'127'332'500);
  clock.set(7);
  CHECK(clock.now() == 7);
}

}  // namespace assay::base
