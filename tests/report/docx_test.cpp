// What is in the DOCX, read back by libraries that are not ours.
#include <catch2/catch_amalgamated.hpp>

#include <algorithm>
#include <set>

#include "base/utf8.h"
#include "report/docx_text.h"
#include "report/formats.h"
#include "tests/report/docx_parts.h"
#include "tests/report/hostile.h"
#include "tests/report/sample_report.h"

using namespace assay;
using namespace assay::report;
using test::docxPart;

namespace {

std::string docx(const ReportData& data, const ReportOptions& options = {}) {
  const auto bytes = writeDocx(data, options);
  REQUIRE(bytes.has_value());
  return *bytes;
}

std::size_t indexOf(const ReportData& data, std::string_view number) {
  const auto item = std::find_if(data.items.begin(), data.items.end(),
                                 [&](const ReportItem& i) { return i.number == number; });
  REQUIRE(item != data.items.end());
  return static_cast<std::size_t>(item - data.items.begin());
}

/// The words between the first and the last byte of an item; the white space between blocks is
/// the end of a paragraph.
std::string passageOf(const ReportData& data, const ReportItem& entry) {
  const auto& spans = entry.item.anchor.spans;
  std::string words{base::Span{spans.front().begin, spans.back().end}.of(data.text)};
  for (std::size_t at; (at = words.find("\n\n")) != std::string::npos;) words.erase(at, 1);
  return words;
}

std::vector<std::string> blocksOf(const ReportData& data) {
  std::vector<std::string> blocks;
  for (const model::Block& block : data.blocks) blocks.emplace_back(block.span.of(data.text));
  return blocks;
}

}  // namespace

TEST_CASE("every part of the document is named, related and sound") {
  const std::string file = docx(test::sampleReport());
  std::set<std::string> names;
  for (const test::DocxPart& part : test::docxParts(file)) {
    CHECK(names.insert(part.name).second);
    CHECK_FALSE(test::xmlSkeleton(part.bytes).empty());
  }
  CHECK(test::docxParts(file).front().name == "[Content_Types].xml");
  for (const std::string& line : test::xmlSkeleton(docxPart(file, "[Content_Types].xml"))) {
    const std::size_t at = line.find("PartName=/");
    if (at == std::string::npos) continue;
    CHECK(names.contains(line.substr(at + 10, line.find(' ', at) - at - 10)));
  }
  std::size_t external = 0;
  for (const std::string& line :
       test::xmlSkeleton(docxPart(file, "word/_rels/document.xml.rels"))) {
    const std::size_t at = line.find("Target=");
    if (at == std::string::npos) continue;
    const std::string target = line.substr(at + 7, line.find(' ', at) - at - 7);
    if (line.find("TargetMode=External") != std::string::npos) {
      ++external;
      CHECK(target.starts_with("https://"));
    } else {
      CHECK(names.contains("word/" + target));
    }
  }
  CHECK(external == 3);  // the article, the minutes and their archived copy
}

TEST_CASE("every item is a comment on its passage, by who decided and when") {
  const ReportData data = test::sampleReport();
  const test::DocxReading read = test::readDocx(docx(data));
  REQUIRE(read.comments.size() == data.items.size());
  for (std::size_t i = 0; i < data.items.size(); ++i) {
    const ReportItem& entry = data.items[i];
    CAPTURE(entry.number);
    const test::DocxComment& comment = read.comments.at(std::to_string(i));
    CHECK(comment.range == passageOf(data, entry));
    CHECK(comment.author == (entry.checkedBy.empty() ? "Assay 0.1.0" : entry.checkedBy));
    CHECK(comment.date == (entry.checkedAt == 0 ? "" : base::utcTimestamp(entry.checkedAt)));
  }
}

