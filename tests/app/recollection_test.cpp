// An article read again within one session: the same items, and only what changed is worked out.
#include "app/recollection.h"

#include <catch2/catch_amalgamated.hpp>

#include <algorithm>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "app/importing.h"
#include "tests/app/desk.h"
#include "tests/support/paragraphs.h"

using namespace assay;
using test::Desk;
using test::joined;
using test::paragraphsOf;
using test::sampleText;

namespace {

std::string said(const base::Result<app::Outcome>& outcome) {
  return outcome ? outcome->message : test::errorOf(outcome);
}

/// Takes a first text in, as the window does it.
void takeIn(Desk& desk, const std::string& text) {
  app::ImportJob job{text};
  auto read = job.take();
  REQUIRE(read);
  const auto outcome = desk->execute(std::move(*read));
  REQUIRE(outcome);
  desk->recollection().giveBack(*outcome->article, job.takeMemory());
}

/// Takes a draft in with what is known of the article.
std::string takeDraft(Desk& desk, const std::string& text) {
  const model::ArticleId article = desk.article();
  app::ImportJob job(text, desk->recollection().lend(article));
  auto read = job.take();
  desk->recollection().giveBack(article, job.takeMemory());
  REQUIRE(read);
  return said(desk->execute(
      app::ImportDraft{article, std::move(read->document), std::move(read->extraction)}));
}

void forget(Desk& desk) { desk->recollection().open({}); }

void checkSameItems(Desk& one, Desk& other) {
  const auto a = one.view();
  const auto b = other.view();
  CHECK(a->draft->text == b->draft->text);
  CHECK(a->draft->blocks == b->draft->blocks);
  REQUIRE(a->rows.size() == b->rows.size());
  for (std::size_t i = 0; i < a->rows.size(); ++i) {
    app::ItemRow row = b->rows[i];
    row.id = a->rows[i].id;  // given out in the order of making: the same, but not what is asked
    CHECK(a->rows[i] == row);
  }
}

/// A paragraph goes, comes back, changes places or words, or stands in other marks.
void edit(std::vector<std::string>& paragraphs, const std::vector<std::string>& original,
          std::mt19937& random) {
  const auto below = [&random](std::size_t n) { return static_cast<std::size_t>(random() % n); };
  const std::size_t at = below(paragraphs.size());
  switch (below(6)) {
    case 0: paragraphs.erase(paragraphs.begin() + static_cast<std::ptrdiff_t>(at)); break;
    case 1: paragraphs.insert(paragraphs.begin(), original[below(original.size())]); break;
    case 2: std::swap(paragraphs[at], paragraphs[below(paragraphs.size())]); break;
    case 3: paragraphs[at] = "“" + paragraphs[at]; break;
    case 4: paragraphs[at] += " “We knew of all 14,” she said. He denied it."; break;
    default: paragraphs[at] = "Copyright fees in Skerrow rose by 14 percent in 2019."; break;
  }
  if (paragraphs.size() < 4) paragraphs = original;
}

/// Puts the first paragraph back that was set aside; "" when there is none.
std::string putBack(Desk& desk) {
  const auto view = desk.view();
  const std::vector<model::Block>& blocks = view->draft->blocks;
  const auto aside = std::find_if(blocks.begin(), blocks.end(), [](const model::Block& block) {
    return block.role == model::BlockRole::boilerplate;
  });
  if (aside == blocks.end()) return {};
  return desk.run(
      app::PutBlockBack{desk.article(), static_cast<std::size_t>(aside - blocks.begin())});
}

}  // namespace

TEST_CASE("whatever is edited, a session that remembers has the items of one that does not") {
  std::mt19937 random(20261128);
  std::vector<std::string> original = paragraphsOf(sampleText());
  original.resize(std::min<std::size_t>(original.size(), 14));
  std::vector<std::string> paragraphs = original;
  Desk remembering(false);
  Desk forgetful(false);
  takeIn(remembering, joined(paragraphs));
  takeIn(forgetful, joined(paragraphs));
  std::size_t recalled = 0;
  for (int draft = 2; draft <= 14; ++draft) {
    for (std::size_t edits = 1 + random() % 3; edits > 0; --edits) {
      edit(paragraphs, original, random);
    }
    INFO("draft " << draft << ":\n" << joined(paragraphs));
    forget(forgetful);
    CHECK(takeDraft(remembering, joined(paragraphs)) == takeDraft(forgetful, joined(paragraphs)));
    recalled += remembering->recollection().memory()->work().recalled;
    checkSameItems(remembering, forgetful);
    forget(forgetful);
    CHECK(putBack(remembering) == putBack(forgetful));
    checkSameItems(remembering, forgetful);
  }
  CHECK(recalled > 100);
}

TEST_CASE("a second draft recalls most of its work, fast and thorough") {
  std::string text = sampleText();
  const bool fast = GENERATE(false, true);
  while (fast && text.size() <= extract::kThoroughBytes) text += sampleText();
  Desk desk(false);
  takeIn(desk, text);
  const auto first = desk->recollection().memory()->work();
  CHECK(first.workedOut > 50);
  const std::size_t at = text.find("bridge", text.size() / 2);
  text.replace(at, 6, "crane");
  takeDraft(desk, text);
  const auto second = desk->recollection().memory()->work();
  CHECK(second.workedOut > 0);
  CHECK(second.workedOut * 8 < second.recalled);
}

TEST_CASE("a paragraph put back is read with what is known of the others") {
  Desk desk(false);
  takeIn(desk, sampleText() + "Copyright fees in Skerrow rose by 14 percent in 2019.\n");
  const std::size_t last = desk.view()->draft->blocks.size() - 1;
  CHECK(desk.run(app::PutBlockBack{desk.article(), last}) == "Paragraph put back with 1 item");
  const auto work = desk->recollection().memory()->work();
  CHECK(work.workedOut > 0);
  CHECK(work.workedOut * 2 < work.recalled);
}

TEST_CASE("what was worked out is kept of one article, the one that is open") {
  Desk desk(false);
  takeIn(desk, sampleText());
  const model::ArticleId article = desk.article();
  app::Recollection& kept = desk->recollection();
  const std::size_t size = kept.memory()->size();
  kept.open(article);
  REQUIRE(kept.memory() != nullptr);
  CHECK(kept.memory()->size() == size);
  kept.giveBack({"another"}, kept.lend({"another"}));
  CHECK(kept.memory()->size() == 0);
  CHECK(kept.lend(article)->size() == 0);
  kept.open(article);
  CHECK(kept.memory() == nullptr);
}

TEST_CASE("a job that was stopped or failed gives back what it took along") {
  Desk desk(false);
  takeIn(desk, sampleText());
  app::Recollection& kept = desk->recollection();
  const std::size_t size = kept.memory()->size();
  {
    app::ImportJob job(desk.folder / "gone.txt", desk.files, kept.lend(desk.article()));
    CHECK(kept.memory() == nullptr);
    CHECK_FALSE(job.take());
    kept.giveBack(desk.article(), job.takeMemory());
    CHECK(kept.memory()->size() == size);
  }
  app::ImportJob job(sampleText() + "The bridge is 40 years old.\n", kept.lend(desk.article()));
  job.cancel();  // at once, somewhere, or too late: nothing is lost in any case
  static_cast<void>(job.take());
  kept.giveBack(desk.article(), job.takeMemory());
  CHECK(kept.memory()->size() > size / 2);
}
