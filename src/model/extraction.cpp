#include "model/extraction.h"

#include <algorithm>
#include <array>

namespace assay::model {

namespace {

constexpr std::array kQuoteKinds{
    QuoteKindInfo{QuoteKind::direct, "direct"},
    QuoteKindInfo{QuoteKind::indirect, "indirect"},
    QuoteKindInfo{QuoteKind::mixed, "mixed"},
};

constexpr std::array kSpeakerKinds{
    SpeakerKindInfo{SpeakerKind::unknown, "unknown"},
    SpeakerKindInfo{SpeakerKind::person, "person"},
    SpeakerKindInfo{SpeakerKind::body, "body"},
    SpeakerKindInfo{SpeakerKind::document, "document"},
};

constexpr std::array kReasons{
    ClaimReasonInfo{ClaimReason::number, "number", "number", false},
    ClaimReasonInfo{ClaimReason::date, "date", "date", false},
    ClaimReasonInfo{ClaimReason::comparison, "comparison", "comparison", false},
    ClaimReasonInfo{ClaimReason::superlative, "superlative", "superlative", false},
    ClaimReasonInfo{ClaimReason::namedPerson, "named_person", "named person", false},
    ClaimReasonInfo{ClaimReason::namedBody, "named_body", "named body", false},
    ClaimReasonInfo{ClaimReason::law, "law", "law or procedure", false},
    ClaimReasonInfo{ClaimReason::allegation, "allegation", "allegation", false},
    ClaimReasonInfo{ClaimReason::causal, "causal", "cause", false},
    ClaimReasonInfo{ClaimReason::general, "general", "general statement", false},
    ClaimReasonInfo{ClaimReason::harm, "harm", "harm", false},
    ClaimReasonInfo{ClaimReason::record, "record", "on record", false},
    ClaimReasonInfo{ClaimReason::prediction, "prediction", "prediction", true},
    ClaimReasonInfo{ClaimReason::opinion, "opinion", "opinion", true},
    ClaimReasonInfo{ClaimReason::question, "question", "question", true},
    ClaimReasonInfo{ClaimReason::instruction, "instruction", "instruction", true},
    ClaimReasonInfo{ClaimReason::experience, "experience", "own experience", true},
};

template <class Table>
const auto* rowById(const Table& table, std::string_view id) {
  const auto row =
      std::find_if(table.begin(), table.end(), [&](const auto& r) { return r.id == id; });
  return row == table.end() ? nullptr : &*row;
}

}  // namespace

std::span<const QuoteKindInfo> quoteKinds() { return kQuoteKinds; }
std::span<const SpeakerKindInfo> speakerKinds() { return kSpeakerKinds; }
std::span<const ClaimReasonInfo> claimReasons() { return kReasons; }

const QuoteKindInfo& info(QuoteKind kind) { return kQuoteKinds[static_cast<std::size_t>(kind)]; }

const SpeakerKindInfo& info(SpeakerKind kind) {
  return kSpeakerKinds[static_cast<std::size_t>(kind)];
}

const ClaimReasonInfo& info(ClaimReason reason) {
  return kReasons[static_cast<std::size_t>(reason)];
}

std::optional<QuoteKind> quoteKindById(std::string_view id) {
  const auto* row = rowById(kQuoteKinds, id);
  return row ? std::optional(row->kind) : std::nullopt;
}

std::optional<SpeakerKind> speakerKindById(std::string_view id) {
  const auto* row = rowById(kSpeakerKinds, id);
  return row ? std::optional(row->kind) : std::nullopt;
}

std::optional<ClaimReason> claimReasonById(std::string_view id) {
  const auto* row = rowById(kReasons, id);
  return row ? std::optional(row->reason) : std::nullopt;
}

Extraction withoutAttitudes(Extraction extraction) {
  std::vector<std::optional<std::size_t>> place;
  std::vector<Quote> kept;
  for (Quote& quote : extraction.quotes) {
    place.push_back(quote.attitude ? std::nullopt : std::optional(kept.size()));
    if (!quote.attitude) kept.push_back(std::move(quote));
  }
  extraction.quotes = std::move(kept);
  for (Claim& claim : extraction.claims) {
    if (claim.quote) claim.quote = place.at(*claim.quote);
  }
  return extraction;
}

}  // namespace assay::model
