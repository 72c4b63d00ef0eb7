#include "store/fold.h"

#include <fmt/format.h>

#include <vector>

#include "store/codec.h"
#include "store/fields.h"
#include "store/file_state.h"
#include "store/schema.h"

namespace assay::store {

using base::ErrorCode;
using base::Result;

namespace {

// Every failure of the fold says which event it was.
std::unexpected<base::Error> at(const Event& event, const base::Error& cause) {
  return base::fail(cause.code,
                    fmt::format("Event {}: {}", eventName(event.actor, event.aseq), cause.message));
}

Cell valueOf(const auto& identity) { return identity ? Cell(identity->value) : Cell(nullptr); }

bool isStatus(const Event& event) {
  return event.entity == Entity::item && event.field == "status";
}

// Files that were merged hold events that came later but happened earlier; all others are in order
// already, which spares sorting a million rows.
Result<bool> isInOrder(Database& database) {
  Query rows = database.query("SELECT hlc, actor, aseq FROM event ORDER BY seq");
  std::int64_t lastHlc = 0;
  std::string lastActor;
  while (true) {
    const auto row = rows.step();
    if (!row) return base::passOn(row);
    if (!*row) return true;
    const std::int64_t hlc = rows.integer(0);
    if (hlc < lastHlc) return false;
    std::string actor = rows.text(1);
    if (hlc == lastHlc && actor <= lastActor) return false;
    lastHlc = hlc;
    lastActor = std::move(actor);
  }
}

}  // namespace

std::string actorName(std::string_view actor) {
  return std::string(actor.substr(0, actor.rfind('~')));
}

Result<void> Fold::apply(const Event& event) {
  if (event.op == Op::create) {
    if (auto done = create(event); !done) return at(event, done.error());
  } else if (event.op == Op::set) {
    auto done = isStatus(event)
                    ? decide(event)
                    : storeValue(state_, event.entity, event.id, event.field, event.payload);
    if (done && hasPassages()) done = setPassage(event);
    if (!done) return at(event, done.error());
  }
  // A redaction changes the value inside an older event, from where the fold takes it.
  heads_[event.actor] = ActorHead{event.aseq, event.hlc, event.hash};
  return {};
}

// Once a transaction instead of once an event: an import would write the same row thousands of
// times.
Result<void> Fold::finish() {
  for (const auto& [actor, head] : heads_) {
    auto done = state_.put(Table::actor, {actor, actorName(actor), head.aseq, head.hlc,
                                          std::span<const std::uint8_t>(head.hash)});
    if (!done) return done;
  }
  heads_.clear();
  return state_.finish();
}

Result<void> Fold::addPassages(const Event& event, Texts texts) {
  if (!hasPassages()) return {};
  for (const auto& [field, text] : texts) {
    auto done = state_.addPassage(event.entity, event.id, field, text);
    if (!done) return done;
  }
  return {};
}

// The text of an item is what its anchor in the newest draft says.
Result<void> Fold::setPassage(const Event& event) {
  if (Passages::has(event.entity, event.field)) {
    return state_.putPassage(event.entity, event.id, event.field, event.payload);
  }
  if (event.entity != Entity::item || !event.field.starts_with(kAnchorField)) return {};
  const auto newest = state_.newestAnchor(event.id);
  if (!newest) return base::passOn(newest);
  std::string exact;
  if (!newest->empty()) {
    auto anchor = decodeAnchor(*newest);
    if (!anchor) return base::passOn(anchor);
    exact = std::move(anchor->exact);
  }
  return state_.putPassage(event.entity, event.id, "text", exact);
}

Result<void> Fold::create(const Event& event) {
  switch (event.entity) {
    case Entity::command: return createCommand(event);
    case Entity::article: return createArticle(event);
    case Entity::draft: return createDraft(event);
    case Entity::speaker: return createSpeaker(event);
    case Entity::item: return createItem(event);
    case Entity::source: return createSource(event);
    case Entity::evidence: return createEvidence(event);
    case Entity::query: return createQuery(event);
    case Entity::snapshot: return createSnapshot(event);
    case Entity::event: break;
  }
  return base::fail(ErrorCode::corrupt, "An event is never created by another.");
}

// With who set the present status, and when; nobody, where nobody has looked.
Result<void> Fold::decide(const Event& event) {
  const bool open = event.payload == model::info(model::Status::unchecked).id;
  const std::string by = open ? "" : actorName(event.actor);
  const auto found = state_.set(Table::item, {event.id},
                                {{"status", event.payload},
                                 {"decided_by", by},
                                 {"decided_at", open ? 0 : millisOf(event.hlc)}});
  if (!found) return base::passOn(found);
  if (*found) return {};
  return std::unexpected(noSuchThing(event.entity, event.id));
}

// "Undone" is a fold as well: an undo marks its target with its own time, a redo clears the mark.
Result<void> Fold::createCommand(const Event& event) {
  const auto command = decodeCommand(event.payload);
  if (!command) return base::passOn(command);
  auto done = state_.insert(Table::command,
                            {event.id, event.actor, actorName(event.actor), event.aseq, event.hlc,
                             command->at, command->kind, command->label, command->target, nullptr});
  if (!done || !command->target) return done;
  const Cell undoneAt = command->kind == "undo" ? Cell(event.hlc) : Cell(nullptr);
  const auto marked = state_.set(Table::command, {*command->target}, {{"undone_at", undoneAt}});
  return marked ? Result<void>() : base::passOn(marked);
}

Result<void> Fold::createArticle(const Event& event) {
  const auto article = decodeArticle(event.payload);
  if (!article) return base::passOn(article);
  auto done =
      state_.insert(Table::article, {event.id, article->number, article->title, article->byline,
                                     article->outlet, article->url, article->addedAt, 0});
  if (!done) return done;
  return addPassages(event, {{"title", article->title}, {"byline", article->byline}});
}

Result<void> Fold::createDraft(const Event& event) {
  const auto draft = decodeDraft(event.payload);
  if (!draft) return base::passOn(draft);
  auto done = state_.insert(
      Table::draft, {event.id, draft->article.value, draft->number, draft->sha256, draft->origin,
                     draft->format, draft->addedAt, 0, draft->text.size(), draft->text});
  if (!done) return done;
  std::int64_t ordinal = 0;
  for (const model::Block& block : draft->blocks) {
    done = state_.insert(Table::block, {event.id, ordinal, block.span.begin, block.span.end,
                                        model::info(block.role).id, block.given});
    if (done) {
      const std::string field = std::string(kBlockField) + std::to_string(ordinal++);
      done = addPassages(event, {{field, block.span.of(draft->text)}});
    }
    if (!done) return done;
  }
  return {};
}

Result<void> Fold::createSpeaker(const Event& event) {
  const auto speaker = decodeSpeaker(event.payload);
  if (!speaker) return base::passOn(speaker);
  auto done =
      state_.insert(Table::speaker, {event.id, speaker->article.value, speaker->name,
                                     model::info(speaker->kind).id, joinLines(speaker->roles), 0});
  if (!done) return done;
  return addPassages(event, {{"name", speaker->name}});
}

Result<void> Fold::createItem(const Event& event) {
  const auto record = decodeItem(event.payload);
  if (!record) return base::passOn(record);
  const model::Item& item = record->item;
  const model::ItemKindInfo& kind = model::info(item.kind);
  auto done = state_.insert(Table::item, {event.id,
                                          item.article.value,
                                          std::string_view(&kind.letter, 1),
                                          item.number,
                                          kind.id,
                                          valueOf(item.parent),
                                          valueOf(item.speaker),
                                          item.confidence,
                                          item.score,
                                          reasonsText(item.reasons),
                                          item.checkable,
                                          model::info(item.status).id,
                                          "",
                                          0,
                                          model::info(item.wording).id,
                                          item.flags.bits,
                                          item.verdict,
                                          item.explanation,
                                          item.note,
                                          item.correction,
                                          0});
  if (done) {
    done = state_.insert(Table::anchor, {event.id, record->draft.value, encode(item.anchor)});
  }
  if (!done) return done;
  return addPassages(event, {{"text", item.anchor.exact},
                             {"note", item.note},
                             {"correction", item.correction},
                             {"verdict", item.verdict},
                             {"explanation", item.explanation}});
}

Result<void> Fold::createSource(const Event& event) {
  const auto source = decodeSource(event.payload);
  if (!source) return base::passOn(source);
  auto done = state_.insert(
      Table::source, {event.id, source->number, model::info(source->kind).id, source->title,
                      source->author, source->publisher, source->url, source->archivedUrl,
                      source->lookedAt, source->contact, source->note, source->sensitive, 0});
  if (!done) return done;
  return addPassages(event, {{"title", source->title},
                             {"author", source->author},
                             {"publisher", source->publisher},
                             {"url", source->url},
                             {"contact", source->contact},
                             {"note", source->note}});
}

Result<void> Fold::createEvidence(const Event& event) {
  const auto evidence = decodeEvidence(event.payload);
  if (!evidence) return base::passOn(evidence);
  auto done =
      state_.insert(Table::evidence, {event.id, evidence->item.value, evidence->source.value,
                                      event.hlc, model::info(evidence->stance).id,
                                      evidence->excerpt, evidence->locator, evidence->note, 0});
  if (!done) return done;
  return addPassages(event, {{"excerpt", evidence->excerpt}, {"note", evidence->note}});
}

Result<void> Fold::createQuery(const Event& event) {
  const auto query = decodeQuery(event.payload);
  if (!query) return base::passOn(query);
  auto done = state_.insert(
      Table::query,
      {event.id, query->article.value, query->number, model::info(query->kind).id, query->recipient,
       query->contact, query->text, query->askedAt, query->answeredAt, query->answer, 0});
  if (!done) return done;
  for (const model::ItemId& item : query->items) {
    const std::string field = std::string(kAboutField) + item.value;
    done = storeValue(state_, Entity::query, event.id, field, "1");
    if (!done) return done;
  }
  return addPassages(event, {{"recipient", query->recipient},
                             {"contact", query->contact},
                             {"text", query->text},
                             {"answer", query->answer}});
}

// The bytes stay in the event: here is what a list shows of them.
Result<void> Fold::createSnapshot(const Event& event) {
  const auto record = decodeSnapshot(event.payload);
  if (!record) return base::passOn(record);
  const model::Snapshot& snapshot = record->snapshot;
  return state_.insert(Table::snapshot, {event.id, snapshot.source.value, snapshot.name,
                                         snapshot.sha256, snapshot.size, snapshot.takenAt, 0});
}

Result<void> forEachBatch(Database& database,
                          const std::function<Result<void>(std::span<const Event>)>& each) {
  constexpr std::size_t kBatch = 512;
  constexpr std::size_t kBatchBytes = 1'000'000;  // of payloads: one snapshot can be a batch
  const auto inOrder = isInOrder(database);
  if (!inOrder) return base::passOn(inOrder);
  Query rows = database.query(fmt::format("SELECT {} FROM event ORDER BY {}", kEventColumns,
                                          *inOrder ? "seq" : "hlc, actor, aseq"));
  std::vector<Event> events(kBatch);
  while (true) {
    std::size_t count = 0;
    std::size_t bytes = 0;
    Result<void> read;
    bool more = true;
    while (count < kBatch && bytes < kBatchBytes && read && more) {
      const auto row = rows.step();
      more = row && *row;
      read = row ? Result<void>() : base::passOn(row);
      if (more) read = readEvent(rows, events[count]);
      if (more && read) bytes += events[count++].payload.size();
    }
    // What came before an event that cannot be read is looked at all the same.
    if (auto done = each(std::span(events).first(count)); !done) return done;
    if (!read || !more) return read;
    if (bytes >= kBatchBytes) events = std::vector<Event>(kBatch);  // gives the memory back
  }
}

Result<void> forEachEvent(Database& database,
                          const std::function<Result<void>(const Event&)>& each) {
  return forEachBatch(database, [&](std::span<const Event> events) -> Result<void> {
    for (const Event& event : events) {
      if (auto done = each(event); !done) return done;
    }
    return {};
  });
}

Result<void> rebuildState(Database& database, std::int32_t schema) {
  const auto tables = stateTables(schema);
  // Checked at COMMIT instead: rows of one table refer to each other (a claim to its quote).
  if (auto set = database.exec("PRAGMA defer_foreign_keys=ON"); !set) return set;
  for (auto table = tables.rbegin(); table != tables.rend(); ++table) {
    const std::string sql = fmt::format("DELETE FROM {}", table->name);
    if (auto emptied = database.exec(sql.c_str()); !emptied) return emptied;
  }
  FileState state(database, Passages::Index::leave);
  Fold fold(state, schema);
  auto done = forEachEvent(database, [&](const Event& event) { return fold.apply(event); });
  if (done) done = fold.finish();
  if (!done) return done;
  return rebuildIndex(database);
}

}  // namespace assay::store
