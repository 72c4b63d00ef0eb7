#include "import/html_content.h"

#include <catch2/catch_amalgamated.hpp>

#include <string>

namespace assay::importer {

namespace {

const std::string kFirst =
    "<p>The harbour bridge of Larkhaven will close to all traffic for a year, the council "
    "decided on Tuesday after a debate of four hours.</p>";
const std::string kSecond =
    "<p>Engineers had found cracks in two of its nine piers, and the repair will cost more than "
    "four million, the mayor said after the vote.</p>";

// The article's runs, one a line, each cut to its first two words.
std::string articleIn(const std::string& html) {
  const auto page = parsePage(html, {});
  if (!page) return page.error().message;
  std::string out;
  for (const Run& run : articleOf(*page)) {
    const std::size_t blank = run.text.find(' ');
    out += run.text.substr(0, blank == std::string::npos ? blank : run.text.find(' ', blank + 1));
    out += '\n';
  }
  return out;
}

std::string links(int count) {
  std::string out = "<ul>";
  for (int i = 0; i < count; ++i) out += "<li><a href=x>Some other story of this week</a></li>";
  return out + "</ul>";
}

}  // namespace

TEST_CASE("The element with the sentences is the article, not the one with the links") {
  CHECK(articleIn("<div>" + links(50) + "</div><div>" + kFirst + kSecond + "</div>") ==
        "The harbour\nEngineers had\n");
}

TEST_CASE("A body cut into pieces of one kind comes together") {
  const std::string piece = "<div class=part>" + kFirst + "</div>";
  const std::string other = "<div class=part>" + kSecond + "</div>";
  CHECK(articleIn("<div id=all>" + piece + "<div class=x>" + links(3) + "</div>" + other +
                  "</div>") == "The harbour\nEngineers had\n");
}

TEST_CASE("What an article element holds belongs to it, another article does not") {
  CHECK(articleIn("<main><article><div class=a>" + kFirst + "</div><div class=b>" + kSecond +
                  "</div></article><article><div class=a>" + kFirst + "</div></article></main>") ==
        "The harbour\nEngineers had\n");
}

TEST_CASE("A list of teasers does not beat a shorter article") {
  std::string teasers = "<ul>";
  for (int i = 0; i < 6; ++i) {
    teasers +=
        "<li><a href=x>Ferry to run more often</a> The ferry of the town will run every "
        "twenty minutes, the harbour master said on Monday.</li>";
  }
  CHECK(articleIn("<div>" + teasers + "</ul></div><div>" + kFirst + kSecond + "</div>") ==
        "The harbour\nEngineers had\n");
}

TEST_CASE("A paragraph that is one link, and a heading above nothing but links, are left out") {
  CHECK(articleIn("<div>" + kFirst + "<p><a href=x>READ MORE: the long way round</a></p>" +
                  kSecond + "<h3>Also this week</h3>" + links(3) + "</div>") ==
        "The harbour\nEngineers had\n");
  CHECK(articleIn("<div>" + kFirst + "<h3>Nine piers</h3>" + kSecond + "<h3>The end</h3></div>") ==
        "The harbour\nNine piers\nEngineers had\n");
}

TEST_CASE("A sentence with links in it stays") {
  CHECK(articleIn("<div>" + kFirst +
                  "<p>The <a href=x>mayor</a> and the <a href=y>harbour master</a> agreed with "
                  "that in the end.</p></div>") == "The harbour\nThe mayor\n");
}

TEST_CASE("Comments are left out even when there is more of them") {
  std::string comments = "<div id=comments>";
  for (int i = 0; i < 20; ++i) comments += kSecond;
  CHECK(articleIn("<div>" + kFirst + "</div>" + comments + "</div>") == "The harbour\n");
}

TEST_CASE("Names that would hide nearly all of the text are not believed") {
  CHECK(articleIn("<div class=popular-widget>" + kFirst + kSecond + "</div><div>" + links(9) +
                  "</div>") == "The harbour\nEngineers had\n");
  CHECK(articleIn("<body class=has-sidebar><div>" + kFirst + kSecond + "</div></body>") ==
        "The harbour\nEngineers had\n");
}

TEST_CASE("The captions of a slide show are given once") {
  const std::string figure =
      "<figure><img><figcaption>The bridge on Sunday. (Courier/Bo Reyes)</figcaption></figure>";
  CHECK(articleIn("<div>" + kFirst + figure + figure + kSecond + figure + "</div>") ==
        "The harbour\nThe bridge\nEngineers had\n");
}

TEST_CASE("Paragraphs of Chinese and Japanese are sentences, too") {
  const std::string japanese =
      "<p>"
      "市議会は火曜日に四時間の討論の後、港の橋を一年間すべての交通に対して閉鎖することを決定した。"
      "</p>";
  CHECK(articleIn("<div>" + links(9) + "</div><div>" + japanese + "</div>") ==
        "市議会は火曜日に四時間の討論の後、港の橋を一年間すべての交通に対して閉鎖することを決定した"
        "。\n");
}

TEST_CASE("A page of a few words is all of them") {
  CHECK(articleIn("<h1>Bridge</h1><p>Closed.</p>") == "Bridge\nClosed.\n");
  CHECK(articleIn("").empty());
}

}  // namespace assay::importer
