// Rows to values: what the two halves of Queries share.
//
// Only for queries.cpp and query_reading.cpp.
#pragma once

#include <fmt/format.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "base/utf8.h"
#include "store/sqlite.h"

namespace assay::store {

/// unsupported: a word in the state that only a newer program knows.
template <class T>
std::unexpected<base::Error> unknownWord(std::string_view field, T&& word) {
  return base::fail(base::ErrorCode::unsupported,
                    fmt::format("The {} \"{}\" in the store is not known to this version. Use the "
                                "version that wrote it.",
                                field, std::forward<T>(word)));
}

inline std::unexpected<base::Error> notThere(std::string_view kind, std::string_view id) {
  const std::string shown = base::firstInvalidByte(id) ? std::string() : base::shortened(id, 60);
  return base::fail(base::ErrorCode::notFound,
                    fmt::format("There is no {} {} in the store; it may have been removed. Look at "
                                "the list again.",
                                kind, shown));
}

/// All rows of a bound query through `read`, in the order they come.
template <class T>
base::Result<std::vector<T>> all(Query& query, base::Result<T> (*read)(const Query&)) {
  std::vector<T> out;
  while (true) {
    const auto row = query.step();
    if (!row) return base::passOn(row);
    if (!*row) return out;
    auto value = read(query);
    if (!value) return base::passOn(value);
    out.push_back(std::move(*value));
  }
}

/// The one row of a bound query, or notFound.
template <class T>
base::Result<T> one(Query& query, base::Result<T> (*read)(const Query&), std::string_view kind,
                    std::string_view id) {
  const auto row = query.step();
  if (!row) return base::passOn(row);
  if (!*row) return notThere(kind, id);
  auto value = read(query);
  if (auto sound = query.sound(); !sound) return base::passOn(sound);
  return value;
}

}  // namespace assay::store
