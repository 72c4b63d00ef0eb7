#include "cli/filter_options.h"

#include "cli/words.h"

namespace assay::cli {

void FilterOptions::addTo(Parser& parser) {
  parser
      .options("--status", "STATUS", "only items of this status; may be given several times",
               statuses_)
      .option("--kind", "KIND", "only quotes (quote) or only claims (claim)", kind_)
      .option("--text", "WORDS",
              "only items that hold all these words, in their text, speaker, notes or sources",
              text_);
}

base::Result<app::Filter> FilterOptions::filter() const {
  app::Filter filter;
  for (const std::string& word : statuses_) {
    auto status = statusFrom(word);
    if (!status) return base::passOn(status);
    filter.statuses.push_back(*status);
  }
  if (kind_ == "quote") {
    filter.kind = app::Filter::Kind::quotes;
  } else if (kind_ == "claim") {
    filter.kind = app::Filter::Kind::claims;
  } else if (kind_) {
    return base::fail(base::ErrorCode::invalidInput,
                      "--kind takes quote or claim, not “" + *kind_ + "”.");
  }
  filter.text = text_.value_or("");
  return filter;
}

}  // namespace assay::cli
