// Words taken out of the record by order (maintenance.h; SCHEMA.md, "Redact").
#include <fmt/format.h>

#include <vector>

#include "store/actor.h"
#include "store/codec.h"
#include "store/event_json.h"
#include "store/fields.h"
#include "store/maintenance.h"
#include "store/open.h"
#include "store/recorder.h"

namespace assay::store {

using base::ErrorCode;
using base::Result;

namespace {

/// An event with the words in it, and what is to stand there.
struct Finding {
  Event event;
  std::optional<std::string> base;  // only when it changes
  std::optional<std::string> payload;
};

bool isJson(const Event& event) {
  return event.op == Op::create ||
         (event.entity == Entity::item && event.field.starts_with(kAnchorField));
}

// Inside the bytes as well, as far as they stand there plainly: packed files (PDF, DOCX) keep
// theirs.
Result<std::string> snapshotWithoutWords(const std::string& payload, std::string_view words) {
  auto record = decodeSnapshot(payload);
  if (!record) return base::passOn(record);
  record->snapshot.name = withoutWords(std::move(record->snapshot.name), words);
  record->bytes = withoutWords(std::move(record->bytes), words);
  return encode(*record);
}

Result<std::optional<std::string>> cleaned(const Event& event, const std::string& value,
                                           std::string_view words) {
  // An anchor that was not there before has an empty base, which is no JSON.
  if (value.empty()) return std::optional<std::string>();
  const bool snapshot = event.entity == Entity::snapshot && event.op == Op::create;
  auto without = snapshot        ? snapshotWithoutWords(value, words)
                 : isJson(event) ? jsonWithoutWords(value, words)
                                 : Result<std::string>(withoutWords(value, words));
  if (!without) return base::passOn(without);
  if (*without == value) return std::optional<std::string>();
  return std::optional<std::string>(std::move(*without));
}

Result<std::vector<Finding>> find(Database& database, std::string_view words) {
  std::vector<Finding> findings;
  auto done = forEachEvent(database, [&](const Event& event) -> Result<void> {
    // Identities carry no words, and the reasons of older redactions were checked.
    if (event.op == Op::redact) return {};
    auto payload = cleaned(event, event.payload, words);
    if (!payload) return base::passOn(payload);
    auto base = cleaned(event, event.base.value_or(""), words);
    if (!base) return base::passOn(base);
    if (!*payload && !*base) return {};
    findings.push_back({event, std::move(*base), std::move(*payload)});
    return {};
  });
  if (!done) return base::passOn(done);
  return findings;
}

Result<void> replaceIn(Database& database, Recorder& recorder, const Finding& finding,
                       std::string_view reason) {
  const Event& event = finding.event;
  RedactionRecord record{std::string(reason), std::nullopt, std::nullopt};
  Query update = database.query(
      "UPDATE event SET base = ?3, base_hash = ?4, payload = ?5, payload_hash = ?6 "
      "WHERE actor = ?1 AND aseq = ?2");
  update.bind(1, event.actor).bind(2, event.aseq);
  update.bindOptional(3, finding.base ? finding.base : event.base);
  update.bind(5, finding.payload ? *finding.payload : event.payload);
  // The hash of the very first words is kept, however often a value is redacted.
  if (finding.base) record.base = base::sha256Hex(*finding.base);
  if (finding.base || event.baseHash) {
    update.bindBlob(4, event.baseHash ? *event.baseHash : base::sha256(*event.base));
  }
  if (finding.payload) record.payload = base::sha256Hex(*finding.payload);
  if (finding.payload || event.payloadHash) {
    update.bindBlob(6, event.payloadHash ? *event.payloadHash : base::sha256(event.payload));
  }
  if (auto done = update.run(); !done) return done;
  return recorder.redact(eventName(event.actor, event.aseq), encode(record));
}

Result<void> checkWords(std::string_view words, std::string_view reason) {
  if (auto ok = checkText("The words to redact", words); !ok) return ok;
  if (auto ok = checkText("The reason", reason); !ok) return ok;
  if (words.empty()) {
    return base::fail(ErrorCode::invalidInput, "Say which words are to be redacted.");
  }
  if (reason.empty()) {
    return base::fail(ErrorCode::invalidInput, "Say why the words are redacted.");
  }
  if (reason.find(words) != std::string_view::npos) {
    return base::fail(ErrorCode::invalidInput,
                      "The reason must not hold the words that are redacted: it is kept.");
  }
  return {};
}

}  // namespace

Result<std::uint64_t> redactWords(const OpenOptions& store, const base::Clock& clock,
                                  base::IdSource& ids, std::string_view words,
                                  std::string_view reason) {
  if (auto ok = checkWords(words, reason); !ok) return base::passOn(ok);
  auto name = checkedActorName(store.actor);
  if (!name) return base::passOn(name);
  auto opened = openDatabase(store);
  if (!opened) return base::passOn(opened);
  Database& database = **opened;
  if (auto begun = database.beginWriting(); !begun) return base::passOn(begun);
  // Closing the connection rolls back whatever was not committed.
  const auto findings = find(database, words);
  if (!findings) return base::passOn(findings);
  if (findings->empty()) {
    return base::fail(ErrorCode::notFound,
                      "The words to redact do not occur in the store. Upper and lower case count.");
  }
  Recorder recorder(database, std::move(*name), clock, ids,
                    CommandRecord{"redact", "Redact", std::nullopt, clock.now()});
  for (const Finding& finding : *findings) {
    if (auto done = replaceIn(database, recorder, finding, reason); !done) {
      return base::passOn(done);
    }
  }
  if (auto done = recorder.finish(); !done) return base::passOn(done);
  if (auto folded = rebuildState(database); !folded) return base::passOn(folded);
  if (auto done = database.commit(); !done) return base::passOn(done);
  return findings->size();
}

}  // namespace assay::store
