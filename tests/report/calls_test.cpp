#include "report/calls.h"

#include <catch2/catch_amalgamated.hpp>

#include "report/formats.h"
#include "tests/report/sample_report.h"

using namespace assay;
using namespace assay::report;

namespace {

std::size_t indexOf(const ReportData& data, std::string_view number) {
  for (std::size_t i = 0; i < data.items.size(); ++i) {
    if (data.items[i].number == number) return i;
  }
  FAIL("no item " << number);
  return 0;
}

Call callBack(const ReportData& data, std::string_view number) {
  return {std::nullopt, {indexOf(data, number)}};
}

void flag(ReportData& data, std::string_view number) {
  model::Item& item = data.items[indexOf(data, number)].item;
  item.flags = item.flags.with(model::Flag::callBack, true);
}

}  // namespace

TEST_CASE("the person behind the evidence is asked, else the speaker, else the author") {
  ReportData data = test::sampleReport();  // Q2 (Ruth Tamm, no evidence) and C3 (S4) are flagged
  data.queries.clear();
  flag(data, "C4");  // neither evidence nor speaker
  flag(data, "Q1");  // its recording has no contact
  const auto recipients = recipientsOf(data, Language::english);
  REQUIRE(recipients.has_value());
  REQUIRE(recipients->size() == 3);
  const Recipient& tamm = (*recipients)[0];
  CHECK(tamm.name == "Ruth Tamm");
  CHECK(tamm.about == "the head librarian");
  CHECK(tamm.contact.empty());
  CHECK(tamm.calls == std::vector{callBack(data, "Q1"), callBack(data, "Q2")});
  const Recipient& treasurer = (*recipients)[1];
  CHECK(treasurer.name == "Former treasurer of the library");
  CHECK(treasurer.contact == "+00 555 0199");
  CHECK(treasurer.calls == std::vector{callBack(data, "C3")});
  const Recipient& author = (*recipients)[2];
  CHECK(author.name == "The author");
  CHECK(author.about == "By Odile Brandt");
  CHECK(author.calls == std::vector{callBack(data, "C4")});
}

TEST_CASE("open queries come first, by recipient, and stand for the items they are about") {
  ReportData data = test::sampleReport();
  // The lawyer has answered: what was flagged stays with the treasurer, for query 1 is to another.
  data.queries[0].items = {indexOf(data, "C4")};
  flag(data, "C8");  // its speaker is nobody
  const auto recipients = recipientsOf(data, Language::english);
  REQUIRE(recipients.has_value());
  REQUIRE(recipients->size() == 4);
  CHECK((*recipients)[0].name == "Odile Brandt");
  CHECK((*recipients)[0].about == "author");
  CHECK((*recipients)[0].contact == "odile@post.example");
  CHECK((*recipients)[0].calls == std::vector{Call{0, {indexOf(data, "C4")}}});
  CHECK((*recipients)[1].name == "Ruth Tamm");
  CHECK((*recipients)[1].about == "the head librarian");
  CHECK((*recipients)[1].calls == std::vector{Call{1, {indexOf(data, "Q2")}}});
  CHECK((*recipients)[2].name == "Former treasurer of the library");
  CHECK((*recipients)[3].name == "The author");
  CHECK(questionOf(data, (*recipients)[1].calls[0]) ==
        "Did you compare the library with a railway station?");
}

TEST_CASE("a call back to somebody who has a query stands on his sheet") {
  ReportData data = test::sampleReport();
  flag(data, "Q1");
  const auto recipients = recipientsOf(data, Language::english);
  REQUIRE(recipients.has_value());
  CHECK((*recipients)[1].name == "Ruth Tamm");
  CHECK((*recipients)[1].calls ==
        std::vector{Call{1, {indexOf(data, "Q2")}}, callBack(data, "Q1")});
}

TEST_CASE("a call sheet without notes names no contact, and without sensitive sources no source") {
  ReportOptions options;
  options.notes = false;
  const std::string plain = *writeCalls(test::sampleReport(), options);
  CHECK(plain.find("555 0199") == std::string::npos);
  CHECK(plain.find("odile@") == std::string::npos);
  CHECK(plain.find("railway station?") == std::string::npos);
  CHECK(plain.find("Former treasurer") != std::string::npos);
  options.sensitiveSources = false;
  const std::string closed = *writeCalls(test::sampleReport(), options);
  CHECK(closed.find("Former treasurer") == std::string::npos);
  CHECK(closed.find("## \\[confidential source S4\\]\n") != std::string::npos);
}

TEST_CASE("nobody to call is said") {
  ReportData data = test::sampleReport();
  std::erase_if(data.queries, [](const ReportQuery& entry) { return isOpen(entry.query); });
  for (ReportItem& entry : data.items) {
    entry.item.flags = entry.item.flags.with(model::Flag::callBack, false);
  }
  for (const auto write : {writeCalls, writeCallsDocx}) {
    const auto refused = write(data, {});
    REQUIRE_FALSE(refused.has_value());
    CHECK(refused.error().code == base::ErrorCode::invalidInput);
    CHECK(refused.error().message ==
          "There is nobody to call: no query is open, and no item carries the flag \"call back\". "
          "Note a query, or set the flag on what somebody must be asked about.");
  }
}
