#include "import/html_meta.h"

#include <catch2/catch_amalgamated.hpp>

#include <string>

namespace assay::importer {

namespace {

PageMeta metaIn(std::string_view html) {
  const auto page = parsePage(std::string(html), {});
  if (!page) FAIL(page.error().message);
  return metaOf(*page);
}

std::string headlineIn(std::string_view html, const std::string& title) {
  const auto page = parsePage(std::string(html), {});
  if (!page) FAIL(page.error().message);
  return headlineOf(*page, title);
}

}  // namespace

TEST_CASE("The title is what the page tells other sites, else its own") {
  CHECK(metaIn("<title>Own</title><meta property='og:title' content='Told'>").title == "Told");
  CHECK(metaIn("<title> Own\n title </title>").title == "Own title");
  CHECK(metaIn("<p>x</p>").title.empty());
}

TEST_CASE("The site's name at the end of a title is cut off") {
  for (const char* title :
       {"Bridge to close for a year | Courier", "Bridge to close for a year - The Courier",
        "Bridge to close for a year – Courier", "Bridge to close for a year · Courier News"}) {
    CAPTURE(title);
    CHECK(metaIn("<title>" + std::string(title) + "</title>").title ==
          "Bridge to close for a year");
  }
  CHECK(metaIn("<meta property='og:site_name' content='The Courier of Larkhaven and Upper Town'>"
               "<title>Bridge closes | The Courier of Larkhaven and Upper Town</title>")
            .title == "Bridge closes");
}

TEST_CASE("A dash inside a headline stays") {
  for (const char* title : {"Bridge closed - and nobody knows for how long or why",
                            "Bridge-building", "Larkhaven | Bridge to close for a year"}) {
    CAPTURE(title);
    CHECK(metaIn("<title>" + std::string(title) + "</title>").title == title);
  }
}

TEST_CASE("The byline is the author named in the head, else the one marked in the page") {
  CHECK(metaIn("<meta name=author content='Ann Hale'><p class=byline>By Bo Reyes").byline ==
        "Ann Hale");
  CHECK(metaIn("<meta property='article:author' content='https://courier.example/ann'>"
               "<p class=byline>By <b>Bo</b>\nReyes</p>")
            .byline == "By Bo Reyes");
  CHECK(metaIn("<a rel='author external' href=x>Ann Hale</a>").byline == "Ann Hale");
  CHECK(metaIn("<span itemprop=author>Ann Hale</span>").byline == "Ann Hale");
  CHECK(metaIn("<div class=byline>" + std::string(200, 'x') + "</div>").byline.empty());
  CHECK(metaIn("<div class=byline></div><div class=byline>Ann</div>").byline == "Ann");
}

TEST_CASE("The address is the canonical one, else the one told to other sites, if it is one") {
  CHECK(metaIn("<link rel=canonical href='https://a.example/1'>"
               "<meta property='og:url' content='https://a.example/2'>")
            .url == "https://a.example/1");
  CHECK(metaIn("<link rel=canonical href='/1'><meta property='og:url' "
               "content='https://a.example/2'>")
            .url == "https://a.example/2");
  CHECK(metaIn("<link rel=canonical href='javascript:x()'>").url.empty());
  CHECK(metaIn("<link rel=stylesheet href='https://a.example/1'>").url.empty());
}

TEST_CASE("The headline is the heading that agrees with the title, else the only one") {
  CHECK(headlineIn("<h1>The Courier</h1><h1>Bridge <i>to</i> close</h1>", "Bridge to close") ==
        "Bridge to close");
  CHECK(headlineIn("<h1>BRIDGE TO CLOSE</h1><h1>x</h1>", "Bridge to close soon") ==
        "BRIDGE TO CLOSE");
  CHECK(headlineIn("<h1>Other words</h1>", "Bridge to close") == "Other words");
  CHECK(headlineIn("<h1>One</h1><h1>Two</h1>", "Three").empty());
  CHECK(headlineIn("<h1> </h1><h2>x</h2>", "x").empty());
  CHECK(headlineIn("<h1>One</h1><h1>Two</h1>", "") == "One");
  CHECK(headlineIn("<p>x</p>", "").empty());
}

}  // namespace assay::importer
