#include "app/drafts.h"

#include <catch2/catch_amalgamated.hpp>

#include "app/reporting.h"
#include "base/hash.h"
#include "tests/app/desk.h"

using namespace assay;
using app::DraftBasket;
using model::Status;
using test::Desk;

namespace {

/// A draft of this text, marked by hand: paragraphs are lines, claims are the words given.
app::ImportDraft draftOf(Desk& desk, const std::string& text,
                         const std::vector<std::string>& claims) {
  app::ImportDraft command;
  command.article = desk.article();
  command.document.text = text;
  command.document.sha256 = base::sha256Hex(text);
  command.document.origin = "draft-2.txt";
  command.document.format = "text";
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    command.extraction.blocks.push_back({{at, end}, model::BlockRole::body, false});
    at = end + 1;
  }
  for (const std::string& words : claims) {
    const std::size_t at = text.find(words);
    REQUIRE(at != std::string::npos);
    model::Claim claim;
    claim.span = {at, at + words.size()};
    claim.score = 0.5;
    command.extraction.claims.push_back(claim);
  }
  return command;
}

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  const std::size_t at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

const std::string kBefore(test::kArticle);

app::DraftView view(Desk& desk) {
  auto made = app::draftView(desk.session(), desk.article());
  REQUIRE(made.has_value());
  return std::move(*made);
}

const app::DraftItem& entry(const app::DraftView& view, std::string_view number) {
  for (const app::DraftItem& item : view.items) {
    if (item.number == number) return item;
  }
  FAIL("no " << number);
  return view.items.front();
}

}  // namespace

TEST_CASE("an article with one draft has nothing to compare") {
  Desk desk;
  CHECK(view(desk).before == 0);
  CHECK(view(desk).items.empty());
}

TEST_CASE("what did not change keeps its decision, and only what is new is added") {
  Desk desk;
  REQUIRE(desk->execute(app::SetStatus{{desk.id("C2")}, Status::verified, "heard the tape"}));
  const std::string text = replaced(kBefore, "SUBSCRIBE", "A storm sank 2 yachts.\nSUBSCRIBE");
  CHECK(desk.run(draftOf(desk, text, {"A storm sank 2 yachts"})) ==
        "Draft 2: 4 unchanged, 0 moved, 0 with changed wording, 0 gone, 1 new");
  CHECK(desk.item("C2").status == Status::verified);
  CHECK(desk.item("C2").note == "heard the tape");
  CHECK(desk.item("C2").anchor.exact == "The council denied that the ferry was late in May.");
  CHECK(desk.item("C3").anchor.exact == "A storm sank 2 yachts");
  CHECK(desk.item("C3").status == Status::unchecked);
  CHECK(desk.item("C1").parent == desk.id("Q1"));
  CHECK(desk.view()->draft->number == 2);
  CHECK(entry(view(desk), "C3").basket == DraftBasket::fresh);
  CHECK(desk->verify()->ok());

  // One step: the article is as it was, and again as it became.
  REQUIRE(desk->undo());
  CHECK(desk.view()->draft->number == 1);
  CHECK(desk.view()->rows.size() == 4);
  desk.reopen();
  REQUIRE(desk->redo());
  CHECK(desk.view()->rows.size() == 5);
  CHECK(desk->verify()->ok());
}

