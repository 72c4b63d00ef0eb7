// The learned reader of attributions: a tag for every token, and the tags put together.
//
// A linear chain over the tokens of a paragraph: source, cue and content, each with a beginning
// and an inside, or nothing. The features see words, parts of speech, reporting verbs around,
// quotation marks, and what the rules found; the weights lie in assets/models/quotes.bin. The
// same reader looks inside each content for what is reported there ("He said the mayor had
// promised …").
//
// Not here: joining with what stands between marks (attribution.h). Thread: pure functions over
// read-only weights. Scores are integers: every machine gives the same tags.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "extract/attribution.h"
#include "extract/nlp/linear_model.h"
#include "extract/nlp/reading.h"
#include "extract/quotation_marks.h"

namespace assay::extract {

enum class QuoteTag : std::uint8_t {
  none,
  beginSource,
  inSource,
  beginCue,
  inCue,
  beginContent,
  inContent,
};
inline constexpr std::size_t kQuoteTags = 7;
inline constexpr std::array<std::string_view, kQuoteTags> kQuoteTagNames = {
    "O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content"};

/// May `next` follow `before`? An inside follows only its own beginning or inside.
[[nodiscard]] constexpr bool mayFollow(QuoteTag before, QuoteTag next) {
  const auto n = static_cast<unsigned>(next);
  if (n == 0 || n % 2 == 1) return true;
  const auto b = static_cast<unsigned>(before);
  return b == n || b + 1 == n;
}

/// What the features need to know of a whole article, gathered once.
class QuoteContext {
 public:
  QuoteContext(const nlp::Reading& reading, const std::vector<Marked>& marked,
               const std::vector<Attribution>& byRules);

  /// Appends the features of a token of the stretch `range` (a paragraph, or a content when
  /// `inside`).
  void features(std::size_t token, nlp::Range range, bool inside,
                std::vector<std::uint64_t>& out) const;
  /// The set of transition weights in force between a token and the one before it.
  [[nodiscard]] std::uint64_t transitionClass(std::size_t token, nlp::Range range,
                                              bool inside) const;

  /// Everything that the tags of a stretch depend on, as bytes.
  [[nodiscard]] std::string keyOf(nlp::Range range, bool inside) const;

  [[nodiscard]] const nlp::Reading& reading() const { return r_; }

 private:
  struct Facts {
    std::uint64_t word = 0;       // hash of the word
    std::uint8_t reporting = 0;   // class of the verb
    std::uint8_t marks = 0;       // bit 0 inside, bit 1 opens, bit 2 closes, bit 3 nested
    std::uint8_t rule = 0;        // the tag the rules would give
    std::uint64_t lemma = 0;      // hash of the reporting verb, 0 for others
    std::uint64_t leftVerb = 0;   // nearest reporting verb before, in the sentence
    std::uint64_t rightVerb = 0;  // nearest behind
    std::uint8_t leftGap = 0;     // how far, in steps
    std::uint8_t rightGap = 0;
    std::uint8_t clause = 0;    // commas and finite verbs since the verb before
    std::uint8_t sentence = 0;  // what the sentence holds: verb, marks, "that"
    std::uint8_t depth = 0;     // steps from the sentence's beginning
  };
  struct Window;
  [[nodiscard]] Window windowAt(std::size_t token, nlp::Range range, bool inside,
                                std::vector<std::uint64_t>& out) const;
  static void wordFeatures(const Window& window);
  static void verbFeatures(const Window& window, const Facts& facts);
  static void markFeatures(const Window& window, const Facts& facts);
  void seeWords();
  void seeMarks(const std::vector<Marked>& marked);
  void seeRules(const std::vector<Attribution>& byRules);
  void seeSentences();

  const nlp::Reading& r_;
  std::vector<Facts> facts_;
};

/// The best tags of a stretch of tokens.
[[nodiscard]] std::vector<QuoteTag> tagQuotes(const QuoteContext& context, nlp::Range range,
                                              bool inside, const nlp::LinearModel& model);

/// Tags of one stretch put together: every content with its cue and its source.
[[nodiscard]] std::vector<Attribution> linked(const nlp::Reading& reading, nlp::Range range,
                                              std::span<const QuoteTag> tags);

/// What is reported inside a content ("He said the mayor had promised …"). Empty when the content
/// is short.
[[nodiscard]] std::vector<Attribution> findInside(const QuoteContext& context, base::Span content,
                                                  const nlp::LinearModel& model);

/// All attributions that the model finds, inner ones too. Empty when the model is.
[[nodiscard]] std::vector<Attribution> findLearned(const QuoteContext& context,
                                                   const nlp::LinearModel& model);

/// The hash under which the transition weights from a tag lie.
[[nodiscard]] constexpr std::uint64_t transitionFeature(std::uint64_t kind, std::size_t from) {
  return nlp::mixed(nlp::mixed(0x7261, kind), from);
}

}  // namespace assay::extract
