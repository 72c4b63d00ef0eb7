// --status, --kind and --text: which items a command is about.
//
// The same words mean the same for `list` and for `mark --all`. Thread: one.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/view.h"
#include "base/result.h"
#include "cli/parser.h"

namespace assay::cli {

class FilterOptions {
 public:
  void addTo(Parser& parser);
  /// True when any of the options was given.
  [[nodiscard]] bool given() const { return !statuses_.empty() || kind_ || text_; }
  /// invalidInput, listing what there is, for a word that is none.
  [[nodiscard]] base::Result<app::Filter> filter() const;

 private:
  std::vector<std::string> statuses_;
  std::optional<std::string> kind_;
  std::optional<std::string> text_;
};

}  // namespace assay::cli
