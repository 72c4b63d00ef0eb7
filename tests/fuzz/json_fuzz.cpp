// Any bytes as a payload: what the store's own reader takes, the library reads as the same values.
#include <nlohmann/json.hpp>

#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "store/plain_json.h"
#include "tests/fuzz/fuzz_entry.h"

namespace {

using assay::store::PlainJson;
using Json = nlohmann::json;

void require(bool holds) {
  if (!holds) std::abort();
}

void same(const PlainJson& plain, const Json& value) {
  if (value.is_object()) {
    for (const auto& [key, member] : value.items()) {
      require(plain.contains(key));
      same(plain.at(key), member);
    }
  } else if (value.is_array()) {
    std::size_t count = 0;
    for (const PlainJson each : plain) {
      require(count < value.size());
      same(each, value[count++]);
    }
    require(count == value.size());
  } else if (value.is_string()) {
    require(plain.text() == value.get<std::string>());
  } else if (value.is_boolean()) {
    require(plain.boolean() == value.get<bool>());
  } else if (value.is_number_float()) {
    require(plain.real() == value.get<double>());
  } else if (value.is_number_unsigned()) {
    require(plain.integer<std::uint64_t>() == value.get<std::uint64_t>());
  } else if (value.is_number_integer()) {
    require(plain.integer<std::int64_t>() == value.get<std::int64_t>());
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(reinterpret_cast<const char*>(data), size);
  try {
    const PlainJson::Nodes nodes = assay::store::readPlainJson(text);
    const Json value = Json::parse(text, nullptr, false);
    require(!value.is_discarded());
    same(PlainJson(nodes), value);
  } catch (const assay::store::NotPlain&) {
    return 0;  // the library's, which says what is wrong
  }
  return 0;
}
