#include "model/status.h"

#include <algorithm>
#include <array>

namespace assay::model {

namespace {

// Colours: Okabe–Ito hues, darkened or lightened until the contrast on both grounds is >= 4.5:1.
constexpr std::array kStatuses{
    StatusInfo{Status::unchecked, "unchecked", "unchecked", "Nobody has looked at it yet.", '\0',
               "○", LineStyle::dotted, 0x6E6B63, 0xA8A59C, false},
    StatusInfo{Status::inProgress, "in_progress", "in progress", "Someone is on it.", 'I', "◐",
               LineStyle::dashed, 0x6A4FA0, 0xB7A0E8, false},
    StatusInfo{Status::verified, "verified", "verified", "Confirmed as it stands.", 'V', "✓",
               LineStyle::thin, 0x00704F, 0x4CC79B, true},
    StatusInfo{Status::corrected, "corrected", "corrected",
               "Was wrong or loose; the new wording is confirmed.", 'C', "✎", LineStyle::doubled,
               0x0067A5, 0x6BB8EC, true},
    StatusInfo{Status::disputed, "disputed", "disputed",
               "Sources conflict, or one contradicts it, and it is not settled.", 'D', "!",
               LineStyle::wavy, 0xA85300, 0xF0A04B, true},
    StatusInfo{Status::wrong, "wrong", "wrong", "Shown to be wrong; must not run as it stands.",
               'W', "✗", LineStyle::thick, 0xB3261E, 0xFF8A80, true},
    StatusInfo{Status::unverifiable, "unverifiable", "unverifiable",
               "Nothing can confirm or refute it.", 'U', "?", LineStyle::dashDot, 0x86437A,
               0xDE9AD1, true},
    StatusInfo{Status::onAuthor, "on_author", "on author",
               "Rests on the writer's own account alone.", 'A', "A", LineStyle::dashedThick,
               0x6F5A00, 0xD9BF4F, true},
    StatusInfo{Status::notCheckable, "not_checkable", "not checkable",
               "Opinion, prediction or rhetorical question.", 'N', "–", LineStyle::none, 0x5F5E58,
               0xA3A19A, true},
    StatusInfo{Status::cut, "cut", "cut", "Taken out of the article.", 'X', "⌫", LineStyle::struck,
               0x6B6A64, 0x9B9993, true},
};

constexpr std::array kWordings{
    WordingVerdictInfo{WordingVerdict::none, "none", "not compared"},
    WordingVerdictInfo{WordingVerdict::verbatim, "verbatim", "verbatim"},
    WordingVerdictInfo{WordingVerdict::trimmed, "trimmed", "trimmed"},
    WordingVerdictInfo{WordingVerdict::altered, "altered", "altered"},
    WordingVerdictInfo{WordingVerdict::outOfContext, "out_of_context", "out of context"},
    WordingVerdictInfo{WordingVerdict::notFound, "not_found", "not found"},
    WordingVerdictInfo{WordingVerdict::noRecord, "no_record", "no record"},
};

constexpr std::array kFlags{
    FlagInfo{Flag::postponed, "postponed", "postponed", '\0'},
    FlagInfo{Flag::legal, "legal", "legal", 'L'},
    FlagInfo{Flag::sensitive, "sensitive", "sensitive", '\0'},
    FlagInfo{Flag::callBack, "call_back", "call back", 'B'},
    FlagInfo{Flag::changedSinceChecked, "changed_since_checked", "changed since checked", '\0'},
    FlagInfo{Flag::publish, "publish", "publish", 'P'},
};

template <class Table, class Match>
const auto* findRow(const Table& table, Match match) {
  const auto row = std::find_if(table.begin(), table.end(), match);
  return row == table.end() ? nullptr : &*row;
}

}  // namespace

std::span<const StatusInfo> statuses() { return kStatuses; }

const StatusInfo& info(Status status) { return kStatuses[static_cast<std::size_t>(status)]; }

std::optional<Status> statusById(std::string_view id) {
  const auto* row = findRow(kStatuses, [&](const StatusInfo& r) { return r.id == id; });
  return row ? std::optional(row->status) : std::nullopt;
}

std::span<const WordingVerdictInfo> wordingVerdicts() { return kWordings; }

const WordingVerdictInfo& info(WordingVerdict verdict) {
  return kWordings[static_cast<std::size_t>(verdict)];
}

std::optional<WordingVerdict> wordingVerdictById(std::string_view id) {
  const auto* row = findRow(kWordings, [&](const WordingVerdictInfo& r) { return r.id == id; });
  return row ? std::optional(row->verdict) : std::nullopt;
}

std::span<const FlagInfo> flags() { return kFlags; }

const FlagInfo& info(Flag flag) {
  return *findRow(kFlags, [&](const FlagInfo& r) { return r.flag == flag; });
}

std::optional<Flag> flagById(std::string_view id) {
  const auto* row = findRow(kFlags, [&](const FlagInfo& r) { return r.id == id; });
  return row ? std::optional(row->flag) : std::nullopt;
}

}  // namespace assay::model
