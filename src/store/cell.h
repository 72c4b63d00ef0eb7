// One value of a row: what SQLite can keep in a column. Points to texts and bytes of somebody else.
#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>

namespace assay::store {

struct Cell : std::variant<std::nullptr_t, std::int64_t, double, std::string_view,
                           std::span<const std::uint8_t>> {
  // NOLINTBEGIN(google-explicit-constructor): rows are written as lists of values
  Cell(std::nullptr_t) : variant(nullptr) {}
  Cell(std::integral auto number) : variant(static_cast<std::int64_t>(number)) {}
  Cell(double number) : variant(number) {}
  Cell(std::string_view text) : variant(text) {}
  Cell(const char* text) : variant(std::string_view(text)) {}
  Cell(const std::string& text) : variant(std::string_view(text)) {}
  Cell(const std::optional<std::string>& text) : variant(nullptr) {
    if (text) emplace<std::string_view>(*text);
  }
  Cell(std::span<const std::uint8_t> bytes) : variant(bytes) {}
  // NOLINTEND(google-explicit-constructor)
};

/// "NULL", a number, a quoted text shortened for a sentence, or a blob in hexadecimal digits.
[[nodiscard]] std::string shown(const Cell& cell);

}  // namespace assay::store
