#include "store/recorder.h"

#include <algorithm>
#include <utility>

#include "store/actor.h"
#include "store/schema.h"

namespace assay::store {

using base::Result;

Recorder::Recorder(Database& database, std::string name, const base::Clock& clock,
                   base::IdSource& ids, CommandRecord command)
    : database_(database),
      name_(std::move(name)),
      clock_(clock),
      ids_(ids),
      command_(std::move(command)),
      state_(database, Passages::Index::keep),
      fold_(state_) {}

Result<void> Recorder::create(Entity entity, std::string_view id, std::string payload) {
  Event event;
  event.op = Op::create;
  event.entity = entity;
  event.id = id;
  event.payload = std::move(payload);
  return append(std::move(event));
}

Result<void> Recorder::set(Entity entity, std::string_view id, std::string_view field,
                           std::string base, std::string payload) {
  Event event;
  event.op = Op::set;
  event.entity = entity;
  event.id = id;
  event.field = field;
  event.base = std::move(base);
  event.payload = std::move(payload);
  return append(std::move(event));
}

Result<void> Recorder::redact(std::string_view name, std::string payload) {
  Event event;
  event.op = Op::redact;
  event.entity = Entity::event;
  event.id = name;
  event.payload = std::move(payload);
  return append(std::move(event));
}

std::unexpected<base::Error> Recorder::damaged(std::string_view what) const {
  return base::fail(base::ErrorCode::corrupt, "The store " + database_.path().string() +
                                                  " is damaged: " + std::string(what) +
                                                  ". Make a copy of it, then restore a backup.");
}

Result<void> Recorder::append(Event event) {
  if (auto started = begin(); !started) return started;
  const Entity entity = event.entity;
  const std::string id = event.id;
  const std::string field = event.field;
  if (auto written = write(std::move(event)); !written) return written;
  return touch(entity, id, field);
}

Result<void> Recorder::begin() { return count_ == 0 ? start() : Result<void>(); }

// The command's own event comes first: all that follow, up to the next command of the actor, are
// its events.
Result<void> Recorder::start() {
  auto actor = resolveActor(database_, name_, ids_);
  if (!actor) return base::passOn(actor);
  actor_ = std::move(*actor);
  {
    // From the record itself: a damaged state must not put a wrong link into the chain.
    Query head = database_.query(
        "SELECT aseq, hlc, hash FROM event WHERE actor = ?1 ORDER BY aseq DESC LIMIT 1");
    const auto row = head.bind(1, actor_).step();
    if (!row) return base::passOn(row);
    if (*row) {
      const auto hash = digestOf(head.blob(2));
      if (!hash) return damaged("the newest event has no hash");
      head_ = ActorHead{head.integer(0), head.integer(1), *hash};
    }
  }
  {
    Query newest = database_.query("SELECT ifnull(max(hlc), 0) FROM actor");
    const auto row = newest.step();
    if (!row) return base::passOn(row);
    lastHlc_ = std::max(newest.integer(0), head_.hlc);
    if (lastHlc_ > kLatestHlc) return damaged("an event lies in a time that never comes");
  }
  Event event;
  event.op = Op::create;
  event.entity = Entity::command;
  event.id = eventName(actor_, head_.aseq + 1);
  event.payload = encode(command_);
  return write(std::move(event));
}

Result<void> Recorder::write(Event event) {
  event.actor = actor_;
  event.aseq = head_.aseq + 1;
  event.hlc = nextHlc(lastHlc_, clock_.now());
  event.schema = kSchemaVersion;
  event.prev = head_.hash;
  event.hash = eventHash(event);
  if (auto done = insertEvent(database_, event); !done) return done;
  if (auto done = fold_.apply(event); !done) return done;
  lastHlc_ = event.hlc;
  head_ = ActorHead{event.aseq, event.hlc, event.hash};
  ++count_;
  return {};
}

Result<bool> Recorder::arrived() const {
  Query query = database_.query("SELECT hash FROM event WHERE actor = ?1 AND aseq = ?2");
  const auto row = query.bind(1, actor_).bind(2, head_.aseq).step();
  if (!row) return base::passOn(row);
  return *row && digestOf(query.blob(0)) == head_.hash;
}

Result<void> Recorder::touchItemsOf(std::string_view query) {
  Query rows = database_.query("SELECT item FROM query_item WHERE query = ?1");
  rows.bind(1, query);
  while (true) {
    const auto row = rows.step();
    if (!row) return base::passOn(row);
    if (!*row) return {};
    std::string item = rows.text(0);
    if (touched_.insert(item).second) items_.push_back({std::move(item)});
  }
}

// For Commit::items. Evidence and queries count as changes of their items. A source that comes or
// goes is seen in its evidence only, a snapshot in no item at all.
Result<void> Recorder::touch(Entity entity, std::string_view id, std::string_view field) {
  std::string item(id);
  if (entity == Entity::evidence) {
    Query query = database_.query("SELECT item FROM evidence WHERE id = ?1");
    const auto row = query.bind(1, id).step();
    if (!row) return base::passOn(row);
    if (*row) item = query.text(0);
  } else if (entity == Entity::query) {
    return touchItemsOf(id);
  } else if (entity != Entity::item) {
    const bool comesOrGoes = field.empty() || field == kRemovedField;
    elsewhere_ =
        elsewhere_ || !(entity == Entity::snapshot || (entity == Entity::source && comesOrGoes));
    return {};
  }
  if (touched_.insert(item).second) items_.push_back({std::move(item)});
  return {};
}

}  // namespace assay::store
