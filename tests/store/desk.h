// A desk for tests of the store: a fresh store in a folder of its own, and things to put into it.
//
// Texts are our own. `CHECK_OK` and `REQUIRE_OK` print the sentence of a failed Result.
#pragma once

#include <catch2/catch_amalgamated.hpp>

#include <memory>
#include <string>
#include <vector>

#include "base/id.h"
#include "store/store.h"
#include "tests/support/fake_clock.h"
#include "tests/support/temp_dir.h"

#define REQUIRE_OK(result)                                  \
  do {                                                      \
    const auto& resultOfCheck = (result);                   \
    if (!resultOfCheck) FAIL(resultOfCheck.error().text()); \
  } while (false)

namespace assay::test {

/// "The ferry …" : an article of three paragraphs with a quote in each.
[[nodiscard]] std::string ferryText();

/// Adds an article with its draft, one speaker, `quotes` quotes and as many claims inside them.
/// All identities begin with `prefix`: article "<prefix>-a", draft "<prefix>-d", speaker
/// "<prefix>-s", quotes "<prefix>-q1" …, claims "<prefix>-c1" ….
[[nodiscard]] base::Result<void> addArticle(store::Store& store, store::Transaction& tx,
                                            const std::string& prefix, int quotes = 3);

[[nodiscard]] model::Source makeSource(const std::string& id, std::int64_t number);
[[nodiscard]] model::Evidence makeEvidence(const std::string& id, const std::string& item,
                                           const std::string& source);

/// A query of the article "<prefix>-a" to Mats Holm about `items`.
[[nodiscard]] model::Query makeQuery(const std::string& id, std::int64_t number,
                                     const std::vector<std::string>& items,
                                     const std::string& prefix = "x");
/// A snapshot of the source, as its bytes ask for.
[[nodiscard]] model::Snapshot makeSnapshot(const std::string& id, const std::string& source,
                                           const std::string& bytes);

class Desk {
 public:
  explicit Desk(std::string actor = "kim") : actor_(std::move(actor)) {}

  /// Opens (or creates) the store of this desk; the one before is closed first.
  store::Store& open();
  /// A second connection as somebody else.
  [[nodiscard]] std::unique_ptr<store::Store> openAs(const std::string& actor);
  /// Opens, imports the ferry article with the prefix "x".
  store::Store& openWithArticle(int quotes = 3);
  void close() { store_.reset(); }

  [[nodiscard]] std::filesystem::path path() const { return folder / "desk.assay"; }
  [[nodiscard]] base::Result<std::unique_ptr<store::Store>> tryOpen(
      const std::filesystem::path& path, bool createIfMissing = false, bool readOnly = false);

  TempDir folder;
  FakeClock clock;
  base::CountingIds ids;

 private:
  std::string actor_;
  std::unique_ptr<store::Store> store_;
};

/// Sets the status of an item in one command named "Mark".
[[nodiscard]] base::Result<store::Commit> mark(store::Store& store, const std::string& item,
                                               std::string_view status);

/// Fails the test, with the problems found, unless the store is sound.
void requireSound(const store::Store& store);

/// Everything that queries can see, as text: for "the same as before".
[[nodiscard]] std::string dump(const store::Store& store);

/// The message of a failed Result; "" when it did not fail.
template <class T>
[[nodiscard]] std::string messageOf(const base::Result<T>& result) {
  return result ? std::string() : result.error().message;
}

}  // namespace assay::test
