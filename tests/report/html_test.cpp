#include <catch2/catch_amalgamated.hpp>

#include <algorithm>
#include <set>

#include "base/hash.h"
#include "report/formats.h"
#include "tests/report/html_skeleton.h"
#include "tests/report/sample_report.h"

using namespace assay;
using namespace assay::report;
using model::ItemKind;
using model::Status;

namespace {

std::string pageOf(const ReportData& data, const ReportOptions& options = {}) {
  return *writeHtml(data, options);
}

/// What stands between `from` and `to`.
std::string between(std::string_view page, std::string_view from, std::string_view to) {
  const std::size_t begin = page.find(from);
  REQUIRE(begin != std::string_view::npos);
  const std::size_t end = page.find(to, begin + from.size());
  REQUIRE(end != std::string_view::npos);
  return std::string(page.substr(begin + from.size(), end - begin - from.size()));
}

std::string paragraphOf(const ReportData& data) {
  return between(pageOf(data), "<p dir=\"auto\" class=\"body\">", "</p>");
}

}  // namespace

TEST_CASE("a marked passage carries its number behind it, linked to its check") {
  ReportData data = test::bareReport("The vote was close.");
  test::addItem(data, ItemKind::claim, 3, Status::wrong, "vote was");
  CHECK(paragraphOf(data) ==
        "The <mark class=\"c s-wrong\" id=\"t-C3\">vote was</mark>"
        "<sup><a class=\"s-wrong\" href=\"#c-C3\">C3</a></sup> close.");
}

TEST_CASE("a claim inside a quote is nested, numbers stand outside their own marks") {
  ReportData data = test::bareReport("He said ten of us left early.");
  test::addItem(data, ItemKind::indirect, 1, Status::verified, "ten of us left early");
  test::addItem(data, ItemKind::claim, 1, Status::disputed, "ten of us");
  CHECK(paragraphOf(data) ==
        "He said <mark class=\"q s-verified\" id=\"t-Q1\">"
        "<mark class=\"c s-disputed\" id=\"t-C1\">ten of us</mark>"
        "<sup><a class=\"s-disputed\" href=\"#c-C1\">C1</a></sup> left early</mark>"
        "<sup><a class=\"s-verified\" href=\"#c-Q1\">Q1</a></sup>.");
}

TEST_CASE("overlapping passages are cut so that the tags nest") {
  ReportData data = test::bareReport("one two three four");
  test::addItem(data, ItemKind::claim, 1, Status::verified, "one two three");
  test::addItem(data, ItemKind::claim, 2, Status::wrong, "three four");
  CHECK(paragraphOf(data) ==
        "<mark class=\"c s-verified\" id=\"t-C1\">one two "
        "<mark class=\"c s-wrong\" id=\"t-C2\">three</mark></mark>"
        "<sup><a class=\"s-verified\" href=\"#c-C1\">C1</a></sup>"
        "<mark class=\"c s-wrong\"> four</mark>"
        "<sup><a class=\"s-wrong\" href=\"#c-C2\">C2</a></sup>");
}

TEST_CASE("the words of the article come out whole and in order") {
  const ReportData data = test::sampleReport();
  std::string article = between(pageOf(data), "<section class=\"article\"", "</section>");
  // The margin and the numbers are not the article's.
  for (const auto& [open, close] :
       {std::pair("<ul class=\"margin\">", "</ul>"), std::pair("<sup>", "</sup>"),
        std::pair("<p class=\"intro\">", "</p>"), std::pair("<h2", "</h2>")}) {
    for (std::size_t at; (at = article.find(open)) != std::string::npos;) {
      const std::string_view end = close;
      article.erase(at, article.find(end, at) + end.size() - at);
    }
  }
  std::string words = test::htmlWords(article.substr(article.find('>') + 1));
  std::string expected = data.text;
  std::erase(words, '\n');
  std::erase(expected, '\n');
  CHECK(words == expected);
}

TEST_CASE("every id is there once and every inner link leads somewhere") {
  const std::string page = pageOf(test::sampleReport());
  std::set<std::string> ids;
  for (std::size_t at = page.find(" id=\""); at != std::string::npos;
       at = page.find(" id=\"", at + 1)) {
    const std::string id = page.substr(at + 5, page.find('"', at + 5) - at - 5);
    CAPTURE(id);
    CHECK(ids.insert(id).second);
  }
  std::size_t inner = 0;
  for (const std::string& href : test::htmlLinks(page)) {
    if (!href.starts_with("#")) continue;
    ++inner;
    CAPTURE(href);
    CHECK(ids.contains(href.substr(1)));
  }
  CHECK(inner > 40);
}

