#include "report/item_choice.h"

#include <catch2/catch_amalgamated.hpp>

#include "report/figures.h"
#include "report/redact.h"
#include "report/report.h"
#include "tests/report/docx_parts.h"
#include "tests/report/sample_report.h"

using namespace assay;
using namespace assay::report;

namespace {

std::string numbersOf(const ReportData& data) {
  std::string out;
  for (const ReportItem& entry : data.items) out += (out.empty() ? "" : " ") + entry.number;
  return out;
}

std::string chosen(ItemChoice choice) {
  const ReportData data = test::sampleReport();
  ReportOptions options;
  options.items = choice;
  return numbersOf(Shown(data, options).data());
}

}  // namespace

TEST_CASE("every choice has an id of its own and a word") {
  for (const ItemChoiceInfo& row : itemChoices()) {
    CHECK(itemChoiceById(row.id) == row.choice);
    CHECK_FALSE(row.word.empty());
  }
  CHECK_FALSE(itemChoiceById("some").has_value());
}

TEST_CASE("a choice shows its items and no other") {
  CHECK(chosen(ItemChoice::open) == "Q2 C4 C8");
  CHECK(chosen(ItemChoice::toSettle) == "C3 C5 Q3 Q4");
  CHECK(chosen(ItemChoice::quotes) == "Q1 Q2 Q3 Q4 Q5");
  CHECK(chosen(ItemChoice::claims) == "C1 C2 C3 C4 C5 C6 C7 C8");
  CHECK(chosen(ItemChoice::callBack) == "Q2 C3");
  CHECK(chosen(ItemChoice::publish) == "C1");
  CHECK(chosen(ItemChoice::checked) == "C1 Q1 C2 C3 C5 C6 Q3 Q4 C7 Q5");
}

TEST_CASE("a report of some items speaks of all, and says so") {
  const ReportData data = test::sampleReport();
  ReportOptions options;
  options.items = ItemChoice::checked;
  const Shown shown(data, options);
  CHECK(finishedSentence(shown.data(), Language::english) ==
        "3 of 13 items are still open. This report is not final. This report shows 10 of them.");
  CHECK(coverageOf(shown.data()) == coverageOf(data));
  CHECK(shown.data().leftOut->items == 3);
  CHECK(shown.data().leftOut->open == 3);
}

TEST_CASE("sources that no shown item uses are left out, the others keep their evidence") {
  const ReportData data = test::sampleReport();
  ReportOptions options;
  options.items = ItemChoice::toSettle;  // C3 (S4), C5 (S5), Q3 (S1, S2), Q4
  const Shown shown(data, options);
  CHECK(shown.data().sources.size() == 4);
  options.items = ItemChoice::callBack;  // Q2, C3 (S4)
  const Shown calls(data, options);
  REQUIRE(calls.data().sources.size() == 1);
  CHECK(calls.data().sources[0].number == "S4");
  CHECK(calls.data().items[1].evidence[0].source == 0);
}

TEST_CASE("no format tells anything of an item that is left out") {
  ReportData data = test::sampleReport();
  for (ReportItem& entry : data.items) {
    if (entry.item.flags.has(model::Flag::callBack)) continue;
    entry.item.note = "XSECRETX";
    entry.item.correction = "XSECRETX";
  }
  ReportOptions options = test::sampleOptions();
  options.items = ItemChoice::callBack;
  for (const ReportFormat& format : reportFormats()) {
    if (format.id == "pdf" || format.id.starts_with("claimreview")) continue;
    CAPTURE(format.id);
    const auto bytes = format.write(data, options);
    REQUIRE(bytes.has_value());
    CHECK(test::readable(*bytes).find("XSECRETX") == std::string::npos);
  }
}

TEST_CASE("title fields and the history stand in what people read") {
  ReportData data = test::sampleReport();
  data.items[0].item.flags = data.items[0].item.flags.with(model::Flag::callBack, true);
  data.items[0].history = {{data.generatedAt, "mira", "status: unchecked → XVERIFIEDX", true}};
  ReportOptions options = test::sampleOptions();
  options.titleFields = {{"Prepared for", "the XLAWYERSX"}};
  for (const ReportFormat& format : reportFormats()) {
    CAPTURE(format.id);
    if (format.id == "pdf" || format.id.starts_with("claimreview")) continue;
    const std::string text = test::readable(*format.write(data, options));
    const bool forPeople = format.id == "html" || format.id == "md" || format.id == "docx" ||
                           format.id == "protocol" || format.id.starts_with("calls");
    CHECK((text.find("XLAWYERSX") != std::string::npos) == forPeople);
    const bool withHistory = format.id == "html" || format.id == "md" || format.id == "docx" ||
                             format.id.starts_with("json");
    CHECK((text.find("XVERIFIEDX") != std::string::npos) == withHistory);
    options.notes = false;
    CHECK(test::readable(*format.write(data, options)).find("XVERIFIEDX") == std::string::npos);
    options.notes = true;
  }
}

TEST_CASE("coverage counts the words of what is checked at all") {
  ReportData data = test::bareReport("One two three — four five.");
  CHECK(coverageOf(data) == Coverage{5, 0, 0});
  CHECK(coverageSentence(data, Language::english) ==
        "0 % of the article’s words belong to an item, 0 % to one that is checked.");
  test::addItem(data, model::ItemKind::claim, 1, model::Status::unchecked, "two three");
  test::addItem(data, model::ItemKind::claim, 2, model::Status::verified, "three — four");
  CHECK(coverageOf(data) == Coverage{5, 3, 2});
  data.blocks[0].role = model::BlockRole::boilerplate;
  CHECK(coverageOf(data) == Coverage{});
  CHECK(coverageSentence(data, Language::english).empty());
}
