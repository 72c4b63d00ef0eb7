// How people name things ("Q3", "A2:Q3", "S1"), and what is said when that is not enough.
#include <fmt/format.h>

#include "app/session.h"
#include "base/utf8.h"

namespace assay::app {

namespace {

using base::ErrorCode;

std::string listOf(const std::vector<ArticleSummary>& articles) {
  std::string text;
  for (const ArticleSummary& article : articles) {
    if (!text.empty()) text += ", ";
    text += fmt::format("{} “{}”", article.number, base::shortened(article.article.title, 40));
  }
  return text;
}

}  // namespace

base::Result<model::ArticleId> Session::findArticle(std::string_view text) const {
  auto known = articles();
  if (!known) return base::passOn(std::move(known));
  if (known->empty()) {
    return base::fail(
        ErrorCode::notFound,
        path().string() + " holds no article yet. Import one with “assay import FILE”.");
  }
  if (text.empty()) {
    if (known->size() == 1) return known->front().article.id;
    return base::fail(ErrorCode::invalidInput,
                      fmt::format("The store holds {} articles: {}. Say which with --article A1.",
                                  known->size(), listOf(*known)));
  }
  const auto parsed = model::parseNumber(text);
  for (const ArticleSummary& article : *known) {
    if (parsed && parsed->letter == 'A' && parsed->number == article.article.number) {
      return article.article.id;
    }
  }
  return base::fail(
      ErrorCode::notFound,
      fmt::format("There is no article “{}”. The store holds {}.", text, listOf(*known)));
}

base::Result<model::ItemId> Session::findItem(std::string_view text,
                                              std::string_view article) const {
  const std::size_t colon = text.find(':');
  const std::string_view name = colon == std::string_view::npos ? text : text.substr(colon + 1);
  if (colon != std::string_view::npos) article = text.substr(0, colon);
  const auto parsed = model::parseNumber(name);
  if (!parsed || (parsed->letter != 'Q' && parsed->letter != 'C')) {
    return base::fail(ErrorCode::invalidInput,
                      fmt::format("“{}” is not an item number. Quotes are named like Q3, claims "
                                  "like C12; “assay list” shows them.",
                                  text));
  }
  const std::string wanted = parsed->letter + std::to_string(parsed->number);
  auto known = articles();
  if (!known) return base::passOn(std::move(known));
  std::optional<model::ArticleId> only;
  if (!article.empty()) {
    auto id = findArticle(article);
    if (!id) return base::passOn(std::move(id));
    only = *id;
  }
  std::vector<ArticleSummary> in;
  model::ItemId found;
  for (const ArticleSummary& summary : *known) {
    if (only && summary.article.id != *only) continue;
    auto view = this->article(summary.article.id);
    if (!view) return base::passOn(std::move(view));
    for (const ItemRow& row : (*view)->rows) {
      if (row.number != wanted) continue;
      found = row.id;
      in.push_back(summary);
    }
  }
  if (in.size() == 1) return found;
  if (in.empty()) {
    return base::fail(
        ErrorCode::notFound,
        fmt::format("There is no item {} in {}. “assay list” shows the items there are.", wanted,
                    only ? std::string(article) : path().string()));
  }
  return base::fail(ErrorCode::invalidInput,
                    fmt::format("{} articles have an item {}: {}. Say which, for example {}:{}.",
                                in.size(), wanted, listOf(in), in.front().number, wanted));
}

base::Result<model::SourceId> Session::findSource(std::string_view text) const {
  auto known = store_->sources();
  if (!known) return base::passOn(std::move(known));
  const std::string name = text.find_first_not_of("0123456789") == std::string_view::npos
                               ? "S" + std::string(text)
                               : std::string(text);
  const auto parsed = model::parseNumber(name);
  for (const model::Source& source : *known) {
    if (parsed && parsed->letter == 'S' && parsed->number == source.number) return source.id;
  }
  return base::fail(
      ErrorCode::notFound,
      fmt::format("There is no source “{}”. “assay source list” shows the sources there are.",
                  text));
}

base::Result<model::QueryId> Session::findQuery(std::string_view text) const {
  auto known = store_->queries(std::nullopt);
  if (!known) return base::passOn(std::move(known));
  constexpr std::string_view kWord = "query ";
  const std::string_view number = text.starts_with(kWord) ? text.substr(kWord.size()) : text;
  std::vector<model::QueryId> found;
  for (const model::Query& query : *known) {
    if (std::to_string(query.number) == number) found.push_back(query.id);
  }
  if (found.size() == 1) return found.front();
  return base::fail(
      found.empty() ? ErrorCode::notFound : ErrorCode::invalidInput,
      found.empty()
          ? fmt::format("There is no query “{}”. “assay query list --all” shows the queries there "
                        "are.",
                        text)
          : fmt::format("{} queries have the number {}, since two stores were merged. Answer them "
                        "in the workbench.",
                        found.size(), number));
}

}  // namespace assay::app
