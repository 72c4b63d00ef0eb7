// --store, --actor and --article: the same three options on every command that uses a store.
//
// Not here: what a store is. Thread: one. Values are filled by Parser::parse.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/session.h"
#include "base/result.h"
#include "cli/invocation.h"
#include "cli/parser.h"

namespace assay::cli {

class StoreOptions {
 public:
  /// Declares --store.
  void addStore(Parser& parser);
  /// Declares --actor, for commands that change something.
  void addActor(Parser& parser);
  /// Declares --article.
  void addArticle(Parser& parser);

  enum class Access {
    read,    ///< nothing is written
    change,  ///< an existing store, to be changed
    create,  ///< made when it is not there yet, with its folder
  };
  [[nodiscard]] base::Result<std::unique_ptr<app::Session>> open(Invocation& call,
                                                                 Access access) const;

  /// The store that was named, or the one used when nobody names one.
  [[nodiscard]] std::filesystem::path path() const;
  [[nodiscard]] bool named() const { return store_.has_value(); }
  [[nodiscard]] std::string actor() const { return actor_.value_or(app::defaultActor()); }
  /// "A2" as typed, or empty.
  [[nodiscard]] std::string article() const { return article_.value_or(""); }

  /// The items named by `words`, narrowed down by --article; the first that is not there is the
  /// error. Named twice counts once.
  [[nodiscard]] base::Result<std::vector<model::ItemId>> items(
      const app::Session& session, const std::vector<std::string>& words) const;

 private:
  std::optional<std::string> store_;
  std::optional<std::string> actor_;
  std::optional<std::string> article_;
};

}  // namespace assay::cli
