// The options that describe a source, for `source add`, `source edit` and `evidence add`.
//
// Thread: one. Values are filled by Parser::parse.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "cli/parser.h"
#include "model/evidence.h"

namespace assay::cli {

class SourceOptions {
 public:
  /// Declares all of them: --title, --kind, --url and so on.
  void addAll(Parser& parser);
  /// Declares the three that a new source mostly needs, as --source-title, --source-kind and
  /// --source-url.
  void addBrief(Parser& parser);

  /// True when any of the options was given.
  [[nodiscard]] bool given() const;
  /// Puts the given values over those of `source`; the others stay.
  [[nodiscard]] base::Result<void> applyTo(model::Source& source) const;

 private:
  std::optional<std::string> title_;
  std::optional<std::string> kind_;
  std::optional<std::string> url_;
  std::optional<std::string> author_;
  std::optional<std::string> publisher_;
  std::optional<std::string> archivedUrl_;
  std::optional<std::string> lookedAt_;
  std::optional<std::string> contact_;
  std::optional<std::string> note_;
  bool sensitive_ = false;
  bool notSensitive_ = false;
};

}  // namespace assay::cli
