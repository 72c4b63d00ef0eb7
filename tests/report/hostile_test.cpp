// Hostile words in every field leave the structure of every format as it is with harmless ones.
#include "tests/report/hostile.h"

#include <catch2/catch_amalgamated.hpp>
#include <md4c.h>
#include <nlohmann/json.hpp>

#include <string>
#include <vector>

#include "base/utf8.h"
#include "report/csv.h"
#include "report/escape.h"
#include "report/formats.h"
#include "tests/report/html_skeleton.h"

namespace {

using namespace assay;
using report::ReportOptions;

constexpr std::string_view kHarmless = "harmless words";
constexpr std::string_view kUrl = "https://harmless.example/";

using Rows = std::vector<std::vector<std::string>>;

/// RFC 4180 and nothing more: a quote inside a plain cell, a bare CR or LF, or a last line without
/// its end are failures.
Rows strictCsv(std::string_view bytes) {
  REQUIRE(bytes.starts_with("\xEF\xBB\xBF"));
  bytes.remove_prefix(3);
  Rows rows{{}};
  for (std::size_t at = 0; at < bytes.size();) {
    std::string cell;
    if (bytes[at] == '"') {
      for (++at;; ++at) {
        if (at >= bytes.size()) FAIL("a quoted cell without an end");
        if (bytes[at] == '"') {
          if (at + 1 >= bytes.size() || bytes[at + 1] != '"') break;
          ++at;
        }
        cell += bytes[at];
      }
      ++at;
    } else {
      for (; at < bytes.size() && bytes[at] != ',' && bytes[at] != '\r'; ++at) {
        if (bytes[at] == '"' || bytes[at] == '\n') FAIL("a quote or line feed in a plain cell");
        cell += bytes[at];
      }
    }
    rows.back().push_back(cell);
    REQUIRE(at < bytes.size());
    if (bytes[at] == ',') {
      ++at;
      continue;
    }
    REQUIRE(bytes.substr(at, 2) == "\r\n");
    at += 2;
    if (at < bytes.size()) rows.emplace_back();
  }
  return rows;
}

/// The blocks and spans that md4c, with every extension on, finds in a Markdown text.
struct MarkdownEvents {
  std::vector<std::string> structure;
  bool rawOrEntity = false;

  void add(std::string event) { structure.push_back(std::move(event)); }
};

MarkdownEvents eventsOf(const std::string& markdown) {
  MD_PARSER parser{};
  parser.flags = MD_DIALECT_GITHUB | MD_FLAG_LATEXMATHSPANS | MD_FLAG_WIKILINKS;
  parser.enter_block = [](MD_BLOCKTYPE type, void*, void* user) {
    static_cast<MarkdownEvents*>(user)->add("block " + std::to_string(type));
    return 0;
  };
  parser.leave_block = [](MD_BLOCKTYPE type, void*, void* user) {
    static_cast<MarkdownEvents*>(user)->add("/block " + std::to_string(type));
    return 0;
  };
  parser.enter_span = [](MD_SPANTYPE type, void* detail, void* user) {
    std::string event = "span " + std::to_string(type);
    if (type == MD_SPAN_A) {
      const MD_ATTRIBUTE& href = static_cast<MD_SPAN_A_DETAIL*>(detail)->href;
      event += " " + std::string(href.text, href.size);
    }
    static_cast<MarkdownEvents*>(user)->add(std::move(event));
    return 0;
  };
  parser.leave_span = [](MD_SPANTYPE type, void*, void* user) {
    static_cast<MarkdownEvents*>(user)->add("/span " + std::to_string(type));
    return 0;
  };
  parser.text = [](MD_TEXTTYPE type, const MD_CHAR*, MD_SIZE, void* user) {
    if (type != MD_TEXT_NORMAL) static_cast<MarkdownEvents*>(user)->rawOrEntity = true;
    return 0;
  };
  MarkdownEvents events;
  REQUIRE(md_parse(markdown.data(), static_cast<MD_SIZE>(markdown.size()), &parser, &events) == 0);
  return events;
}

bool emptyLine(std::string_view payload) { return base::oneLine(report::visible(payload)).empty(); }

}  // namespace

TEST_CASE("there are enough hostile payloads") { CHECK(test::hostilePayloads().size() >= 250); }

TEST_CASE("hostile words add no element and no attribute to the web page") {
  const auto expected =
      test::htmlSkeleton(*report::writeHtml(test::hostileReport(kHarmless, kUrl), {}));
  for (const std::string_view payload : test::hostilePayloads()) {
    CAPTURE(payload);
    const auto page = report::writeHtml(test::hostileReport(payload, kUrl), {});
    REQUIRE(page.has_value());
    CHECK_FALSE(base::firstInvalidByte(*page).has_value());
    // Empty fields are left out; all others must give the very same tags.
    if (!payload.empty()) CHECK(test::htmlSkeleton(*page) == expected);
  }
}

TEST_CASE("hostile addresses are never linked on the web page") {
  for (const std::string_view payload : test::hostilePayloads()) {
    CAPTURE(payload);
    const auto page = *report::writeHtml(test::hostileReport(kHarmless, payload), {});
    for (const std::string& href : test::htmlLinks(page)) {
      CAPTURE(href);
      const bool inside = href.starts_with("#");
      const bool web = href.starts_with("http://evil.example/");
      CHECK((inside || web));
    }
  }
}

