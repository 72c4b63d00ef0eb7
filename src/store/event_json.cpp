#include "store/event_json.h"

#include <nlohmann/json.hpp>

#include <stdexcept>

#include "base/utf8.h"

namespace assay::store {

using base::ErrorCode;
using base::Result;
using nlohmann::json;

namespace {

std::string dump(const json& value) {
  return value.dump(-1, ' ', false, json::error_handler_t::replace);
}

int digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  throw std::invalid_argument("a digest is not lower-case hexadecimal");
}

// Strict: one digest has one spelling, or two exports of one store would differ.
base::Sha256 digestFrom(const json& value) {
  const auto text = value.get<std::string>();
  base::Sha256 digest{};
  if (text.size() != digest.size() * 2) throw std::invalid_argument("a digest has not 64 digits");
  for (std::size_t i = 0; i < digest.size(); ++i) {
    digest[i] = static_cast<std::uint8_t>(digit(text[2 * i]) * 16 + digit(text[2 * i + 1]));
  }
  return digest;
}

Event eventFrom(const json& value) {
  Event event;
  event.actor = value.at("actor").get<std::string>();
  event.aseq = value.at("aseq").get<std::int64_t>();
  event.hlc = value.at("hlc").get<std::int64_t>();
  event.schema = value.at("schema").get<std::int64_t>();
  const auto op = opByName(value.at("op").get<std::string>());
  const auto entity = entityByName(value.at("entity").get<std::string>());
  if (!op || !entity) throw std::invalid_argument("its op or entity is not known to this version");
  event.op = *op;
  event.entity = *entity;
  event.id = value.at("id").get<std::string>();
  event.field = value.at("field").get<std::string>();
  if (value.contains("base")) event.base = value["base"].get<std::string>();
  event.payload = value.at("payload").get<std::string>();
  if (value.contains("base_hash")) event.baseHash = digestFrom(value["base_hash"]);
  if (value.contains("payload_hash")) event.payloadHash = digestFrom(value["payload_hash"]);
  event.prev = digestFrom(value.at("prev"));
  event.hash = digestFrom(value.at("hash"));
  return event;
}

void takeOut(json& value, std::string_view words) {
  if (value.is_string()) {
    value = withoutWords(value.get<std::string>(), words);
  } else if (value.is_structured()) {
    for (json& inner : value) takeOut(inner, words);
  }
}

}  // namespace

std::string eventLine(const Event& event) {
  json value = {{"actor", event.actor},
                {"aseq", event.aseq},
                {"hlc", event.hlc},
                {"schema", event.schema},
                {"op", opName(event.op)},
                {"entity", entityName(event.entity)},
                {"id", event.id},
                {"field", event.field},
                {"payload", event.payload},
                {"prev", base::hex(event.prev)},
                {"hash", base::hex(event.hash)}};
  if (event.base) value["base"] = *event.base;
  if (event.baseHash) value["base_hash"] = base::hex(*event.baseHash);
  if (event.payloadHash) value["payload_hash"] = base::hex(*event.payloadHash);
  return dump(value);
}

Result<Event> eventFromLine(std::string_view line) {
  try {
    return eventFrom(json::parse(line));
  } catch (const std::exception& error) {
    return base::fail(ErrorCode::invalidInput,
                      std::string("It is not an event: ") + error.what() + ".");
  }
}

std::string withoutWords(std::string text, std::string_view words) {
  for (std::size_t at = text.find(words); at != std::string::npos; at = text.find(words, at)) {
    text.replace(at, words.size(), words.size(), '*');
  }
  return text;
}

Result<std::string> jsonWithoutWords(std::string_view payload, std::string_view words) {
  try {
    json value = json::parse(payload);
    takeOut(value, words);
    return dump(value);
  } catch (const std::exception& error) {
    return base::fail(ErrorCode::corrupt,
                      std::string("A payload cannot be read: ") + error.what() + ".");
  }
}

}  // namespace assay::store
