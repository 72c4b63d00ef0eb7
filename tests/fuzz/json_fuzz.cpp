// Any bytes as a payload. What the store reads, another library reads as the same values, also
// when that has written it again; what a decoder takes is written in one form that it takes again.
#include <nlohmann/json.hpp>

#include <cstdint>
#include <cstdlib>
#include <memory>
#include <string>
#include <string_view>

#include "store/codec.h"
#include "store/json_value.h"
#include "tests/fuzz/fuzz_entry.h"

namespace {

using assay::store::JsonText;
using assay::store::JsonValue;
using assay::store::NotReadable;
using Json = nlohmann::json;

void require(bool holds) {
  if (!holds) std::abort();
}

void same(const JsonValue& read, const Json& value) {
  if (value.is_object()) {
    for (const auto& [key, member] : value.items()) same(read.at(key), member);
  } else if (value.is_array()) {
    const auto list = read.list();
    require(list.size() == value.size());
    for (std::size_t i = 0; i < list.size(); ++i) same(list[i], value[i]);
  } else if (value.is_string()) {
    require(read.text() == value.get<std::string>());
  } else if (value.is_boolean()) {
    require(read.boolean() == value.get<bool>());
  } else if (value.is_number_float()) {
    require(read.real() == value.get<double>());
  } else if (value.is_number_unsigned()) {
    require(read.integer<std::uint64_t>() == value.get<std::uint64_t>());
  } else if (value.is_number_integer()) {
    require(read.integer<std::int64_t>() == value.get<std::int64_t>());
  }
}

/// Nothing when the text is refused.
std::unique_ptr<JsonText> readText(std::string_view text) {
  try {
    return std::make_unique<JsonText>(text);
  } catch (const NotReadable&) {
    return nullptr;
  }
}

/// Whether it is read. A NotReadable of anything but the reader is a value that is not there: the
/// fuzzer ends with it.
bool readAgain(std::string_view text) {
  const auto read = readText(text);
  if (!read) return false;
  const Json value = Json::parse(text, nullptr, false);
  require(!value.is_discarded());
  same(read->root(), value);
  same(JsonText(value.dump()).root(), value);
  return true;
}

void decodeAgain(std::string_view payload, auto decode) {
  const auto thing = decode(payload);
  if (!thing) return;
  const std::string written = assay::store::encode(*thing);
  const auto again = decode(written);
  require(again.has_value());
  require(assay::store::encode(*again) == written);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace assay::store;
  const std::string text(reinterpret_cast<const char*>(data), size);
  if (!readAgain(text)) return 0;
  decodeAgain(text, decodeCommand);
  decodeAgain(text, decodeArticle);
  decodeAgain(text, decodeDraft);
  decodeAgain(text, decodeSpeaker);
  decodeAgain(text, decodeItem);
  decodeAgain(text, decodeSource);
  decodeAgain(text, decodeEvidence);
  decodeAgain(text, decodeQuery);
  decodeAgain(text, decodeSnapshot);
  decodeAgain(text, decodeAnchor);
  decodeAgain(text, decodeRedaction);
  return 0;
}
