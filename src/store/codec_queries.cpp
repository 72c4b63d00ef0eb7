// Queries and snapshots as payloads.
#include "base/base64.h"
#include "store/codec.h"
#include "store/codec_json.h"

namespace assay::store {

using base::Result;

std::string encode(const model::Query& query) {
  json items = json::array();
  for (const model::ItemId& item : query.items) items.push_back(item.value);
  return dump({{"article", query.article.value},
               {"number", query.number},
               {"items", std::move(items)},
               {"kind", model::info(query.kind).id},
               {"recipient", query.recipient},
               {"contact", query.contact},
               {"text", query.text},
               {"asked", query.askedAt},
               {"answered", query.answeredAt},
               {"answer", query.answer}});
}

std::string encode(const SnapshotRecord& record) {
  const model::Snapshot& snapshot = record.snapshot;
  return dump({{"source", snapshot.source.value},
               {"name", snapshot.name},
               {"sha256", snapshot.sha256},
               {"size", snapshot.size},
               {"taken", snapshot.takenAt},
               {"bytes", base::toBase64(record.bytes)}});
}

Result<model::Query> decodeQuery(std::string_view payload) {
  return decode<model::Query>(payload, "a query", [](const json& value) {
    model::Query query;
    query.article.value = value.at("article").get<std::string>();
    query.number = value.at("number").get<std::int64_t>();
    for (const json& item : value.at("items")) query.items.push_back({item.get<std::string>()});
    query.kind = known(value.at("kind"), model::recipientKindById);
    query.recipient = value.at("recipient").get<std::string>();
    query.contact = value.at("contact").get<std::string>();
    query.text = value.at("text").get<std::string>();
    query.askedAt = value.at("asked").get<base::Millis>();
    query.answeredAt = value.at("answered").get<base::Millis>();
    query.answer = value.at("answer").get<std::string>();
    return query;
  });
}

Result<SnapshotRecord> decodeSnapshot(std::string_view payload) {
  return decode<SnapshotRecord>(payload, "a snapshot", [](const json& value) {
    SnapshotRecord record;
    model::Snapshot& snapshot = record.snapshot;
    snapshot.source.value = value.at("source").get<std::string>();
    snapshot.name = value.at("name").get<std::string>();
    snapshot.sha256 = value.at("sha256").get<std::string>();
    snapshot.size = value.at("size").get<std::uint64_t>();
    snapshot.takenAt = value.at("taken").get<base::Millis>();
    auto bytes = base::fromBase64(value.at("bytes").get_ref<const std::string&>());
    if (!bytes) throw std::invalid_argument("its bytes are not in base 64");
    record.bytes = std::move(*bytes);
    return record;
  });
}

}  // namespace assay::store
