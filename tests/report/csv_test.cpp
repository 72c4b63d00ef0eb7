#include "report/csv.h"

#include <catch2/catch_amalgamated.hpp>

using namespace assay::report;

namespace {

std::string oneCell(std::string_view text, bool raw = false) {
  CsvFile csv(raw);
  csv.cell(text);
  csv.endRow();
  return csv.take();
}

}  // namespace

TEST_CASE("rows end with CRLF and cells are quoted only where they must be") {
  CsvFile csv(false);
  csv.cell("a");
  csv.cell("b c");
  csv.cell(std::size_t{7});
  csv.endRow();
  csv.cell("");
  csv.cell("x, y");
  csv.cell("say \"no\"\nnow");
  csv.endRow();
  CHECK(csv.take() ==
        "\xEF\xBB\xBF"
        "a,b c,7\r\n,\"x, y\",\"say \"\"no\"\"\nnow\"\r\n");
}

TEST_CASE("formulas get an apostrophe in front") {
  CHECK(formulaSafe("=1+1") == "'=1+1");
  CHECK(formulaSafe("+1") == "'+1");
  CHECK(formulaSafe("-1") == "'-1");
  CHECK(formulaSafe("@SUM(1)") == "'@SUM(1)");
  CHECK(formulaSafe("  =1") == "'  =1");
  CHECK(formulaSafe("\u00A0=1") == "'\u00A0=1");
  CHECK(formulaSafe("＝1") == "'＝1");
  CHECK(formulaSafe("\t=1") == "\t'=1");
  CHECK(formulaSafe("a;=1") == "a;'=1");
  CHECK(formulaSafe("a\n=1\n+2") == "a\n'=1\n'+2");
}

TEST_CASE("words that only hold such signs stay as they are") {
  for (const char* text : {"", "a = b", "3-1", "a@b.example", "one; two", "– dash", "'quoted'"}) {
    CHECK(formulaSafe(text) == text);
  }
}

TEST_CASE("what is safe stays safe when it is read and written again") {
  for (const char* text : {"=1", " =1", "a;=1", "a\n  @x", "\t\t=1", "＝1"}) {
    const std::string once = formulaSafe(text);
    CHECK(formulaSafe(once) == once);
  }
}

TEST_CASE("raw cells keep formulas and control characters") {
  CHECK(oneCell("=1\u202E", true) == "\xEF\xBB\xBF=1\u202E\r\n");
  CHECK(oneCell("=1\u202E") == "\xEF\xBB\xBF'=1⟦U+202E⟧\r\n");
}
