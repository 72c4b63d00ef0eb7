#include "tests/report/sample_report.h"

#include <algorithm>
#include <stdexcept>
#include <vector>

#include "base/hash.h"

namespace assay::test {

namespace {

using model::BlockRole;
using model::Flag;
using model::ItemKind;
using model::Stance;
using model::Status;
using model::WordingVerdict;
using report::ReportData;
using report::ReportItem;

constexpr base::Millis kFirstCheck = 1'770'127'331'000;  // 2026-02-03T14:02:11Z
constexpr base::Millis kMinute = 60'000;

void addBlock(ReportData& data, BlockRole role, std::string_view words) {
  if (!data.text.empty()) data.text += "\n\n";
  const std::size_t begin = data.text.size();
  data.text += words;
  data.blocks.push_back({{begin, data.text.size()}, role, false});
}

base::Span find(const ReportData& data, std::string_view words) {
  const std::size_t at = data.text.find(words);
  if (at == std::string::npos) throw std::logic_error("not in the sample: " + std::string(words));
  return {at, at + words.size()};
}

void checked(ReportItem& item, std::string_view by, int minutes) {
  item.checkedBy = by;
  item.checkedAt = kFirstCheck + minutes * kMinute;
}

void addText(ReportData& data) {
  addBlock(data, BlockRole::headline, "Lindmoor library to stay open until ten after vote");
  addBlock(data, BlockRole::deck, "The reading room is the oldest in the valley, its head says");
  addBlock(data, BlockRole::byline, "By Odile Brandt");
  addBlock(data, BlockRole::body,
           "LINDMOOR — The town council voted 9 to 4 on Monday to keep the library open until ten "
           "in the evening. “We have 312 readers a day and 40 chairs,” said Ruth Tamm, the head "
           "librarian. “That is not a library. That is a railway station.");
  addBlock(data, BlockRole::body,
           "“But I would not swap it for any other.” Tamm said the longer hours will cost €48,000 "
           "a year, a third more than in 2024.");
  addBlock(data, BlockRole::subheading, "A reading room for everybody");
  addBlock(data, BlockRole::body,
           "The library was founded in 1871 and is the oldest reading room in the valley. "
           "Councillor يوسف حداد called the vote “a small triumph for quiet people” 📚. One "
           "visitor, who did not give her name, said she came “for the heating.” It is the most "
           "beautiful building in town, and next year it will be full every night.");
  addBlock(data, BlockRole::body,
           "The mayor told the council that the roof had been repaired twice. Loans rose by 12 "
           "percent from 81,000 to 90,720.");
  addBlock(data, BlockRole::caption, "Readers wait for the doors to open. (Lindmoor Post/A. Sool)");
  addBlock(data, BlockRole::boilerplate, "SIGN UP FOR THE LINDMOOR POST MORNING LETTER");
}

void addSource(ReportData& data, std::int64_t number, model::SourceKind kind, std::string title) {
  model::Source source;
  source.id = {"source-" + std::to_string(number)};
  source.number = number;
  source.kind = kind;
  source.title = std::move(title);
  data.sources.push_back({model::sourceNumberText(number), std::move(source), {}});
}

void addSources(ReportData& data) {
  addSource(data, 1, model::SourceKind::officialRecord, "Minutes of the town council, session 14");
  model::Source& minutes = data.sources.back().source;
  minutes.publisher = "Town of Lindmoor";
  minutes.url = "https://lindmoor.example/minutes/14?view=full&page=3";
  minutes.archivedUrl = "https://archive.example/2026/lindmoor-14";
  minutes.lookedAt = "2026-02-03";
  data.sources.back().snapshots = {
      {"minutes-14.pdf", base::sha256Hex("the minutes"), 184'320, kFirstCheck - 5 * kMinute}};
  addSource(data, 2, model::SourceKind::recording, "Recording of the call with Ruth Tamm");
  data.sources.back().source.author = "Odile Brandt";
  data.sources.back().source.lookedAt = "2026-02-02";
  data.sources.back().source.note = "On the desk’s drive.";
  addSource(data, 4, model::SourceKind::interview, "Former treasurer of the library");
  model::Source& treasurer = data.sources.back().source;
  treasurer.sensitive = true;
  treasurer.contact = "+00 555 0199";
  treasurer.note = "Call after six only.";
  addSource(data, 5, model::SourceKind::book, "Reading Rooms of the Valley");
  data.sources.back().source.author = "G. Ahrens";
  data.sources.back().source.publisher = "Moor & Sons";
}

void addQuotes(ReportData& data) {
  ReportItem& chairs = addItem(data, ItemKind::direct, 1, Status::verified,
                               "We have 312 readers a day and 40 chairs,");
  chairs.speaker = "Ruth Tamm";
  chairs.speakerRoles = {"the head librarian"};
  chairs.item.wording = WordingVerdict::verbatim;
  chairs.evidence = {
      {1, Stance::supports, "we have three hundred twelve a day, and forty chairs", "04:12", ""}};
  checked(chairs, "mira", 0);

  ReportItem& station =
      addItem(data, ItemKind::direct, 2, Status::inProgress, "That is not a library.");
  station.item.anchor =
      model::makeAnchor(data.text, {find(data, "That is not a library. That is a railway station."),
                                    find(data, "But I would not swap it for any other.")});
  station.speaker = "Ruth Tamm";
  station.speakerRoles = {"the head librarian"};
  station.item.flags = station.item.flags.with(Flag::callBack, true);
  checked(station, "mira", 4);

  ReportItem& triumph = addItem(data, ItemKind::mixed, 3, Status::disputed,
                                "called the vote “a small triumph for quiet people”");
  triumph.speaker = "يوسف حداد";
  triumph.speakerRoles = {"Councillor"};
  triumph.item.wording = WordingVerdict::altered;
  triumph.item.note = "He remembers “victory”, the minutes have “triumph”.\nAsk him again.";
  triumph.evidence = {{0, Stance::supports, "a small triumph", "page 3", ""},
                      {1, Stance::refutes, "", "", "He was in the room during the call."}};
  checked(triumph, "jonas", 9);

  ReportItem& heating =
      addItem(data, ItemKind::mixed, 4, Status::unverifiable, "she came “for the heating.”");
  heating.item.wording = WordingVerdict::noRecord;
  checked(heating, "jonas", 11);

  ReportItem& roof =
      addItem(data, ItemKind::indirect, 5, Status::onAuthor, "the roof had been repaired twice");
  roof.speaker = "The mayor";
  checked(roof, "jonas", 12);
}

void addClaims(ReportData& data) {
  ReportItem& vote = addItem(data, ItemKind::claim, 1, Status::corrected,
                             "The town council voted 9 to 4 on Monday");
  vote.item.correction = "The town council voted 9 to 5 on Monday";
  vote.item.reasons = {model::ClaimReason::number, model::ClaimReason::date,
                       model::ClaimReason::namedBody};
  vote.evidence = {{0, Stance::refutes, "in favour: 9, against: 5", "page 2", ""}};
  vote.item.flags = vote.item.flags.with(Flag::publish, true);
  vote.item.verdict = "Mostly True";
  vote.item.explanation = "One vote against is missing.";
  checked(vote, "mira", 2);

  ReportItem& readers =
      addItem(data, ItemKind::claim, 2, Status::verified, "312 readers a day and 40 chairs");
  readers.parent = "Q1";
  readers.speaker = "Ruth Tamm";
  readers.evidence = {{0, Stance::context, "", "annex B", ""}};
  checked(readers, "mira", 3);

  ReportItem& cost =
      addItem(data, ItemKind::claim, 3, Status::wrong,
              "the longer hours will cost €48,000 a year, a third more than in 2024");
  cost.speaker = "Ruth Tamm";
  for (const Flag flag : {Flag::legal, Flag::sensitive, Flag::callBack}) {
    cost.item.flags = cost.item.flags.with(flag, true);
  }
  cost.evidence = {
      {2, Stance::refutes, "It was never under fifty-five thousand.", "", "By phone."}};
  checked(cost, "mira", 15);
  // Shares words with the claim before it without lying inside it.
  ReportItem& third =
      addItem(data, ItemKind::claim, 4, Status::unchecked, "a third more than in 2024.");
  third.item.score = 0.62;

  ReportItem& founded = addItem(data, ItemKind::claim, 5, Status::verified, "founded in 1871");
  founded.item.flags = founded.item.flags.with(Flag::changedSinceChecked, true);
  founded.evidence = {{3, Stance::supports, "opened its doors in 1871", "p. 77", ""}};
  checked(founded, "jonas", 20);
  ReportItem& oldest =
      addItem(data, ItemKind::claim, 6, Status::cut, "is the oldest reading room in the valley");
  oldest.evidence = {{3, Stance::inconclusive, "", "p. 12", ""}};
  checked(oldest, "jonas", 21);
  checked(addItem(data, ItemKind::claim, 7, Status::notCheckable,
                  "next year it will be full every night"),
          "jonas", 22);
  ReportItem& loans =
      addItem(data, ItemKind::claim, 8, Status::unchecked, "Loans rose by 12 percent");
  loans.item.flags = loans.item.flags.with(Flag::postponed, true);
}

void addQuery(ReportData& data, std::int64_t number, model::RecipientKind kind,
              std::string recipient, std::string text, const std::vector<std::string_view>& items) {
  report::ReportQuery entry;
  entry.query.id = {"query-" + std::to_string(number)};
  entry.query.number = number;
  entry.query.kind = kind;
  entry.query.recipient = std::move(recipient);
  entry.query.text = std::move(text);
  for (const std::string_view item : items) {
    const auto found = std::find_if(data.items.begin(), data.items.end(),
                                    [item](const ReportItem& i) { return i.number == item; });
    entry.items.push_back(static_cast<std::size_t>(found - data.items.begin()));
  }
  data.queries.push_back(std::move(entry));
}

void addQueries(ReportData& data) {
  using model::RecipientKind;
  addQuery(data, 1, RecipientKind::author, "Odile Brandt",
           "Where does “a third more” come from? The budget of 2024 says €41,000.", {"C4", "C3"});
  data.queries.back().query.askedAt = kFirstCheck + 16 * kMinute;
  data.queries.back().query.contact = "odile@post.example";
  addQuery(data, 2, RecipientKind::speaker, "Ruth Tamm",
           "Did you compare the library with a railway station?", {"Q2"});
  addQuery(data, 4, RecipientKind::lawyer, "", "May we print the figure of a confidential source?",
           {"C3"});
  data.queries.back().query.askedAt = kFirstCheck + 17 * kMinute;
  data.queries.back().query.answeredAt = kFirstCheck + 30 * kMinute;
  data.queries.back().query.answer = "Yes, if the minutes bear it out.";
}

}  // namespace

ReportItem& addItem(ReportData& data, ItemKind kind, std::int64_t number, Status status,
                    std::string_view words) {
  ReportItem entry;
  entry.item.kind = kind;
  entry.item.number = number;
  entry.item.id = {"item-" + model::numberText(kind, number)};
  entry.item.status = status;
  entry.item.anchor = model::makeAnchor(data.text, {find(data, words)});
  entry.item.confidence = 0.9;
  entry.number = entry.item.numberText();
  data.items.push_back(std::move(entry));
  return data.items.back();
}

report::ReportOptions sampleOptions() {
  report::ReportOptions options;
  options.reviewUrl = "https://post.example/checks/library-hours";
  options.publisher = "Lindmoor Post";
  options.publisherUrl = "https://post.example/";
  return options;
}

ReportData bareReport(std::string text) {
  ReportData data;
  data.articleNumber = "A1";
  addBlock(data, BlockRole::body, text);
  data.sha256 = base::sha256Hex(data.text);
  data.generatedAt = kFirstCheck + 60 * kMinute;
  data.program = "Assay 0.1.0";
  return data;
}

ReportData sampleReport() {
  ReportData data;
  data.articleNumber = "A1";
  data.title = "Lindmoor library to stay open until ten after vote";
  data.byline = "By Odile Brandt";
  data.outlet = "Lindmoor Post";
  data.url = "https://post.example/library-hours";
  data.origin = "library.txt";
  data.draftNumber = 2;
  addText(data);
  data.sha256 = base::sha256Hex(data.text);
  addSources(data);
  addQuotes(data);
  addClaims(data);
  std::stable_sort(data.items.begin(), data.items.end(), [](const auto& a, const auto& b) {
    return a.item.anchor.spans.front().begin < b.item.anchor.spans.front().begin;
  });
  addQueries(data);
  data.generatedAt = kFirstCheck + 60 * kMinute;
  data.program = "Assay 0.1.0";
  data.storeHead = base::sha256Hex("the newest event");
  return data;
}

ReportData bigReport(std::size_t count) {
  ReportData data = bareReport("");
  data.title = "A long one";
  data.blocks.clear();
  data.text.clear();
  addSource(data, 1, model::SourceKind::dataSet, "Table of everything");
  data.sources.back().source.url = "https://data.example/everything";
  for (std::size_t i = 0; i < count; ++i) {
    const std::string words =
        "Sentence number " + std::to_string(i) + " of this article says 7 & 8";
    addBlock(data, BlockRole::body, words + ", and “then it ends.”");
    ReportItem entry;
    entry.item.kind = static_cast<ItemKind>(i % 4);
    entry.item.number = static_cast<std::int64_t>(i + 1);
    entry.item.status = static_cast<Status>(i % 10);
    const std::size_t begin = data.blocks.back().span.begin;
    entry.item.anchor = model::makeAnchor(data.text, {{begin, begin + words.size()}});
    entry.number = entry.item.numberText();
    entry.speaker = "Somebody Important";
    entry.speakerRoles = {"keeper of the table"};
    entry.item.note = "Looked at twice; the second number is the right one.";
    entry.evidence = {{0, Stance::supports, "row " + std::to_string(i) + " says the same", "", ""}};
    if (i % 10 == 0) {
      entry.item.flags = entry.item.flags.with(Flag::publish, true);
      entry.item.verdict = "True";
    }
    checked(entry, "mira", static_cast<int>(i));
    data.items.push_back(std::move(entry));
  }
  return data;
}

}  // namespace assay::test
