// What is asked of every table of the domain: a row for each value, in the order of the values,
// with an id of its own that leads back to it.
#pragma once

#include <catch2/catch_amalgamated.hpp>

#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <string_view>

namespace assay::test {

/// Ids are words of files and commands: small letters, digits and underscores.
[[nodiscard]] inline bool isId(std::string_view id) {
  return !id.empty() &&
         id.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_") == std::string_view::npos;
}

/// Checks a table by its rows, the member that holds the value, and the search by id.
template <class Rows, class Value, class Find>
void checkTable(const Rows& rows, std::size_t expectedRows, Value value, Find find) {
  REQUIRE(rows.size() == expectedRows);
  std::set<std::string_view> ids;
  for (const auto& row : rows) {
    CAPTURE(row.id);
    CHECK(isId(row.id));
    CHECK(ids.insert(row.id).second);
    CHECK(find(row.id) == std::optional(row.*value));
    CHECK(info(row.*value).id == row.id);
    CHECK(find(std::string(row.id) + "x") == std::nullopt);
  }
  CHECK(find("") == std::nullopt);
  CHECK(find("Unchecked") == std::nullopt);  // ids are matched exactly, capitals are others
}

}  // namespace assay::test
