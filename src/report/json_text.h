// JSON laid out so that people and version control can read it: one entry of a list a line.
//
// The JSON library is slow to compile: include this in few .cpp files and in no header.
#pragma once

#include <nlohmann/json.hpp>

#include <cmath>
#include <string>
#include <string_view>

#include "base/span.h"
#include "base/utf8.h"

namespace assay::report {

using Json = nlohmann::ordered_json;

/// Bytes that are not UTF-8 (an old store) become U+FFFD instead of an exception.
inline std::string compactJson(const Json& value) {
  return value.dump(-1, ' ', false, Json::error_handler_t::replace);
}

/// An object with one member a line; lists at the top have one entry a line. Ends with a newline.
inline std::string jsonText(const Json& object) {
  std::string out = "{";
  const char* separator = "\n ";
  for (const auto& [key, value] : object.items()) {
    out += separator + compactJson(key) + ": ";
    separator = ",\n ";
    if (!value.is_array() || value.empty()) {
      out += compactJson(value);
      continue;
    }
    const char* entrySeparator = "[\n  ";
    for (const Json& entry : value) {
      out += entrySeparator + compactJson(entry);
      entrySeparator = ",\n  ";
    }
    out += "\n ]";
  }
  return out + "\n}\n";
}

/// Scores with four decimals: what is below is noise, and would change with the compiler.
inline double rounded(double score) { return std::round(score * 1e4) / 1e4; }

inline Json textOrNull(std::string_view text) {
  return text.empty() ? Json(nullptr) : Json(std::string(text));
}

/// {"start":0,"end":9} in code points.
inline Json spanJson(const base::CodePointIndex& points, base::Span bytes) {
  const base::Span span = points.toCodePoints(bytes);
  return {{"start", span.begin}, {"end", span.end}};
}

}  // namespace assay::report
