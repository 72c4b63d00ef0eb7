// One recorded change, and the chain that ties it to the one before.
//
// The canonical form of an event and its hash are part of the file format (SCHEMA.md, "Hashes").
// What an event does to the state is in fold.h.
//
// Plain values. Units: hlc is a hybrid clock, milliseconds since 1970 times 65,536 plus a counter.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "base/clock.h"
#include "base/hash.h"
#include "base/result.h"
#include "store/sqlite.h"

namespace assay::store {

/// What kind of thing an event is about. In the file by its name, which is its table's name too.
enum class Entity : std::uint8_t {
  command,
  article,
  draft,
  speaker,
  item,
  source,
  evidence,
  query,
  snapshot,
  event,  ///< another event, by "actor/aseq": only redactions
};
[[nodiscard]] std::string_view entityName(Entity entity);
[[nodiscard]] std::optional<Entity> entityByName(std::string_view name);

enum class Op : std::uint8_t {
  create,  ///< payload: the thing as JSON
  set,     ///< payload: the new value of `field`, base: the one it replaced
  redact,  ///< payload: why, and the hashes of what stands there now
};
[[nodiscard]] std::string_view opName(Op op);
[[nodiscard]] std::optional<Op> opByName(std::string_view name);

/// Taking out of sight and bringing back is a `set` of this field of any thing.
inline constexpr std::string_view kRemovedField = "removed";

struct Event {
  std::string actor;      ///< "kim~5f0c2d9e1a77"
  std::int64_t aseq = 0;  ///< 1, 2, 3, … of this actor
  std::int64_t hlc = 0;
  std::int64_t schema = 0;
  Op op = Op::create;
  Entity entity = Entity::command;
  std::string id;
  std::string field;                ///< empty for create
  std::optional<std::string> base;  ///< absent for create
  std::string payload;
  std::optional<base::Sha256> baseHash;     ///< of the original, when `base` was redacted
  std::optional<base::Sha256> payloadHash;  ///< of the original, when `payload` was redacted
  base::Sha256 prev{};  ///< hash of this actor's event before; zeros for the first
  base::Sha256 hash{};
};

/// SHA-256 over the canonical form. Uses the hashes of the originals where something was redacted,
/// so that a redaction leaves the chain whole.
[[nodiscard]] base::Sha256 eventHash(const Event& event);

/// "kim~5f0c2d9e1a77/12": how events name each other. A command's identity is that of its event.
[[nodiscard]] std::string eventName(std::string_view actor, std::int64_t aseq);

/// Wall-clock part of a hybrid time.
[[nodiscard]] constexpr base::Millis millisOf(std::int64_t hlc) { return hlc >> 16; }
/// Far beyond any honest clock, and far enough from the end of 63 bits.
inline constexpr std::int64_t kLatestHlc = std::int64_t{1} << 62;
/// The next hybrid time after `last`: never smaller, whatever the wall clock does.
[[nodiscard]] std::int64_t nextHlc(std::int64_t last, base::Millis now);

/// 32 bytes as a digest, or nothing.
[[nodiscard]] std::optional<base::Sha256> digestOf(std::span<const std::uint8_t> bytes);

/// Columns for readEvent, in its order.
inline constexpr std::string_view kEventColumns =
    "actor, aseq, hlc, schema, op, entity, id, field, base, payload, base_hash, payload_hash, "
    "prev, hash";
/// The event in the current row, whose first columns are kEventColumns. unsupported for an op or
/// entity of a newer program.
[[nodiscard]] base::Result<Event> readEvent(const Query& row);
/// The same into an event that was another one before, whose memory is used again.
[[nodiscard]] base::Result<void> readEvent(const Query& row, Event& event);
/// Appends the row as it is.
[[nodiscard]] base::Result<void> insertEvent(Database& database, const Event& event);

}  // namespace assay::store
