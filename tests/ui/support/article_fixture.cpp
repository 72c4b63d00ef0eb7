#include "tests/ui/support/article_fixture.h"

#include <stdexcept>

namespace assay::test {

using model::BlockRole;
using model::ItemKind;
using model::Status;

ArticleBuilder& ArticleBuilder::block(BlockRole role, std::string_view text) {
  std::string& all = view_.draft.change().text;
  if (!all.empty()) all += '\n';
  const std::size_t begin = all.size();
  all += text;
  view_.draft.change().blocks.push_back({{begin, all.size()}, role, true});
  return *this;
}

ArticleBuilder& ArticleBuilder::item(std::string_view number, ItemKind kind, std::string_view words,
                                     Status status, std::string_view speaker) {
  const std::size_t at = view_.draft->text.find(words);
  if (at == std::string::npos) {
    throw std::invalid_argument("the article does not say: " + std::string(words));
  }
  app::ItemRow row;
  row.number = number;
  row.id.value = "item-" + row.number;
  row.kind = kind;
  row.status = status;
  row.text = words;
  row.speaker = speaker;
  row.spans = {{at, at + words.size()}};
  view_.rowById.change()[row.id.value] = view_.rows.size();
  view_.rows.add(std::move(row));
  return *this;
}

std::shared_ptr<app::ArticleView> ArticleBuilder::view() const {
  auto view = std::make_shared<app::ArticleView>(view_);
  view->number = "A1";
  view->draft.change().id.value = "draft-1";
  view->draft.change().sha256 = std::to_string(view->draft->text.size());
  return view;
}

ArticleBuilder harbourArticle() {
  ArticleBuilder out;
  out.block(BlockRole::headline, "Ferry to the islands will not sail before spring")
      .block(BlockRole::byline, "By Orla Venn")
      .block(
          BlockRole::body,
          "The ferry between Tarn and the outer islands carried 41,200 passengers last year, the "
          "harbour office says. It has been in dock since a fire in its engine room in October.")
      .block(
          BlockRole::body,
          "“We have 12 weeks of work before us, and nobody can hurry steel,” said Ivo Brandt, who "
          "runs the yard.")
      .block(BlockRole::boilerplate, "Read more: the ten best walks on the islands")
      .block(BlockRole::subheading, "Who pays")
      .block(BlockRole::body,
             "The owners say that the repair will cost £3.5 million and that “the insurer pays "
             "every penny of it.”");
  out.item("C1", ItemKind::claim, "carried 41,200 passengers last year", Status::verified)
      .item("Q1", ItemKind::direct,
            "“We have 12 weeks of work before us, and nobody can hurry steel,”", Status::unchecked,
            "Ivo Brandt")
      .item("C2", ItemKind::claim, "12 weeks of work", Status::disputed, "Ivo Brandt")
      .item("C3", ItemKind::claim, "the repair will cost £3.5 million", Status::wrong)
      .item("Q2", ItemKind::mixed, "“the insurer pays every penny of it.”", Status::cut,
            "The owners");
  return out;
}

std::shared_ptr<app::ArticleView> longArticle(std::size_t bytes, std::size_t items) {
  ArticleBuilder builder;
  builder.block(BlockRole::headline, "A long report on the state of the harbours");
  std::string paragraph;
  for (int n = 0; n < 9; ++n) {
    paragraph += "The council voted 11 to 6 on Tuesday night to close the bridge to lorries. ";
  }
  paragraph.pop_back();
  for (std::size_t size = 0; size < bytes; size += paragraph.size() + 1) {
    builder.block(BlockRole::body, paragraph);
  }
  auto view = builder.view();
  const std::size_t first = view->draft->blocks[1].span.begin;
  const std::size_t step = (view->draft->text.size() - first) / (items + 1);
  const auto statuses = model::statuses();
  for (std::size_t n = 0; n < items; ++n) {
    app::ItemRow row;
    row.kind = n % 4 == 0 ? ItemKind::direct : ItemKind::claim;
    row.number = model::numberText(row.kind, static_cast<std::int64_t>(n + 1));
    row.id.value = row.number;
    row.status = statuses[n % statuses.size()].status;
    const std::size_t begin = first + n * step;
    row.spans = {{begin, begin + std::max<std::size_t>(20, step * 3 / 2)}};
    row.spans.front().end = std::min(row.spans.front().end, view->draft->text.size());
    view->rowById.change()[row.id.value] = n;
    view->rows.add(std::move(row));
  }
  return view;
}

}  // namespace assay::test
