#include "tests/cli/terminal.h"

#include <catch2/catch_amalgamated.hpp>

#include <cstdlib>
#include <filesystem>
#include <sstream>

#include "base/hash.h"

namespace assay::test {

namespace {

base::Span spanOf(std::string_view text, std::string_view words) {
  const std::size_t at = text.find(words);
  REQUIRE(at != std::string_view::npos);
  return {at, at + words.size()};
}

model::Document documentOf(std::string_view text, std::string origin) {
  model::Document document;
  document.text = text;
  document.sha256 = base::sha256Hex(text);
  document.origin = std::move(origin);
  document.format = "text";
  return document;
}

std::unique_ptr<app::Session> openOrFail(const app::SessionOptions& options,
                                         const app::Environment& environment) {
  auto session = app::Session::open(options, environment);
  if (!session) FAIL(session.error().text());
  return std::move(*session);
}

}  // namespace

app::ImportArticle marketArticle() {
  const auto at = [](std::string_view words) { return spanOf(kMarket, words); };
  app::ImportArticle made;
  made.document = documentOf(kMarket, "market.txt");
  made.extraction.title = "Market hall to close";
  made.extraction.blocks = {
      {at("Market hall to close"), model::BlockRole::headline},
      {at("By Nell Orme"), model::BlockRole::byline},
      {at("“We lose 40 stalls,” said Jon Reed, a trader. “It is a shame.”")},
      {at("The council said the roof was unsafe.")},
      {at("READ MORE: WHERE TO PARK"), model::BlockRole::boilerplate},
  };
  model::Speaker reed;
  reed.name = "Jon Reed";
  reed.kind = model::SpeakerKind::person;
  reed.roles = {"a trader"};
  reed.mentions = {at("Jon Reed")};
  model::Speaker council;
  council.name = "The council";
  council.kind = model::SpeakerKind::body;
  council.mentions = {at("The council")};
  made.extraction.speakers = {reed, council};

  model::Quote direct;
  direct.content = {at("We lose 40 stalls,"), at("It is a shame.")};
  direct.cue = at("said");
  direct.source = at("Jon Reed");
  direct.speaker = 0;
  direct.confidence = 0.95;
  model::Quote indirect;
  indirect.kind = model::QuoteKind::indirect;
  indirect.content = {at("the roof was unsafe")};
  indirect.speaker = 1;
  indirect.confidence = 0.7;
  made.extraction.quotes = {direct, indirect};

  model::Claim stalls;
  stalls.span = at("We lose 40 stalls");
  stalls.quote = 0;
  stalls.score = 0.8;
  stalls.reasons = {model::ClaimReason::number, model::ClaimReason::harm};
  model::Claim roof;
  roof.span = at("The council said the roof was unsafe.");
  roof.score = 0.55;
  roof.reasons = {model::ClaimReason::namedBody};
  made.extraction.claims = {stalls, roof};
  return made;
}

app::ImportArticle fairArticle() {
  static constexpr std::string_view kText = "Fair opens early\n“At last,” somebody said.\n";
  app::ImportArticle made;
  made.document = documentOf(kText, "fair.txt");
  made.extraction.title = "Fair opens early";
  made.extraction.blocks = {{spanOf(kText, "Fair opens early"), model::BlockRole::headline},
                            {spanOf(kText, "“At last,” somebody said.")}};
  model::Quote quote;
  quote.content = {spanOf(kText, "At last,")};
  quote.confidence = 0.6;
  made.extraction.quotes = {quote};
  return made;
}

std::ostream& operator<<(std::ostream& out, const Ran& ran) {
  return out << "exit " << ran.code << "\n--- out\n" << ran.out << "--- err\n" << ran.err << "---";
}

Terminal::Terminal() {
  ::setenv("ASSAY_STORE", (folder / "desk.assay").c_str(), 1);
  ::setenv("ASSAY_ACTOR", "mara", 1);
}

Terminal::~Terminal() {
  ::unsetenv("ASSAY_STORE");
  ::unsetenv("ASSAY_ACTOR");
}

Ran Terminal::run(std::string_view line) {
  std::vector<std::string> args;
  std::istringstream words{std::string(line)};
  for (std::string word; words >> word;) args.push_back(word);
  return runWords(args);
}

Ran Terminal::runWords(const std::vector<std::string>& args, const std::string& input) {
  std::istringstream in(input);
  std::ostringstream out;
  std::ostringstream err;
  const cli::Io io{in, out, err};
  const int code = cli::run(args, io, environment(), [&](cli::OpenRequest request) {
    opened.push_back(std::move(request));
    return windowAnswer;
  });
  return {code, hidden(out.str()), hidden(err.str())};
}

void Terminal::takeIn(const app::ImportArticle& article) {
  const auto session =
      openOrFail({.store = folder / "desk.assay", .actor = "mara"}, {clock, ids, disk});
  const auto outcome = session->execute(article);
  if (!outcome) FAIL(outcome.error().text());
  clock.advance(60'000);
}

model::Item Terminal::item(std::string_view number) {
  const auto session = openOrFail(
      {.store = folder / "desk.assay", .actor = "mara", .readOnly = true}, {clock, ids, disk});
  const auto id = session->findItem(number);
  if (!id) FAIL(id.error().text());
  const auto detail = session->item(*id);
  if (!detail) FAIL(detail.error().text());
  return (*detail)->item;
}

std::map<std::string, std::string> Terminal::files() const {
  std::map<std::string, std::string> found;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder.path())) {
    const std::string name = entry.path().lexically_relative(folder.path()).string();
    found[name] = entry.is_regular_file() ? readFile(entry.path()) : "(folder)";
  }
  return found;
}

std::string Terminal::hidden(std::string text) const {
  const std::string path = folder.path().string();
  for (std::size_t at = text.find(path); at != std::string::npos; at = text.find(path, at)) {
    text.replace(at, path.size(), "DIR");
  }
  return text;
}

}  // namespace assay::test
