// What can be changed of a stored thing: the one table of settable fields.
//
// A row names the field as events do, its column, and how its values travel as text. Adding a
// field is adding a row here and a column in schema.cpp. Three fields are no columns of their thing
// and live in tables of their own: where an item stands ("anchor/<draft>"), the role of a draft's
// block ("block/<number>"), and whether a query is about an item ("about/<item>", a switch).
//
// Pure data. Values are checked for their meaning by checkValue, before an event is made of them.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "base/result.h"
#include "store/event.h"
#include "store/state.h"
#include "store/store.h"

namespace assay::store {

enum class ValueKind : std::uint8_t {
  text,         ///< any valid UTF-8
  lines,        ///< a list, one entry a line
  switchValue,  ///< "0" or "1"
  number,       ///< "0" … "255"
  time,         ///< milliseconds since 1970, "0" for never
  identity,     ///< of another thing, or empty for none (NULL in the column)
  word,         ///< an id of one of the model's tables
};

struct FieldInfo {
  Entity entity;
  std::string_view name;    ///< in events and in the history
  std::string_view column;  ///< of the entity's table
  ValueKind kind;
  /// For a word: whether the model knows it. Null otherwise.
  bool (*knows)(std::string_view word) = nullptr;
};

/// The row of a field, or null.
[[nodiscard]] const FieldInfo* findField(Entity entity, std::string_view name);

[[nodiscard]] std::string_view fieldName(ItemField field);
[[nodiscard]] std::string_view fieldName(SourceField field);
[[nodiscard]] std::string_view fieldName(EvidenceField field);
[[nodiscard]] std::string_view fieldName(ArticleField field);
[[nodiscard]] std::string_view fieldName(SpeakerField field);
[[nodiscard]] std::string_view fieldName(QueryField field);

/// A field that names one of many: "anchor/<draft>", "block/<number>", "about/<item>".
inline constexpr std::string_view kAnchorField = "anchor/";
inline constexpr std::string_view kBlockField = "block/";
inline constexpr std::string_view kAboutField = "about/";

/// invalidInput or tooLarge, with a sentence, for a value that the field cannot have.
[[nodiscard]] base::Result<void> checkValue(const FieldInfo& field, std::string_view value);
/// Valid UTF-8 without NUL and at most kMostBytesOfAText bytes. `what` opens the sentence: "The
/// note".
[[nodiscard]] base::Result<void> checkText(std::string_view what, std::string_view value);
/// A number as canonical text ("0", "12"), or nothing.
[[nodiscard]] std::optional<std::int64_t> numberFromText(std::string_view text);

/// The value a field has at present, as text. Nothing when the thing does not exist.
[[nodiscard]] base::Result<std::optional<std::string>> currentValue(Database& database,
                                                                    Entity entity,
                                                                    std::string_view id,
                                                                    std::string_view field);
/// Puts the value into the state. corrupt when there is no such thing or field.
[[nodiscard]] base::Result<void> storeValue(State& state, Entity entity, std::string_view id,
                                            std::string_view field, std::string_view value);
/// For an event about a thing that is not there.
[[nodiscard]] base::Error noSuchThing(Entity entity, std::string_view id);

}  // namespace assay::store
