#include "store/codec.h"

#include <utility>

#include "store/codec_json.h"

namespace assay::store {

using base::ErrorCode;
using base::Result;
using base::Span;

namespace {

JsonWriter spanJson(Span span) {
  JsonWriter out = JsonWriter::array();
  out.add(span.begin).add(span.end);
  return out;
}

Span spanOf(const JsonValue& value) {
  const Span span{as<std::size_t>(value.at(0)), as<std::size_t>(value.at(1))};
  if (span.end < span.begin) throw NotReadable("a span is not two rising numbers");
  return span;
}

JsonWriter anchorJson(const model::Anchor& anchor) {
  JsonWriter spans = JsonWriter::array();
  for (const Span& span : anchor.spans) spans.add(spanJson(span));
  JsonWriter out = JsonWriter::object();
  if (anchor.cue) out.add("cue", spanJson(*anchor.cue));
  out.add("exact", anchor.exact).add("prefix", anchor.prefix);
  if (anchor.source) out.add("source", spanJson(*anchor.source));
  out.add("spans", spans).add("suffix", anchor.suffix);
  return out;
}

model::Anchor anchorOf(const JsonValue& value) {
  model::Anchor anchor;
  for (const JsonValue& span : value.at("spans").list()) anchor.spans.push_back(spanOf(span));
  if (value.contains("cue")) anchor.cue = spanOf(value.at("cue"));
  if (value.contains("source")) anchor.source = spanOf(value.at("source"));
  anchor.exact = as<std::string>(value.at("exact"));
  anchor.prefix = as<std::string>(value.at("prefix"));
  anchor.suffix = as<std::string>(value.at("suffix"));
  return anchor;
}

}  // namespace

// --------------------------------------------------------------------------------------- encode

std::string encode(const CommandRecord& command) {
  JsonWriter out = JsonWriter::object();
  out.add("at", command.at).add("kind", command.kind).add("label", command.label);
  if (command.target) out.add("target", *command.target);
  return out.done();
}

std::string encode(const model::Article& article) {
  return JsonWriter::object()
      .add("added", article.addedAt)
      .add("byline", article.byline)
      .add("number", article.number)
      .add("outlet", article.outlet)
      .add("title", article.title)
      .add("url", article.url)
      .done();
}

std::string encode(const model::Draft& draft) {
  JsonWriter blocks = JsonWriter::array();
  for (const model::Block& block : draft.blocks) {
    blocks.add(JsonWriter::array()
                   .add(block.span.begin)
                   .add(block.span.end)
                   .add(model::info(block.role).id)
                   .add(block.given));
  }
  return JsonWriter::object()
      .add("added", draft.addedAt)
      .add("article", draft.article.value)
      .add("blocks", blocks)
      .add("format", draft.format)
      .add("number", draft.number)
      .add("origin", draft.origin)
      .add("sha256", draft.sha256)
      .add("text", draft.text)
      .done();
}

std::string encode(const model::StoredSpeaker& speaker) {
  JsonWriter roles = JsonWriter::array();
  for (const std::string& role : speaker.roles) roles.add(role);
  return JsonWriter::object()
      .add("article", speaker.article.value)
      .add("kind", model::info(speaker.kind).id)
      .add("name", speaker.name)
      .add("roles", roles)
      .done();
}

std::string encode(const ItemRecord& record) {
  const model::Item& item = record.item;
  JsonWriter reasons = JsonWriter::array();
  for (const model::ClaimReason reason : item.reasons) reasons.add(model::info(reason).id);
  JsonWriter out = JsonWriter::object();
  out.add("anchor", anchorJson(item.anchor))
      .add("article", item.article.value)
      .add("checkable", item.checkable)
      .add("confidence", item.confidence)
      .add("correction", item.correction)
      .add("draft", record.draft.value)
      .add("explanation", item.explanation)
      .add("flags", item.flags.bits)
      .add("kind", model::info(item.kind).id)
      .add("note", item.note)
      .add("number", item.number);
  if (item.parent) out.add("parent", item.parent->value);
  out.add("reasons", reasons).add("score", item.score);
  if (item.speaker) out.add("speaker", item.speaker->value);
  return out.add("status", model::info(item.status).id)
      .add("verdict", item.verdict)
      .add("wording", model::info(item.wording).id)
      .done();
}

std::string encode(const model::Source& source) {
  return JsonWriter::object()
      .add("archived_url", source.archivedUrl)
      .add("author", source.author)
      .add("contact", source.contact)
      .add("kind", model::info(source.kind).id)
      .add("looked_at", source.lookedAt)
      .add("note", source.note)
      .add("number", source.number)
      .add("publisher", source.publisher)
      .add("sensitive", source.sensitive)
      .add("title", source.title)
      .add("url", source.url)
      .done();
}

std::string encode(const model::Evidence& evidence) {
  return JsonWriter::object()
      .add("excerpt", evidence.excerpt)
      .add("item", evidence.item.value)
      .add("locator", evidence.locator)
      .add("note", evidence.note)
      .add("source", evidence.source.value)
      .add("stance", model::info(evidence.stance).id)
      .done();
}

std::string encode(const model::Anchor& anchor) { return anchorJson(anchor).done(); }

std::string encode(const RedactionRecord& redaction) {
  JsonWriter out = JsonWriter::object();
  if (redaction.base) out.add("base", *redaction.base);
  if (redaction.payload) out.add("payload", *redaction.payload);
  return out.add("reason", redaction.reason).done();
}

// --------------------------------------------------------------------------------------- decode

Result<CommandRecord> decodeCommand(std::string_view payload) {
  return decode<CommandRecord>(payload, "a command", [](const JsonValue& value) {
    CommandRecord command;
    command.kind = as<std::string>(value.at("kind"));
    command.label = as<std::string>(value.at("label"));
    command.target = optionalText(value, "target");
    command.at = as<base::Millis>(value.at("at"));
    return command;
  });
}

Result<model::Article> decodeArticle(std::string_view payload) {
  return decode<model::Article>(payload, "an article", [](const JsonValue& value) {
    model::Article article;
    article.number = as<std::int64_t>(value.at("number"));
    article.title = as<std::string>(value.at("title"));
    article.byline = as<std::string>(value.at("byline"));
    article.outlet = as<std::string>(value.at("outlet"));
    article.url = as<std::string>(value.at("url"));
    article.addedAt = as<base::Millis>(value.at("added"));
    return article;
  });
}

Result<model::Draft> decodeDraft(std::string_view payload) {
  return decode<model::Draft>(payload, "a draft", [](const JsonValue& value) {
    model::Draft draft;
    draft.article.value = as<std::string>(value.at("article"));
    draft.number = as<std::int64_t>(value.at("number"));
    draft.sha256 = as<std::string>(value.at("sha256"));
    draft.origin = as<std::string>(value.at("origin"));
    draft.format = as<std::string>(value.at("format"));
    draft.addedAt = as<base::Millis>(value.at("added"));
    draft.text = as<std::string>(value.at("text"));
    for (const JsonValue& block : value.at("blocks").list()) {
      draft.blocks.push_back(
          {spanOf(block), known(block.at(2), model::blockRoleById), as<bool>(block.at(3))});
    }
    return draft;
  });
}

Result<model::StoredSpeaker> decodeSpeaker(std::string_view payload) {
  return decode<model::StoredSpeaker>(payload, "a speaker", [](const JsonValue& value) {
    model::StoredSpeaker speaker;
    speaker.article.value = as<std::string>(value.at("article"));
    speaker.name = as<std::string>(value.at("name"));
    speaker.kind = known(value.at("kind"), model::speakerKindById);
    for (const JsonValue& role : value.at("roles").list()) {
      speaker.roles.push_back(as<std::string>(role));
    }
    return speaker;
  });
}

Result<ItemRecord> decodeItem(std::string_view payload) {
  return decode<ItemRecord>(payload, "an item", [](const JsonValue& value) {
    ItemRecord record;
    model::Item& item = record.item;
    item.article.value = as<std::string>(value.at("article"));
    item.kind = known(value.at("kind"), model::itemKindById);
    item.number = as<std::int64_t>(value.at("number"));
    record.draft.value = as<std::string>(value.at("draft"));
    item.anchor = anchorOf(value.at("anchor"));
    if (const auto parent = optionalText(value, "parent")) item.parent = model::ItemId{*parent};
    if (const auto speaker = optionalText(value, "speaker")) {
      item.speaker = model::SpeakerId{*speaker};
    }
    item.confidence = as<double>(value.at("confidence"));
    item.score = as<double>(value.at("score"));
    for (const JsonValue& reason : value.at("reasons").list()) {
      item.reasons.push_back(known(reason, model::claimReasonById));
    }
    item.checkable = as<bool>(value.at("checkable"));
    item.status = known(value.at("status"), model::statusById);
    item.wording = known(value.at("wording"), model::wordingVerdictById);
    item.flags.bits = as<std::uint8_t>(value.at("flags"));
    item.verdict = as<std::string>(value.at("verdict"));
    item.explanation = as<std::string>(value.at("explanation"));
    item.note = as<std::string>(value.at("note"));
    item.correction = as<std::string>(value.at("correction"));
    return record;
  });
}

Result<model::Source> decodeSource(std::string_view payload) {
  return decode<model::Source>(payload, "a source", [](const JsonValue& value) {
    model::Source source;
    source.number = as<std::int64_t>(value.at("number"));
    source.kind = known(value.at("kind"), model::sourceKindById);
    source.title = as<std::string>(value.at("title"));
    source.author = as<std::string>(value.at("author"));
    source.publisher = as<std::string>(value.at("publisher"));
    source.url = as<std::string>(value.at("url"));
    source.archivedUrl = as<std::string>(value.at("archived_url"));
    source.lookedAt = as<std::string>(value.at("looked_at"));
    source.contact = as<std::string>(value.at("contact"));
    source.note = as<std::string>(value.at("note"));
    source.sensitive = as<bool>(value.at("sensitive"));
    return source;
  });
}

Result<model::Evidence> decodeEvidence(std::string_view payload) {
  return decode<model::Evidence>(payload, "a piece of evidence", [](const JsonValue& value) {
    model::Evidence evidence;
    evidence.item.value = as<std::string>(value.at("item"));
    evidence.source.value = as<std::string>(value.at("source"));
    evidence.stance = known(value.at("stance"), model::stanceById);
    evidence.excerpt = as<std::string>(value.at("excerpt"));
    evidence.locator = as<std::string>(value.at("locator"));
    evidence.note = as<std::string>(value.at("note"));
    return evidence;
  });
}

Result<model::Anchor> decodeAnchor(std::string_view payload) {
  return decode<model::Anchor>(payload, "an anchor",
                               [](const JsonValue& value) { return anchorOf(value); });
}

Result<RedactionRecord> decodeRedaction(std::string_view payload) {
  return decode<RedactionRecord>(payload, "a redaction", [](const JsonValue& value) {
    return RedactionRecord{as<std::string>(value.at("reason")), optionalText(value, "base"),
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
