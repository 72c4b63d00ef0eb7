// What the codecs of payloads share: the one place where what is thrown while one is read ends.
//
// Only for codec.cpp and codec_queries.cpp. A decoder throws NotReadable and UnknownWord; decode()
// turns them into errors.
#pragma once

#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

#include "base/result.h"
#include "store/json_value.h"
#include "store/json_writer.h"

namespace assay::store {

/// Thrown inside a decoder: a word that only a newer program knows.
struct UnknownWord {
  std::string word;
};

/// The model's value for a word, through the table's own look-up.
template <class Find>
auto known(const JsonValue& value, Find find) {
  const auto word = as<std::string>(value);
  const auto found = find(word);
  if (!found) throw UnknownWord{word};
  return *found;
}

/// What `read` makes of the payload.
template <class T, class Read>
base::Result<T> decode(std::string_view payload, std::string_view what, Read read) {
  try {
    const JsonText text(payload);
    return read(text.root());
  } catch (const UnknownWord& unknown) {
    return base::fail(base::ErrorCode::unsupported, "The word \"" + unknown.word +
                                                        "\" in the record of " + std::string(what) +
                                                        " is not known to this version.");
  } catch (const NotReadable& error) {
    return base::fail(base::ErrorCode::corrupt, "The record of " + std::string(what) +
                                                    " cannot be read: " + error.what() + ".");
  }
}

/// An absent key is "none"; a null would be a second way to say it and is refused as no text.
inline std::optional<std::string> optionalText(const JsonValue& value, const char* key) {
  if (!value.contains(key)) return std::nullopt;
  return as<std::string>(value.at(key));
}

}  // namespace assay::store
