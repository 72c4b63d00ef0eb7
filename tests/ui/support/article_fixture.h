// An article of our own for tests of the screen: a view as the session would give it, without a
// store.
//
// Two quotes, one of them with a claim inside, a claim of the author's own, boilerplate. Pure.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "app/view.h"
#include "ui/selection.h"

namespace assay::test {

/// Builds a view block by block; items are found by their words.
class ArticleBuilder {
 public:
  ArticleBuilder& block(model::BlockRole role, std::string_view text);
  /// Marks the first occurrence of `words` after the last item's begin (or in all the text).
  ArticleBuilder& item(std::string_view number, model::ItemKind kind, std::string_view words,
                       model::Status status = model::Status::unchecked,
                       std::string_view speaker = {});
  [[nodiscard]] std::shared_ptr<app::ArticleView> view() const;

 private:
  app::ArticleView view_;
};

/// The article described above, with some of everything.
[[nodiscard]] ArticleBuilder harbourArticle();

/// `bytes` of prose in paragraphs with `items` marks spread evenly over it.
[[nodiscard]] std::shared_ptr<app::ArticleView> longArticle(std::size_t bytes, std::size_t items);

}  // namespace assay::test
