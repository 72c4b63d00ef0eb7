// What is in the PDF, asked of programs that are not ours (qpdf, poppler); skipped without them.
#include <catch2/catch_amalgamated.hpp>

#include <algorithm>
#include <array>
#include <map>
#include <regex>
#include <sstream>

#include "base/utf8.h"
#include "report/formats.h"
#include "report/pdf_canvas.h"
#include "tests/report/hostile.h"
#include "tests/report/programs.h"
#include "tests/report/sample_report.h"
#include "tests/support/temp_dir.h"

using namespace assay;
using namespace assay::report;

namespace {

using test::needs;
using test::run;
using Outcome = test::Said;

std::string quoted(const std::filesystem::path& path) { return "'" + path.string() + "'"; }

std::string withoutBlanks(const std::string& text) {
  return std::regex_replace(text, std::regex("\\s+"), "");
}

/// The objects of a PDF as qpdf lays them out, without what is in strings and streams: words may
/// say anything there.
std::string structureOf(std::string_view objects) {
  constexpr std::string_view kStream = "stream\n";
  constexpr std::string_view kEnd = "endstream";
  std::string out;
  for (std::size_t at = 0; at < objects.size(); ++at) {
    if (objects.substr(at).starts_with(kStream) && objects[at - 1] == '\n') {
      at = objects.find(kEnd, at) + kEnd.size();
    } else if (objects[at] == '(') {
      for (int depth = 0;; ++at) {
        if (objects[at] == '\\') {
          ++at;
          continue;
        }
        if (objects[at] == '(') ++depth;
        if (objects[at] == ')' && --depth == 0) break;
      }
      out += "()";
    } else {
      out += objects[at];
    }
  }
  return out;
}

/// The words of the structure, in its order: what a screen reader says.
std::string wordsOfStructure(const std::string& file) {
  std::string words;
  std::istringstream lines(run("pdfinfo -struct-text " + file).output);
  for (std::string line; std::getline(lines, line);) {
    const std::size_t begin = line.find_first_not_of(' ');
    if (begin == std::string::npos || line[begin] != '"') continue;
    words += line.substr(begin + 1, line.find_last_of('"') - begin - 1);
  }
  return words;
}

/// The words of the pages between running heads and page numbers.
std::string wordsOfPages(const std::string& file) {
  return run("pdftotext -raw -x 0 -y 60 -W 600 -H 725 -r 72 " + file + " -").output;
}

std::map<std::uint32_t, int> lettersIn(const std::string& text) {
  std::map<std::uint32_t, int> count;
  for (std::size_t at = 0; at < text.size();) {
    const auto point = base::codePointAt(text, at);
    at += point.length;
    const auto value = static_cast<std::uint32_t>(point.value);
    // Blanks, and what a reader puts around right-to-left words.
    const bool unseen = value <= 0x20 || value == 0xA0 || (value >= 0x200B && value <= 0x200F) ||
                        (value >= 0x202A && value <= 0x202F);
    if (!unseen) ++count[value];
  }
  return count;
}

}  // namespace

TEST_CASE("every word of a PDF stands in its structure, once") {
  needs("pdfinfo", "poppler-utils");
  const test::TempDir folder;
  for (const ReportData& data : {test::sampleReport(), test::bigReport(60)}) {
    const std::string file = quoted(folder.write("report.pdf", *writePdf(data, {})));
    const std::string said = wordsOfStructure(file);
    CHECK(lettersIn(said) == lettersIn(wordsOfPages(file)));
    for (const ReportItem& entry : data.items) {
      CAPTURE(entry.number);
      CHECK(withoutBlanks(said).find(withoutBlanks(entry.item.anchor.exact)) != std::string::npos);
    }
  }
}

TEST_CASE("a paragraph with links is one element: words, link, words") {
  needs("pdfinfo", "poppler-utils");
  const test::TempDir folder;
  const std::string file = quoted(folder.write("report.pdf", *writePdf(test::sampleReport(), {})));
  const std::string structure = std::regex_replace(run("pdfinfo -struct-text " + file).output,
                                                   std::regex("Object \\d+ 0"), "OBJ");
  CHECK(structure.find("    P (block)\n"
                       "      \"LINDMOOR — The town council voted 9 to 4 on Monday \"\n"
                       "      Link (inline)\n"
                       "        \"C1\"\n"
                       "        OBJ\n"
                       "      \" to keep the library open until ten in the evening. “We have 312 "
                       "readers a day and 40 chairs \"\n"
                       "      Link (inline)\n") != std::string::npos);
  CHECK(structure.find("    Table (block)\n"
                       "      TR\n"
                       "        TD\n"
                       "          \"○ unchecked\"\n"
                       "        TD\n"
                       "          \"2\"\n") != std::string::npos);
}

