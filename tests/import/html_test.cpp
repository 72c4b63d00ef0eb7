#include <catch2/catch_amalgamated.hpp>

#include <ctime>
#include <string>

#include "tests/import/taken.h"
#include "tests/support/shared_dir.h"
#include "tests/support/temp_dir.h"

namespace assay::importer {

using test::shown;
using test::taken;

namespace {

model::Document pageOf(std::string_view file) {
  const auto path = test::sourceDir() / "tests/import/data" / file;
  return taken(test::readFile(path), file);
}

// The blocks of one paragraph's markup, which is all that the page holds.
std::string inside(std::string_view markup) {
  return shown(taken("<body>" + std::string(markup) + "</body>", "a.html"));
}

}  // namespace

TEST_CASE("A news page is its article, without what surrounds it") {
  const model::Document document = pageOf("news_page.html");
  CHECK(shown(document) ==
        "headline! Harbour bridge to close for a year\n"
        "byline! By Ann Hale\n"
        "caption! The bridge on Sunday. (Courier/Bo Reyes)\n"
        "body The harbour bridge of Larkhaven will close to all traffic for a year, the council "
        "decided on Tuesday.\n"
        "body “We had no choice,” said the mayor, Ify Okoro, who had long opposed the plan.\n"
        "subheading! Nine piers\n"
        "body Engineers found cracks in two of the nine piers./The repair will cost 4.2 million.\n"
        "body The bridge is 88 years old, and it shows in every one of its joints.\n"
        "body East side: by ferry\n"
        "body West side: on foot\n");
  CHECK(document.title == "Harbour bridge to close for a year");
  CHECK(document.byline == "Ann Hale");
  CHECK(document.url == "https://courier.example/news/harbour-bridge");
  CHECK(document.format == "html");
  CHECK(document.warnings.empty());
  test::checkPromises(document);
}

TEST_CASE("An old page of tables and breaks is read, too") {
  const model::Document document = pageOf("breaks_and_tables_page.html");
  CHECK(shown(document) ==
        "headline! Bridge closes for a year\n"
        "body The harbour bridge of Larkhaven will close to all traffic for a year, the council "
        "decided.\n"
        "body \"We had no choice,\" said the mayor, who had long opposed the plan and then voted "
        "for it.\n"
        "body Pier | Cracks\n"
        "body 1 | 9\n"
        "body Engineers found the cracks in January, when the water in the harbour was at its "
        "lowest level.\n");
  test::checkPromises(document);
}

TEST_CASE("Elements inside a line neither lose nor add blanks") {
  CHECK(inside("<p>one<b>two</b>three <i> four </i> five</p>") == "body onetwothree four five\n");
  CHECK(inside("<p>a<span>\n</span>b\n\tc&nbsp;&nbsp;d</p>") == "body a b c d\n");
  CHECK(inside("<p>1,<wbr>000</p>") == "body 1,000\n");
  CHECK(inside("<p>Bundes&shy;tag</p>") == "body Bundestag\n");
  CHECK(inside("<div>before<p>in</p>after</div>") == "body before\nbody in\nbody after\n");
}

TEST_CASE("One break is a line feed, two part paragraphs, and none is left at the ends") {
  CHECK(inside("<p>one<br>two<br/>three</p>") == "body one/two/three\n");
  CHECK(inside("<p>one<br> <br>two<br><br><br>three</p>") == "body one\nbody two\nbody three\n");
  CHECK(inside("<p><br>one<br></p>") == "body one\n");
}

TEST_CASE("Preformatted text keeps its lines, a quoted paragraph is body") {
  CHECK(inside("<pre>one\n  two</pre><blockquote>three</blockquote>") ==
        "body one/  two\nbody three\n");
}

TEST_CASE("A table gives one block a row") {
  CHECK(
      inside("<table><caption>Piers</caption><tr><th>No.<th>Cracks<tr><td>1<td><b>9</b></table>") ==
      "caption! Piers\nbody No. | Cracks\nbody 1 | 9\n");
}

TEST_CASE("A page without a heading of its own has its title as the headline") {
  const model::Document document = taken(
      "<title>Bridge to close – Courier</title><p>The bridge of the town will close soon.</p>",
      "a.html");
  CHECK(shown(document) ==
        "headline! Bridge to close\nbody The bridge of the town will close soon.\n");
  CHECK(document.title == "Bridge to close");
}

TEST_CASE("An article outside a body, which libxml2 takes for a part of the head, is read") {
  CHECK(shown(taken("<!doctype html><title>Bridge</title><meta charset=utf-8>"
                    "<article><p>The bridge of the town will close soon.</p></article>",
                    "a.html")) ==
        "headline! Bridge\nbody The bridge of the town will close soon.\n");
}

TEST_CASE("A second heading of the first level is a subheading, a repeated headline is not there") {
  CHECK(inside("<h1>Bridge</h1><p>It will close, the council of the town has said today.</p>"
               "<h1>Ferry</h1><p>It will run more often, the council of the town has said.</p>") ==
        "headline! Bridge\n"
        "body It will close, the council of the town has said today.\n"
        "subheading! Ferry\n"
        "body It will run more often, the council of the town has said.\n");
}

TEST_CASE("The encoding that the page names is used") {
  const model::Document document = taken(
      "<meta charset=windows-1252><p>\x93"
      "Caf\xE9\x94, said the mayor of the town, and sat down.",
      "a.html");
  CHECK(shown(document) == "body “Café”, said the mayor of the town, and sat down.\n");
  CHECK(document.warnings.empty());
}

TEST_CASE("A page that says another encoding than it has is read as what it is") {
  const model::Document document = taken(
      "<meta charset=iso-8859-1><p>“Café”, said the mayor of the town, and sat down.", "a.html");
  CHECK(shown(document) == "body “Café”, said the mayor of the town, and sat down.\n");
}

TEST_CASE("A page of markup alone is refused") {
  for (const char* html : {"<html><body><img src=x></body></html>", "<script>x = 'text'</script>",
                           "<nav><a href=x>Only a menu</a></nav>", "<title>Only a title</title>"}) {
    CAPTURE(html);
    CHECK(test::refused(html, "page.html") ==
          base::Error{base::ErrorCode::invalidInput,
                      "page.html holds no readable text, only markup. Copy the article's text and "
                      "paste it instead.",
                      "", nullptr});
  }
}

TEST_CASE("A page cut off in the middle of a tag gives what came before") {
  CHECK(inside("<p>The bridge of the town will close soon.</p><p class=\"x")
            .starts_with("body The bridge of the town will close soon.\n"));
}

TEST_CASE("A page nested too deep is cut there, with a warning") {
  std::string html = "<p>The bridge of the town will close soon, the council said.</p>";
  for (int i = 0; i < 3'000; ++i) html += "<div>";
  html += "<p>This paragraph stands too deep and is not reached any more.</p>";
  const model::Document document = taken(html, "a.html");
  CHECK(shown(document) == "body The bridge of the town will close soon, the council said.\n");
  REQUIRE(document.warnings.size() == 1);
  CHECK(document.warnings[0] ==
        model::Warning{"The page is nested more than 600 levels deep; what follows that place was "
                       "left out. Check that the article is complete.",
                       std::nullopt});
}

TEST_CASE("A page of more elements than are read is refused with its name") {
  std::string html;
  for (int i = 0; i < 600'000; ++i) html += "<b>x</b>";
  CHECK(test::refused(html, "a.html") ==
        base::Error{base::ErrorCode::tooLarge,
                    "a.html could not be read. The page has more than 1,000,000 elements.", "",
                    nullptr});
}

TEST_CASE("Pages made to take for ever do not") {
  const auto repeated = [](std::string_view part, std::size_t times) {
    std::string out;
    out.reserve(part.size() * times);
    for (std::size_t i = 0; i < times; ++i) out += part;
    return out;
  };
  std::string attributes = "<p";
  for (int i = 0; i < 100'000; ++i) attributes += " a" + std::to_string(i) + "=1";
  const std::string deep = repeated("<div>", 500);
  const std::string pages[] = {
      attributes + ">x</p>",
      deep + repeated("</i>", 300'000) + "x",
      repeated("<i>", 100'000) + "x",
      repeated("<p>", 300'000) + "x",
      repeated("<table><tr><td>", 100'000) + "x",
      repeated("<!--", 300'000) + "x",
      repeated("<script>", 100'000) + "x",
      repeated("&amp", 300'000) + "x",
      repeated("<a href='", 100'000) + "x",
      repeated("<br>", 300'000) + "x",
      "<p>" + repeated("x ", 1'000'000),
      deep + repeated("<p class='related ad comments'>x</p>", 20'000),
  };
  for (std::size_t i = 0; i < std::size(pages); ++i) {
    const std::clock_t start = std::clock();  // of this process: others may be busy
    // Taken in or refused: both are fine, as long as there is an answer.
    const auto document = importDocument({pages[i], "a.html"});
    const double seconds = static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
    CAPTURE(i, document.has_value());
    CHECK(seconds < 20);  // generous for sanitizers; a quadratic pass takes minutes
  }
}

}  // namespace assay::importer