TEST_CASE("of changed wording nothing is decided until it is accepted, one undo step each") {
  Desk desk;
  REQUIRE(desk->execute(app::SetStatus{{desk.id("C2")}, Status::verified, {}}));
  const std::string words = "The council denied that the old ferry was late in May.";
  const std::string text =
      replaced(kBefore, "The council denied that the ferry was late in May.", words);
  CHECK(desk.run(draftOf(desk, text, {words})) ==
        "Draft 2: 2 unchanged, 0 moved, 2 with changed wording, 0 gone, 0 new");
  const app::DraftView waiting = view(desk);
  const app::DraftItem& claim = entry(waiting, "C2");
  CHECK(claim.basket == DraftBasket::reworded);
  CHECK_FALSE(claim.placed);
  CHECK(claim.clear);
  CHECK(claim.after == words);
  CHECK(claim.reason == "95 % of the words alike");
  REQUIRE(claim.changes.size() == 3);
  CHECK(claim.changes[1] == app::WordChange{app::WordChange::Kind::come, "old "});
  // It is in the list with its old words, and nowhere in the text.
  CHECK(desk.item("C2").anchor.spans.empty());
  CHECK(desk.item("C2").anchor.exact == "The council denied that the ferry was late in May.");
  CHECK(desk.item("C2").status == Status::verified);

  CHECK(desk.run(app::AcceptPlaces{{desk.id("C2")}}) == "C2: new wording accepted");
  CHECK(desk.item("C2").anchor.exact == words);
  CHECK(desk.item("C2").status == Status::verified);
  CHECK(desk.item("C2").flags.has(model::Flag::changedSinceChecked));
  CHECK(entry(view(desk), "C2").placed);
  CHECK(view(desk).waiting().size() == 1);
  CHECK(desk.run(app::AcceptPlaces{{desk.id("C2")}}) ==
        "invalid_input: There is no changed wording of C2 to accept. “assay draft show” lists what "
        "waits.");
  REQUIRE(desk->undo());
  CHECK(desk.item("C2").anchor.spans.empty());
  CHECK_FALSE(desk.item("C2").flags.has(model::Flag::changedSinceChecked));
  CHECK(view(desk).waiting().size() == 2);
  // The same after a restart, and all clear ones in one step.
  desk.reopen();
  const auto clear = view(desk).waiting(true);
  REQUIRE_FALSE(clear.empty());
  REQUIRE(desk->execute(app::AcceptPlaces{clear}));
  CHECK(view(desk).waiting(true).empty());
  REQUIRE(desk->undo());
  CHECK(view(desk).waiting(true) == clear);
  CHECK(desk->verify()->ok());
}

TEST_CASE("what is gone stays in sight, with its words, and can be placed by hand") {
  Desk desk;
  const std::string text =
      replaced(kBefore, "The council denied that the ferry was late in May.\n", "");
  CHECK(desk.run(draftOf(desk, text, {})) ==
        "Draft 2: 2 unchanged, 0 moved, 0 with changed wording, 2 gone, 0 new");
  CHECK(entry(view(desk), "C2").basket == DraftBasket::gone);
  CHECK(entry(view(desk), "C2").reason == "nothing like it in the new draft");
  CHECK(desk.item("C2").anchor.exact == "The council denied that the ferry was late in May.");
  CHECK(desk.view()->rows.size() == 4);
  // Reports and lists do without its place.
  for (const char* format : {"html", "md", "json", "csv", "docx", "pdf", "protocol"}) {
    INFO(format);
    CHECK(app::makeReport(desk.session(), {desk.article(), format}).has_value());
  }
  CHECK(app::listItems(desk.session(), {}, {}, "json", 80).has_value());
  REQUIRE(desk->execute(app::MoveItem{desk.id("C2"), {{0, 16}}}));
  CHECK(entry(view(desk), "C2").basket == DraftBasket::reworded);
  CHECK(entry(view(desk), "C2").reason == "placed by hand");
  CHECK(desk->verify()->ok());
}

TEST_CASE("the same text is no new draft") {
  Desk desk;
  CHECK(desk.run(draftOf(desk, kBefore, {})) ==
        "conflict: draft-2.txt is a draft of “Ferry fares rise” already; nothing was taken in.");
  CHECK(desk.view()->draft->number == 1);
}

TEST_CASE("a third draft is compared with the second, and numbers are never reused") {
  Desk desk;
  const std::string second = replaced(kBefore, "SUBSCRIBE", "A storm sank 2 yachts.\nSUBSCRIBE");
  REQUIRE(desk->execute(draftOf(desk, second, {"A storm sank 2 yachts"})));
  const std::string third = replaced(second, "A storm sank 2 yachts.\n", "");
  // The first text again would be a draft that is there; this one is another by a word.
  const std::string other = replaced(third, "MORNING", "EVENING");
  CHECK(desk.run(draftOf(desk, other, {})) ==
        "Draft 3: 4 unchanged, 0 moved, 0 with changed wording, 1 gone, 0 new");
  CHECK(view(desk).before == 2);
  REQUIRE(desk->undo());
  REQUIRE(desk->execute(draftOf(desk, other + "Two boats came.\n", {"Two boats came"})));
  CHECK(view(desk).number == 4);
  CHECK(desk.item("C4").anchor.exact == "Two boats came");
}
