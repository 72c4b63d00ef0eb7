#include "model/status.h"

#include <catch2/catch_amalgamated.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <set>
#include <string>

#include "tests/model/table_checks.h"

namespace assay::model {

namespace {

// Relative luminance and contrast as WCAG 2.1 defines them.
double channel(std::uint32_t value) {
  const double share = static_cast<double>(value) / 255;
  return share <= 0.03928 ? share / 12.92 : std::pow((share + 0.055) / 1.055, 2.4);
}

double luminance(std::uint32_t rgb) {
  return 0.2126 * channel(rgb >> 16U & 0xFFU) + 0.7152 * channel(rgb >> 8U & 0xFFU) +
         0.0722 * channel(rgb & 0xFFU);
}

double contrast(std::uint32_t a, std::uint32_t b) {
  const double high = std::max(luminance(a), luminance(b));
  const double low = std::min(luminance(a), luminance(b));
  return (high + 0.05) / (low + 0.05);
}

constexpr double kReadable = 4.5;
constexpr std::array<std::uint32_t, 2> kPaperGrounds{0xFBFAF7, 0xF4F2EC};  // page, panel
constexpr std::array<std::uint32_t, 2> kDarkGrounds{0x16181B, 0x1D2024};

}  // namespace

TEST_CASE("Every status, wording verdict and flag has its row") {
  test::checkTable(statuses(), 10, &StatusInfo::status, statusById);
  test::checkTable(wordingVerdicts(), 7, &WordingVerdictInfo::verdict, wordingVerdictById);
  test::checkTable(flags(), 6, &FlagInfo::flag, flagById);
}

TEST_CASE("The statuses have the words and keys of the domain, in its order") {
  struct Row {
    std::string_view word;
    char key;
  };
  constexpr std::array kDomain{
      Row{"unchecked", '\0'},   Row{"in progress", 'I'}, Row{"verified", 'V'},
      Row{"corrected", 'C'},    Row{"disputed", 'D'},    Row{"wrong", 'W'},
      Row{"unverifiable", 'U'}, Row{"on author", 'A'},   Row{"not checkable", 'N'},
      Row{"cut", 'X'},
  };
  REQUIRE(statuses().size() == kDomain.size());
  for (std::size_t i = 0; i < kDomain.size(); ++i) {
    CHECK(statuses()[i].word == kDomain[i].word);
    CHECK(statuses()[i].key == kDomain[i].key);
    CHECK(statuses()[i].meaning.ends_with('.'));
  }
}

TEST_CASE("A status is told by more than colour: glyph and line are its own") {
  std::set<std::string_view> glyphs;
  std::set<LineStyle> lines;
  for (const StatusInfo& row : statuses()) {
    glyphs.insert(row.glyph);
    lines.insert(row.line);
  }
  CHECK(glyphs.size() == statuses().size());
  CHECK(lines.size() == statuses().size());
}

TEST_CASE("Contrast is computed as WCAG computes it") {
  CHECK(contrast(0x000000, 0xFFFFFF) == Catch::Approx(21.0));
  CHECK(contrast(0x767676, 0xFFFFFF) == Catch::Approx(4.54).margin(0.01));
  CHECK(contrast(0x336699, 0x336699) == Catch::Approx(1.0));
}

TEST_CASE("Every status colour can be read on the grounds of its theme") {
  for (const StatusInfo& row : statuses()) {
    CAPTURE(row.id);
    for (const std::uint32_t ground : kPaperGrounds)
      CHECK(contrast(row.paper, ground) >= kReadable);
    for (const std::uint32_t ground : kDarkGrounds) CHECK(contrast(row.dark, ground) >= kReadable);
  }
}

TEST_CASE("Keys of statuses and flags are capital letters and set one thing each") {
  std::set<char> keys;
  const auto check = [&](char key) {
    if (key == '\0') return;
    CHECK(key >= 'A');
    CHECK(key <= 'Z');
    CHECK(keys.insert(key).second);
  };
  for (const StatusInfo& row : statuses()) check(row.key);
  for (const FlagInfo& row : flags()) check(row.key);
  CHECK(keys.size() == 12);
}

TEST_CASE("Only unchecked and in progress are still to do") {
  for (const StatusInfo& row : statuses()) {
    CAPTURE(row.id);
    CHECK(row.settled == (row.status != Status::unchecked && row.status != Status::inProgress));
  }
}

TEST_CASE("Flags are single bits, set and taken away without touching the others") {
  unsigned all = 0;
  for (const FlagInfo& row : flags()) {
    const auto bit = static_cast<unsigned>(row.flag);
    CHECK((bit & (bit - 1)) == 0);
    CHECK((all & bit) == 0);
    all |= bit;
  }
  FlagSet set;
  for (const FlagInfo& row : flags()) {
    CHECK_FALSE(set.has(row.flag));
    set = set.with(row.flag, true);
    CHECK(set.has(row.flag));
    CHECK(set.with(row.flag, true) == set);
  }
  CHECK(set.bits == all);
  set = set.with(Flag::legal, false);
  CHECK_FALSE(set.has(Flag::legal));
  CHECK(set.has(Flag::publish));
  CHECK(set.with(Flag::legal, false) == set);
}

}  // namespace assay::model
