#include "store/passages.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

namespace assay::store {

using base::ErrorCode;
using base::Result;

namespace {

constexpr std::array kSearched{
    std::pair<Entity, std::string_view>{Entity::article, "title"},
    std::pair<Entity, std::string_view>{Entity::article, "byline"},
    std::pair<Entity, std::string_view>{Entity::speaker, "name"},
    std::pair<Entity, std::string_view>{Entity::item, "note"},
    std::pair<Entity, std::string_view>{Entity::item, "correction"},
    std::pair<Entity, std::string_view>{Entity::item, "verdict"},
    std::pair<Entity, std::string_view>{Entity::item, "explanation"},
    std::pair<Entity, std::string_view>{Entity::source, "title"},
    std::pair<Entity, std::string_view>{Entity::source, "author"},
    std::pair<Entity, std::string_view>{Entity::source, "publisher"},
    std::pair<Entity, std::string_view>{Entity::source, "url"},
    std::pair<Entity, std::string_view>{Entity::source, "contact"},
    std::pair<Entity, std::string_view>{Entity::source, "note"},
    std::pair<Entity, std::string_view>{Entity::evidence, "excerpt"},
    std::pair<Entity, std::string_view>{Entity::evidence, "note"},
    std::pair<Entity, std::string_view>{Entity::query, "recipient"},
    std::pair<Entity, std::string_view>{Entity::query, "contact"},
    std::pair<Entity, std::string_view>{Entity::query, "text"},
    std::pair<Entity, std::string_view>{Entity::query, "answer"},
};

}  // namespace

bool Passages::has(Entity entity, std::string_view field) {
  return std::ranges::find(kSearched, std::pair(entity, field)) != kSearched.end();
}

// The first words count: those are what the index holds.
void Passages::remember(std::int64_t id, const std::optional<std::string>& before) {
  if (index_ == Index::keep) touched_.try_emplace(id, before);
}

Result<void> Passages::add(Entity entity, std::string_view thing, std::string_view field,
                           std::string_view text) {
  if (text.empty()) return {};
  Query insert =
      database_.query("INSERT INTO passage (entity, thing, field, text) VALUES (?1, ?2, ?3, ?4)");
  insert.bind(1, entityName(entity)).bind(2, thing).bind(3, field).bind(4, text);
  if (auto done = insert.run(); !done) return done;
  remember(database_.lastRow(), std::nullopt);
  return {};
}

Result<void> Passages::put(Entity entity, std::string_view thing, std::string_view field,
                           std::string_view text) {
  std::int64_t id = 0;
  {
    Query find = database_.query("SELECT id, text FROM passage WHERE thing = ?1 AND field = ?2");
    const auto row = find.bind(1, thing).bind(2, field).step();
    if (!row) return base::passOn(row);
    if (!*row) return add(entity, thing, field, text);
    id = find.integer(0);
    const std::string before = find.text(1);
    if (auto sound = find.sound(); !sound) return sound;
    if (before == text) return {};
    remember(id, before);
  }
  if (text.empty()) {
    return database_.query("DELETE FROM passage WHERE id = ?1").bind(1, id).run();
  }
  return database_.query("UPDATE passage SET text = ?2 WHERE id = ?1")
      .bind(1, id)
      .bind(2, text)
      .run();
}

// FTS5 writes out what it has gathered at the end of every statement: thousands of new passages in
// a statement each cost many times what they cost together. So words go one by one, and new
// passages in runs of neighbours, which those of one transaction nearly always are.
Result<void> Passages::updateIndex() {
  for (const auto& [id, before] : touched_) {
    if (!before) continue;
    Query erase =
        database_.query("INSERT INTO search (search, rowid, text) VALUES ('delete', ?1, ?2)");
    if (auto done = erase.bind(1, id).bind(2, *before).run(); !done) return done;
  }
  for (auto first = touched_.begin(); first != touched_.end();) {
    auto last = first;
    auto next = std::next(first);
    while (next != touched_.end() && next->first == last->first + 1) last = next++;
    Query put = database_.query(
        "INSERT INTO search (rowid, text) SELECT id, text FROM passage WHERE id BETWEEN ?1 AND ?2");
    if (auto done = put.bind(1, first->first).bind(2, last->first).run(); !done) return done;
    first = next;
  }
  touched_.clear();
  return {};
}

Result<void> rebuildIndex(Database& database) {
  return database.exec("INSERT INTO search (search) VALUES ('rebuild')");
}

Result<std::string> indexDifference(Database& database, bool& looked) {
  looked = false;
  // The check is an INSERT by its form, although it writes nothing.
  const WriteLeave leave(database);
  auto done =
      database.exec("INSERT INTO search (search, rank) VALUES ('integrity-check', 1)", Doing::read);
  if (done) {
    looked = true;
    return std::string();
  }
  if (done.error().code == ErrorCode::corrupt) {
    looked = true;
    return std::string(
        "The index for searching does not say what the texts say. Salvage the store into a new "
        "file, or restore a backup.");
  }
  if (done.error().code == ErrorCode::busy || !leave.granted()) return std::string();
  return base::passOn(done);
}

}  // namespace assay::store
