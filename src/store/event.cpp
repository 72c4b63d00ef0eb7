#include "store/event.h"

#include <algorithm>
#include <array>
#include <utility>

namespace assay::store {

using base::ErrorCode;
using base::Result;

namespace {

constexpr std::array<std::pair<Entity, std::string_view>, 10> kEntities{{
    {Entity::command, "command"},
    {Entity::article, "article"},
    {Entity::draft, "draft"},
    {Entity::speaker, "speaker"},
    {Entity::item, "item"},
    {Entity::source, "source"},
    {Entity::evidence, "evidence"},
    {Entity::query, "query"},
    {Entity::snapshot, "snapshot"},
    {Entity::event, "event"},
}};

constexpr std::array<std::pair<Op, std::string_view>, 3> kOps{{
    {Op::create, "create"},
    {Op::set, "set"},
    {Op::redact, "redact"},
}};

// A length before every field: no two different events have the same canonical form.
void append(std::string& out, std::string_view field) {
  out += std::to_string(field.size());
  out += ':';
  out += field;
  out += '\n';
}

}  // namespace

std::optional<base::Sha256> digestOf(std::span<const std::uint8_t> bytes) {
  base::Sha256 digest{};
  if (bytes.size() != digest.size()) return std::nullopt;
  std::ranges::copy(bytes, digest.begin());
  return digest;
}

std::string_view entityName(Entity entity) {
  return kEntities[static_cast<std::size_t>(entity)].second;
}

std::optional<Entity> entityByName(std::string_view name) {
  for (const auto& [entity, word] : kEntities) {
    if (word == name) return entity;
  }
  return std::nullopt;
}

std::string_view opName(Op op) { return kOps[static_cast<std::size_t>(op)].second; }

std::optional<Op> opByName(std::string_view name) {
  for (const auto& [op, word] : kOps) {
    if (word == name) return op;
  }
  return std::nullopt;
}

base::Sha256 eventHash(const Event& event) {
  std::string form = "assay event 1\n";
  form.reserve(512);
  append(form, base::hex(event.prev));
  append(form, event.actor);
  append(form, std::to_string(event.aseq));
  append(form, std::to_string(event.hlc));
  append(form, std::to_string(event.schema));
  append(form, opName(event.op));
  append(form, entityName(event.entity));
  append(form, event.id);
  append(form, event.field);
  // Hashes in place of the values: a value can then be redacted without breaking the chain.
  if (event.baseHash) {
    append(form, base::hex(*event.baseHash));
  } else {
    append(form, event.base ? base::sha256Hex(*event.base) : "");
  }
  append(form, event.payloadHash ? base::hex(*event.payloadHash) : base::sha256Hex(event.payload));
  return base::sha256(form);
}

std::string eventName(std::string_view actor, std::int64_t aseq) {
  return std::string(actor) + "/" + std::to_string(aseq);
}

std::int64_t nextHlc(std::int64_t last, base::Millis now) {
  return std::max(last + 1, std::clamp<base::Millis>(now, 0, kLatestHlc >> 16) << 16);
}

Result<void> readEvent(const Query& row, Event& event) {
  row.text(0, event.actor);
  event.aseq = row.integer(1);
  event.hlc = row.integer(2);
  event.schema = row.integer(3);
  const std::string op = row.text(4);
  const std::string entity = row.text(5);
  row.text(6, event.id);
  row.text(7, event.field);
  event.base = row.optionalText(8);
  row.text(9, event.payload);
  if (auto sound = row.sound(); !sound) return base::passOn(sound);
  const auto name = [&] { return eventName(event.actor, event.aseq); };
  const auto knownOp = opByName(op);
  const auto knownEntity = entityByName(entity);
  if (!knownOp || !knownEntity) {
    return base::fail(ErrorCode::unsupported, "Event " + name() + " (\"" + op + "\" of \"" +
                                                  entity +
                                                  "\") is of a kind this version does not know.");
  }
  event.op = *knownOp;
  event.entity = *knownEntity;
  event.baseHash = row.isNull(10) ? std::nullopt : digestOf(row.blob(10));
  event.payloadHash = row.isNull(11) ? std::nullopt : digestOf(row.blob(11));
  const auto prev = digestOf(row.blob(12));
  const auto hash = digestOf(row.blob(13));
  const bool badRedaction =
      (!row.isNull(10) && !event.baseHash) || (!row.isNull(11) && !event.payloadHash);
  if (!prev || !hash || badRedaction) {
    return base::fail(ErrorCode::corrupt, "Event " + name() + " has a hash of the wrong length.");
  }
  event.prev = *prev;
  event.hash = *hash;
  return {};
}

Result<Event> readEvent(const Query& row) {
  Event event;
  if (auto read = readEvent(row, event); !read) return base::passOn(read);
  return event;
}

Result<void> insertEvent(Database& database, const Event& event) {
  Query insert = database.query(
      "INSERT INTO event (actor, aseq, hlc, schema, op, entity, id, field, base, payload, "
      "base_hash, payload_hash, prev, hash) "
      "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)");
  insert.bind(1, event.actor).bind(2, event.aseq).bind(3, event.hlc).bind(4, event.schema);
  insert.bind(5, opName(event.op)).bind(6, entityName(event.entity));
  insert.bind(7, event.id).bind(8, event.field).bindOptional(9, event.base).bind(10, event.payload);
  if (event.baseHash) insert.bindBlob(11, *event.baseHash);
  if (event.payloadHash) insert.bindBlob(12, *event.payloadHash);
  return insert.bindBlob(13, event.prev).bindBlob(14, event.hash).run();
}

}  // namespace assay::store
