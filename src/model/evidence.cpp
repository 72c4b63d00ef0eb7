#include "model/evidence.h"

#include <algorithm>
#include <array>
#include <chrono>

namespace assay::model {

namespace {

constexpr std::array kSourceKinds{
    SourceKindInfo{SourceKind::interview, "interview", "person interviewed", true},
    SourceKindInfo{SourceKind::recording, "recording", "recording or transcript", true},
    SourceKindInfo{SourceKind::video, "video", "video", true},
    SourceKindInfo{SourceKind::officialRecord, "official_record", "official record", true},
    SourceKindInfo{SourceKind::dataSet, "data_set", "data set", true},
    SourceKindInfo{SourceKind::document, "document", "court or corporate document", true},
    SourceKindInfo{SourceKind::study, "study", "peer-reviewed study", true},
    SourceKindInfo{SourceKind::photograph, "photograph", "photograph", true},
    SourceKindInfo{SourceKind::diary, "diary", "diary or letter", true},
    SourceKindInfo{SourceKind::newsReport, "news_report", "news report", false},
    SourceKindInfo{SourceKind::wireCopy, "wire_copy", "wire copy", false},
    SourceKindInfo{SourceKind::book, "book", "book", false},
    SourceKindInfo{SourceKind::encyclopedia, "encyclopedia", "encyclopedia", false},
    SourceKindInfo{SourceKind::pressRelease, "press_release", "press release", false},
    SourceKindInfo{SourceKind::socialPost, "social_post", "social post", false},
    SourceKindInfo{SourceKind::other, "other", "other", false},
};

constexpr std::array kStances{
    StanceInfo{Stance::supports, "supports", "supports", "✓"},
    StanceInfo{Stance::refutes, "refutes", "refutes", "✗"},
    StanceInfo{Stance::context, "context", "context", "≈"},
    StanceInfo{Stance::inconclusive, "inconclusive", "inconclusive", "?"},
};

template <class Table>
const auto* rowById(const Table& table, std::string_view id) {
  const auto row =
      std::find_if(table.begin(), table.end(), [&](const auto& r) { return r.id == id; });
  return row == table.end() ? nullptr : &*row;
}

std::optional<int> digits(std::string_view text) {
  int value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

}  // namespace

std::span<const SourceKindInfo> sourceKinds() { return kSourceKinds; }
const SourceKindInfo& info(SourceKind kind) { return kSourceKinds[static_cast<std::size_t>(kind)]; }
std::optional<SourceKind> sourceKindById(std::string_view id) {
  const auto* row = rowById(kSourceKinds, id);
  return row ? std::optional(row->kind) : std::nullopt;
}

std::span<const StanceInfo> stances() { return kStances; }
const StanceInfo& info(Stance stance) { return kStances[static_cast<std::size_t>(stance)]; }
std::optional<Stance> stanceById(std::string_view id) {
  const auto* row = rowById(kStances, id);
  return row ? std::optional(row->stance) : std::nullopt;
}

std::string sourceNumberText(std::int64_t number) { return "S" + std::to_string(number); }

bool isDate(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return false;
  const auto year = digits(text.substr(0, 4));
  const auto month = digits(text.substr(5, 2));
  const auto day = digits(text.substr(8, 2));
  if (!year || !month || !day) return false;
  return std::chrono::year_month_day(std::chrono::year(*year),
                                     std::chrono::month(static_cast<unsigned>(*month)),
                                     std::chrono::day(static_cast<unsigned>(*day)))
      .ok();
}

bool isWebAddress(std::string_view text) {
  std::string_view rest;
  for (const std::string_view scheme : {"https://", "http://"}) {
    if (text.starts_with(scheme)) rest = text.substr(scheme.size());
  }
  if (rest.empty() || rest.front() == '/' || rest.front() == '?' || rest.front() == '#') {
    return false;
  }
  return std::none_of(text.begin(), text.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte <= 0x20U || byte == 0x7FU || c == '"' || c == '<' || c == '>' || c == '\\';
  });
}

}  // namespace assay::model
