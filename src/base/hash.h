// SHA-256 (FIPS 180-4), by OpenSSL: names of drafts and snapshots, links of the event chain.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace assay::base {

using Sha256 = std::array<std::uint8_t, 32>;

/// The digest of `bytes`.
[[nodiscard]] Sha256 sha256(std::string_view bytes);

/// 64 lower-case hexadecimal digits.
[[nodiscard]] std::string hex(const Sha256& digest);

/// The digest of `bytes` as 64 lower-case hexadecimal digits.
[[nodiscard]] std::string sha256Hex(std::string_view bytes);

}  // namespace assay::base
