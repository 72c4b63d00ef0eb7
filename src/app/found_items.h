// What the finder found, made into items of an article: with their places, numbers and speakers.
//
// What taking an article in, a new draft, and putting a paragraph back have in common. Which of the
// findings become items is the caller's business, and so is the transaction.
//
// Ownership: borrows everything it is made with; lives inside one transaction. Units: bytes.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/session.h"
#include "base/job.h"
#include "base/result.h"
#include "model/extraction.h"
#include "store/store.h"

namespace assay::app {

/// A draft of what was read and found, with an identity; of no article yet, and without a number.
[[nodiscard]] model::Draft draftOf(const model::Document& document, const model::Extraction& found,
                                   const Environment& environment);

class FoundItems {
 public:
  /// `found` was found in the draft's text.
  FoundItems(const model::Extraction& found, const model::Draft& draft, store::Store& store,
             const Environment& environment);

  /// How far it is, and a way to stop it: "Taking the draft in was stopped; …" for "the draft".
  void watch(const base::Job& job, std::size_t all, std::string_view what);
  /// What the article has already: its speakers are recognised by name, its numbers go on. First of
  /// all, inside the transaction.
  [[nodiscard]] base::Result<void> lookUp();

  /// All of them, also those who say nothing.
  [[nodiscard]] base::Result<void> addSpeakers(store::Transaction& transaction);
  [[nodiscard]] base::Result<void> addQuote(store::Transaction& transaction, std::size_t quote);
  /// Inside its quote, when that is an item.
  [[nodiscard]] base::Result<void> addClaim(store::Transaction& transaction, std::size_t claim);
  /// A quote that was found is this item, made earlier.
  void isItem(std::size_t quote, const model::ItemId& item) { quotes_[quote] = item; }
  [[nodiscard]] bool isItem(std::size_t quote) const { return quotes_.contains(quote); }

  /// Made here, in order.
  [[nodiscard]] const std::vector<model::ItemId>& items() const { return items_; }

 private:
  [[nodiscard]] base::Result<std::optional<model::SpeakerId>> speakerOf(
      store::Transaction& transaction, std::optional<std::size_t> index);
  [[nodiscard]] base::Result<void> add(store::Transaction& transaction, model::Item& item);

  const model::Extraction& found_;
  const model::Draft& draft_;
  store::Store& store_;
  const Environment& environment_;
  const base::Job* job_ = nullptr;
  std::size_t all_ = 0;
  std::string what_;
  std::map<std::string, model::SpeakerId> speakers_;  // by name
  std::map<char, std::int64_t> numbers_;              // the next of each letter
  std::map<std::size_t, model::ItemId> quotes_;       // by their place in the extraction
  std::vector<model::ItemId> items_;
};

}  // namespace assay::app
