#include "report/figures.h"

#include <catch2/catch_amalgamated.hpp>

#include "tests/report/sample_report.h"

using namespace assay;
using namespace assay::report;
using model::ItemKind;
using model::Status;

namespace {

ReportData withStatuses(std::initializer_list<Status> statuses) {
  ReportData data = test::bareReport("One two three four five.");
  std::int64_t number = 0;
  for (const Status status : statuses)
    test::addItem(data, ItemKind::claim, ++number, status, "two");
  return data;
}

}  // namespace

TEST_CASE("a report says in one sentence how far the check is") {
  const auto sentence = [](std::initializer_list<Status> statuses) {
    return finishedSentence(withStatuses(statuses), Language::english);
  };
  CHECK(sentence({}) == "Nothing to check has been marked in this article.");
  CHECK(sentence({Status::verified}) == "The only item is checked.");
  CHECK(sentence({Status::verified, Status::wrong}) == "All 2 items are checked.");
  CHECK(sentence({Status::verified, Status::unchecked}) ==
        "1 of 2 items is still open. This report is not final.");
  CHECK(sentence({Status::inProgress, Status::unchecked, Status::cut}) ==
        "2 of 3 items are still open. This report is not final.");
  CHECK(finishedSentence(withStatuses({Status::unchecked, Status::unchecked}), Language::german) ==
        "2 von 2 Punkten sind noch offen. Dieser Bericht ist nicht abgeschlossen.");
}

TEST_CASE("what must be settled before publication") {
  for (const auto& row : model::statuses()) {
    model::Item item;
    item.status = row.status;
    CAPTURE(row.id);
    CHECK(mustBeSettled(item) == (row.status == Status::wrong || row.status == Status::disputed ||
                                  row.status == Status::unverifiable));
    item.flags = item.flags.with(model::Flag::changedSinceChecked, true);
    CHECK(mustBeSettled(item));
  }
}

TEST_CASE("shares never claim nothing or everything falsely") {
  CHECK(percent(0, 0) == "0 %");
  CHECK(percent(0, 10) == "0 %");
  CHECK(percent(1, 1000) == "1 %");
  CHECK(percent(999, 1000) == "99 %");
  CHECK(percent(1, 3) == "33 %");
  CHECK(percent(2, 3) == "67 %");
  CHECK(percent(7, 7) == "100 %");
}

TEST_CASE("counts are kept by status") {
  const ReportData data = withStatuses({Status::wrong, Status::wrong, Status::cut});
  const StatusCounts counts = statusCounts(data);
  CHECK(counts[static_cast<std::size_t>(Status::wrong)] == 2);
  CHECK(counts[static_cast<std::size_t>(Status::cut)] == 1);
  CHECK(data.count(Status::wrong) == 2);
  CHECK(data.unfinished() == 0);
  CHECK(test::sampleReport().unfinished() == 3);
}

TEST_CASE("sources know their items, each once, and broken references are left out") {
  ReportData data = withStatuses({Status::verified, Status::verified});
  data.sources.resize(2);
  data.items[0].evidence = {{1, {}, "", "", ""}, {1, {}, "", "", ""}, {7, {}, "", "", ""}};
  data.items[1].evidence = {{1, {}, "", "", ""}};
  CHECK(itemsBySource(data) == std::vector<std::vector<std::size_t>>{{}, {0, 1}});
}

TEST_CASE("times are written to the minute, in UTC") {
  CHECK(minuteText(0).empty());
  CHECK(minuteText(1'770'127'331'000) == "2026-02-03 14:02 UTC");
}

TEST_CASE("an article without a title has a word for it") {
  ReportData data;
  CHECK(titleOf(data, Language::french) == "Article sans titre");
  data.title = "A title";
  CHECK(titleOf(data, Language::french) == "A title");
}
