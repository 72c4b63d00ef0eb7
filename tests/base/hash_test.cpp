#include "base/hash.h"

#include <catch2/catch_amalgamated.hpp>

#include <string>

namespace assay::base {

// The examples of FIPS 180-2, appendix B, and the empty message.
TEST_CASE("SHA-256 gives the digests of the standard") {
  CHECK(sha256Hex("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  CHECK(sha256Hex("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  CHECK(sha256Hex("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq") ==
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
  CHECK(sha256Hex("abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmno"
                  "ijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu") ==
        "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1");
  CHECK(sha256Hex(std::string(1'000'000, 'a')) ==
        "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST_CASE("A zero byte and a byte above 127 count like any other") {
  using namespace std::string_view_literals;
  CHECK(sha256Hex("\0"sv) == "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d");
  CHECK(sha256Hex("\xFF"sv) == "a8100ae6aa1940d0b663bb31cd466142ebbdbd5187131b92d93818987832eb89");
}

TEST_CASE("Hexadecimal digits are lower case, two a byte") {
  Sha256 digest{};
  digest[0] = 0x0A;
  digest[31] = 0xF0;
  CHECK(hex(digest) == "0a" + std::string(60, '0') + "f0");
  CHECK(hex(sha256("abc")) == sha256Hex("abc"));
}

}  // namespace assay::base
