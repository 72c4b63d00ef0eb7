#include "store/transaction.h"

#include <fmt/format.h>

#include "base/hash.h"
#include "base/utf8.h"
#include "store/fields.h"
#include "store/limits.h"

namespace assay::store {

using base::ErrorCode;
using base::Result;

namespace {

constexpr std::size_t kLongestIdentity = 200;

// The first failing check, so that an `add` reads as a list.
Result<void> checkTexts(
    std::initializer_list<std::pair<std::string_view, std::string_view>> texts) {
  for (const auto& [what, value] : texts) {
    if (auto ok = checkText(what, value); !ok) return ok;
  }
  return {};
}

// Numbers are people's names for things ("Q3"): zero and below would not be read back.
Result<void> checkNumber(std::string_view what, std::int64_t number) {
  if (number > 0) return {};
  return base::fail(ErrorCode::invalidInput,
                    fmt::format("The number of {} is {}; numbers begin at 1.", what, number));
}

// Also refuses what is not a number at all, which compares as false both ways.
Result<void> checkShare(std::string_view what, double value) {
  if (value >= 0 && value <= 1) return {};
  return base::fail(ErrorCode::invalidInput,
                    fmt::format("The {} of an item is {}; it lies between 0 and 1.", what, value));
}

// Views walk the blocks in order and cut the text by them without looking again.
Result<void> checkBlocks(const model::Draft& draft) {
  std::size_t end = 0;
  for (const model::Block& block : draft.blocks) {
    if (block.span.begin < end || block.span.end < block.span.begin ||
        block.span.end > draft.text.size()) {
      return base::fail(ErrorCode::invalidInput,
                        fmt::format("A block of the draft ({} to {}) overlaps another or leaves "
                                    "the text of {} bytes.",
                                    block.span.begin, block.span.end, draft.text.size()));
    }
    end = block.span.end;
  }
  return {};
}

// A draft is immutable: what is wrong with it now stays wrong for ever.
Result<void> checkDraftText(const model::Draft& draft) {
  if (draft.text.size() > static_cast<std::size_t>(kMostBytesOfADraft)) {
    return base::fail(ErrorCode::tooLarge,
                      fmt::format("The draft is {} bytes long; at most {} are stored. Cut it into "
                                  "parts.",
                                  draft.text.size(), kMostBytesOfADraft));
  }
  if (const auto at = base::firstInvalidByte(draft.text)) {
    return base::fail(ErrorCode::invalidInput,
                      fmt::format("The draft is not valid UTF-8 at byte {}.", *at));
  }
  if (draft.sha256 != base::sha256Hex(draft.text)) {
    return base::fail(ErrorCode::invalidInput, "The SHA-256 of the draft is not that of its text.");
  }
  return checkBlocks(draft);
}

bool inside(base::Span span, std::size_t size) {
  return span.begin <= span.end && span.end <= size;
}

}  // namespace

// ---------------------------------------------------------------------------------------- checks

Result<bool> StoreTransaction::exists(std::string_view sql, std::string_view first,
                                      std::string_view second) {
  Query query = database_.query(sql);
  query.bind(1, first);
  if (!second.empty()) query.bind(2, second);
  return query.step();
}

// Removed things count as gone: a change of something out of sight is a mistake of the caller, or
// somebody else removed it meanwhile. Both want the same advice.
Result<void> StoreTransaction::mustExist(Entity entity, std::string_view id) {
  const auto found = exists(
      fmt::format("SELECT 1 FROM {} WHERE id = ?1 AND removed = 0", entityName(entity)), id, {});
  if (!found) return base::passOn(found);
  if (*found) return {};
  return base::fail(ErrorCode::notFound,
                    fmt::format("There is no {} {} in the store; it may have been removed. Look at "
                                "the list again.",
                                entityName(entity), base::shortened(id, 60)));
}

// Removed things count here: an identity is never used again.
Result<void> StoreTransaction::mustBeNew(Entity entity, std::string_view id) {
  if (auto ok = checkText("An identity", id); !ok) return ok;
  if (id.empty() || id.size() > kLongestIdentity) {
    return base::fail(ErrorCode::invalidInput,
                      fmt::format("An identity of {} has {} bytes; it has 1 to {}.",
                                  entityName(entity), id.size(), kLongestIdentity));
  }
  const auto taken =
      exists(fmt::format("SELECT 1 FROM {} WHERE id = ?1", entityName(entity)), id, {});
  if (!taken) return base::passOn(taken);
  if (!*taken) return {};
  return base::fail(ErrorCode::invalidInput,
                    fmt::format("The {} {} is in the store already.", entityName(entity), id));
}

Result<void> StoreTransaction::checkAnchor(const model::DraftId& draft, std::string_view article,
                                           const model::Anchor& anchor) {
  if (anchorDraft_ != draft.value) {
    Query query = database_.query("SELECT size, article FROM draft WHERE id = ?1 AND removed = 0");
    const auto row = query.bind(1, draft.value).step();
    if (!row) return base::passOn(row);
    if (!*row) return mustExist(Entity::draft, draft.value);
    anchorSize_ = static_cast<std::size_t>(query.integer(0));
    anchorArticle_ = query.text(1);
    if (auto sound = query.sound(); !sound) return sound;
    anchorDraft_ = draft.value;
  }
  if (anchorArticle_ != article) {
    return base::fail(ErrorCode::invalidInput,
                      "An item cannot be laid on a draft of another article.");
  }
  bool fits = !anchor.spans.empty();
  for (const base::Span& span : anchor.spans) fits = fits && inside(span, anchorSize_);
  if (anchor.cue) fits = fits && inside(*anchor.cue, anchorSize_);
  if (anchor.source) fits = fits && inside(*anchor.source, anchorSize_);
  if (!fits) {
    return base::fail(
        ErrorCode::invalidInput,
        fmt::format("The place of an item does not lie in its draft of {} bytes.", anchorSize_));
  }
  return checkTexts({{"The text of an item", anchor.exact},
                     {"The text before an item", anchor.prefix},
                     {"The text after an item", anchor.suffix}});
}

// ------------------------------------------------------------------------------------------- add

Result<void> StoreTransaction::add(const model::Article& article) {
  if (auto ok = mustBeNew(Entity::article, article.id.value); !ok) return ok;
  if (auto ok = checkNumber("an article", article.number); !ok) return ok;
  auto texts = checkTexts({{"The title", article.title},
                           {"The byline", article.byline},
                           {"The outlet", article.outlet},
                           {"The web address", article.url}});
  if (!texts) return texts;
  return recorder_.create(Entity::article, article.id.value, encode(article));
}

Result<void> StoreTransaction::add(const model::Draft& draft) {
  if (auto ok = mustBeNew(Entity::draft, draft.id.value); !ok) return ok;
  if (auto ok = mustExist(Entity::article, draft.article.value); !ok) return ok;
  if (auto ok = checkNumber("a draft", draft.number); !ok) return ok;
  if (auto ok = checkTexts({{"The origin", draft.origin}, {"The format", draft.format}}); !ok) {
    return ok;
  }
  if (auto ok = checkDraftText(draft); !ok) return ok;
  return recorder_.create(Entity::draft, draft.id.value, encode(draft));
}

Result<void> StoreTransaction::add(const model::StoredSpeaker& speaker) {
  if (auto ok = mustBeNew(Entity::speaker, speaker.id.value); !ok) return ok;
  if (auto ok = mustExist(Entity::article, speaker.article.value); !ok) return ok;
  if (auto ok = checkText("The name of a speaker", speaker.name); !ok) return ok;
  // Roles are kept one a line, so a line break inside one would make two of it.
  model::StoredSpeaker tidy = speaker;
  for (std::string& role : tidy.roles) {
    if (auto ok = checkText("The role of a speaker", role); !ok) return ok;
    role = base::oneLine(role);
  }
  std::erase(tidy.roles, "");
  return recorder_.create(Entity::speaker, speaker.id.value, encode(tidy));
}

Result<void> StoreTransaction::add(const model::Item& item, const model::DraftId& draft) {
  if (auto ok = mustBeNew(Entity::item, item.id.value); !ok) return ok;
  if (auto ok = mustExist(Entity::article, item.article.value); !ok) return ok;
  if (auto ok = checkNumber("an item", item.number); !ok) return ok;
  if (auto ok = checkAnchor(draft, item.article.value, item.anchor); !ok) return ok;
  if (auto ok = checkShare("confidence", item.confidence); !ok) return ok;
  if (auto ok = checkShare("score", item.score); !ok) return ok;
  if (item.parent) {
    if (auto ok = mustExist(Entity::item, item.parent->value); !ok) return ok;
  }
  if (item.speaker) {
    if (auto ok = mustExist(Entity::speaker, item.speaker->value); !ok) return ok;
  }
  auto texts = checkTexts({{"The verdict", item.verdict},
                           {"The explanation", item.explanation},
                           {"The note", item.note},
                           {"The correction", item.correction}});
  if (!texts) return texts;
  // Removed items are looked at as well: a number is never given out twice.
  Query taken =
      database_.query("SELECT 1 FROM item WHERE article = ?1 AND letter = ?2 AND number = ?3");
  const model::ItemKindInfo& kind = model::info(item.kind);
  taken.bind(1, item.article.value).bind(2, std::string_view(&kind.letter, 1));
  const auto row = taken.bind(3, item.number).step();
  if (!row) return base::passOn(row);
  if (*row) {
    return base::fail(ErrorCode::invalidInput,
                      "The number " + item.numberText() + " is taken in this article.");
  }
  return recorder_.create(Entity::item, item.id.value, encode(ItemRecord{item, draft}));
}

Result<void> StoreTransaction::add(const model::Source& source) {
  if (auto ok = mustBeNew(Entity::source, source.id.value); !ok) return ok;
  if (auto ok = checkNumber("a source", source.number); !ok) return ok;
  auto texts = checkTexts({{"The title", source.title},
                           {"The author", source.author},
                           {"The publisher", source.publisher},
                           {"The web address", source.url},
                           {"The archived address", source.archivedUrl},
                           {"The date looked at", source.lookedAt},
                           {"The contact", source.contact},
                           {"The note", source.note}});
  if (!texts) return texts;
  Query taken = database_.query("SELECT 1 FROM source WHERE number = ?1");
  const auto row = taken.bind(1, source.number).step();
  if (!row) return base::passOn(row);
  if (*row) {
    return base::fail(
        ErrorCode::invalidInput,
        "The number " + model::sourceNumberText(source.number) + " is taken in this store.");
  }
  return recorder_.create(Entity::source, source.id.value, encode(source));
}

Result<void> StoreTransaction::add(const model::Evidence& evidence) {
  if (auto ok = mustBeNew(Entity::evidence, evidence.id.value); !ok) return ok;
  if (auto ok = mustExist(Entity::item, evidence.item.value); !ok) return ok;
  if (auto ok = mustExist(Entity::source, evidence.source.value); !ok) return ok;
  auto texts = checkTexts({{"The excerpt", evidence.excerpt},
                           {"The locator", evidence.locator},
                           {"The note", evidence.note}});
  if (!texts) return texts;
  return recorder_.create(Entity::evidence, evidence.id.value, encode(evidence));
}

// ------------------------------------------------------------------------------------------- set

Result<void> StoreTransaction::change(Entity entity, std::string_view id, std::string_view field,
                                      std::string_view value) {
  auto current = currentValue(database_, entity, id, field);
  if (!current) return base::passOn(current);
  if (!*current) return mustExist(entity, id);
  if (**current == value) return {};
  return recorder_.set(entity, id, field, std::move(**current), std::string(value));
}

Result<void> StoreTransaction::setChecked(Entity entity, std::string_view id,
                                          std::string_view field, std::string_view value) {
  const FieldInfo* info = findField(entity, field);
  if (info == nullptr) return base::fail(ErrorCode::internal, "An unknown field was to be set.");
  if (auto ok = checkValue(*info, value); !ok) return ok;
  if (auto ok = mustExist(entity, id); !ok) return ok;
  return change(entity, id, field, value);
}

Result<void> StoreTransaction::checkSpeakerOf(std::string_view item, std::string_view speaker) {
  if (speaker.empty()) return {};
  if (auto ok = mustExist(Entity::speaker, speaker); !ok) return ok;
  const auto same = exists(
      "SELECT 1 FROM item JOIN speaker ON speaker.article = item.article "
      "WHERE item.id = ?1 AND speaker.id = ?2",
      item, speaker);
  if (!same) return base::passOn(same);
  if (*same) return {};
  return base::fail(ErrorCode::invalidInput, "The speaker of an item is one of its own article.");
}

Result<void> StoreTransaction::checkKindOf(std::string_view item, std::string_view kind) {
  const auto wanted = model::itemKindById(kind);
  if (!wanted) return {};  // setChecked says so
  Query query = database_.query("SELECT letter FROM item WHERE id = ?1");
  const auto row = query.bind(1, item).step();
  if (!row) return base::passOn(row);
  if (!*row || query.text(0) == std::string(1, model::info(*wanted).letter)) return {};
  return base::fail(ErrorCode::invalidInput,
                    "A quote cannot become a claim, nor a claim a quote: its number says what it "
                    "is. Remove it and add the other.");
}

Result<void> StoreTransaction::set(const model::ItemId& id, ItemField field,
                                   std::string_view value) {
  if (field == ItemField::speaker) {
    if (auto ok = mustExist(Entity::item, id.value); !ok) return ok;
    if (auto ok = checkSpeakerOf(id.value, value); !ok) return ok;
  }
  if (field == ItemField::parent) {
    if (auto ok = mustExist(Entity::item, id.value); !ok) return ok;
    if (auto ok = checkParentOf(id.value, value); !ok) return ok;
  }
  if (field == ItemField::kind) {
    if (auto ok = checkKindOf(id.value, value); !ok) return ok;
  }
  return setChecked(Entity::item, id.value, fieldName(field), value);
}

Result<void> StoreTransaction::set(const model::SourceId& id, SourceField field,
                                   std::string_view value) {
  if (field == SourceField::lookedAt && !value.empty() && !model::isDate(value)) {
    return base::fail(ErrorCode::invalidInput,
                      fmt::format("\"{}\" is not a date. Write it as 2026-02-03.",
                                  base::firstInvalidByte(value) ? "" : base::shortened(value, 40)));
  }
  return setChecked(Entity::source, id.value, fieldName(field), value);
}

Result<void> StoreTransaction::set(const model::EvidenceId& id, EvidenceField field,
                                   std::string_view value) {
  return setChecked(Entity::evidence, id.value, fieldName(field), value);
}

Result<void> StoreTransaction::set(const model::ArticleId& id, ArticleField field,
                                   std::string_view value) {
  return setChecked(Entity::article, id.value, fieldName(field), value);
}

Result<void> StoreTransaction::set(const model::SpeakerId& id, SpeakerField field,
                                   std::string_view value) {
  if (field != SpeakerField::roles) {
    return setChecked(Entity::speaker, id.value, fieldName(field), value);
  }
  // Checked first: splitting and joining must not meet a text that is none.
  if (auto ok = checkText("The role of a speaker", value); !ok) return ok;
  std::vector<std::string> roles = splitLines(value);
  for (std::string& role : roles) role = base::oneLine(role);
  std::erase(roles, "");
  return setChecked(Entity::speaker, id.value, fieldName(field), joinLines(roles));
}

Result<void> StoreTransaction::setAnchor(const model::ItemId& id, const model::DraftId& draft,
                                         const model::Anchor& anchor) {
  if (auto ok = mustExist(Entity::item, id.value); !ok) return ok;
  Query query = database_.query("SELECT article FROM item WHERE id = ?1");
  const auto row = query.bind(1, id.value).step();
  if (!row) return base::passOn(row);
  const std::string article = *row ? query.text(0) : std::string();
  if (auto ok = checkAnchor(draft, article, anchor); !ok) return ok;
  return change(Entity::item, id.value, std::string(kAnchorField) + draft.value, encode(anchor));
}

Result<void> StoreTransaction::setBlockRole(const model::DraftId& draft, std::size_t block,
                                            model::BlockRole role) {
  if (auto ok = mustExist(Entity::draft, draft.value); !ok) return ok;
  const std::string field = std::string(kBlockField) + std::to_string(block);
  auto current = currentValue(database_, Entity::draft, draft.value, field);
  if (!current) return base::passOn(current);
  if (!*current) {
    return base::fail(ErrorCode::notFound, fmt::format("The draft has no block {}.", block));
  }
  // A person has said it: from now on the role is not to be guessed again.
  return change(Entity::draft, draft.value, field, std::string(model::info(role).id) + " given");
}

// ---------------------------------------------------------------------------------------- remove

Result<void> StoreTransaction::remove(const model::ItemId& id) {
  return setChecked(Entity::item, id.value, kRemovedField, "1");
}
Result<void> StoreTransaction::remove(const model::SourceId& id) {
  return setChecked(Entity::source, id.value, kRemovedField, "1");
}
Result<void> StoreTransaction::remove(const model::EvidenceId& id) {
  return setChecked(Entity::evidence, id.value, kRemovedField, "1");
}

}  // namespace assay::store
