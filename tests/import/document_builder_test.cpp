#include "import/document_builder.h"

#include <catch2/catch_amalgamated.hpp>

#include <string>

#include "tests/import/taken.h"

namespace assay::importer {

using model::BlockRole;

TEST_CASE("White space collapses as on a page, breaks stay") {
  CHECK(collapsed("  a \t b  ") == "a b");
  CHECK(collapsed("a \n b") == "a\nb");
  CHECK(collapsed("a\n\n\n b") == "a\nb");
  CHECK(collapsed("a\u00A0\u00A0b") == "a b");
  CHECK(collapsed("\n a \n") == "a");
  CHECK(collapsed("Bundes\u00ADtag") == "Bundestag");
  CHECK(collapsed(" \u00A0 ").empty());
  CHECK(collapsed("é\u2003“x”") == "é\u2003“x”");  // an em space is a sign of the text
}

TEST_CASE("Preformatted text keeps its lines and indents") {
  CHECK(untrailed("\n\n  a  \n\n    b\t\n\n") == "  a\n\n    b");
  CHECK(untrailed("a") == "a");
  CHECK(untrailed(" \n\t\n").empty());
}

TEST_CASE("A span is trimmed of white space, not of graphemes") {
  const std::string text = " \u00A0\u2003word\u3000\n";
  const base::Span span = trimmedSpan(text, {0, text.size()});
  CHECK(span.of(text) == "word");
  CHECK(trimmedSpan("   ", {0, 3}).empty());
  CHECK(trimmedSpan("", {0, 0}).empty());
  // An accent on a blank is one sign with it.
  CHECK(trimmedSpan("  \xCC\x81x ", {0, 6}) == base::Span{1, 5});
}

TEST_CASE("Blocks stand apart by one blank line, and the text ends with a line end") {
  DocumentBuilder builder(10);
  CHECK(builder.empty());
  CHECK(builder.add(" First. ", BlockRole::headline, true));
  CHECK(builder.add(" \n ", BlockRole::body));
  CHECK(builder.add("Second\nline.", BlockRole::body));
  CHECK_FALSE(builder.empty());
  const model::Document document = builder.take();
  CHECK(document.text == "First.\n\nSecond\nline.\n");
  CHECK(test::shown(document) == "headline! First.\nbody Second/line.\n");
}

TEST_CASE("A block put first moves the others") {
  DocumentBuilder builder(10);
  builder.add("Body.", BlockRole::body);
  builder.addFirst("  The  title ", BlockRole::headline, true);
  builder.addFirst("  ", BlockRole::headline, true);
  const model::Document document = builder.take();
  CHECK(document.text == "The title\n\nBody.\n");
  CHECK(test::shown(document) == "headline! The title\nbody Body.\n");
}

TEST_CASE("One block too many is not added and is said") {
  DocumentBuilder builder(2);
  CHECK(builder.add("a", BlockRole::body));
  CHECK(builder.add("b", BlockRole::body));
  CHECK_FALSE(builder.full());
  CHECK_FALSE(builder.add("c", BlockRole::body));
  CHECK(builder.full());
  CHECK(builder.take().text == "a\n\nb\n");
}

TEST_CASE("A document without blocks has no text") {
  CHECK(DocumentBuilder(1).take().text.empty());
}

}  // namespace assay::importer