TEST_CASE(
    "a paragraph over two pages stays one element, and a link over two lines leads on from both") {
  needs("pdfinfo", "poppler-utils");
  needs("qpdf", "qpdf");
  const test::TempDir folder;
  PdfCanvas canvas({});
  canvas.destination("there");
  canvas.space(kPageBottom - kPageTop - 20);
  Words words("The words before");
  words.add(" are a link of seven words or more", 0x2B5FA4, false, "#there").add(", and after");
  canvas.paragraph(words, {}, kPageLeft, 70);
  const std::string file = quoted(folder.write("two.pdf", *canvas.finish()));
  CHECK(run("pdfinfo " + file).output.find("Pages:           2\n") != std::string::npos);
  const std::string structure = std::regex_replace(run("pdfinfo -struct-text " + file).output,
                                                   std::regex("Object \\d+ 0"), "OBJ");
  CHECK(structure ==
        "Document\n"
        "  P (block)\n"
        "    \"The words \"\n"
        "    \"before \"\n"
        "    Link (inline)\n"
        "      \"are a link of seven words or more\"\n"
        "      OBJ\n      OBJ\n      OBJ\n"
        "    \", and after\"\n");
}

TEST_CASE("a character that no font has is kept for those who read the file") {
  needs("pdftotext", "poppler-utils");
  const test::TempDir folder;
  PdfCanvas canvas({});
  canvas.paragraph(Words("before 󱈴 after"), {}, kPageLeft, 300);
  const std::string file = quoted(folder.write("box.pdf", *canvas.finish()));
  CHECK(run("qpdf --check " + file).status == 0);
  CHECK(wordsOfStructure(file) == "before 󱈴 after");
  CHECK(wordsOfPages(file) == "before 󱈴 after\n\f");
}

TEST_CASE("the PDF of a report is sound and tagged") {
  needs("qpdf", "qpdf");
  needs("pdfinfo", "poppler-utils");
  const test::TempDir folder;
  const auto file = folder.write("report.pdf", *writePdf(test::sampleReport(), {}));
  const Outcome check = run("qpdf --check " + quoted(file));
  CAPTURE(check.output);
  CHECK(check.status == 0);
  const Outcome info = run("pdfinfo " + quoted(file));
  CHECK(info.output.find("Title:           Fact-check report: Lindmoor library to stay open until "
                         "ten after vote\n") != std::string::npos);
  CHECK(info.output.find("Tagged:          yes\n") != std::string::npos);
  CHECK(info.output.find("JavaScript:      no\n") != std::string::npos);
  const Outcome structure = run("pdfinfo -struct " + quoted(file));
  for (const char* role : {"Document\n", "  H1 (block)\n", "  H2 (block)\n", "  H3 (block)\n",
                           "  P (block)\n", "  BlockQuote\n", "  Sect\n"}) {
    CAPTURE(role);
    CHECK(structure.output.find(role) != std::string::npos);
  }
}

TEST_CASE("all fonts of the PDF are embedded") {
  needs("pdffonts", "poppler-utils");
  const test::TempDir folder;
  const auto file = folder.write("report.pdf", *writePdf(test::sampleReport(), {}));
  const std::string table = run("pdffonts " + quoted(file)).output;
  std::size_t fonts = 0;
  const std::regex row(R"([A-Z]{6}\+\S+ +(?:Type|CID|True).* (yes|no) (yes|no) (yes|no) +\d+ +0)");
  for (auto it = std::sregex_iterator(table.begin(), table.end(), row);
       it != std::sregex_iterator(); ++it) {
    ++fonts;
    CHECK((*it)[1] == "yes");
  }
  CAPTURE(table);
  CHECK(fonts >= 3);
}

TEST_CASE("the words of the PDF can be read back") {
  needs("pdftotext", "poppler-utils");
  const test::TempDir folder;
  const ReportData data = test::sampleReport();
  const auto file = folder.write("report.pdf", *writePdf(data, {}));
  const std::string words = withoutBlanks(run("pdftotext -raw " + quoted(file) + " -").output);
  const auto holds = [&](const std::string& text) {
    CAPTURE(text);
    CHECK(words.find(withoutBlanks(text)) != std::string::npos);
  };
  holds("3 of 13 items are still open. This report is not final.");
  for (const ReportItem& entry : data.items) {
    holds(entry.item.anchor.exact);
    holds(entry.item.correction);
    for (const ReportEvidence& evidence : entry.evidence) holds(evidence.excerpt);
  }
  holds("Newest event of the store: " + data.storeHead);
}

TEST_CASE("a note without a single blank is set whole") {
  needs("pdftotext", "poppler-utils");
  const test::TempDir folder;
  ReportData data = test::sampleReport();
  data.items[0].item.note.clear();
  for (int i = 10'000; i < 20'000; ++i) data.items[0].item.note += std::to_string(i);
  const auto file = folder.write("report.pdf", *writePdf(data, {}));
  // Only what lies between running heads and page numbers.
  std::string words =
      run("pdftotext -raw -x 0 -y 60 -W 600 -H 725 -r 72 " + quoted(file) + " -").output;
  std::erase_if(words, [](char c) { return c < '0' || c > '9'; });
  CHECK(words.find(data.items[0].item.note) != std::string::npos);
}

