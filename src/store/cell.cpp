#include "store/cell.h"

#include <fmt/format.h>

#include "base/utf8.h"

namespace assay::store {

namespace {

std::string show(std::nullptr_t) { return "NULL"; }
std::string show(std::int64_t number) { return std::to_string(number); }
std::string show(double number) { return fmt::format("{}", number); }

std::string show(std::string_view text) {
  // The value may be the damage itself: only a valid text is put into a sentence.
  if (base::firstInvalidByte(text)) return "a text that is not UTF-8";
  return "\"" + base::shortened(text, 60) + "\"";
}

std::string show(std::span<const std::uint8_t> bytes) {
  std::string out = "x'";
  for (const std::uint8_t byte : bytes) out += fmt::format("{:02x}", byte);
  return out + "'";
}

}  // namespace

std::string shown(const Cell& cell) {
  return std::visit([](const auto& value) { return show(value); }, cell);
}

}  // namespace assay::store
