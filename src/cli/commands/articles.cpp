// assay articles: what is in a store.
#include "cli/commands/commands.h"
#include "cli/lines.h"
#include "cli/store_options.h"
#include "cli/words.h"

namespace assay::cli {

namespace {

constexpr std::size_t kTitleLength = 60;  // code points

}  // namespace

ExitCode runArticles(Invocation& call) {
  StoreOptions store;
  Parser parser("articles", "Lists the articles of a store, and how far each is checked.");
  store.addStore(parser);
  parser.example("assay articles --store desk.assay");
  if (const auto ended = call.parse(parser)) return *ended;
  const auto session = store.open(call, StoreOptions::Access::read);
  if (!session) return call.refuse(session.error());
  const auto articles = (*session)->articles();
  if (!articles) return call.refuse(articles.error());

  std::vector<std::vector<std::string>> rows;
  for (const app::ArticleSummary& article : *articles) {
    const std::size_t items = article.quotes + article.claims;
    rows.push_back({article.number, brief(article.article.title, kTitleLength),
                    counted(article.quotes, "quote"), counted(article.claims, "claim"),
                    std::to_string(article.settled) + " of " + std::to_string(items) + " checked"});
  }
  call.print(rows.empty() ? "No articles.\n" : aligned(rows));
  return ExitCode::done;
}

}  // namespace assay::cli
