// Queries and snapshots, read back from the state (queries.h).
#include <fmt/format.h>

#include <map>

#include "base/hash.h"
#include "store/codec.h"
#include "store/queries.h"
#include "store/query_rows.h"
#include "store/schema.h"

namespace assay::store {

using base::ErrorCode;
using base::Result;

namespace {

constexpr std::string_view kQuerySql =
    "SELECT q.id, q.article, q.number, q.kind, q.recipient, q.contact, q.text, q.asked, "
    "q.answered, q.answer FROM query q JOIN article a ON a.id = q.article AND a.removed = 0 "
    "WHERE q.removed = 0 ";

// Quotes before claims, as everywhere.
constexpr std::string_view kAboutSql =
    "SELECT qi.query, qi.item FROM query_item qi JOIN item i ON i.id = qi.item AND i.removed = 0 ";
constexpr std::string_view kAboutOrder = "ORDER BY i.letter DESC, i.number";

constexpr std::string_view kSnapshotSql =
    "SELECT n.id, n.source, n.name, n.sha256, n.size, n.taken FROM snapshot n "
    "JOIN source s ON s.id = n.source AND s.removed = 0 WHERE n.removed = 0 ";

std::string sql(std::string_view select, std::string_view rest) {
  return std::string(select) + std::string(rest);
}

Result<model::Query> readQuery(const Query& row) {
  model::Query query;
  query.id.value = row.text(0);
  query.article.value = row.text(1);
  query.number = row.integer(2);
  const std::string kind = row.text(3);
  const auto known = model::recipientKindById(kind);
  if (!known) return unknownWord("kind of a recipient", kind);
  query.kind = *known;
  query.recipient = row.text(4);
  query.contact = row.text(5);
  query.text = row.text(6);
  query.askedAt = row.integer(7);
  query.answeredAt = row.integer(8);
  query.answer = row.text(9);
  return query;
}

Result<model::Snapshot> readSnapshot(const Query& row) {
  model::Snapshot snapshot;
  snapshot.id.value = row.text(0);
  snapshot.source.value = row.text(1);
  snapshot.name = row.text(2);
  snapshot.sha256 = row.text(3);
  snapshot.size = static_cast<std::uint64_t>(row.integer(4));
  snapshot.takenAt = row.integer(5);
  return snapshot;
}

struct About {
  std::string query;
  model::ItemId item;
};
Result<About> readAbout(const Query& row) { return About{row.text(0), {row.text(1)}}; }

/// A store that is only read stays of its schema.
Result<bool> hasQueries(Database& database) {
  const auto schema = storedSchema(database);
  if (!schema) return base::passOn(schema);
  return *schema >= kFirstSchemaWithQueries;
}

}  // namespace

Result<std::vector<model::Query>> Queries::queries(
    const std::optional<model::ArticleId>& article) const {
  const auto there = hasQueries(database_);
  if (!there) return base::passOn(there);
  if (!*there) return std::vector<model::Query>();
  const ReadScope scope(database_);
  if (!scope.begun()) return base::passOn(scope.begun());
  Query query = database_.query(
      sql(kQuerySql, article ? "AND q.article = ?1 ORDER BY q.number" : "ORDER BY q.number"));
  if (article) query.bind(1, article->value);
  auto found = all(query, readQuery);
  if (!found || found->empty()) return found;
  std::map<std::string, std::vector<model::ItemId>> items;
  Query rows =
      database_.query(article ? sql(kAboutSql, fmt::format("WHERE i.article = ?1 {}", kAboutOrder))
                              : sql(kAboutSql, kAboutOrder));
  if (article) rows.bind(1, article->value);
  auto about = all(rows, readAbout);
  if (!about) return base::passOn(about);
  for (About& one : *about) items[one.query].push_back(std::move(one.item));
  for (model::Query& one : *found) one.items = std::move(items[one.id.value]);
  return found;
}

Result<std::vector<model::Query>> Queries::queriesAbout(const model::ItemId& item) const {
  const auto there = hasQueries(database_);
  if (!there) return base::passOn(there);
  if (!*there) return std::vector<model::Query>();
  const ReadScope scope(database_);
  if (!scope.begun()) return base::passOn(scope.begun());
  // The item must be in sight itself, as among those that each query is about.
  Query query =
      database_.query(sql(kQuerySql,
                          "AND q.id IN (SELECT qi.query FROM query_item qi JOIN item i ON i.id = "
                          "qi.item AND i.removed = 0 WHERE qi.item = ?1) ORDER BY q.number"));
  auto found = all(query.bind(1, item.value), readQuery);
  if (!found) return found;
  for (model::Query& one : *found) {
    Query rows =
        database_.query(sql(kAboutSql, fmt::format("WHERE qi.query = ?1 {}", kAboutOrder)));
    auto about = all(rows.bind(1, one.id.value), readAbout);
    if (!about) return base::passOn(about);
    for (About& each : *about) one.items.push_back(std::move(each.item));
  }
  return found;
}

Result<model::Query> Queries::query(const model::QueryId& id) const {
  const auto there = hasQueries(database_);
  if (!there) return base::passOn(there);
  if (!*there) return notThere("query", id.value);
  const ReadScope scope(database_);
  if (!scope.begun()) return base::passOn(scope.begun());
  Query query = database_.query(sql(kQuerySql, "AND q.id = ?1"));
  auto found = one(query.bind(1, id.value), readQuery, "query", id.value);
  if (!found) return found;
  Query rows = database_.query(sql(kAboutSql, fmt::format("WHERE qi.query = ?1 {}", kAboutOrder)));
  auto about = all(rows.bind(1, id.value), readAbout);
  if (!about) return base::passOn(about);
  for (About& one : *about) found->items.push_back(std::move(one.item));
  return found;
}

Result<std::vector<model::Snapshot>> Queries::snapshots(
    const std::optional<model::SourceId>& source) const {
  const auto there = hasQueries(database_);
  if (!there) return base::passOn(there);
  if (!*there) return std::vector<model::Snapshot>();
  Query query =
      database_.query(sql(kSnapshotSql, source ? "AND n.source = ?1 ORDER BY n.taken, n.id"
                                               : "ORDER BY n.taken, n.id"));
  if (source) query.bind(1, source->value);
  return all(query, readSnapshot);
}

// From the event itself: the state has no second copy of them.
Result<std::string> Queries::snapshotBytes(const model::SnapshotId& id) const {
  const auto there = hasQueries(database_);
  if (!there) return base::passOn(there);
  if (!*there) return notThere("snapshot", id.value);
  Query query = database_.query(
      "SELECT e.payload, e.payload_hash IS NOT NULL, n.name FROM snapshot n "
      "JOIN event e ON e.id = n.id AND e.op = 'create' WHERE n.id = ?1 AND n.removed = 0");
  const auto row = query.bind(1, id.value).step();
  if (!row) return base::passOn(row);
  if (!*row) return notThere("snapshot", id.value);
  const std::string payload = query.text(0);
  const bool redacted = query.integer(1) != 0;
  const std::string name = query.text(2);
  if (auto sound = query.sound(); !sound) return base::passOn(sound);
  auto record = decodeSnapshot(payload);
  if (!record) return base::passOn(record);
  if (base::sha256Hex(record->bytes) == record->snapshot.sha256) return std::move(record->bytes);
  return base::fail(
      ErrorCode::corrupt,
      redacted ? fmt::format("Words were redacted in the snapshot {}; it is no longer what was "
                             "taken. Its SHA-256 is kept.",
                             name)
               : fmt::format("The snapshot {} does not have its SHA-256. Run assay verify, and "
                             "restore a backup.",
                             name));
}

Result<std::int64_t> Queries::nextQueryNumber() const {
  Query query = database_.query("SELECT ifnull(max(number), 0) FROM query");
  const auto row = query.step();
  if (!row) return base::passOn(row);
  return query.integer(0) + 1;
}

}  // namespace assay::store
