// The training and measuring data as the trainer sees it: articles with their gold attributions,
// machine-made tags, treebanks, rated sentences.
//
// The data lie outside the repository; nothing of them is kept but weights. Files are read in the
// order of their names, so the same folder gives the same model.
//
// Thread: one. Failures are values; a file that is missing ends the training with a sentence.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/result.h"
#include "base/span.h"

namespace assay::extract::train {

/// One attribution of the gold standard; spans are bytes of the article's text.
struct Attribution {
  std::vector<base::Span> source;
  std::vector<base::Span> cue;
  std::vector<base::Span> content;
};

/// What a machine said about one token: its part of speech, its head and its relation.
struct MachineToken {
  base::Span span;
  std::string pos;
  std::string entity;    ///< "PERSON", "O", …
  std::size_t head = 0;  ///< index of the head in the article's list; npos for a root
  std::string relation;  ///< "nsubj"
};
inline constexpr std::size_t kNoHead = static_cast<std::size_t>(-1);

struct Article {
  std::string name;
  std::string text;
  std::vector<std::vector<Attribution>> gold;  ///< one list an annotator
  std::vector<MachineToken> tokens;            ///< in order of the text; empty when not asked for
};

/// data/quotes/<part>, with machine-made tags when `tags`.
[[nodiscard]] base::Result<std::vector<Article>> readArticles(const std::filesystem::path& quotes,
                                                              std::string_view part, bool tags);

/// A clause of a training article and what a reader made of it (clauses.txt).
struct MarkedClause {
  base::Span points;       ///< code points of the article's text
  std::uint8_t worth = 0;  ///< 0: cannot be checked; 1 to 3: how much it should be
};
/// The marked clauses of each article, by the first 16 digits of the SHA-256 of its text.
using MarkedClauses = std::unordered_map<std::string, std::vector<MarkedClause>>;
[[nodiscard]] base::Result<MarkedClauses> readMarkedClauses(const std::filesystem::path& file);

/// One sentence of a treebank: forms, tags, whether a blank follows.
struct TreeSentence {
  std::vector<std::string> forms;
  std::vector<std::string> tags;  ///< Penn Treebank
  std::vector<bool> spaceAfter;
  std::vector<std::size_t> heads;  ///< 0 is the root, else 1-based
  std::vector<std::string> relations;
};
[[nodiscard]] base::Result<std::vector<TreeSentence>> readTreebank(
    const std::filesystem::path& conllu);

/// A sentence somebody rated as worth checking or not.
struct RatedSentence {
  std::string text;
  bool worth = false;
};
[[nodiscard]] base::Result<std::vector<RatedSentence>> readRated(const std::filesystem::path& tsv);

}  // namespace assay::extract::train
