#include "store/chain.h"

#include <fmt/format.h>

#include "base/hash.h"
#include "store/codec.h"
#include "store/schema.h"

namespace assay::store {

namespace {

// A store that is damaged all over says so in a page, not in a million lines.
constexpr std::size_t kMostProblems = 50;

}  // namespace

void ChainCheck::problem(const Event& event, std::string_view sentence) {
  if (problems_.size() >= kMostProblems) {
    ++suppressed_;
    return;
  }
  problems_.push_back(fmt::format("Event {} {}", eventName(event.actor, event.aseq), sentence));
}

void ChainCheck::see(const Event& event) {
  ++events_;
  ActorHead& head = heads_[event.actor];
  if (event.aseq != head.aseq + 1) {
    problem(event, fmt::format("follows number {} of its actor: an event is missing or out of "
                               "order.",
                               head.aseq));
  } else if (event.prev != head.hash) {
    problem(event, "does not continue the one before it: the chain is broken.");
  }
  if (event.hlc <= head.hlc) problem(event, "lies before the one before it in time.");
  if (event.schema > kSchemaVersion) {
    problem(event, fmt::format("was written by a newer version (schema {}).", event.schema));
  }
  if (eventHash(event) != event.hash) {
    problem(event, "was changed after it was written: its hash does not fit.");
  }
  if (event.op == Op::create && event.entity == Entity::command &&
      event.id != eventName(event.actor, event.aseq)) {
    problem(event, "is a command under another event's name.");
  }
  if (event.baseHash || event.payloadHash) {
    redacted_[eventName(event.actor, event.aseq)] =
        Redacted{event.baseHash && event.base ? base::sha256Hex(*event.base) : std::string(),
                 event.payloadHash ? base::sha256Hex(event.payload) : std::string()};
  }
  if (event.op == Op::redact) seeRedaction(event);
  head = ActorHead{event.aseq, event.hlc, event.hash};
  newest_ = event.hash;
}

void ChainCheck::seeRedaction(const Event& event) {
  const auto redaction = decodeRedaction(event.payload);
  if (!redaction) {
    problem(event, "is a redaction that cannot be read.");
    return;
  }
  // The newest one counts: a value can be redacted again.
  Redacted& vouched = vouched_[event.id];
  if (redaction->base) vouched.base = *redaction->base;
  if (redaction->payload) vouched.payload = *redaction->payload;
  reasons_[event.id] =
      fmt::format("Event {} was redacted by {} on {}: {}", event.id, actorName(event.actor),
                  base::utcDate(millisOf(event.hlc)), redaction->reason);
}

// Only now: a redaction stands later in the record than what it changed.
void ChainCheck::finish() {
  if (events_ > 0) head_ = base::hex(newest_);
  for (const auto& [name, found] : redacted_) {
    const auto vouched = vouched_.find(name);
    const bool allowed = vouched != vouched_.end() && vouched->second.base == found.base &&
                         vouched->second.payload == found.payload;
    if (!allowed) {
      problems_.push_back(fmt::format(
          "Event {} holds other words than its record allows: no redaction vouches for them.",
          name));
    }
  }
  for (const auto& [name, vouched] : vouched_) {
    if (!redacted_.contains(name)) {
      problems_.push_back(
          fmt::format("Event {} is said to be redacted, but holds its old words.", name));
    }
  }
  for (const auto& [name, note] : reasons_) notes_.push_back(note);
  if (suppressed_ > 0) {
    problems_.push_back(fmt::format("{} more events have problems.", suppressed_));
  }
}

}  // namespace assay::store