TEST_CASE("numbers that repeat or are no numbers still give ids of their own") {
  ReportData data = test::bareReport("one two three");
  for (int i = 0; i < 3; ++i) test::addItem(data, ItemKind::claim, 1, Status::verified, "two");
  data.items[2].number = "\"><b>";
  const std::string page = pageOf(data);
  for (const char* id : {"id=\"c-C1\"", "id=\"c-n2\"", "id=\"c-n3\""}) {
    CHECK(page.find(id) != std::string::npos);
  }
  CHECK(page.find("<b>") == std::string::npos);
}

TEST_CASE("the policy allows the page's own style sheet by its hash and nothing else") {
  const std::string page = pageOf(test::sampleReport());
  const std::string style = between(page, "<style>", "</style>");
  const std::string policy = between(page, "Content-Security-Policy\" content=\"", "\"");
  const base::Sha256 digest = base::sha256(style);
  const std::string encoded = between(policy, "'sha256-", "'");
  REQUIRE(encoded.size() == 44);
  // Decoded here by the alphabet, to be held against the digest byte by byte.
  constexpr std::string_view kLetters =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string decoded;
  unsigned bits = 0;
  int have = 0;
  for (const char c : encoded.substr(0, 43)) {
    bits = (bits << 6U) | static_cast<unsigned>(kLetters.find(c));
    have += 6;
    if (have < 8) continue;
    have -= 8;
    decoded += static_cast<char>((bits >> static_cast<unsigned>(have)) & 0xFFU);
  }
  REQUIRE(decoded.size() == digest.size());
  CHECK(std::equal(decoded.begin(), decoded.end(), digest.begin(),
                   [](char a, std::uint8_t b) { return static_cast<std::uint8_t>(a) == b; }));
  CHECK(policy == "default-src 'none'; style-src 'sha256-" + encoded +
                      "'; base-uri 'none'; form-action 'none'");
  CHECK(page.find("<script") == std::string::npos);
  CHECK(page.find(" style=") == std::string::npos);
  CHECK(page.find(" src=") == std::string::npos);
}

TEST_CASE("outside links tell nothing to where they lead") {
  const std::string page = pageOf(test::sampleReport());
  std::size_t outside = 0;
  for (std::size_t at = page.find("href=\"http"); at != std::string::npos;
       at = page.find("href=\"http", at + 1)) {
    ++outside;
    const std::string before = page.substr(at - 36, 36);
    CHECK(before.ends_with("<a rel=\"noreferrer noopener\" "));
  }
  CHECK(outside == 6);
}

TEST_CASE("headings go down one step at a time") {
  int last = 0;
  for (const std::string& tag : test::htmlSkeleton(pageOf(test::sampleReport()))) {
    if (tag.size() < 2 || tag[0] != 'h' || tag[1] < '1' || tag[1] > '6') continue;
    const int level = tag[1] - '0';
    CHECK(level <= last + 1);
    last = level;
  }
  CHECK(last == 2);
}

TEST_CASE("a finished report says so and lists nothing to settle") {
  ReportData data = test::bareReport("one two three");
  test::addItem(data, ItemKind::claim, 1, Status::verified, "two");
  const std::string page = pageOf(data);
  CHECK(page.find("<p class=\"state done\">The only item is checked.</p>") != std::string::npos);
  CHECK(page.find("id=\"settle\"") == std::string::npos);
  CHECK(page.find("class=\"openlist\"") == std::string::npos);
}

TEST_CASE("an article without items has no figures and is not called finished") {
  const std::string page = pageOf(test::bareReport("one two three"));
  CHECK(
      page.find("<p class=\"state open\">Nothing to check has been marked in this article.</p>") !=
      std::string::npos);
  CHECK(page.find("<svg") == std::string::npos);
}

TEST_CASE("labels follow the language, the page says which") {
  ReportOptions options;
  options.language = Language::spanish;
  const std::string page = pageOf(test::sampleReport(), options);
  CHECK(page.find("<html lang=\"es\">") != std::string::npos);
  CHECK(page.find("3 de 13 puntos siguen abiertos. Este informe no es definitivo.") !=
        std::string::npos);
  CHECK(page.find("Suggested correction") == std::string::npos);
}
