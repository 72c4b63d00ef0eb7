#include "model/evidence.h"

#include <catch2/catch_amalgamated.hpp>

#include <set>
#include <string_view>

#include "tests/model/table_checks.h"

namespace assay::model {

TEST_CASE("Every kind of source and every stance has its row") {
  test::checkTable(sourceKinds(), 16, &SourceKindInfo::kind, sourceKindById);
  test::checkTable(stances(), 4, &StanceInfo::stance, stanceById);
  std::set<std::string_view> glyphs;
  for (const StanceInfo& row : stances()) glyphs.insert(row.glyph);
  CHECK(glyphs.size() == 4);
}

TEST_CASE("Nine kinds of source are primary, and a press release is not one of them") {
  int primary = 0;
  for (const SourceKindInfo& row : sourceKinds()) primary += row.primary ? 1 : 0;
  CHECK(primary == 9);
  CHECK(info(SourceKind::recording).primary);
  CHECK(info(SourceKind::diary).primary);
  CHECK_FALSE(info(SourceKind::newsReport).primary);
  CHECK_FALSE(info(SourceKind::pressRelease).primary);
}

TEST_CASE("Sources are numbered with an S") { CHECK(sourceNumberText(12) == "S12"); }

TEST_CASE("A date is a day of the calendar, written year-month-day") {
  for (const std::string_view good :
       {"2026-02-03", "2024-02-29", "2000-02-29", "1999-12-31", "0001-01-01"}) {
    CAPTURE(good);
    CHECK(isDate(good));
  }
  for (const std::string_view bad :
       {"", "2026-2-3", "2026-02-30", "2025-02-29", "1900-02-29", "2026-00-10", "2026-13-01",
        "2026-01-00", "2026-01-32", "2026-04-31", "2026/02/03", "03-02-2026", "2026-02-03 ",
        "2026-02-03T14:02:11Z", "+026-02-03", "2026-0a-03", "２０２６-02-03"}) {
    CAPTURE(bad);
    CHECK_FALSE(isDate(bad));
  }
}

TEST_CASE("A web address that may be opened begins with http and has a host") {
  for (const std::string_view good :
       {"https://example.org", "http://example.org/a?b=c#d", "https://example.org:8080/x",
        "https://müller.example/straße", "https://[2001:db8::1]/"}) {
    CAPTURE(good);
    CHECK(isWebAddress(good));
  }
  for (const std::string_view bad :
       {"", "example.org", "http://", "https:///path", "https://?q", "https://#x",
        "javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "ftp://example.org",
        " https://example.org", "https://exa mple.org", "https://example.org/\n",
        "https://example.org/\x01", "https://example.org/\x7F", "https://example.org/\"x",
        "https://example.org/<b>", "https://example.org\\x", "HTTPS//example.org"}) {
    CAPTURE(bad);
    CHECK_FALSE(isWebAddress(bad));
  }
}

}  // namespace assay::model
