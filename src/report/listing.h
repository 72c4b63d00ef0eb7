// Machine-readable listings: what `assay extract` and `assay list` print.
//
// Positions count Unicode code points, 0-based, end exclusive, as W3C asks of whatever leaves a
// program. The formats are described by assets/schemas/*.schema.json. Pure functions; the output
// ends with a newline.
#pragma once

#include <string>
#include <vector>

#include "model/document.h"
#include "model/extraction.h"
#include "model/item.h"
#include "report/report_data.h"

namespace assay::report {

/// `assay extract --format json`: article, blocks, speakers, quotes, claims.
[[nodiscard]] std::string extractionJson(const model::Document& document,
                                         const model::Extraction& extraction);
/// `assay extract --format text`: the same for people, with numbers, speakers and scores.
[[nodiscard]] std::string extractionText(const model::Document& document,
                                         const model::Extraction& extraction);

/// One line of `assay list`.
struct ListedItem {
  std::string article;  ///< "A1"
  std::string number;
  model::ItemKind kind = model::ItemKind::claim;
  model::Status status = model::Status::unchecked;
  model::FlagSet flags;
  std::string text;
  std::string speaker;    ///< empty for unknown
  std::size_t start = 0;  ///< code points, of the first span's begin
  std::size_t end = 0;    ///< code points, of the last span's end
  double score = 0;       ///< worth of a claim, confidence of a quote
  std::string parent;     ///< number of the quote a claim was made in, or empty
};

/// {"items":[{"number":"Q1","kind":"direct","status":"verified","text":"…","speaker":"…",
///  "start":0,"end":9,"score":0.9}]}; unknown speakers are null.
[[nodiscard]] std::string itemsJson(const std::vector<ListedItem>& items);
[[nodiscard]] std::string itemsCsv(const std::vector<ListedItem>& items);
/// A table for a terminal of `columns` columns.
[[nodiscard]] std::string itemsTable(const std::vector<ListedItem>& items, std::size_t columns);

}  // namespace assay::report
