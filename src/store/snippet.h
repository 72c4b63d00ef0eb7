// The words around what a search found, cut from a passage.
//
// FTS5 can cut them itself, but only while it looks for the words: the whole question would be
// asked a second time for the few passages that are shown. So the search takes the places of the
// words along with the ranking (closeness.h), and this cuts by the same rules: the window of words
// that has most of the question in it, rather from the beginning of a sentence.
//
// Ownership: a Cutter is FTS5's tokenizer, made for one search. Thread: that of the connection.
#pragma once

#include <memory>
#include <span>
#include <string_view>

#include "base/result.h"
#include "store/closeness.h"
#include "store/sqlite.h"
#include "store/store.h"

struct Fts5Tokenizer;
struct fts5_tokenizer;  // NOLINT(readability-identifier-naming): SQLite's name

namespace assay::store {

class Cutter {
 public:
  /// Of the words of the index (schema.cpp).
  [[nodiscard]] static base::Result<std::unique_ptr<Cutter>> make(Database& database);
  Cutter(const Cutter&) = delete;
  Cutter& operator=(const Cutter&) = delete;
  ~Cutter();

  /// Sets snippet and marks of the hit. `places` are in rising order.
  [[nodiscard]] base::Result<void> cut(std::string_view text, std::span<const Place> places,
                                       SearchHit& hit);

 private:
  Cutter() = default;

  std::unique_ptr<fts5_tokenizer> functions_;
  Fts5Tokenizer* tokenizer_ = nullptr;
};

}  // namespace assay::store
