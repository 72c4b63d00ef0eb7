#include "app/recollection.h"

#include <utility>

#include "extract/extract.h"

namespace assay::app {

void Recollection::open(const model::ArticleId& article) {
  if (article == article_) return;
  article_ = article;
  memory_.reset();
}

std::unique_ptr<Memory> Recollection::lend(const model::ArticleId& article) {
  if (article == article_ && memory_ != nullptr) return std::move(memory_);
  return std::make_unique<Memory>();
}

void Recollection::giveBack(const model::ArticleId& article, std::unique_ptr<Memory> memory) {
  article_ = article;
  memory_ = std::move(memory);
}

base::Result<model::Extraction> Recollection::extract(const model::ArticleId& article,
                                                      const model::Document& document,
                                                      const base::Job& job) {
  auto memory = lend(article);
  auto found = extract::extract(document, job, memory.get());
  giveBack(article, std::move(memory));
  if (!found) return found;
  return model::withoutAttitudes(std::move(*found));
}

}  // namespace assay::app
