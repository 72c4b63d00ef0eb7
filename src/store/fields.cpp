#include "store/fields.h"

#include <fmt/format.h>

#include <array>
#include <charconv>

#include "base/utf8.h"
#include "store/limits.h"

namespace assay::store {

using base::ErrorCode;
using base::Result;

namespace {

// Whether one of the model's tables has the word.
template <auto find>
bool knows(std::string_view word) {
  return find(word).has_value();
}

constexpr auto kText = ValueKind::text;
constexpr auto kSwitch = ValueKind::switchValue;
constexpr auto kWord = ValueKind::word;

constexpr std::array kFields{
    FieldInfo{Entity::item, "status", "status", kWord, knows<model::statusById>},
    FieldInfo{Entity::item, "wording", "wording", kWord, knows<model::wordingVerdictById>},
    FieldInfo{Entity::item, "flags", "flags", ValueKind::number},
    FieldInfo{Entity::item, "verdict", "verdict", kText},
    FieldInfo{Entity::item, "explanation", "explanation", kText},
    FieldInfo{Entity::item, "note", "note", kText},
    FieldInfo{Entity::item, "correction", "correction", kText},
    FieldInfo{Entity::item, "kind", "kind", kWord, knows<model::itemKindById>},
    FieldInfo{Entity::item, "speaker", "speaker", ValueKind::identity},
    FieldInfo{Entity::item, "parent", "parent", ValueKind::identity},
    FieldInfo{Entity::item, kRemovedField, "removed", kSwitch},
    FieldInfo{Entity::source, "kind", "kind", kWord, knows<model::sourceKindById>},
    FieldInfo{Entity::source, "title", "title", kText},
    FieldInfo{Entity::source, "author", "author", kText},
    FieldInfo{Entity::source, "publisher", "publisher", kText},
    FieldInfo{Entity::source, "url", "url", kText},
    FieldInfo{Entity::source, "archived_url", "archived_url", kText},
    FieldInfo{Entity::source, "looked_at", "looked_at", kText},
    FieldInfo{Entity::source, "contact", "contact", kText},
    FieldInfo{Entity::source, "note", "note", kText},
    FieldInfo{Entity::source, "sensitive", "sensitive", kSwitch},
    FieldInfo{Entity::source, kRemovedField, "removed", kSwitch},
    FieldInfo{Entity::evidence, "stance", "stance", kWord, knows<model::stanceById>},
    FieldInfo{Entity::evidence, "excerpt", "excerpt", kText},
    FieldInfo{Entity::evidence, "locator", "locator", kText},
    FieldInfo{Entity::evidence, "note", "note", kText},
    FieldInfo{Entity::evidence, kRemovedField, "removed", kSwitch},
    FieldInfo{Entity::article, "title", "title", kText},
    FieldInfo{Entity::article, "byline", "byline", kText},
    FieldInfo{Entity::article, "outlet", "outlet", kText},
    FieldInfo{Entity::article, "url", "url", kText},
    FieldInfo{Entity::article, kRemovedField, "removed", kSwitch},
    FieldInfo{Entity::speaker, "name", "name", kText},
    FieldInfo{Entity::speaker, "kind", "kind", kWord, knows<model::speakerKindById>},
    FieldInfo{Entity::speaker, "roles", "roles", ValueKind::lines},
    FieldInfo{Entity::speaker, kRemovedField, "removed", kSwitch},
    FieldInfo{Entity::draft, kRemovedField, "removed", kSwitch},
    FieldInfo{Entity::query, "kind", "kind", kWord, knows<model::recipientKindById>},
    FieldInfo{Entity::query, "recipient", "recipient", kText},
    FieldInfo{Entity::query, "contact", "contact", kText},
    FieldInfo{Entity::query, "text", "text", kText},
    FieldInfo{Entity::query, "asked", "asked", ValueKind::time},
    FieldInfo{Entity::query, "answered", "answered", ValueKind::time},
    FieldInfo{Entity::query, "answer", "answer", kText},
    FieldInfo{Entity::query, kRemovedField, "removed", kSwitch},
    FieldInfo{Entity::snapshot, kRemovedField, "removed", kSwitch},
};

// The names in the order of the contract's enumerations.
constexpr std::array<std::string_view, 10> kItemFields{
    "status", "wording",    "flags", "verdict", "explanation",
    "note",   "correction", "kind",  "speaker", "parent"};
constexpr std::array<std::string_view, 10> kSourceFields{
    "kind",         "title",     "author",  "publisher", "url",
    "archived_url", "looked_at", "contact", "note",      "sensitive"};
constexpr std::array<std::string_view, 4> kEvidenceFields{"stance", "excerpt", "locator", "note"};
constexpr std::array<std::string_view, 4> kArticleFields{"title", "byline", "outlet", "url"};
constexpr std::array<std::string_view, 3> kSpeakerFields{"name", "kind", "roles"};
constexpr std::array<std::string_view, 7> kQueryFields{"kind",  "recipient", "contact", "text",
                                                       "asked", "answered",  "answer"};

template <class Names, class Field>
std::string_view nameIn(const Names& names, Field field) {
  return names[static_cast<std::size_t>(field)];
}

/// Only of entities that have fields.
Table tableOf(Entity entity) {
  switch (entity) {
    case Entity::article: return Table::article;
    case Entity::draft: return Table::draft;
    case Entity::speaker: return Table::speaker;
    case Entity::source: return Table::source;
    case Entity::evidence: return Table::evidence;
    case Entity::query: return Table::query;
    case Entity::snapshot: return Table::snapshot;
    default: return Table::item;
  }
}

base::Error noSuchField(Entity entity, std::string_view field) {
  return {ErrorCode::corrupt,
          fmt::format("There is no field \"{}\" of {}.", field, entityName(entity)),
          {},
          nullptr};
}

// The first column of the one row; nothing when there is none.
Result<std::optional<std::string>> oneText(Query& query) {
  const auto row = query.step();
  if (!row) return base::passOn(row);
  if (!*row) return std::optional<std::string>();
  std::optional<std::string> value = query.text(0);
  if (auto sound = query.sound(); !sound) return base::passOn(sound);
  return value;
}

// An item without an anchor in the draft has the empty text as its value, as long as it exists.
Result<std::optional<std::string>> currentAnchor(Database& database, std::string_view id,
                                                 std::string_view draft) {
  Query query = database.query(
      "SELECT ifnull((SELECT value FROM anchor WHERE item = ?1 AND draft = ?2), '') "
      "FROM item WHERE id = ?1");
  query.bind(1, id).bind(2, draft);
  return oneText(query);
}

Result<std::optional<std::string>> currentRole(Database& database, std::string_view id,
                                               std::int64_t ordinal) {
  Query query = database.query(
      "SELECT role || iif(given, ' given', '') FROM block WHERE draft = ?1 AND ordinal = ?2");
  query.bind(1, id).bind(2, ordinal);
  return oneText(query);
}

Result<std::optional<std::string>> currentAbout(Database& database, std::string_view id,
                                                std::string_view item) {
  Query query = database.query(
      "SELECT iif(EXISTS (SELECT 1 FROM query_item WHERE query = ?1 AND item = ?2), '1', '0') "
      "FROM query WHERE id = ?1");
  query.bind(1, id).bind(2, item);
  return oneText(query);
}

Result<void> storeAbout(State& state, std::string_view id, std::string_view item,
                        std::string_view value) {
  if (value == "1") return state.put(Table::queryItem, {id, item});
  return state.erase(Table::queryItem, {id, item});
}

// The empty value takes the anchor away: what undo of a first anchor leads back to.
Result<void> storeAnchor(State& state, std::string_view id, std::string_view draft,
                         std::string_view value) {
  if (value.empty()) return state.erase(Table::anchor, {id, draft});
  return state.put(Table::anchor, {id, draft, value});
}

// An UPDATE that meets no row is silent in SQL; in a fold it is an event about nothing.
Result<void> mustBeFound(const Result<bool>& found, Entity entity, std::string_view id) {
  if (!found) return base::passOn(found);
  if (*found) return {};
  return std::unexpected(noSuchThing(entity, id));
}

Result<void> storeRole(State& state, std::string_view id, std::int64_t ordinal,
                       std::string_view value) {
  constexpr std::string_view kGiven = " given";
  const bool given = value.ends_with(kGiven);
  if (given) value.remove_suffix(kGiven.size());
  const auto found = state.set(Table::block, {id, ordinal}, {{"role", value}, {"given", given}});
  return mustBeFound(found, Entity::draft, id);
}

}  // namespace

const FieldInfo* findField(Entity entity, std::string_view name) {
  for (const FieldInfo& field : kFields) {
    if (field.entity == entity && field.name == name) return &field;
  }
  return nullptr;
}

base::Error noSuchThing(Entity entity, std::string_view id) {
  return {
      ErrorCode::corrupt, fmt::format("There is no {} {}.", entityName(entity), id), {}, nullptr};
}

std::string_view fieldName(ItemField field) { return nameIn(kItemFields, field); }
std::string_view fieldName(SourceField field) { return nameIn(kSourceFields, field); }
std::string_view fieldName(EvidenceField field) { return nameIn(kEvidenceFields, field); }
std::string_view fieldName(ArticleField field) { return nameIn(kArticleFields, field); }
std::string_view fieldName(SpeakerField field) { return nameIn(kSpeakerFields, field); }
std::string_view fieldName(QueryField field) { return nameIn(kQueryFields, field); }

std::optional<std::int64_t> numberFromText(std::string_view text) {
  std::int64_t number = 0;
  const char* end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, number);
  if (error != std::errc{} || stop != end || number < 0) return std::nullopt;
  // One text for one number: "012" would be equal in the state and different in the record.
  if (std::to_string(number) != text) return std::nullopt;
  return number;
}

