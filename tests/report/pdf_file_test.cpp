#include "report/pdf_file.h"

#include <catch2/catch_amalgamated.hpp>

#include <string>

using namespace assay;
using namespace assay::report;

namespace {

std::string number(double value) {
  std::string out;
  appendNumber(out, value);
  return out;
}

}  // namespace

TEST_CASE("numbers of a PDF have no exponent and at most three decimals") {
  CHECK(number(0) == "0");
  CHECK(number(12) == "12");
  CHECK(number(595.28) == "595.28");
  CHECK(number(-0.5) == "-0.5");
  CHECK(number(0.001) == "0.001");
  CHECK(number(0.0001) == "0");
  CHECK(number(-0.0001) == "0");
  CHECK(number(2.0005) == "2.001");
  CHECK(number(123456.789) == "123456.789");
}

TEST_CASE("strings of a PDF keep every character") {
  CHECK(pdfText("plain (words) \\ here") == "(plain \\(words\\) \\\\ here)");
  CHECK(pdfText("é") == "<FEFF00E9>");
  CHECK(pdfText("a\nb") == "<FEFF0061000A0062>");
  CHECK(pdfText("📚") == "<FEFFD83DDCDA>");
  CHECK(pdfText("") == "()");
  CHECK(pdfBytes("c1") == "(c1)");
}

TEST_CASE("dates of a PDF say that they are UTC") {
  CHECK(pdfDate(1'770'130'931'000) == "(D:20260203150211Z)");
}

TEST_CASE("a PDF file begins, ends and is known by its content") {
  const auto made = [](std::string_view title) {
    PdfFile file;
    const int catalog = file.object("<</Type/Catalog>>");
    const int info = file.object("<</Title" + pdfText(title) + ">>");
    return file.finish(catalog, info);
  };
  const std::string one = made("one");
  CHECK(one.starts_with("%PDF-1.7\n"));
  CHECK(one.ends_with("%%EOF\n"));
  CHECK(one.find("/Root 1 0 R/Info 2 0 R/ID[<") != std::string::npos);
  CHECK(one == made("one"));
  CHECK(one != made("two"));
}
