// Taking an article in, with everything that was found in it, as one step.
#include <fmt/format.h>

#include <filesystem>

#include "app/executor.h"
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
        extraction_(model::withoutAttitudes(command.extraction)),
        store_(store),
        environment_(environment),
        job_(job) {
    article_.id.value = environment.ids.next();
    draft_.id.value = environment.ids.next();
  }

  base::Result<void> write(store::Transaction& transaction) {
    if (auto done = addArticle(transaction); !done) return done;
    if (auto done = addSpeakers(transaction); !done) return done;
    if (auto done = addQuotes(transaction); !done) return done;
    return addClaims(transaction);
  }

  [[nodiscard]] const model::Article& article() const { return article_; }
  [[nodiscard]] std::vector<model::ItemId> items() const { return items_; }
  [[nodiscard]] const model::Extraction& extraction() const { return extraction_; }

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
    draft_.article = article_.id;
    draft_.number = 1;
    draft_.text = command_.document.text;
    draft_.sha256 = command_.document.sha256;
    draft_.origin = command_.document.origin;
    draft_.format = command_.document.format;
    draft_.addedAt = article_.addedAt;
    draft_.blocks = extraction_.blocks;
    if (auto done = transaction.add(article_); !done) return done;
    return transaction.add(draft_);
  }

  base::Result<void> addSpeakers(store::Transaction& transaction) {
    for (const model::Speaker& found : extraction_.speakers) {
      model::StoredSpeaker speaker;
      speaker.id.value = environment_.ids.next();
      speaker.article = article_.id;
      speaker.name = found.name;
      speaker.kind = found.kind;
      speaker.roles = found.roles;
      if (auto done = transaction.add(speaker); !done) return done;
      speakers_.push_back(speaker.id);
    }
    return {};
  }

  base::Result<void> addQuotes(store::Transaction& transaction) {
    std::int64_t number = 0;
    for (const model::Quote& quote : extraction_.quotes) {
      model::Item item;
      item.kind = model::itemKind(quote.kind);
      item.number = ++number;
      item.anchor = model::makeAnchor(draft_.text, quote.content, quote.cue, quote.source);
      if (quote.speaker) item.speaker = speakers_.at(*quote.speaker);
      item.confidence = quote.confidence;
      if (auto done = add(transaction, item); !done) return done;
      quotes_.push_back(items_.back());
    }
    return {};
  }

  base::Result<void> addClaims(store::Transaction& transaction) {
    std::int64_t number = 0;
    for (const model::Claim& claim : extraction_.claims) {
      model::Item item;
      item.kind = model::ItemKind::claim;
      item.number = ++number;
      item.anchor = model::makeAnchor(draft_.text, {claim.span});
      if (claim.quote) {
        item.parent = quotes_.at(*claim.quote);
        const auto& quote = extraction_.quotes.at(*claim.quote);
        if (quote.speaker) item.speaker = speakers_.at(*quote.speaker);
      }
      item.confidence = 1;
      item.score = claim.score;
      item.reasons = claim.reasons;
      item.checkable = claim.checkable;
      if (auto done = add(transaction, item); !done) return done;
    }
    return {};
  }

  base::Result<void> add(store::Transaction& transaction, model::Item& item) {
    if (job_.cancelled()) {
      return base::fail(base::ErrorCode::cancelled,
                        "Taking the article in was stopped; nothing of it was stored.");
    }
    const std::size_t all = extraction_.quotes.size() + extraction_.claims.size();
    job_.report(static_cast<double>(items_.size()) / static_cast<double>(all),
                "storing what was found");
    item.id.value = environment_.ids.next();
    item.article = article_.id;
    items_.push_back(item.id);
    return transaction.add(item, draft_.id);
  }

  const ImportArticle& command_;
  model::Extraction extraction_;  // what becomes an item
  store::Store& store_;
  const Environment& environment_;
  const base::Job& job_;
  model::Article article_;
  model::Draft draft_;
  std::vector<model::SpeakerId> speakers_;
  std::vector<model::ItemId> quotes_;
  std::vector<model::ItemId> items_;
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
                  intake.extraction().quotes.size(), intake.extraction().claims.size());
  outcome->article = intake.article().id;
  outcome->items = intake.items();
  return outcome;
}

}  // namespace assay::app
