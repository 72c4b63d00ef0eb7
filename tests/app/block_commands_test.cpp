#include <catch2/catch_amalgamated.hpp>

#include "app/importing.h"
#include "app/session.h"
#include "tests/app/desk.h"

using namespace assay;
using test::Desk;

namespace {

// A paragraph with a quote and a figure in it that was set aside by mistake.
constexpr std::string_view kText =
    "The pier was closed on Monday.\n"
    "“It lost 40 planks in one night,” said Una Roth, the harbour master. The "
    "council rejected the proposed amendment.\n"
    "The council will meet in May.\n";

app::ImportArticle withoutTheMiddle() {
  auto article = app::prepareImportOfText(std::string(kText), "pier.txt");
  REQUIRE(article);
  model::Document document = article->document;
  document.blocks = article->extraction.blocks;
  REQUIRE(document.blocks.size() == 3);
  for (model::Block& block : document.blocks) block.given = true;
  document.blocks[1].role = model::BlockRole::boilerplate;
  app::ImportArticle made;
  made.document = document;
  made.extraction.title = "The pier";
  made.extraction.blocks = document.blocks;
  return made;
}

}  // namespace

TEST_CASE("a paragraph that was set aside comes back with what is found in it, as one step") {
  Desk desk(false);
  REQUIRE(desk->execute(app::Command(withoutTheMiddle())));
  REQUIRE(desk.view()->rows.empty());
  const std::string message = desk.run(app::PutBlockBack{desk.article(), 1});
  CHECK(message.starts_with("Paragraph put back with "));
  const auto view = desk.view();
  CHECK(view->draft->blocks[1].role == model::BlockRole::body);
  REQUIRE_FALSE(view->rows.empty());
  CHECK(view->rows.front().number == "Q1");
  CHECK(view->rows.front().text == "It lost 40 planks in one night,");
  CHECK(view->rows.front().speaker == "Una Roth");
  for (const app::ItemRow& row : view->rows) {
    CHECK(row.text != "the proposed amendment");  // what it did, and no words of it
    for (const base::Span& span : row.spans) CHECK(view->draft->blocks[1].span.contains(span));
  }
  REQUIRE(desk->undo());
  CHECK(desk.view()->rows.empty());
  CHECK(desk.view()->draft->blocks[1].role == model::BlockRole::boilerplate);
  CHECK(desk->verify()->problems.empty());
}

TEST_CASE("a paragraph that is checked already is not put back") {
  Desk desk;
  CHECK(desk.run(app::PutBlockBack{desk.article(), 1}) ==
        "invalid_input: This paragraph was not set aside; it is checked like the others.");
  CHECK(desk.run(app::PutBlockBack{desk.article(), 99}) ==
        "invalid_input: This paragraph was not set aside; it is checked like the others.");
}
