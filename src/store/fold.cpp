#include "store/fold.h"

#include <fmt/format.h>

#include "store/codec.h"
#include "store/fields.h"
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

std::optional<std::string> valueOf(const auto& identity) {
  if (!identity) return std::nullopt;
  return identity->value;
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
    auto done = storeValue(state_, event.entity, event.id, event.field, event.payload);
    if (done && event.entity == Entity::item && event.field == "status") done = decide(event);
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
    Query put = state_.query(
        "INSERT INTO actor (id, name, aseq, hlc, hash) VALUES (?1, ?2, ?3, ?4, ?5) "
        "ON CONFLICT (id) DO UPDATE SET aseq = excluded.aseq, hlc = excluded.hlc, "
        "hash = excluded.hash");
    put.bind(1, actor).bind(2, actorName(actor)).bind(3, head.aseq).bind(4, head.hlc);
    if (auto done = put.bindBlob(5, head.hash).run(); !done) return done;
  }
  heads_.clear();
  return passages_.updateIndex();
}

Result<void> Fold::addPassages(const Event& event, Texts texts) {
  if (!hasPassages()) return {};
  for (const auto& [field, text] : texts) {
    if (auto done = passages_.add(event.entity, event.id, field, text); !done) return done;
  }
  return {};
}

// The text of an item is what its anchor in the newest draft says.
Result<void> Fold::setPassage(const Event& event) {
  if (Passages::has(event.entity, event.field)) {
    return passages_.put(event.entity, event.id, event.field, event.payload);
  }
  if (event.entity != Entity::item || !event.field.starts_with(kAnchorField)) return {};
  std::string exact;
  {
    Query newest = state_.query(
        "SELECT a.value FROM anchor a JOIN draft d ON d.id = a.draft WHERE a.item = ?1 "
        "ORDER BY d.number DESC, d.id DESC LIMIT 1");
    const auto row = newest.bind(1, event.id).step();
    if (!row) return base::passOn(row);
    if (*row) {
      auto anchor = decodeAnchor(newest.text(0));
      if (!anchor) return base::passOn(anchor);
      exact = std::move(anchor->exact);
    }
  }
  return passages_.put(event.entity, event.id, "text", exact);
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

// Who set the present status, and when; nobody, where nobody has looked.
Result<void> Fold::decide(const Event& event) {
  Query put = state_.query(
      "UPDATE item SET decided_by = iif(status = ?2, '', ?3), decided_at = iif(status = ?2, 0, ?4) "
      "WHERE id = ?1");
  put.bind(1, event.id).bind(2, model::info(model::Status::unchecked).id);
  return put.bind(3, actorName(event.actor)).bind(4, millisOf(event.hlc)).run();
}

// "Undone" is a fold as well: an undo marks its target with its own time, a redo clears the mark.
Result<void> Fold::createCommand(const Event& event) {
  const auto command = decodeCommand(event.payload);
  if (!command) return base::passOn(command);
  Query insert = state_.query(
      "INSERT INTO command (id, actor, name, first, hlc, at, kind, label, target) "
      "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)");
  insert.bind(1, event.id).bind(2, event.actor).bind(3, actorName(event.actor));
  insert.bind(4, event.aseq).bind(5, event.hlc).bind(6, command->at);
  insert.bind(7, command->kind).bind(8, command->label).bindOptional(9, command->target);
  if (auto done = insert.run(); !done) return done;
  if (!command->target) return {};
  Query mark = state_.query("UPDATE command SET undone_at = ?2 WHERE id = ?1");
  mark.bind(1, *command->target);
  if (command->kind == "undo") mark.bind(2, event.hlc);
  return mark.run();
}

Result<void> Fold::createArticle(const Event& event) {
  const auto article = decodeArticle(event.payload);
  if (!article) return base::passOn(article);
  Query insert = state_.query(
      "INSERT INTO article (id, number, title, byline, outlet, url, added_at, removed) "
      "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, 0)");
  insert.bind(1, event.id).bind(2, article->number).bind(3, article->title);
  insert.bind(4, article->byline).bind(5, article->outlet).bind(6, article->url);
  if (auto done = insert.bind(7, article->addedAt).run(); !done) return done;
  return addPassages(event, {{"title", article->title}, {"byline", article->byline}});
}

Result<void> Fold::createDraft(const Event& event) {
  const auto draft = decodeDraft(event.payload);
  if (!draft) return base::passOn(draft);
  Query insert = state_.query(
      "INSERT INTO draft (id, article, number, sha256, origin, format, added_at, removed, size, "
      "text) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, 0, ?8, ?9)");
  insert.bind(1, event.id).bind(2, draft->article.value).bind(3, draft->number);
  insert.bind(4, draft->sha256).bind(5, draft->origin).bind(6, draft->format);
  insert.bind(7, draft->addedAt).bind(8, draft->text.size()).bind(9, draft->text);
  if (auto done = insert.run(); !done) return done;
  std::int64_t ordinal = 0;
  for (const model::Block& block : draft->blocks) {
    Query row = state_.query(
        "INSERT INTO block (draft, ordinal, first, last, role, given) "
        "VALUES (?1, ?2, ?3, ?4, ?5, ?6)");
    row.bind(1, event.id).bind(2, ordinal).bind(3, block.span.begin).bind(4, block.span.end);
    auto done = row.bind(5, model::info(block.role).id).bind(6, block.given).run();
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
  Query insert = state_.query(
      "INSERT INTO speaker (id, article, name, kind, roles, removed) "
      "VALUES (?1, ?2, ?3, ?4, ?5, 0)");
  insert.bind(1, event.id).bind(2, speaker->article.value).bind(3, speaker->name);
  insert.bind(4, model::info(speaker->kind).id).bind(5, joinLines(speaker->roles));
  if (auto done = insert.run(); !done) return done;
  return addPassages(event, {{"name", speaker->name}});
}

Result<void> Fold::createItem(const Event& event) {
  const auto record = decodeItem(event.payload);
  if (!record) return base::passOn(record);
  const model::Item& item = record->item;
  Query insert = state_.query(
      "INSERT INTO item (id, article, letter, number, kind, parent, speaker, confidence, score, "
      "reasons, checkable, status, decided_by, decided_at, wording, flags, verdict, explanation, "
      "note, correction, removed) "
      "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, '', 0, ?13, ?14, ?15, ?16, "
      "?17, ?18, 0)");
  const model::ItemKindInfo& kind = model::info(item.kind);
  insert.bind(1, event.id).bind(2, item.article.value);
  insert.bind(3, std::string_view(&kind.letter, 1)).bind(4, item.number).bind(5, kind.id);
  insert.bindOptional(6, valueOf(item.parent)).bindOptional(7, valueOf(item.speaker));
  insert.bind(8, item.confidence).bind(9, item.score).bind(10, reasonsText(item.reasons));
  insert.bind(11, item.checkable).bind(12, model::info(item.status).id);
  insert.bind(13, model::info(item.wording).id).bind(14, item.flags.bits).bind(15, item.verdict);
  insert.bind(16, item.explanation).bind(17, item.note).bind(18, item.correction);
  if (auto done = insert.run(); !done) return done;
  Query anchor = state_.query("INSERT INTO anchor (item, draft, value) VALUES (?1, ?2, ?3)");
  anchor.bind(1, event.id).bind(2, record->draft.value).bind(3, encode(item.anchor));
  if (auto done = anchor.run(); !done) return done;
  return addPassages(event, {{"text", item.anchor.exact},
                             {"note", item.note},
                             {"correction", item.correction},
                             {"verdict", item.verdict},
                             {"explanation", item.explanation}});
}

Result<void> Fold::createSource(const Event& event) {
  const auto source = decodeSource(event.payload);
  if (!source) return base::passOn(source);
  Query insert = state_.query(
      "INSERT INTO source (id, number, kind, title, author, publisher, url, archived_url, "
      "looked_at, contact, note, sensitive, removed) "
      "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, 0)");
  insert.bind(1, event.id).bind(2, source->number).bind(3, model::info(source->kind).id);
  insert.bind(4, source->title).bind(5, source->author).bind(6, source->publisher);
  insert.bind(7, source->url).bind(8, source->archivedUrl).bind(9, source->lookedAt);
  insert.bind(10, source->contact).bind(11, source->note).bind(12, source->sensitive);
  if (auto done = insert.run(); !done) return done;
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
  Query insert = state_.query(
      "INSERT INTO evidence (id, item, source, added, stance, excerpt, locator, note, removed) "
      "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, 0)");
  insert.bind(1, event.id).bind(2, evidence->item.value).bind(3, evidence->source.value);
  insert.bind(4, event.hlc).bind(5, model::info(evidence->stance).id);
  insert.bind(6, evidence->excerpt).bind(7, evidence->locator).bind(8, evidence->note);
  if (auto done = insert.run(); !done) return done;
  return addPassages(event, {{"excerpt", evidence->excerpt}, {"note", evidence->note}});
}

Result<void> Fold::createQuery(const Event& event) {
  const auto query = decodeQuery(event.payload);
  if (!query) return base::passOn(query);
  Query insert = state_.query(
      "INSERT INTO query (id, article, number, kind, recipient, contact, text, asked, answered, "
      "answer, removed) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, 0)");
  insert.bind(1, event.id).bind(2, query->article.value).bind(3, query->number);
  insert.bind(4, model::info(query->kind).id).bind(5, query->recipient).bind(6, query->contact);
  insert.bind(7, query->text).bind(8, query->askedAt).bind(9, query->answeredAt);
  if (auto done = insert.bind(10, query->answer).run(); !done) return done;
  for (const model::ItemId& item : query->items) {
    const std::string field = std::string(kAboutField) + item.value;
    if (auto done = storeValue(state_, Entity::query, event.id, field, "1"); !done) return done;
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
  Query insert = state_.query(
      "INSERT INTO snapshot (id, source, name, sha256, size, taken, removed) "
      "VALUES (?1, ?2, ?3, ?4, ?5, ?6, 0)");
  insert.bind(1, event.id).bind(2, snapshot.source.value).bind(3, snapshot.name);
  return insert.bind(4, snapshot.sha256).bind(5, snapshot.size).bind(6, snapshot.takenAt).run();
}

Result<void> forEachEvent(Database& database,
                          const std::function<Result<void>(const Event&)>& each) {
  const auto inOrder = isInOrder(database);
  if (!inOrder) return base::passOn(inOrder);
  Query rows = database.query(fmt::format("SELECT {} FROM event ORDER BY {}", kEventColumns,
                                          *inOrder ? "seq" : "hlc, actor, aseq"));
  while (true) {
    const auto row = rows.step();
    if (!row) return base::passOn(row);
    if (!*row) return {};
    const auto event = readEvent(rows);
    if (!event) return base::passOn(event);
    if (auto done = each(*event); !done) return done;
  }
}

Result<void> rebuildState(Database& database, std::int32_t schema) {
  const auto tables = stateTables(schema);
  // Checked at COMMIT instead: rows of one table refer to each other (a claim to its quote).
  if (auto set = database.exec("PRAGMA defer_foreign_keys=ON"); !set) return set;
  for (auto table = tables.rbegin(); table != tables.rend(); ++table) {
    const std::string sql = fmt::format("DELETE FROM {}", table->name);
    if (auto emptied = database.exec(sql.c_str()); !emptied) return emptied;
  }
  Fold fold(database, Passages::Index::leave, schema);
  auto done = forEachEvent(database, [&](const Event& event) { return fold.apply(event); });
  if (done) done = fold.finish();
  if (!done) return done;
  return rebuildIndex(database);
}

}  // namespace assay::store
