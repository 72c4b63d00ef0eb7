#include "report/listing.h"

#include <catch2/catch_amalgamated.hpp>

#include "base/hash.h"
#include "tests/support/golden.h"

using namespace assay;
using namespace assay::report;

namespace {

base::Span find(const model::Document& document, std::string_view words) {
  const std::size_t at = document.text.find(words);
  REQUIRE(at != std::string::npos);
  return {at, at + words.size()};
}

model::Document sampleDocument() {
  model::Document document;
  document.title = "Tide clock";
  document.text =
      "Größe zählt 📏\n\n“Zwölf Meter,” said Ida Möwe, the keeper. “Und mehr.”\n\nA man said the "
      "clock was built in 1902.\n\nSIGN UP";
  document.sha256 = base::sha256Hex(document.text);
  return document;
}

model::Extraction sampleExtraction(const model::Document& document) {
  model::Extraction found;
  found.title = "Größe zählt 📏";
  found.blocks = {
      {find(document, "Größe zählt 📏"), model::BlockRole::headline, false},
      {find(document, "“Zwölf Meter,” said Ida Möwe, the keeper. “Und mehr.”"),
       model::BlockRole::body, false},
      {find(document, "A man said the clock was built in 1902."), model::BlockRole::body, false},
      {find(document, "SIGN UP"), model::BlockRole::boilerplate, false}};
  model::Speaker ida;
  ida.name = "Ida Möwe";
  ida.kind = model::SpeakerKind::person;
  ida.roles = {"the keeper"};
  ida.mentions = {find(document, "Ida Möwe")};
  found.speakers = {ida};
  model::Quote direct;
  direct.kind = model::QuoteKind::direct;
  direct.content = {find(document, "Zwölf Meter,"), find(document, "Und mehr.")};
  direct.cue = find(document, "said");
  direct.source = find(document, "Ida Möwe");
  direct.speaker = 0;
  direct.confidence = 0.97;
  model::Quote indirect;
  indirect.kind = model::QuoteKind::indirect;
  indirect.content = {find(document, "the clock was built in 1902")};
  indirect.confidence = 0.5;
  found.quotes = {direct, indirect};
  model::Claim claim;
  claim.span = find(document, "the clock was built in 1902");
  claim.quote = 1;
  claim.score = 0.914'28;
  claim.reasons = {model::ClaimReason::date, model::ClaimReason::namedBody};
  model::Claim opinion;
  opinion.span = find(document, "Größe zählt");
  opinion.score = 0.1;
  opinion.checkable = false;
  found.claims = {claim, opinion};
  return found;
}

ListedItem listed(std::string number, model::ItemKind kind, model::Status status,
                  std::string text) {
  ListedItem item;
  item.article = "A1";
  item.number = std::move(number);
  item.kind = kind;
  item.status = status;
  item.text = std::move(text);
  return item;
}

std::vector<ListedItem> sampleItems() {
  ListedItem quote = listed("Q1", model::ItemKind::direct, model::Status::verified, "Zwölf Meter,");
  quote.speaker = "Ida Möwe";
  quote.start = 0;
  quote.end = 9;
  quote.score = 0.9;
  ListedItem claim =
      listed("C12", model::ItemKind::claim, model::Status::inProgress, "=12 metres\nwide");
  claim.parent = "Q1";
  claim.flags = model::FlagSet{}.with(model::Flag::legal, true).with(model::Flag::publish, true);
  claim.start = 3;
  claim.end = 17;
  claim.score = 0.6249;
  return {quote, claim};
}

}  // namespace

TEST_CASE("extraction as JSON counts code points and names what is unknown null") {
  const model::Document document = sampleDocument();
  test::checkGolden("report/extraction.json", extractionJson(document, sampleExtraction(document)));
}

TEST_CASE("extraction as JSON of an article in which nothing was found") {
  model::Document document;
  document.title = "Empty";
  document.text = "é";
  document.sha256 = "00";
  CHECK(extractionJson(document, {}) ==
        "{\n \"article\": {\"title\":\"Empty\",\"sha256\":\"00\",\"length\":1},\n \"blocks\": [],\n"
        " \"speakers\": [],\n \"quotes\": [],\n \"claims\": []\n}\n");
}

