#include "store/codec.h"

#include <utility>

#include "store/codec_json.h"

namespace assay::store {

using base::ErrorCode;
using base::Result;
using base::Span;
using nlohmann::json;

namespace {

json spanJson(Span span) { return json::array({span.begin, span.end}); }

Span spanOf(const json& value) {
  const Span span{value.at(0).get<std::size_t>(), value.at(1).get<std::size_t>()};
  // `get` turns a negative number into a huge one; either way the ends would be out of order.
  if (!value.at(0).is_number_unsigned() || !value.at(1).is_number_unsigned() ||
      span.end < span.begin) {
    throw std::out_of_range("a span is not two rising numbers");
  }
  return span;
}

json anchorJson(const model::Anchor& anchor) {
  json spans = json::array();
  for (const Span& span : anchor.spans) spans.push_back(spanJson(span));
  json value = {{"spans", std::move(spans)},
                {"exact", anchor.exact},
                {"prefix", anchor.prefix},
                {"suffix", anchor.suffix}};
  if (anchor.cue) value["cue"] = spanJson(*anchor.cue);
  if (anchor.source) value["source"] = spanJson(*anchor.source);
  return value;
}

model::Anchor anchorOf(const json& value) {
  model::Anchor anchor;
  for (const json& span : value.at("spans")) anchor.spans.push_back(spanOf(span));
  if (value.contains("cue")) anchor.cue = spanOf(value["cue"]);
  if (value.contains("source")) anchor.source = spanOf(value["source"]);
  anchor.exact = value.at("exact").get<std::string>();
  anchor.prefix = value.at("prefix").get<std::string>();
  anchor.suffix = value.at("suffix").get<std::string>();
  return anchor;
}

}  // namespace

// --------------------------------------------------------------------------------------- encode

std::string encode(const CommandRecord& command) {
  json value = {{"kind", command.kind}, {"label", command.label}, {"at", command.at}};
  if (command.target) value["target"] = *command.target;
  return dump(value);
}

std::string encode(const model::Article& article) {
  return dump({{"number", article.number},
               {"title", article.title},
               {"byline", article.byline},
               {"outlet", article.outlet},
               {"url", article.url},
               {"added", article.addedAt}});
}

std::string encode(const model::Draft& draft) {
  json blocks = json::array();
  for (const model::Block& block : draft.blocks) {
    blocks.push_back(
        json::array({block.span.begin, block.span.end, model::info(block.role).id, block.given}));
  }
  return dump({{"article", draft.article.value},
               {"number", draft.number},
               {"sha256", draft.sha256},
               {"origin", draft.origin},
               {"format", draft.format},
               {"added", draft.addedAt},
               {"blocks", std::move(blocks)},
               {"text", draft.text}});
}

std::string encode(const model::StoredSpeaker& speaker) {
  return dump({{"article", speaker.article.value},
               {"name", speaker.name},
               {"kind", model::info(speaker.kind).id},
               {"roles", speaker.roles}});
}

std::string encode(const ItemRecord& record) {
  const model::Item& item = record.item;
  json reasons = json::array();
  for (const model::ClaimReason reason : item.reasons) reasons.push_back(model::info(reason).id);
  json value = {{"article", item.article.value},
                {"kind", model::info(item.kind).id},
                {"number", item.number},
                {"draft", record.draft.value},
                {"anchor", anchorJson(item.anchor)},
                {"confidence", item.confidence},
                {"score", item.score},
                {"reasons", std::move(reasons)},
                {"checkable", item.checkable},
                {"status", model::info(item.status).id},
                {"wording", model::info(item.wording).id},
                {"flags", item.flags.bits},
                {"verdict", item.verdict},
                {"explanation", item.explanation},
                {"note", item.note},
                {"correction", item.correction}};
  if (item.parent) value["parent"] = item.parent->value;
  if (item.speaker) value["speaker"] = item.speaker->value;
  return dump(value);
}

std::string encode(const model::Source& source) {
  return dump({{"number", source.number},
               {"kind", model::info(source.kind).id},
               {"title", source.title},
               {"author", source.author},
               {"publisher", source.publisher},
               {"url", source.url},
               {"archived_url", source.archivedUrl},
               {"looked_at", source.lookedAt},
               {"contact", source.contact},
               {"note", source.note},
               {"sensitive", source.sensitive}});
}

std::string encode(const model::Evidence& evidence) {
  return dump({{"item", evidence.item.value},
               {"source", evidence.source.value},
               {"stance", model::info(evidence.stance).id},
               {"excerpt", evidence.excerpt},
               {"locator", evidence.locator},
               {"note", evidence.note}});
}

std::string encode(const model::Anchor& anchor) { return dump(anchorJson(anchor)); }

std::string encode(const RedactionRecord& redaction) {
  json value = {{"reason", redaction.reason}};
  if (redaction.base) value["base"] = *redaction.base;
  if (redaction.payload) value["payload"] = *redaction.payload;
  return dump(value);
}

// --------------------------------------------------------------------------------------- decode

Result<CommandRecord> decodeCommand(std::string_view payload) {
  return decode<CommandRecord>(payload, "a command", [](const json& value) {
    CommandRecord command;
    command.kind = value.at("kind").get<std::string>();
    command.label = value.at("label").get<std::string>();
    command.target = optionalText(value, "target");
    command.at = value.at("at").get<base::Millis>();
    return command;
  });
}

Result<model::Article> decodeArticle(std::string_view payload) {
  return decode<model::Article>(payload, "an article", [](const json& value) {
    model::Article article;
    article.number = value.at("number").get<std::int64_t>();
    article.title = value.at("title").get<std::string>();
    article.byline = value.at("byline").get<std::string>();
    article.outlet = value.at("outlet").get<std::string>();
    article.url = value.at("url").get<std::string>();
    article.addedAt = value.at("added").get<base::Millis>();
    return article;
  });
}

Result<model::Draft> decodeDraft(std::string_view payload) {
  return decode<model::Draft>(payload, "a draft", [](const json& value) {
    model::Draft draft;
    draft.article.value = value.at("article").get<std::string>();
    draft.number = value.at("number").get<std::int64_t>();
    draft.sha256 = value.at("sha256").get<std::string>();
    draft.origin = value.at("origin").get<std::string>();
    draft.format = value.at("format").get<std::string>();
    draft.addedAt = value.at("added").get<base::Millis>();
    draft.text = value.at("text").get<std::string>();
    for (const json& block : value.at("blocks")) {
      draft.blocks.push_back(
          {spanOf(block), known(block.at(2), model::blockRoleById), block.at(3).get<bool>()});
    }
    return draft;
  });
}

Result<model::StoredSpeaker> decodeSpeaker(std::string_view payload) {
  return decode<model::StoredSpeaker>(payload, "a speaker", [](const json& value) {
    model::StoredSpeaker speaker;
    speaker.article.value = value.at("article").get<std::string>();
    speaker.name = value.at("name").get<std::string>();
    speaker.kind = known(value.at("kind"), model::speakerKindById);
    speaker.roles = value.at("roles").get<std::vector<std::string>>();
    return speaker;
  });
}

Result<ItemRecord> decodeItem(std::string_view payload) {
  return decode<ItemRecord>(payload, "an item", [](const json& value) {
    ItemRecord record;
    model::Item& item = record.item;
    item.article.value = value.at("article").get<std::string>();
    item.kind = known(value.at("kind"), model::itemKindById);
    item.number = value.at("number").get<std::int64_t>();
    record.draft.value = value.at("draft").get<std::string>();
    item.anchor = anchorOf(value.at("anchor"));
    if (const auto parent = optionalText(value, "parent")) item.parent = model::ItemId{*parent};
    if (const auto speaker = optionalText(value, "speaker")) {
      item.speaker = model::SpeakerId{*speaker};
    }
    item.confidence = value.at("confidence").get<double>();
    item.score = value.at("score").get<double>();
    for (const json& reason : value.at("reasons")) {
      item.reasons.push_back(known(reason, model::claimReasonById));
    }
    item.checkable = value.at("checkable").get<bool>();
    item.status = known(value.at("status"), model::statusById);
    item.wording = known(value.at("wording"), model::wordingVerdictById);
    item.flags.bits = value.at("flags").get<std::uint8_t>();
    item.verdict = value.at("verdict").get<std::string>();
    item.explanation = value.at("explanation").get<std::string>();
    item.note = value.at("note").get<std::string>();
    item.correction = value.at("correction").get<std::string>();
    return record;
  });
}

Result<model::Source> decodeSource(std::string_view payload) {
  return decode<model::Source>(payload, "a source", [](const json& value) {
    model::Source source;
    source.number = value.at("number").get<std::int64_t>();
    source.kind = known(value.at("kind"), model::sourceKindById);
    source.title = value.at("title").get<std::string>();
    source.author = value.at("author").get<std::string>();
    source.publisher = value.at("publisher").get<std::string>();
    source.url = value.at("url").get<std::string>();
    source.archivedUrl = value.at("archived_url").get<std::string>();
    source.lookedAt = value.at("looked_at").get<std::string>();
    source.contact = value.at("contact").get<std::string>();
    source.note = value.at("note").get<std::string>();
    source.sensitive = value.at("sensitive").get<bool>();
    return source;
  });
}

Result<model::Evidence> decodeEvidence(std::string_view payload) {
  return decode<model::Evidence>(payload, "a piece of evidence", [](const json& value) {
    model::Evidence evidence;
    evidence.item.value = value.at("item").get<std::string>();
    evidence.source.value = value.at("source").get<std::string>();
    evidence.stance = known(value.at("stance"), model::stanceById);
    evidence.excerpt = value.at("excerpt").get<std::string>();
    evidence.locator = value.at("locator").get<std::string>();
    evidence.note = value.at("note").get<std::string>();
    return evidence;
  });
}

Result<model::Anchor> decodeAnchor(std::string_view payload) {
  return decode<model::Anchor>(payload, "an anchor", anchorOf);
}

Result<RedactionRecord> decodeRedaction(std::string_view payload) {
  return decode<RedactionRecord>(payload, "a redaction", [](const json& value) {
    return RedactionRecord{value.at("reason").get<std::string>(), optionalText(value, "base"),
                           optionalText(value, "payload")};
  });
}

// ---------------------------------------------------------------------------------------- lists

std::string joinLines(const std::vector<std::string>& lines) {
  std::string out;
  for (const std::string& line : lines) {
    if (!out.empty()) out += '\n';
    out += line;
  }
  return out;
}

std::vector<std::string> splitLines(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    if (end > 0) lines.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

std::string reasonsText(const std::vector<model::ClaimReason>& reasons) {
  std::vector<std::string> ids;
  ids.reserve(reasons.size());
  for (const model::ClaimReason reason : reasons) ids.emplace_back(model::info(reason).id);
  return joinLines(ids);
}

Result<std::vector<model::ClaimReason>> reasonsFromText(std::string_view text) {
  std::vector<model::ClaimReason> reasons;
  for (const std::string& id : splitLines(text)) {
    const auto reason = model::claimReasonById(id);
    if (!reason) {
      return base::fail(ErrorCode::unsupported,
                        "The reason \"" + id + "\" of a claim is not known to this version.");
    }
    reasons.push_back(*reason);
  }
  return reasons;
}

}  // namespace assay::store