TEST_CASE("a comment holds status, sources, correction, author and date") {
  const ReportData data = test::sampleReport();
  const test::DocxReading read = test::readDocx(docx(data));
  CHECK(read.comments.at(std::to_string(indexOf(data, "C1"))).text ==
        "C1  ✎ corrected · claim · publish\n"
        "Suggested correction: The town council voted 9 to 5 on Monday\n"
        "Rating: Mostly True: One vote against is missing.\n"
        "✗ refutes  S1  Minutes of the town council, session 14, page 2 · Looked at 2026-02-03\n"
        "in favour: 9, against: 5\n"
        "Checked by mira, 2026-02-03 14:04 UTC");
  CHECK(read.comments.at(std::to_string(indexOf(data, "Q3"))).text ==
        "Q3  ! disputed · mixed quote\n"
        "Speaker: يوسف حداد, Councillor\n"
        "Wording: altered\n"
        "✓ supports  S1  Minutes of the town council, session 14, page 3 · Looked at 2026-02-03\n"
        "a small triumph\n"
        "✗ refutes  S2  Recording of the call with Ruth Tamm · Looked at 2026-02-02\n"
        "Note: He was in the room during the call.\n"
        "Note: He remembers “victory”, the minutes have “triumph”.\nAsk him again.\n"
        "Checked by jonas, 2026-02-03 14:11 UTC");
  CHECK(read.comments.at(std::to_string(indexOf(data, "C4"))).text ==
        "C4  ○ unchecked · claim\n"
        "No evidence recorded.\n"
        "◐ Query 1 · Odile Brandt (author) · asked 2026-02-03\n"
        "Where does “a third more” come from? The budget of 2024 says €41,000.");
  CHECK(read.comments.at(std::to_string(indexOf(data, "C2")))
            .text.starts_with("C2  ✓ verified · claim, inside Q1\nSpeaker: Ruth Tamm\n"));
}

TEST_CASE("a comment carries the initials of its author") {
  ReportData data = test::sampleReport();
  data.items[0].checkedBy = "Mira van der Berg";
  data.items[1].checkedBy = "يوسف حداد";
  const test::DocxReading read = test::readDocx(docx(data));
  CHECK(read.comments.at("0").initials == "Mvd");
  CHECK(read.comments.at("1").initials == "يح");
}

TEST_CASE("a correction is a tracked change of the words that differ") {
  const ReportData data = test::sampleReport();
  const test::DocxReading read = test::readDocx(docx(data));
  const std::string when = base::utcTimestamp(data.items[indexOf(data, "C1")].checkedAt);
  CHECK(read.changes ==
        std::vector<test::DocxChange>{{"del", "mira", when, "4"}, {"ins", "mira", when, "5"}});
  CHECK(read.before == blocksOf(data));
  auto corrected = blocksOf(data);
  corrected[3].replace(corrected[3].find("9 to 4"), 6, "9 to 5");
  CHECK(read.after == corrected);
}

TEST_CASE("corrections that meet, and one over several pieces, are told apart") {
  ReportData data = test::sampleReport();
  // A claim inside a quote, both with a correction of the same word.
  data.items[indexOf(data, "Q1")].item.correction = "We have 300 readers a day and 40 chairs,";
  data.items[indexOf(data, "C2")].item.correction = "321 readers a day and 40 chairs";
  // A quote in two pieces: the same number of pieces can be laid on them, another cannot.
  data.items[indexOf(data, "Q2")].item.correction =
      "That is not a library. That is a station. … But I would not swap it for another.";
  const std::string byHand =
      "\nNot made as a tracked change: its words are not in one piece or belong to another "
      "correction too. Please make it by hand.\n";
  test::DocxReading read = test::readDocx(docx(data));
  CHECK(read.before == blocksOf(data));
  CHECK(read.after[3].find("“We have 321 readers a day and 40 chairs,”") != std::string::npos);
  CHECK(read.after[3].ends_with("That is a station."));
  CHECK(read.after[4].starts_with("“But I would not swap it for another.”"));
  const auto told = [&](const char* number) {
    return read.comments.at(std::to_string(indexOf(data, number))).text.find(byHand) !=
           std::string::npos;
  };
  CHECK(told("Q1"));
  CHECK_FALSE(told("C2"));
  CHECK_FALSE(told("Q2"));
  data.items[indexOf(data, "Q2")].item.correction = "That is a station.";
  read = test::readDocx(docx(data));
  CHECK(told("Q2"));
  CHECK(read.before == blocksOf(data));
}

TEST_CASE("an item that stands nowhere in the draft keeps its comment") {
  ReportData data = test::sampleReport();
  data.items[2].item.anchor.spans = {{data.text.size() + 5, data.text.size() + 9}};
  data.items[4].item.anchor.spans.clear();
  const std::string file = docx(data);
  const test::DocxReading read = test::readDocx(file);
  CHECK(read.comments.size() == data.items.size());
  for (const std::size_t i : {2U, 4U}) {
    CHECK(read.comments.at(std::to_string(i)).range ==
          data.items[i].number + "  " + data.items[i].item.anchor.exact);
  }
  CHECK(docxPart(file, "word/document.xml").find("Not in this draft") != std::string::npos);
}

