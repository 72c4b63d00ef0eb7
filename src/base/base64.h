// Base 64 (RFC 4648, with padding): bytes inside JSON.
//
// Pure functions. Decoding is strict: one spelling for one value, so that equal bytes are equal
// texts.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace assay::base {

[[nodiscard]] std::string toBase64(std::string_view bytes);

/// The bytes; nothing when `text` is not what toBase64 gives.
[[nodiscard]] std::optional<std::string> fromBase64(std::string_view text);

}  // namespace assay::base
