// What the codecs of payloads share: the two readers of JSON, and the one place where the library's
// exceptions end.
//
// Only for codec.cpp and codec_queries.cpp. A decoder is written once for both readers:
// plain_json.h, which reads what this program wrote, and the library, which reads the rest and
// knows what to say about it. It throws what they throw, and UnknownWord; decode() turns all of it
// into errors.
#pragma once

#include <nlohmann/json.hpp>

#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

#include "base/result.h"
#include "store/plain_json.h"

namespace assay::store {

using nlohmann::json;

inline bool isCount(const json& value) { return value.is_number_unsigned(); }

template <class T>
T as(const json& value) {
  return value.get<T>();
}

/// Thrown inside a decoder: a word that only a newer program knows.
struct UnknownWord {
  std::string word;
};

/// The model's value for a word, through the table's own look-up.
template <class Find>
auto known(const auto& value, Find find) {
  const auto word = as<std::string>(value);
  const auto found = find(word);
  if (!found) throw UnknownWord{word};
  return *found;
}

/// What `read` makes of the payload.
template <class T, class Read>
base::Result<T> decode(std::string_view payload, std::string_view what, Read read) {
  try {
    try {
      const PlainJson::Nodes nodes = readPlainJson(payload);
      return read(PlainJson(nodes));
    } catch (const NotPlain&) {
      return read(json::parse(payload));
    }
  } catch (const UnknownWord& unknown) {
    return base::fail(base::ErrorCode::unsupported, "The word \"" + unknown.word +
                                                        "\" in the record of " + std::string(what) +
                                                        " is not known to this version.");
  } catch (const std::exception& error) {
    return base::fail(base::ErrorCode::corrupt, "The record of " + std::string(what) +
                                                    " cannot be read: " + error.what() + ".");
  }
}

/// An absent key is "none"; a null would be a second way to say it and is refused as no text.
inline std::optional<std::string> optionalText(const auto& value, const char* key) {
  if (!value.contains(key)) return std::nullopt;
  return as<std::string>(value.at(key));
}

}  // namespace assay::store
