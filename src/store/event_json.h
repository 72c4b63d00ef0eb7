// Events as lines of JSON, for export and import, and words taken out of JSON payloads.
//
// Pure functions.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "store/event.h"

namespace assay::store {

/// The event as one line, without a line feed. Keys in alphabetical order; digests in hexadecimal.
[[nodiscard]] std::string eventLine(const Event& event);
/// invalidInput when the line is not an event; its hash is not checked here.
[[nodiscard]] base::Result<Event> eventFromLine(std::string_view line);

/// `text` with asterisks in place of every `words`, as many as they have bytes.
[[nodiscard]] std::string withoutWords(std::string text, std::string_view words);
/// The same inside every text of a JSON value, keys left alone. corrupt when it is not JSON.
[[nodiscard]] base::Result<std::string> jsonWithoutWords(std::string_view payload,
                                                         std::string_view words);

}  // namespace assay::store
