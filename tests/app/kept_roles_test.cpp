// A paragraph that somebody took into the check stays in it, draft after draft.
#include "app/kept_roles.h"

#include <catch2/catch_amalgamated.hpp>

#include <string>
#include <utility>

#include "app/drafts.h"
#include "app/importing.h"
#include "tests/app/desk.h"

using namespace assay;
using model::BlockRole;
using test::Desk;

namespace {

constexpr std::string_view kAside = "Copyright fees in Varn rose by 14 percent in 2019.";

std::string article(std::string_view middle, std::string_view last = "The pier opened in 1901.") {
  return "The pier was closed on Monday after a storm.\n" + std::string(middle) + "\n" +
         std::string(last) + "\n";
}

void takeIn(Desk& desk, const std::string& text) {
  auto read = app::prepareImportOfText(text, "pier.txt");
  REQUIRE(read);
  REQUIRE(desk->execute(std::move(*read)));
}

std::string takeDraft(Desk& desk, const std::string& text) {
  auto read = app::prepareImportOfText(text, "pier-2.txt");
  REQUIRE(read);
  return desk.run(
      app::ImportDraft{desk.article(), std::move(read->document), std::move(read->extraction)});
}

/// "body, given" of the paragraph that begins with these words.
std::string roleOf(Desk& desk, std::string_view words) {
  const auto view = desk.view();
  for (const model::Block& block : view->draft->blocks) {
    if (!block.span.of(view->draft->text).starts_with(words)) continue;
    return std::string(model::info(block.role).id) + (block.given ? ", given" : "");
  }
  return "none";
}

std::size_t itemsIn(Desk& desk, std::string_view words) {
  const auto view = desk.view();
  std::size_t count = 0;
  for (const app::ItemRow& row : view->rows) {
    if (row.text.find(words) != std::string::npos && !row.spans.empty()) ++count;
  }
  return count;
}

model::Draft draft(std::string text, std::vector<model::Block> blocks) {
  model::Draft made;
  made.text = std::move(text);
  made.blocks = std::move(blocks);
  return made;
}

}  // namespace

TEST_CASE("what somebody put back is in the check of the next drafts, as long as it is the same") {
  Desk desk(false);
  takeIn(desk, article(kAside));
  REQUIRE(roleOf(desk, "Copyright") == "boilerplate");
  REQUIRE(itemsIn(desk, "14 percent") == 0);
  REQUIRE(desk.run(app::PutBlockBack{desk.article(), 1}) == "Paragraph put back with 1 item");
  REQUIRE(itemsIn(desk, "14 percent") == 1);

  CHECK(takeDraft(desk, article(kAside, "The pier opened in 1902.")) ==
        "Draft 2: 2 unchanged, 0 moved, 1 with changed wording, 0 gone, 0 new; a paragraph put "
        "back before stays in the check");
  CHECK(roleOf(desk, "Copyright") == "body, given");
  CHECK(roleOf(desk, "The pier opened") == "body");
  CHECK(itemsIn(desk, "14 percent") == 1);

  takeDraft(desk, "A line more, and 3 boats.\n" + article(kAside, "The pier opened in 1903."));
  CHECK(roleOf(desk, "Copyright") == "body, given");
  CHECK(itemsIn(desk, "14 percent") == 1);
  REQUIRE(desk->undo());
  REQUIRE(desk->redo());
  CHECK(roleOf(desk, "Copyright") == "body, given");
  CHECK(desk->verify()->problems.empty());

  // Other words are another paragraph, of which nobody has said anything.
  takeDraft(desk, article("Copyright fees in Varn rose by 15 percent in 2019."));
  CHECK(roleOf(desk, "Copyright") == "boilerplate");
}

// Its item was taken out by hand: that it is found again shows that the paragraph was read.
TEST_CASE("what stands in a paragraph that stays in the check is found in the new draft") {
  Desk desk(false);
  takeIn(desk, article(kAside));
  REQUIRE(desk.run(app::PutBlockBack{desk.article(), 1}) == "Paragraph put back with 1 item");
  const auto view = desk.view();
  for (const app::ItemRow& row : view->rows) {
    if (row.text.find("14 percent") == std::string::npos) continue;
    REQUIRE(desk->execute(app::RemoveItems{{row.id}}));
  }
  REQUIRE(itemsIn(desk, "14 percent") == 0);
  takeDraft(desk, article(kAside, "The pier opened in 1902."));
  CHECK(itemsIn(desk, "14 percent") == 1);
}

TEST_CASE("a draft without paragraphs put back keeps every role that the finder gave") {
  Desk desk(false);
  takeIn(desk, article(kAside));
  CHECK(takeDraft(desk, article(kAside, "The pier opened in 1902.")) ==
        "Draft 2: 1 unchanged, 0 moved, 1 with changed wording, 0 gone, 0 new");
  CHECK(roleOf(desk, "Copyright") == "boilerplate");
}

TEST_CASE("of paragraphs with one text each keeps what was said of it") {
  const model::Draft before = draft("a\nb\na\n", {{{0, 1}, BlockRole::boilerplate, false},
                                                  {{2, 3}, BlockRole::body, false},
                                                  {{4, 5}, BlockRole::body, true}});
  const std::vector<model::Block> found{{{0, 1}, BlockRole::boilerplate, false},
                                        {{2, 3}, BlockRole::boilerplate, false},
                                        {{4, 5}, BlockRole::boilerplate, false},
                                        {{6, 7}, BlockRole::boilerplate, false}};
  const app::KeptRoles kept = app::keepRoles(before, "a\na\na\nb\n", found);
  CHECK(kept.returned == 1);
  CHECK(kept.changed);
  CHECK(kept.blocks[0] == found[0]);
  CHECK(kept.blocks[1] == model::Block{{2, 3}, BlockRole::body, true});
  CHECK(kept.blocks[2] == found[2]);
  CHECK(kept.blocks[3] == found[3]);
}

TEST_CASE("what is in the check anyway is marked for the drafts to come, and not read again") {
  const model::Draft before = draft("a\n", {{{0, 1}, BlockRole::body, true}});
  const app::KeptRoles kept = app::keepRoles(before, "a\n", {{{0, 1}, BlockRole::body, false}});
  CHECK(kept.returned == 0);
  CHECK_FALSE(kept.changed);
  CHECK(kept.blocks.front() == model::Block{{0, 1}, BlockRole::body, true});
}
