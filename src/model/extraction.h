// What was found in a draft: candidates, before anybody decided anything about them.
//
// Plain values made by extract/ and taken over by app/ as items. Positions are bytes of the
// document's text; references between the lists are indices into them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "model/document.h"

namespace assay::model {

enum class QuoteKind : std::uint8_t {
  direct,    ///< all inside quotation marks
  indirect,  ///< reported speech without marks
  mixed,     ///< both
};

enum class SpeakerKind : std::uint8_t { unknown, person, body, document };

/// Why a claim is worth checking, or why not. One table: id, words.
enum class ClaimReason : std::uint8_t {
  number,
  date,
  comparison,
  superlative,
  namedPerson,
  namedBody,
  law,
  allegation,
  causal,
  general,
  harm,
  record,
  // Reasons that lower the worth:
  prediction,
  opinion,
  question,
  instruction,
  experience,  ///< first-person experience
};

struct QuoteKindInfo {
  QuoteKind kind;
  std::string_view id;
};
struct SpeakerKindInfo {
  SpeakerKind kind;
  std::string_view id;
};
struct ClaimReasonInfo {
  ClaimReason reason;
  std::string_view id;    ///< in files: "named_body"
  std::string_view word;  ///< on the screen: "named body"
  bool lowers;            ///< speaks against checking it
};
[[nodiscard]] std::span<const QuoteKindInfo> quoteKinds();
[[nodiscard]] std::span<const SpeakerKindInfo> speakerKinds();
[[nodiscard]] std::span<const ClaimReasonInfo> claimReasons();
[[nodiscard]] const QuoteKindInfo& info(QuoteKind kind);
[[nodiscard]] const SpeakerKindInfo& info(SpeakerKind kind);
[[nodiscard]] const ClaimReasonInfo& info(ClaimReason reason);
[[nodiscard]] std::optional<QuoteKind> quoteKindById(std::string_view id);
[[nodiscard]] std::optional<SpeakerKind> speakerKindById(std::string_view id);
[[nodiscard]] std::optional<ClaimReason> claimReasonById(std::string_view id);

/// A person, body or document that quotes come from, resolved over the whole article.
struct Speaker {
  std::string name;  ///< the fullest name in the article
  SpeakerKind kind = SpeakerKind::unknown;
  std::vector<std::string> roles;    ///< "a member of the council", as the article words them
  std::vector<base::Span> mentions;  ///< in order of the text

  bool operator==(const Speaker&) const = default;
};

/// What somebody is reported to have said or written.
struct Quote {
  QuoteKind kind = QuoteKind::direct;
  std::vector<base::Span> content;     ///< one or more, in order, without the marks around them
  std::optional<base::Span> cue;       ///< "said", "according to"
  std::optional<base::Span> source;    ///< the mention that says who
  std::optional<std::size_t> speaker;  ///< index into Extraction::speakers; none is "unknown"
  double confidence = 0;               ///< 0..1 that content and speaker are right
  /// Tells what somebody does or wants ("backed the plan", "was against it") and no words of
  /// theirs, or only points to them ("what Kelly said"): there is no wording to look up, its
  /// sentence is the claim.
  bool attitude = false;

  bool operator==(const Quote&) const = default;
};

/// A statement that can be shown true or false.
struct Claim {
  base::Span span;
  std::optional<std::size_t> quote;  ///< index into Extraction::quotes when made inside one
  double score = 0;                  ///< 0..1, worth of checking
  std::vector<ClaimReason> reasons;
  bool checkable = true;

  bool operator==(const Claim&) const = default;
};

/// Everything found in a document. Quotes and claims are in order of the text.
struct Extraction {
  std::string title;          ///< the headline found, or empty
  std::vector<Block> blocks;  ///< the document's blocks with their roles settled
  std::vector<Speaker> speakers;
  std::vector<Quote> quotes;
  std::vector<Claim> claims;
  std::vector<Warning> warnings;  ///< what the finder could not do with this text
};

/// What is put before a checker: without the attitudes. Claims keep their quotes.
[[nodiscard]] Extraction withoutAttitudes(Extraction extraction);

}  // namespace assay::model
