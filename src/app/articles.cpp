// Taking an article in, with everything that was found in it, as one step.
#include <fmt/format.h>

#include <filesystem>

#include "app/executor.h"
#include "app/found_items.h"
#include "base/utf8.h"

namespace assay::app {

namespace {

constexpr std::size_t kTitleLength = 120;  // code points

std::string titleOf(const ImportArticle& command) {
  const auto& document = command.document;
  std::string title = command.extraction.title.empty() ? document.title : command.extraction.title;
  if (title.empty()) title = std::filesystem::path(document.origin).stem().string();
  return base::shortened(base::oneLine(title), kTitleLength);
}

// The byline as the format gives it, else the first paragraph that was read as one.
std::string bylineOf(const ImportArticle& command) {
  if (!command.document.byline.empty()) return command.document.byline;
  for (const model::Block& block : command.extraction.blocks) {
    if (block.role == model::BlockRole::byline) {
      return base::oneLine(block.span.of(command.document.text));
    }
  }
  return {};
}

/// The article as one transaction writes it; holds the identities given out on the way.
class Intake {
 public:
  Intake(const ImportArticle& command, store::Store& store, const Environment& environment,
         const base::Job& job)
      : command_(command),
        store_(store),
        environment_(environment),
        job_(job),
        items_(command.extraction, draft_, store, environment) {
    article_.id.value = environment.ids.next();
    draft_ = draftOf(command.document, command.extraction, environment);
    draft_.article = article_.id;
  }

  base::Result<void> write(store::Transaction& transaction) {
    const model::Extraction& found = command_.extraction;
    if (auto done = addArticle(transaction); !done) return done;
    items_.watch(job_, found.quotes.size() + found.claims.size(), "the article");
    auto done = items_.lookUp();
    if (done) done = items_.addSpeakers(transaction);
    for (std::size_t i = 0; done && i < found.quotes.size(); ++i) {
      done = items_.addQuote(transaction, i);
    }
    for (std::size_t i = 0; done && i < found.claims.size(); ++i) {
      done = items_.addClaim(transaction, i);
    }
    return done;
  }

  [[nodiscard]] const model::Article& article() const { return article_; }
  [[nodiscard]] const std::vector<model::ItemId>& items() const { return items_.items(); }

 private:
  base::Result<void> addArticle(store::Transaction& transaction) {
    auto number = store_.nextArticleNumber();
    if (!number) return base::passOn(std::move(number));
    article_.number = *number;
    article_.title = titleOf(command_);
    article_.byline = bylineOf(command_);
    article_.url = command_.document.url;
    article_.draft = draft_.id;
    article_.addedAt = environment_.clock.now();
    draft_.number = 1;
    draft_.addedAt = article_.addedAt;
    if (auto done = transaction.add(article_); !done) return done;
    return transaction.add(draft_);
  }

  const ImportArticle& command_;
  store::Store& store_;
  const Environment& environment_;
  const base::Job& job_;
  model::Article article_;
  model::Draft draft_;
  FoundItems items_;
};

}  // namespace

base::Result<Outcome> Executor::run(const ImportArticle& command) {
  auto known = store_.articleWithText(command.document.sha256);
  if (!known) return base::passOn(std::move(known));
  if (*known) {
    auto article = store_.article(**known);
    if (!article) return base::passOn(std::move(article));
    return base::fail(base::ErrorCode::conflict,
                      fmt::format("{} is already in the store as A{} “{}”. Open that article.",
                                  command.document.origin, article->number, article->title));
  }
  Intake intake(command, store_, environment_, job_);
  auto outcome =
      write(fmt::format("Import “{}”", base::shortened(titleOf(command), 60)),
            [&](store::Transaction& transaction) { return intake.write(transaction); }, {});
  if (!outcome) return outcome;
  outcome->message =
      fmt::format("Imported “{}”: {} quotes, {} claims", intake.article().title,
                  command.extraction.quotes.size(), command.extraction.claims.size());
  outcome->article = intake.article().id;
  outcome->items = intake.items();
  return outcome;
}

}  // namespace assay::app
