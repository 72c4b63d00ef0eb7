// HTML: the article of a page, without what surrounds it.
#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "base/utf8.h"
#include "import/document_builder.h"
#include "import/formats.h"
#include "import/html_content.h"
#include "import/html_fragment.h"
#include "import/html_meta.h"
#include "import/html_runs.h"
#include "import/html_tree.h"

namespace assay::importer {

using model::BlockRole;

namespace {

// The headline goes first, once, whether the article holds it or the page above the article.
void addHeadline(DocumentBuilder& builder, std::vector<Run>& runs, const std::string& headline) {
  const std::string key = base::searchKey(headline);
  // Old pages set their headlines in bold type and not as a heading.
  if (!runs.empty() && base::searchKey(runs.front().text) == key) runs.erase(runs.begin());
  std::erase_if(runs, [&](const Run& run) {
    return run.role == BlockRole::headline && base::searchKey(run.text) == key;
  });
  for (Run& run : runs) {
    if (run.role == BlockRole::headline) run.role = BlockRole::subheading;
  }
  builder.add(headline, BlockRole::headline, true);
}

}  // namespace

base::Result<model::Document> importHtml(std::string text, const Context& context) {
  base::Result<Page> page = parsePage(std::move(text), context.job);
  if (!page) {
    base::Error error = page.error();
    error.message = std::string(context.subject) + " could not be read. " + error.message;
    return std::unexpected(std::move(error));
  }
  const PageMeta meta = metaOf(*page);
  std::string headline = headlineOf(*page, meta.title);
  // A page that sets its headline in a picture or in bold type still has a title.
  if (headline.empty()) headline = meta.title;

  std::vector<Run> runs = articleOf(*page);
  DocumentBuilder builder(context.limits.maxBlocks + 1);
  // A headline alone is no article: such a page is refused.
  if (!runs.empty()) addHeadline(builder, runs, headline);
  for (const Run& run : runs) {
    if (!builder.add(run.text, run.role, run.given)) break;
  }
  model::Document& document = builder.document();
  document.title = headline;
  document.byline = meta.byline;
  document.url = meta.url;
  if (page->cut) {
    document.warnings.push_back(
        {"The page is nested more than 600 levels deep; what follows that "
         "place was left out. Check that the article is complete.",
         std::nullopt});
  }
  return builder.take();
}

void addHtmlFragment(DocumentBuilder& builder, const std::string& html) {
  const base::Result<Page> page = parsePage(html, {});
  if (!page) return;
  for (const Run& run : runsOf(page->root(), nullptr)) {
    // The headline is the surrounding document's to have.
    const BlockRole role = run.role == BlockRole::headline ? BlockRole::subheading : run.role;
    if (!builder.add(run.text, role, run.given)) return;
  }
}

}  // namespace assay::importer
