// Things as the JSON of event payloads, and back.
//
// The forms are part of the file format (SCHEMA.md, "Payloads"). Encoding is canonical: keys in
// order, no blanks, so that equal things have equal bytes. Decoding trusts nothing: a payload may
// come from a damaged or a foreign file (corrupt), or from a newer program (unsupported).
//
// The library's exceptions end in codec_json.h. Adding a key to a payload is a new schema
// (SCHEMA.md, "Migration rules"): old events keep the old form for ever, so decoding must go on
// reading it.
//
// Pure functions. Units: spans are bytes of the draft's text.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.h"
#include "base/result.h"
#include "model/evidence.h"
#include "model/item.h"
#include "model/query.h"
#include "model/snapshot.h"

namespace assay::store {

/// What a command's event says.
struct CommandRecord {
  std::string kind;  ///< "do", "undo", "redo", "redact"
  std::string label;
  std::optional<std::string> target;  ///< the command undone or redone
  base::Millis at = 0;                ///< wall clock, as the person's machine showed it
};

/// An item together with the draft its first anchor belongs to.
struct ItemRecord {
  model::Item item;
  model::DraftId draft;
};

/// A snapshot together with its bytes.
struct SnapshotRecord {
  model::Snapshot snapshot;
  std::string bytes;
};

/// What a redaction's event says: hashes of the values that stand there now, so that the chain
/// vouches for them.
struct RedactionRecord {
  std::string reason;
  std::optional<std::string> base;     ///< SHA-256 of the new base, hexadecimal
  std::optional<std::string> payload;  ///< SHA-256 of the new payload
};

[[nodiscard]] std::string encode(const CommandRecord& command);
[[nodiscard]] std::string encode(const model::Article& article);  ///< without its newest draft
[[nodiscard]] std::string encode(const model::Draft& draft);
[[nodiscard]] std::string encode(const model::StoredSpeaker& speaker);
[[nodiscard]] std::string encode(const ItemRecord& record);
[[nodiscard]] std::string encode(const model::Source& source);
[[nodiscard]] std::string encode(const model::Evidence& evidence);
[[nodiscard]] std::string encode(const model::Query& query);
[[nodiscard]] std::string encode(const SnapshotRecord& record);
[[nodiscard]] std::string encode(const model::Anchor& anchor);
[[nodiscard]] std::string encode(const RedactionRecord& redaction);

// The identity is not in the payload: the caller sets it.
[[nodiscard]] base::Result<CommandRecord> decodeCommand(std::string_view payload);
[[nodiscard]] base::Result<model::Article> decodeArticle(std::string_view payload);
[[nodiscard]] base::Result<model::Draft> decodeDraft(std::string_view payload);
[[nodiscard]] base::Result<model::StoredSpeaker> decodeSpeaker(std::string_view payload);
[[nodiscard]] base::Result<ItemRecord> decodeItem(std::string_view payload);
[[nodiscard]] base::Result<model::Source> decodeSource(std::string_view payload);
[[nodiscard]] base::Result<model::Evidence> decodeEvidence(std::string_view payload);
[[nodiscard]] base::Result<model::Query> decodeQuery(std::string_view payload);
[[nodiscard]] base::Result<SnapshotRecord> decodeSnapshot(std::string_view payload);
[[nodiscard]] base::Result<model::Anchor> decodeAnchor(std::string_view payload);
[[nodiscard]] base::Result<RedactionRecord> decodeRedaction(std::string_view payload);

/// Roles of a speaker and reasons of a claim as one text: one a line, ids for reasons.
[[nodiscard]] std::string joinLines(const std::vector<std::string>& lines);
[[nodiscard]] std::vector<std::string> splitLines(std::string_view text);
[[nodiscard]] std::string reasonsText(const std::vector<model::ClaimReason>& reasons);
[[nodiscard]] base::Result<std::vector<model::ClaimReason>> reasonsFromText(std::string_view text);

}  // namespace assay::store