Result<void> checkText(std::string_view what, std::string_view value) {
  if (value.size() > kMostBytesOfAText) {
    return base::fail(ErrorCode::tooLarge,
                      fmt::format("{} is {} bytes long; at most {} are stored. Shorten it.", what,
                                  value.size(), kMostBytesOfAText));
  }
  if (const auto at = base::firstInvalidByte(value)) {
    return base::fail(ErrorCode::invalidInput,
                      fmt::format("{} is not valid UTF-8 at byte {}. Type it again.", what, *at));
  }
  if (const std::size_t at = value.find('\0'); at != std::string_view::npos) {
    return base::fail(ErrorCode::invalidInput,
                      fmt::format("{} has a NUL at byte {}. Take it out.", what, at));
  }
  return {};
}

Result<void> checkValue(const FieldInfo& field, std::string_view value) {
  const std::string what = fmt::format("The {}", field.name);
  if (auto text = checkText(what, value); !text) return text;
  const auto refuse = [&](std::string_view expected) {
    return base::fail(ErrorCode::invalidInput,
                      fmt::format("{} of the {} cannot be \"{}\". {}", what,
                                  entityName(field.entity), base::shortened(value, 40), expected));
  };
  switch (field.kind) {
    case ValueKind::text:
    case ValueKind::lines:
    case ValueKind::identity: return {};
    case ValueKind::switchValue:
      if (value != "0" && value != "1") return refuse("It is 0 or 1.");
      return {};
    case ValueKind::number:
      if (const auto number = numberFromText(value); !number || *number > 255) {
        return refuse("It is a number from 0 to 255.");
      }
      return {};
    case ValueKind::time:
      if (!numberFromText(value)) return refuse("It is a number of milliseconds since 1970.");
      return {};
    case ValueKind::word:
      if (!field.knows(value)) return refuse("Use one of the words of the list.");
      return {};
  }
  return {};
}

