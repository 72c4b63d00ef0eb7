// What is in the PDF, asked of programs that are not ours (qpdf, poppler); skipped without them.
#include <catch2/catch_amalgamated.hpp>

#include <array>
#include <cstdio>
#include <memory>
#include <regex>

#include "base/utf8.h"
#include "report/formats.h"
#include "tests/report/hostile.h"
#include "tests/report/sample_report.h"
#include "tests/support/temp_dir.h"

using namespace assay;
using namespace assay::report;

namespace {

struct Outcome {
  int status = -1;
  std::string output;
};

/// Runs a program on a file of the test's own folder; both streams come back together.
Outcome run(const std::string& command) {
  Outcome outcome;
  FILE* raw = popen((command + " 2>&1").c_str(), "r");
  REQUIRE(raw != nullptr);
  std::array<char, 4096> buffer{};
  for (std::size_t got; (got = fread(buffer.data(), 1, buffer.size(), raw)) > 0;) {
    outcome.output.append(buffer.data(), got);
  }
  outcome.status = pclose(raw);
  return outcome;
}

void needs(const std::string& program, const std::string& package) {
  if (run("command -v " + program).status != 0) {
    SKIP(program << " is not installed (Debian package " << package << ")");
  }
}

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

}  // namespace

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
                           "  P (block)\n", "  BlockQuote\n"}) {
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

TEST_CASE("a long report goes over pages with running heads and numbers") {
  needs("pdftotext", "poppler-utils");
  const test::TempDir folder;
  const auto file = folder.write("report.pdf", *writePdf(test::bigReport(60), {}));
  const std::string third = run("pdftotext -layout -f 3 -l 3 " + quoted(file) + " -").output;
  CHECK(third.starts_with("A long one"));
  CHECK(std::regex_search(third, std::regex(R"(A1 · Draft 1\n)")));
  CHECK(std::regex_search(third, std::regex(R"(\n +3\n)")));
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
