// assay list: the items to check.
#include "app/reporting.h"
#include "cli/commands/commands.h"
#include "cli/filter_options.h"
#include "cli/store_options.h"

namespace assay::cli {

ExitCode runList(Invocation& call) {
  StoreOptions store;
  FilterOptions filters;
  std::optional<std::string> format;
  Parser parser("list", "Lists the items to check, in the order of the text.");
  store.addStore(parser);
  store.addArticle(parser);
  filters.addTo(parser);
  parser.option("--format", "FORMAT", "table, json or csv; a table unless said", format)
      .example("assay list --store desk.assay --status unchecked --kind claim")
      .example("assay list --store desk.assay --format json");
  if (const auto ended = call.parse(parser)) return *ended;
  if (format && format != "table" && format != "json" && format != "csv") {
    return call.wrongUsage("--format takes table, json or csv, not “" + *format + "”.", "list");
  }
  const auto filter = filters.filter();
  if (!filter) return call.refuse(filter.error());
  const auto session = store.open(call, StoreOptions::Access::read);
  if (!session) return call.refuse(session.error());
  model::ArticleId article;
  if (!store.article().empty()) {
    auto found = (*session)->findArticle(store.article());
    if (!found) return call.refuse(found.error());
    article = std::move(*found);
  }
  const auto listing =
      app::listItems(**session, article, *filter, format.value_or("table"), call.columns());
  if (!listing) return call.refuse(listing.error());
  call.print(*listing);
  return ExitCode::done;
}

}  // namespace assay::cli
