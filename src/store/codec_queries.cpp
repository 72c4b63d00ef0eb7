// Queries and snapshots as payloads.
#include "base/base64.h"
#include "store/codec.h"
#include "store/codec_json.h"

namespace assay::store {

using base::Result;

std::string encode(const model::Query& query) {
  JsonWriter items = JsonWriter::array();
  for (const model::ItemId& item : query.items) items.add(item.value);
  return JsonWriter::object()
      .add("answer", query.answer)
      .add("answered", query.answeredAt)
      .add("article", query.article.value)
      .add("asked", query.askedAt)
      .add("contact", query.contact)
      .add("items", items)
      .add("kind", model::info(query.kind).id)
      .add("number", query.number)
      .add("recipient", query.recipient)
      .add("text", query.text)
      .done();
}

std::string encode(const SnapshotRecord& record) {
  const model::Snapshot& snapshot = record.snapshot;
  return JsonWriter::object()
      .add("bytes", base::toBase64(record.bytes))
      .add("name", snapshot.name)
      .add("sha256", snapshot.sha256)
      .add("size", snapshot.size)
      .add("source", snapshot.source.value)
      .add("taken", snapshot.takenAt)
      .done();
}

Result<model::Query> decodeQuery(std::string_view payload) {
  return decode<model::Query>(payload, "a query", [](const JsonValue& value) {
    model::Query query;
    query.article.value = as<std::string>(value.at("article"));
    query.number = as<std::int64_t>(value.at("number"));
    for (const JsonValue& item : value.at("items").list())
      query.items.push_back({as<std::string>(item)});
    query.kind = known(value.at("kind"), model::recipientKindById);
    query.recipient = as<std::string>(value.at("recipient"));
    query.contact = as<std::string>(value.at("contact"));
    query.text = as<std::string>(value.at("text"));
    query.askedAt = as<base::Millis>(value.at("asked"));
    query.answeredAt = as<base::Millis>(value.at("answered"));
    query.answer = as<std::string>(value.at("answer"));
    return query;
  });
}

Result<SnapshotRecord> decodeSnapshot(std::string_view payload) {
  return decode<SnapshotRecord>(payload, "a snapshot", [](const JsonValue& value) {
    SnapshotRecord record;
    model::Snapshot& snapshot = record.snapshot;
    snapshot.source.value = as<std::string>(value.at("source"));
    snapshot.name = as<std::string>(value.at("name"));
    snapshot.sha256 = as<std::string>(value.at("sha256"));
    snapshot.size = as<std::uint64_t>(value.at("size"));
    snapshot.takenAt = as<base::Millis>(value.at("taken"));
    auto bytes = base::fromBase64(as<std::string>(value.at("bytes")));
    if (!bytes) throw NotReadable("its bytes are not in base 64");
    record.bytes = std::move(*bytes);
    return record;
  });
}

}  // namespace assay::store