TEST_CASE("extraction for people has numbers, speakers, scores and passages") {
  const model::Document document = sampleDocument();
  CHECK(extractionText(document, sampleExtraction(document)) ==
        "Größe zählt 📏\n"
        "2 quotes, 2 claims, 1 speaker, 1 block set aside\n"
        "\n"
        "Q1    direct    0.97  Ida Möwe, the keeper\n"
        "      Zwölf Meter, … Und mehr.\n"
        "Q2    indirect  0.50  speaker unknown\n"
        "      the clock was built in 1902\n"
        "\n"
        "C1    0.91  in Q2  date, named body\n"
        "      the clock was built in 1902\n"
        "C2    0.10  not checkable\n"
        "      Größe zählt\n");
}

TEST_CASE("a list of items as JSON") {
  test::checkGolden("report/items.json", itemsJson(sampleItems()));
  CHECK(itemsJson({}) == "{\n \"items\": []\n}\n");
}

TEST_CASE("a list of items as CSV starts no formula") {
  CHECK(itemsCsv(sampleItems()) ==
        "\xEF\xBB\xBF"
        "article,number,kind,status,text,speaker,start,end,score,quote,flags\r\n"
        "A1,Q1,direct,verified,\"Zwölf Meter,\",Ida Möwe,0,9,0.90,,\r\n"
        "A1,C12,claim,in_progress,\"'=12 metres\nwide\",,3,17,0.62,Q1,\"legal\npublish\"\r\n");
}

TEST_CASE("a table for the terminal lines up") {
  CHECK(itemsTable(sampleItems(), 80) ==
        "No.    Status         Kind    Speaker   Text\n"
        "Q1     ✓ verified     direct  Ida Möwe  Zwölf Meter,\n"
        "  C12  ◐ in progress  claim             =12 metres wide\n");
  CHECK(itemsTable({}, 80) == "No items.\n");
}

TEST_CASE("wide and combining letters keep the columns of the table straight") {
  auto items = sampleItems();
  items[0].speaker = "田中";
  items[1].speaker = "Ze\u0301a";
  CHECK(itemsTable(items, 80) ==
        "No.    Status         Kind    Speaker  Text\n"
        "Q1     ✓ verified     direct  田中     Zwölf Meter,\n"
        "  C12  ◐ in progress  claim   Ze\u0301a      =12 metres wide\n");
}

TEST_CASE("long texts are cut at the edge of the terminal, never inside a letter") {
  std::vector<ListedItem> items{
      listed("C1", model::ItemKind::claim, model::Status::wrong, "abcdefghij klmnopqrst uvwxyz"),
      listed("C2", model::ItemKind::claim, model::Status::wrong, "漢字漢字漢字漢字漢字漢字漢字")};
  CHECK(itemsTable(items, 20) ==
        "No.  Status   Kind   Speaker  Text\n"
        "C1   ✗ wrong  claim           abcdefghij klmnopqr…\n"
        "C2   ✗ wrong  claim           漢字漢字漢字漢字漢…\n");
}

TEST_CASE("items of several articles name theirs") {
  auto items = sampleItems();
  items[1].article = "A2";
  const std::string table = itemsTable(items, 80);
  CHECK(table.find("\nA1 Q1 ") != std::string::npos);
  CHECK(table.find("\n  A2 C12 ") != std::string::npos);
}

TEST_CASE("a terminal is sent no escape sequences and no reordering") {
  auto items = sampleItems();
  items[0].text = "red \x1B[31m and \u202E";
  items[0].speaker = "bell \x07";
  const std::string table = itemsTable(items, 120);
  CHECK(table.find("red ⟦U+001B⟧[31m and ⟦U+202E⟧") != std::string::npos);
  CHECK(table.find("bell ⟦U+0007⟧") != std::string::npos);
  CHECK(table.find('\x1B') == std::string::npos);
}
