// Sources, and evidence: the link between an item and a source.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "base/clock.h"
#include "model/ids.h"

namespace assay::model {

enum class SourceKind : std::uint8_t {
  // Primary
  interview,
  recording,
  video,
  officialRecord,
  dataSet,
  document,
  study,
  photograph,
  diary,
  // Secondary
  newsReport,
  wireCopy,
  book,
  encyclopedia,
  pressRelease,
  socialPost,
  other,
};

struct SourceKindInfo {
  SourceKind kind;
  std::string_view id;    ///< in files: "official_record"
  std::string_view word;  ///< on the screen: "official record"
  bool primary;
};
[[nodiscard]] std::span<const SourceKindInfo> sourceKinds();
[[nodiscard]] const SourceKindInfo& info(SourceKind kind);
[[nodiscard]] std::optional<SourceKind> sourceKindById(std::string_view id);

/// What an item's evidence does to it.
enum class Stance : std::uint8_t { supports, refutes, context, inconclusive };

struct StanceInfo {
  Stance stance;
  std::string_view id;
  std::string_view word;
  std::string_view glyph;
};
[[nodiscard]] std::span<const StanceInfo> stances();
[[nodiscard]] const StanceInfo& info(Stance stance);
[[nodiscard]] std::optional<Stance> stanceById(std::string_view id);

/// Something a statement is checked against. Belongs to the store, not to one article.
struct Source {
  SourceId id;
  std::int64_t number = 0;  ///< "S1" within the store
  SourceKind kind = SourceKind::other;
  std::string title;
  std::string author;
  std::string publisher;
  std::string url;
  std::string archivedUrl;
  std::string lookedAt;  ///< date it was looked at, "2026-02-03"; empty when not said
  std::string contact;
  std::string note;
  bool sensitive = false;

  bool operator==(const Source&) const = default;
};

/// "S1".
[[nodiscard]] std::string sourceNumberText(std::int64_t number);

/// The link between an item and a source.
struct Evidence {
  EvidenceId id;
  ItemId item;
  SourceId source;
  Stance stance = Stance::supports;
  std::string excerpt;
  std::string locator;  ///< page, time stamp, paragraph
  std::string note;

  bool operator==(const Evidence&) const = default;
};

/// True when `text` is a calendar date written "2026-02-03".
[[nodiscard]] bool isDate(std::string_view text);

/// True when `text` is a web address that may be opened or linked: http or https, a host, and no
/// blank or control character. Anything else (javascript:, file:, data:) is kept as text only.
[[nodiscard]] bool isWebAddress(std::string_view text);

}  // namespace assay::model