Result<std::optional<std::string>> currentValue(Database& database, Entity entity,
                                                std::string_view id, std::string_view field) {
  if (entity == Entity::item && field.starts_with(kAnchorField)) {
    return currentAnchor(database, id, field.substr(kAnchorField.size()));
  }
  if (entity == Entity::draft && field.starts_with(kBlockField)) {
    const auto ordinal = numberFromText(field.substr(kBlockField.size()));
    if (!ordinal) return std::unexpected(noSuchField(entity, field));
    return currentRole(database, id, *ordinal);
  }
  if (entity == Entity::query && field.starts_with(kAboutField)) {
    return currentAbout(database, id, field.substr(kAboutField.size()));
  }
  const FieldInfo* info = findField(entity, field);
  if (info == nullptr) return std::unexpected(noSuchField(entity, field));
  // Table and column come from the table above, never from a caller.
  Query query =
      database.query(fmt::format("SELECT CAST(ifnull({}, '') AS TEXT) FROM {} WHERE id = ?1",
                                 info->column, entityName(entity)));
  query.bind(1, id);
  return oneText(query);
}

Result<void> storeValue(State& state, Entity entity, std::string_view id, std::string_view field,
                        std::string_view value) {
  if (entity == Entity::item && field.starts_with(kAnchorField)) {
    return storeAnchor(state, id, field.substr(kAnchorField.size()), value);
  }
  if (entity == Entity::draft && field.starts_with(kBlockField)) {
    const auto ordinal = numberFromText(field.substr(kBlockField.size()));
    if (!ordinal) return std::unexpected(noSuchField(entity, field));
    return storeRole(state, id, *ordinal, value);
  }
  if (entity == Entity::query && field.starts_with(kAboutField)) {
    return storeAbout(state, id, field.substr(kAboutField.size()), value);
  }
  const FieldInfo* info = findField(entity, field);
  if (info == nullptr) return std::unexpected(noSuchField(entity, field));
  Cell cell = value;
  switch (info->kind) {
    case ValueKind::number:
    case ValueKind::time:
    case ValueKind::switchValue: {
      const auto number = numberFromText(value);
      if (!number) return std::unexpected(noSuchField(entity, field));
      cell = *number;
      break;
    }
    case ValueKind::identity:
      if (value.empty()) cell = nullptr;
      break;
    default: break;
  }
  return mustBeFound(state.set(tableOf(entity), {id}, {{info->column, cell}}), entity, id);
}

}  // namespace assay::store
