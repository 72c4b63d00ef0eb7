#include "base/hash.h"

#include <openssl/evp.h>

#include <cstdlib>
#include <memory>

namespace assay::base {

namespace {

struct Freed {
  void operator()(EVP_MD* method) const { EVP_MD_free(method); }
  void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
};

/// OpenSSL looks an algorithm up by its name, under a lock, each time it is asked for one: that
/// takes longer than hashing some hundred bytes. So it is asked once.
struct Hasher {
  std::unique_ptr<EVP_MD, Freed> method{EVP_MD_fetch(nullptr, "SHA256", nullptr)};
  std::unique_ptr<EVP_MD_CTX, Freed> context{EVP_MD_CTX_new()};
};

}  // namespace

Sha256 sha256(std::string_view bytes) {
  thread_local const Hasher hasher;
  Sha256 digest{};
  unsigned int size = 0;
  EVP_MD_CTX* const context = hasher.context.get();
  const bool done = EVP_DigestInit_ex2(context, hasher.method.get(), nullptr) == 1 &&
                    EVP_DigestUpdate(context, bytes.data(), bytes.size()) == 1 &&
                    EVP_DigestFinal_ex(context, digest.data(), &size) == 1;
  // Out of memory, or a library without SHA-256: zeros would be taken for a hash.
  if (!done) std::abort();
  return digest;
}

std::string hex(const Sha256& digest) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string out(digest.size() * 2, '0');
  char* at = out.data();
  for (const std::uint8_t byte : digest) {
    *at++ = kDigits[byte >> 4U];
    *at++ = kDigits[byte & 15U];
  }
  return out;
}

std::string sha256Hex(std::string_view bytes) { return hex(sha256(bytes)); }

}  // namespace assay::base
