// What the codecs of payloads share: the library, and the one place where its exceptions end.
//
// Only for codec.cpp and codec_queries.cpp. A decoder throws what the library throws, and
// UnknownWord; decode() turns both into errors.
#pragma once

#include <nlohmann/json.hpp>

#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

#include "base/result.h"

namespace assay::store {

using nlohmann::json;

inline std::string dump(const json& value) {
  // What is written was checked to be UTF-8; `replace` only keeps a slip from throwing.
  return value.dump(-1, ' ', false, json::error_handler_t::replace);
}

/// Thrown inside a decoder: a word that only a newer program knows.
struct UnknownWord {
  std::string word;
};

/// The model's value for a word, through the table's own look-up.
template <class Find>
auto known(const json& value, Find find) {
  const auto word = value.get<std::string>();
  const auto found = find(word);
  if (!found) throw UnknownWord{word};
  return *found;
}

/// What `read` makes of the payload.
template <class T, class Read>
base::Result<T> decode(std::string_view payload, std::string_view what, Read read) {
  try {
    const json value = json::parse(payload);
    return read(value);
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
inline std::optional<std::string> optionalText(const json& value, const char* key) {
  if (!value.contains(key)) return std::nullopt;
  return value[key].get<std::string>();
}

}  // namespace assay::store