TEST_CASE("words from right to left are set so") {
  ReportData data = test::bareReport("שלום world, 12 ימים");
  data.title = "Plain";
  const std::string document = docxPart(docx(data), "word/document.xml");
  CHECK(document.find("<w:pStyle w:val=\"ArticleBody\"/><w:bidi/></w:pPr>"
                      "<w:r><w:rPr><w:rtl/></w:rPr><w:t xml:space=\"preserve\">שלום</w:t></w:r>"
                      "<w:r><w:t xml:space=\"preserve\"> world, 12 </w:t></w:r>"
                      "<w:r><w:rPr><w:rtl/></w:rPr><w:t xml:space=\"preserve\">ימים</w:t></w:r>") !=
        std::string::npos);
}

TEST_CASE("the same report gives the same document") {
  CHECK(docx(test::sampleReport()) == docx(test::sampleReport()));
}

TEST_CASE("a report of nothing is a document too") {
  ReportData data;
  const test::DocxReading read = test::readDocx(docx(data));
  CHECK(read.comments.empty());
  CHECK(docxPart(docx(data), "word/document.xml")
            .find("Nothing to check has been marked in this article.") != std::string::npos);
}

TEST_CASE("only proper addresses stand in the package") {
  CHECK(packageTarget("https://a.example/x?y=1&z#part") == "https://a.example/x?y=1&z#part");
  CHECK(packageTarget("http://a.example:8080") == "http://a.example:8080");
  CHECK(packageTarget("https://a.example/ä|{}^`[]#a#b%zz%41") ==
        "https://a.example/%C3%A4%7C%7B%7D%5E%60%5B%5D#a%23b%25zz%41");
  for (const char* refused :
       {"javascript:alert(1)", "https://user@a.example/", "https://ä.example/", "https://a..b/",
        "https://[::1]/", "https://a.example:99999/", "https://a.example:/", "https://-a/"}) {
    CAPTURE(refused);
    CHECK(packageTarget(refused).empty());
  }
  CHECK(packageTarget("https://a.example/" + std::string(2000, 'x')).empty());
}

TEST_CASE("hostile words add nothing to the markup of the document") {
  constexpr std::string_view kUrl = "https://harmless.example/";
  // Attributes that hold words: authors, initials. All others must stay as they are.
  const auto skeleton = [](const std::string& file, const char* part) {
    auto lines = test::xmlSkeleton(docxPart(file, part));
    std::erase_if(lines, [](const std::string& line) {
      // A line break, a tab and the cut between two scripts are words, not structure.
      return line.ends_with("w:br") || line.ends_with("w:tab") || line.starts_with("w:t ") ||
             line == "/w:t" || line.ends_with("w:r") || line.ends_with("w:rtl") ||
             line.ends_with("w:rPr") || line.ends_with("w:bidi") || line.starts_with("w:rStyle") ||
             line == "/w:rStyle";
    });
    for (std::string& line : lines) {
      if (const std::size_t at = line.find(" w:author="); at != std::string::npos) line.resize(at);
    }
    return lines;
  };
  ReportData harmless = test::hostileReport("harmless words", kUrl);
  harmless.items[0].item.anchor.exact = "Before";
  const std::string plain = docx(harmless);
  REQUIRE(test::readDocx(plain).changes.size() == 2);
  for (const std::string_view payload : test::hostilePayloads()) {
    if (base::oneLine(payload).empty()) continue;  // empty fields are left out
    CAPTURE(payload);
    ReportData data = test::hostileReport(payload, kUrl);
    data.items[0].item.anchor.exact = "Before";  // so that its correction changes something
    const std::string file = docx(data);
    CHECK(skeleton(file, "word/comments.xml") == skeleton(plain, "word/comments.xml"));
    CHECK(skeleton(file, "word/document.xml") == skeleton(plain, "word/document.xml"));
    CHECK(docxPart(file, "word/_rels/document.xml.rels") ==
          docxPart(plain, "word/_rels/document.xml.rels"));
  }
}

TEST_CASE("hostile addresses never stand in the package") {
  for (const std::string_view payload : test::hostilePayloads()) {
    CAPTURE(payload);
    const std::string file = docx(test::hostileReport("words", payload));
    for (const std::string& line :
         test::xmlSkeleton(docxPart(file, "word/_rels/document.xml.rels"))) {
      if (line.find("TargetMode=External") == std::string::npos) continue;
      CHECK(line.find(" Target=http://evil.example/ ") != std::string::npos);
    }
  }
}
