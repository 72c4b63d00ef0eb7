#include "tests/app/desk.h"

#include <catch2/catch_amalgamated.hpp>

#include "base/hash.h"

namespace assay::test {

base::Span spanOf(std::string_view words) {
  const std::size_t at = kArticle.find(words);
  REQUIRE(at != std::string_view::npos);
  return {at, at + words.size()};
}

app::ImportArticle smallArticle() {
  app::ImportArticle made;
  made.document.text = kArticle;
  made.document.sha256 = base::sha256Hex(kArticle);
  made.document.origin = "ferry.txt";
  made.document.format = "text";
  made.extraction.title = "Ferry fares rise";
  made.extraction.blocks = {
      {spanOf("Ferry fares rise"), model::BlockRole::headline},
      {spanOf("“Fares went up by 12 percent,” said Ada Brook, the harbour master.")},
      {spanOf("The council denied that the ferry was late in May.")},
      {spanOf("SUBSCRIBE TO OUR MORNING LETTER"), model::BlockRole::boilerplate},
  };
  model::Speaker ada;
  ada.name = "Ada Brook";
  ada.kind = model::SpeakerKind::person;
  ada.roles = {"the harbour master"};
  ada.mentions = {spanOf("Ada Brook")};
  made.extraction.speakers = {ada};

  model::Quote direct;
  direct.content = {spanOf("Fares went up by 12 percent,")};
  direct.cue = spanOf("said");
  direct.source = spanOf("Ada Brook");
  direct.speaker = 0;
  direct.confidence = 0.97;
  model::Quote indirect;
  indirect.kind = model::QuoteKind::indirect;
  indirect.content = {spanOf("the ferry was late in May")};
  indirect.cue = spanOf("denied");
  indirect.confidence = 0.5;
  made.extraction.quotes = {direct, indirect};

  model::Claim rise;
  rise.span = spanOf("Fares went up by 12 percent");
  rise.quote = 0;
  rise.score = 0.9;
  rise.reasons = {model::ClaimReason::number};
  model::Claim late;
  late.span = spanOf("The council denied that the ferry was late in May.");
  late.score = 0.6;
  late.reasons = {model::ClaimReason::date};
  made.extraction.claims = {rise, late};
  return made;
}

Desk::Desk(bool withArticle) {
  reopen();
  if (withArticle) REQUIRE(session_->execute(smallArticle()));
}

void Desk::reopen(bool readOnly) {
  session_.reset();
  app::SessionOptions options;
  options.store = folder / "desk.assay";
  options.actor = "mara";
  options.readOnly = readOnly;
  auto opened = app::Session::open(options, {clock, ids, files});
  if (!opened) FAIL(opened.error().text());
  session_ = std::move(*opened);
}

model::ItemId Desk::id(std::string_view number) const {
  auto found = session_->findItem(number);
  if (!found) FAIL(found.error().text());
  return *found;
}

model::Item Desk::item(std::string_view number) const { return detail(number)->item; }

std::shared_ptr<const app::ItemDetail> Desk::detail(std::string_view number) const {
  auto found = session_->item(id(number));
  if (!found) FAIL(found.error().text());
  return *found;
}

model::ArticleId Desk::article() const {
  auto found = session_->findArticle({});
  if (!found) FAIL(found.error().text());
  return *found;
}

std::shared_ptr<const app::ArticleView> Desk::view() const {
  auto found = session_->article(article());
  if (!found) FAIL(found.error().text());
  return *found;
}

std::string Desk::run(const app::Command& command) {
  auto outcome = session_->execute(command);
  return outcome ? outcome->message : errorOf(outcome);
}

}  // namespace assay::test
