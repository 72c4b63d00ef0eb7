#include "cli/input.h"

namespace assay::cli {

namespace {

// As much as is read of a file; the rest of an endless pipe stays where it is.
constexpr std::size_t kMostBytes = 50'000'000;

}  // namespace

base::Result<app::ImportArticle> takeIn(Invocation& call, const std::string& word,
                                        extract::Setting setting, app::Take take) {
  if (word != "-") return app::prepareImport(word, call.environment().files, {}, setting, take);
  auto bytes = call.standardInput(kMostBytes);
  if (!bytes) return base::passOn(std::move(bytes));
  return app::prepareImportOfText(std::move(*bytes), "standard input", {}, setting, take);
}

}  // namespace assay::cli
