#include "import/html_tree.h"

#include <catch2/catch_amalgamated.hpp>

#include <string>

namespace assay::importer {

namespace {

// The tree as text: (name attribute=value child …), texts in quotation marks.
void print(const Node& node, std::string& out) {
  if (node.isText()) {
    out += "\"" + node.text + "\"";
    return;
  }
  out += "(" + node.name;
  for (const Attribute& a : node.attributes) out += " " + a.name + "=" + a.value;
  for (const Node* child : node.children) {
    out += " ";
    print(*child, out);
  }
  out += ")";
}

std::string printed(std::string_view html) {
  const auto page = parsePage(std::string(html), {});
  if (!page) return page.error().message;
  std::string out;
  for (const Node* child : page->root().children) print(*child, out);
  return out;
}

std::string limited(std::string html) {
  limitAttributes(html);
  return html;
}

}  // namespace

TEST_CASE("Markup becomes a tree, broken markup too") {
  CHECK(printed("<p>One <b>two</b>.</p>") == "(html (body (p \"One \" (b \"two\") \".\")))");
  CHECK(printed("<p>One<p>Two") == "(html (body (p \"One\") (p \"Two\")))");
  CHECK(printed("<b>bold <i>both</b> end") == "(html (body (b \"bold \" (i \"both\")) \" end\"))");
  CHECK(printed("</div></p>x") == "(html (body (p \"x\")))");
  CHECK(printed("<!-- -->").empty());
}

TEST_CASE("References are resolved, in texts and in attributes") {
  CHECK(printed("<p class='a&amp;b'>&ldquo;R&amp;D&rdquo; &#8212; &unknown; &lt;p&gt;</p>") ==
        "(html (body (p class=a&b \"“R&D” — &unknown; <p>\")))");
}

TEST_CASE("Attributes that matter are kept in small letters, others are not") {
  CHECK(printed("<DIV ID=Main onclick='x()' CLASS=\"Big box\" data-x=1 hidden>x</DIV>") ==
        "(html (body (div id=Main class=Big box hidden= \"x\")))");
}

TEST_CASE("Scripts, styles and templates are not in the tree") {
  CHECK(printed("<p>a<script>if (a<b) { '<p>' }</script>b<style>p>q{}</style>c"
                "<noscript><p>d</p></noscript><template><i>e</i></template>f</p>") ==
        "(html (body (p \"a\" (script) \"b\" (style) \"c\" (noscript) (template) \"f\")))");
}

TEST_CASE("Comments, instructions and sections of XML are no text") {
  CHECK(printed("<?xml version=\"1.0\"?><!DOCTYPE html><p>a<!-- b <p> -->c</p>") ==
        "(html (body (p \"ac\")))");
}

TEST_CASE("Entities of a document type are not expanded") {
  const std::string html =
      "<!DOCTYPE html [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;\">"
      "<!ENTITY f SYSTEM \"file:///etc/hostname\">]><p>&b;&f;</p>";
  const std::string tree = printed(html);
  CHECK(tree.find("aaaaaaaaaaaaaaaaaaaa") == std::string::npos);
  CHECK(tree.find("&b;&f;") != std::string::npos);
}

TEST_CASE("Nesting beyond the limit ends the page there and says so") {
  std::string html;
  for (int i = 0; i < 5'000; ++i) html += "<div>x";
  const auto page = parsePage(html, {});
  REQUIRE(page);
  CHECK(page->cut);
  CHECK(page->size() > kMostDepth);
  CHECK(page->size() < 2 * kMostDepth + 10);
  CHECK_FALSE(parsePage("<div>x</div>", {})->cut);
}

TEST_CASE("More elements than the limit are refused") {
  std::string html;
  for (std::size_t i = 0; i <= kMostNodes / 2; ++i) html += "<b>x</b>";
  const auto page = parsePage(html, {});
  REQUIRE_FALSE(page);
  CHECK(page.error() == base::Error{base::ErrorCode::tooLarge,
                                    "The page has more than 1,000,000 elements.", "", nullptr});
}

TEST_CASE("A cancelled job stops the parser") {
  base::CancelToken token;
  token.cancel();
  const auto page = parsePage("<p>x", {&token, {}});
  REQUIRE_FALSE(page);
  CHECK(page.error().code == base::ErrorCode::cancelled);
}

TEST_CASE("A tag of few attributes is not touched") {
  for (const char* html : {"<p a=1 b='2' c=\"3 > 4\">x</p>", "a < b and c > d", "<", "<p", "<p a='",
                           "", "<!-- <p a b c d> -->", "<script>if (a<b) c();</script>"}) {
    CAPTURE(html);
    CHECK(limited(html) == html);
  }
}

TEST_CASE("A tag of a thousand attributes loses the later ones, and nothing behind it") {
  std::string html = "<p";
  for (int i = 0; i < 1'000; ++i) html += " a" + std::to_string(i) + "=\"x > y\"";
  html += ">text</p><i b=c>more</i>";
  const std::string kept = limited(html);
  CHECK(kept.size() == html.size());
  CHECK(kept.ends_with(">text</p><i b=c>more</i>"));
  CHECK(kept.starts_with("<p a0=\"x > y\" a1="));
  CHECK(kept.find("a127=") != std::string::npos);
  CHECK(kept.find("a200=") == std::string::npos);
  // Without blanks between them, too.
  std::string tight = "<p";
  for (int i = 0; i < 1'000; ++i) tight += (i == 0 ? " a" : "a") + std::to_string(i) + "=''";
  CHECK(limited(tight + ">").find("a300=") == std::string::npos);
}

TEST_CASE("A script or comment that looks like a long tag is left alone") {
  std::string words;
  for (int i = 0; i < 1'000; ++i) words += "word" + std::to_string(i) + " ";
  for (const std::string& html :
       {"<script>if (a<b " + words + ")</script><p a>x</p>",
        "<SCRIPT>a<b " + words + "</SCRIPT ><p>x</p>", "<style>a<b " + words + "</style>",
        "<!-- <p " + words + "--><p>x</p>"}) {
    CHECK(limited(html) == html);
  }
}

}  // namespace assay::importer
