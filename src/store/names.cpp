#include "store/names.h"

#include <fmt/format.h>

#include "model/status.h"
#include "store/codec.h"
#include "store/fields.h"

namespace assay::store {

using base::Result;

namespace {

std::string_view nameSql(Entity entity) {
  switch (entity) {
    case Entity::article: return "SELECT 'A' || number FROM article WHERE id = ?1";
    case Entity::draft:
      return "SELECT 'draft ' || draft.number || ' of A' || article.number FROM draft "
             "JOIN article ON article.id = draft.article WHERE draft.id = ?1";
    case Entity::speaker: return "SELECT name FROM speaker WHERE id = ?1";
    case Entity::item: return "SELECT letter || number FROM item WHERE id = ?1";
    case Entity::source: return "SELECT 'S' || number FROM source WHERE id = ?1";
    case Entity::evidence:
      return "SELECT 'the evidence on ' || item.letter || item.number FROM evidence "
             "JOIN item ON item.id = evidence.item WHERE evidence.id = ?1";
    case Entity::query: return "SELECT 'query ' || number FROM query WHERE id = ?1";
    case Entity::snapshot:
      return "SELECT 'the snapshot of S' || source.number FROM snapshot "
             "JOIN source ON source.id = snapshot.source WHERE snapshot.id = ?1";
    case Entity::command: return "SELECT label FROM command WHERE id = ?1";
    case Entity::event: break;
  }
  return "SELECT ?1";
}

// "10" is how flags are recorded; "legal, call back" is what they are.
std::string flagWords(std::string_view value) {
  const auto bits = numberFromText(value);
  if (!bits || *bits > 255) return std::string(value);
  const model::FlagSet set{static_cast<std::uint8_t>(*bits)};
  std::string words;
  for (const model::FlagInfo& flag : model::flags()) {
    if (!set.has(flag.flag)) continue;
    if (!words.empty()) words += ", ";
    words += flag.word;
  }
  return words;
}

}  // namespace

Result<std::string> thingName(Database& database, Entity entity, std::string_view id) {
  Query query = database.query(nameSql(entity));
  const auto row = query.bind(1, id).step();
  if (!row) return base::passOn(row);
  if (!*row) return fmt::format("the {}", entityName(entity));
  std::string name = query.text(0);
  if (auto sound = query.sound(); !sound) return base::passOn(sound);
  return name;
}

Result<std::string> shownValue(Database& database, Entity entity, std::string_view field,
                               std::string_view value) {
  if (field.starts_with(kAnchorField)) {
    if (value.empty()) return std::string();
    const auto anchor = decodeAnchor(value);
    if (!anchor) return base::passOn(anchor);
    return anchor->exact;
  }
  if (field == "flags") return flagWords(value);
  if (field == kRemovedField || field == "sensitive" || field.starts_with(kAboutField))
    return std::string(value == "1" ? "yes" : "no");
  if (entity == Entity::item && field == "speaker" && !value.empty()) {
    return thingName(database, Entity::speaker, value);
  }
  if (entity == Entity::item && field == "parent" && !value.empty()) {
    return thingName(database, Entity::item, value);
  }
  if (entity == Entity::query && (field == "asked" || field == "answered")) {
    const auto at = numberFromText(value);
    return !at || *at == 0 ? std::string() : base::utcTimestamp(*at);
  }
  return std::string(value);
}

std::string shownField(std::string_view field) {
  if (field.starts_with(kAnchorField)) return "place";
  if (field.starts_with(kBlockField)) {
    return fmt::format("role of block {}", field.substr(kBlockField.size()));
  }
  if (field.starts_with(kAboutField)) return "what it is about";
  return std::string(field);
}

}  // namespace assay::store
