// How far the check of an item is: the one table of statuses.
//
// Word, key, glyph, line style and colours of a status stand here and nowhere else; adding a
// status is adding a row. The status is the desk's; a public verdict is another thing (item.h).
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace assay::model {

enum class Status : std::uint8_t {
  unchecked,     ///< nobody has looked
  inProgress,    ///< someone is on it
  verified,      ///< confirmed as it stands
  corrected,     ///< was wrong or loose, the new wording is confirmed
  disputed,      ///< sources conflict and it is not settled
  wrong,         ///< shown to be wrong; must not run as it stands
  unverifiable,  ///< nothing can confirm or refute it
  onAuthor,      ///< rests on the writer's own account alone
  notCheckable,  ///< opinion, prediction, rhetorical question
  cut,           ///< taken out of the article
};

/// The line drawn under the words of an item, so that a status is never told by colour alone.
enum class LineStyle : std::uint8_t {
  dotted,
  dashed,
  thin,
  doubled,
  wavy,
  thick,
  dashDot,
  dashedThick,
  none,
  struck,
};

struct StatusInfo {
  Status status;
  std::string_view id;       ///< in commands, files and the store: "in_progress"
  std::string_view word;     ///< on the screen and in reports: "in progress"
  std::string_view meaning;  ///< one sentence for help and tooltips
  char key;                  ///< default key that sets it, upper case; 0 for none (unchecked)
  std::string_view glyph;    ///< one grapheme, UTF-8
  LineStyle line;
  std::uint32_t paper;  ///< 0xRRGGBB on the light theme
  std::uint32_t dark;   ///< 0xRRGGBB on the dark theme
  bool settled;         ///< counts as checked in the progress figures
};

/// All statuses in the order of the domain.
[[nodiscard]] std::span<const StatusInfo> statuses();
[[nodiscard]] const StatusInfo& info(Status status);
/// By id, exactly as written in files and commands ("in_progress").
[[nodiscard]] std::optional<Status> statusById(std::string_view id);

/// How a quote's words compare with the record of what was said. Separate from the status.
enum class WordingVerdict : std::uint8_t {
  none,      ///< not compared yet
  verbatim,  ///< word for word
  trimmed,   ///< fillers dropped or an ellipsis marked
  altered,   ///< differs
  outOfContext,
  notFound,  ///< the record does not hold it
  noRecord,  ///< there is no recording or transcript
};

struct WordingVerdictInfo {
  WordingVerdict verdict;
  std::string_view id;
  std::string_view word;
};
[[nodiscard]] std::span<const WordingVerdictInfo> wordingVerdicts();
[[nodiscard]] const WordingVerdictInfo& info(WordingVerdict verdict);
[[nodiscard]] std::optional<WordingVerdict> wordingVerdictById(std::string_view id);

/// Flags beside the status; several can hold at once. Values are bits of FlagSet.
enum class Flag : std::uint8_t {
  postponed = 1,
  legal = 2,
  sensitive = 4,
  callBack = 8,
  changedSinceChecked = 16,  ///< set by the program alone
  publish = 32,              ///< may leave the house as a public verdict
};

struct FlagInfo {
  Flag flag;
  std::string_view id;
  std::string_view word;
  char key;  ///< default key that toggles it, upper case; 0 for none
};
[[nodiscard]] std::span<const FlagInfo> flags();
[[nodiscard]] const FlagInfo& info(Flag flag);
[[nodiscard]] std::optional<Flag> flagById(std::string_view id);

/// A set of flags as one number.
struct FlagSet {
  std::uint8_t bits = 0;

  [[nodiscard]] bool has(Flag flag) const { return (bits & static_cast<std::uint8_t>(flag)) != 0; }
  [[nodiscard]] FlagSet with(Flag flag, bool on) const {
    const auto bit = static_cast<unsigned>(flag);
    const unsigned next = on ? (bits | bit) : (bits & ~bit);
    return {static_cast<std::uint8_t>(next)};
  }
  bool operator==(const FlagSet&) const = default;
};

}  // namespace assay::model