TEST_CASE("two megabytes of note are set whole") {
  needs("pdftotext", "poppler-utils");
  const test::TempDir folder;
  ReportData data = test::sampleReport();
  data.items.resize(1);
  data.items[0].item.note = std::string(2'000'000, 'n') + "END";
  const std::string file = quoted(folder.write("report.pdf", *writePdf(data, {})));
  const std::string words = withoutBlanks(wordsOfPages(file));
  CHECK(words.find("nnEND") != std::string::npos);
  CHECK(std::count(words.begin(), words.end(), 'n') > 2'000'000);
}

TEST_CASE("bytes that are no text, and names of every kind, can be read back from a PDF") {
  needs("pdftotext", "poppler-utils");
  const test::TempDir folder;
  ReportData data =
      test::hostileReport("a\xFF\xFE \xC3( \xED\xA0\x80 b", "https://harmless.example/");
  data.items[0].speaker = "O’Brien 🎤 Größe";
  data.items[1].speaker = "نور الدين";
  const std::string file = quoted(folder.write("report.pdf", *writePdf(data, {})));
  CHECK(run("qpdf --check " + file).status == 0);
  const std::string words = wordsOfStructure(file);
  CHECK(words.find("a\uFFFD\uFFFD \uFFFD(") != std::string::npos);
  CHECK(words.find("O’Brien 🎤 Größe") != std::string::npos);
  CHECK(words.find("نور الدين") != std::string::npos);
  CHECK_FALSE(base::firstInvalidByte(run("pdfinfo " + file).output).has_value());
}

TEST_CASE("a long report goes over pages with running heads and numbers") {
  needs("pdftotext", "poppler-utils");
  const test::TempDir folder;
  const auto file = folder.write("report.pdf", *writePdf(test::bigReport(60), {}));
  const std::string third = run("pdftotext -layout -f 3 -l 3 " + quoted(file) + " -").output;
  CHECK(third.starts_with("A long one"));
  CHECK(std::regex_search(third, std::regex(R"(A1 · Draft 1\n)")));
  CHECK(std::regex_search(third, std::regex(R"(\n +3\n)")));
}

TEST_CASE("a check is not broken between two pages, and its heading stays with the first") {
  needs("pdftotext", "poppler-utils");
  const test::TempDir folder;
  const ReportData data = test::sampleReport();
  const auto file = folder.write("report.pdf", *writePdf(data, {}));
  std::string pages = run("pdftotext -raw " + quoted(file) + " -").output;
  const std::size_t heading = pages.find("The checks\n");
  REQUIRE(heading != std::string::npos);
  CHECK(pages.substr(heading, pages.find('\f', heading) - heading)
            .find("The town council voted 9 to 4 on Monday") != std::string::npos);
  // On the page of every number stands who checked it.
  std::size_t found = 0;
  for (std::size_t from = 0, end = 0; end != std::string::npos; from = end + 1) {
    end = pages.find('\f', from);
    const std::string page = pages.substr(from, end - from);
    const bool begins = page.find("founded in 1871\n") != std::string::npos &&
                        page.find("opened its doors in 1871") != std::string::npos;
    if (begins) {
      ++found;
      CHECK(page.find("Checked by jonas, 2026-02-03 14:22 UTC") != std::string::npos);
    }
  }
  CHECK(found == 1);
}

TEST_CASE("no word in a PDF becomes an action or a link of its own") {
  needs("qpdf", "qpdf");
  // All payloads in one report, each in every text of an item and of its source.
  ReportData data = test::hostileReport("words", "https://harmless.example/");
  for (const std::string_view payload : test::hostilePayloads()) {
    const ReportData one = test::hostileReport(payload, payload);
    data.items.push_back(one.items[0]);
    data.items.back().evidence[0].source = data.sources.size();
    data.sources.push_back(one.sources[0]);
  }
  const test::TempDir folder;
  const auto file = folder.write("hostile.pdf", *writePdf(data, {}));
  const Outcome plain =
      run("qpdf --qdf --object-streams=disable " + quoted(file) + " " + quoted(folder / "plain"));
  CAPTURE(plain.output);
  REQUIRE(plain.status == 0);
  const std::string objects = test::readFile(folder / "plain");
  const std::string structure = structureOf(objects);
  CHECK(structure.find("/S /URI") != std::string::npos);
  for (const char* action :
       {"/JavaScript", "/JS", "/Launch", "/SubmitForm", "/GoToR", "/OpenAction"}) {
    CAPTURE(action);
    CHECK(structure.find(action) == std::string::npos);
  }
  std::size_t harmless = 0;
  for (std::size_t at = objects.find("/URI ("); at != std::string::npos;
       at = objects.find("/URI (", at + 1)) {
    const std::string target = objects.substr(at + 6, objects.find(")", at) - at - 6);
    CAPTURE(target);
    CHECK((target == "https://harmless.example/" || target == "http://evil.example/"));
    if (target == "https://harmless.example/") ++harmless;
  }
  CHECK(harmless > 0);
}

TEST_CASE("the same report gives the same PDF") {
  CHECK(*writePdf(test::sampleReport(), {}) == *writePdf(test::sampleReport(), {}));
}