TEST_CASE("hostile words start no formula and no cell in a spreadsheet") {
  for (const auto write : {report::writeCsvItems, report::writeCsvSources,
                           report::writeCsvSnapshots, report::writeCsvQueries}) {
    const std::size_t columns =
        strictCsv(*write(test::hostileReport(kHarmless, kUrl), {})).front().size();
    const std::size_t rows = strictCsv(*write(test::hostileReport(kHarmless, kUrl), {})).size();
    for (const std::string_view payload : test::hostilePayloads()) {
      CAPTURE(payload);
      const Rows table = strictCsv(*write(test::hostileReport(payload, payload), {}));
      CHECK(table.size() == rows);
      for (const auto& row : table) {
        CHECK(row.size() == columns);
        for (const std::string& cell : row) {
          CAPTURE(cell);
          CHECK(report::formulaSafe(cell) == cell);
          CHECK(cell.find_first_of("\x01\x02\x07\x08\x0B\x0C\r\x1B\x7F") == std::string::npos);
        }
      }
    }
  }
}

TEST_CASE("a raw spreadsheet holds every byte of the data") {
  ReportOptions raw;
  raw.rawCsv = true;
  for (const std::string_view payload : test::hostilePayloads()) {
    CAPTURE(payload);
    const Rows table = strictCsv(*report::writeCsvItems(test::hostileReport(payload, kUrl), raw));
    REQUIRE(table.size() == 4);
    CHECK(table[1][6] == payload);   // text
    CHECK(table[1][7] == payload);   // speaker
    CHECK(table[1][18] == payload);  // note
  }
}

TEST_CASE("hostile words are nothing but words in Markdown") {
  for (const auto write : {report::writeMarkdown, report::writeProtocol}) {
    const auto expected = eventsOf(*write(test::hostileReport(kHarmless, kUrl), {}));
    CHECK_FALSE(expected.rawOrEntity);
    for (const std::string_view payload : test::hostilePayloads()) {
      if (emptyLine(payload)) continue;  // empty fields are left out
      CAPTURE(payload);
      const auto found = eventsOf(*write(test::hostileReport(payload, kUrl), {}));
      CHECK(found.structure == expected.structure);
      CHECK_FALSE(found.rawOrEntity);
    }
  }
}

TEST_CASE("hostile addresses are never linked in Markdown") {
  for (const std::string_view payload : test::hostilePayloads()) {
    CAPTURE(payload);
    const auto text = *report::writeMarkdown(test::hostileReport(kHarmless, payload), {});
    for (const std::string& event : eventsOf(text).structure) {
      if (!event.starts_with("span " + std::to_string(MD_SPAN_A))) continue;
      CHECK(event.ends_with(" http://evil.example/"));
    }
  }
}

TEST_CASE("hostile words come back whole from JSON") {
  for (const std::string_view payload : test::hostilePayloads()) {
    CAPTURE(payload);
    const auto json =
        nlohmann::json::parse(*report::writeJson(test::hostileReport(payload, payload), {}));
    REQUIRE(json["items"].size() == 3);
    const auto& note = json["items"][0]["note"];
    if (payload.empty()) {
      CHECK(note.is_null());
    } else if (!base::firstInvalidByte(payload)) {
      CHECK(note == std::string(payload));
      CHECK(json["sources"][1]["url"] == std::string(payload));
    } else {
      CHECK(note.get<std::string>().find("\uFFFD") != std::string::npos);
    }
  }
}

TEST_CASE("hostile words stay on their line of JSON Lines and in their annotation") {
  for (const std::string_view payload : test::hostilePayloads()) {
    CAPTURE(payload);
    const auto lines = *report::writeJsonLines(test::hostileReport(payload, payload), {});
    std::vector<std::string> types;
    for (std::size_t at = 0; at < lines.size();) {
      const std::size_t end = lines.find('\n', at);
      REQUIRE(end != std::string::npos);
      types.push_back(nlohmann::json::parse(lines.substr(at, end - at))["type"]);
      at = end + 1;
    }
    CHECK(types == std::vector<std::string>{"report", "source", "source", "item", "item", "item",
                                            "query", "query"});
    const auto page =
        nlohmann::json::parse(*report::writeAnnotations(test::hostileReport(payload, payload), {}));
    CHECK(page["items"].size() == 3);
    for (const auto& annotation : page["items"]) {
      for (const auto& body : annotation["body"]) {
        if (body.contains("source")) CHECK(body["source"] == "http://evil.example/");
      }
    }
  }
}

TEST_CASE("hostile words cannot end the script block of a ClaimReview") {
  for (const std::string_view payload : test::hostilePayloads()) {
    CAPTURE(payload);
    report::ReportData data = test::hostileReport(payload, kUrl);
    for (report::ReportItem& entry : data.items) {
      entry.item.flags = entry.item.flags.with(model::Flag::publish, true);
      entry.item.verdict = "False " + std::string(payload);
    }
    ReportOptions options;
    options.reviewUrl = "https://review.example/";
    options.publisher = "Desk " + std::string(payload);
    const std::string block = *report::writeClaimReviewScript(data, options);
    constexpr std::string_view kOpen = "<script type=\"application/ld+json\">\n";
    constexpr std::string_view kClose = "</script>\n";
    REQUIRE(block.starts_with(kOpen));
    REQUIRE(block.ends_with(kClose));
    const std::string inside =
        block.substr(kOpen.size(), block.size() - kOpen.size() - kClose.size());
    CHECK(inside.find_first_of("<>&") == std::string::npos);
    const auto reviews = nlohmann::json::parse(inside);
    REQUIRE(reviews.size() == 3);
    if (!base::firstInvalidByte(payload)) {
      CHECK(reviews[0]["claimReviewed"] == std::string(payload));
      CHECK(reviews[0]["author"]["name"] == "Desk " + std::string(payload));
    }
  }
}
