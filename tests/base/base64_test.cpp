#include "base/base64.h"

#include <catch2/catch_amalgamated.hpp>

using namespace assay::base;

TEST_CASE("base 64 is as in the standard's own examples") {
  const std::pair<std::string_view, std::string_view> rows[] = {
      {"", ""},
      {"f", "Zg=="},
      {"fo", "Zm8="},
      {"foo", "Zm9v"},
      {"foob", "Zm9vYg=="},
      {"fooba", "Zm9vYmE="},
      {"foobar", "Zm9vYmFy"},
  };
  for (const auto& [bytes, text] : rows) {
    CHECK(toBase64(bytes) == text);
    CHECK(fromBase64(text) == bytes);
  }
}

TEST_CASE("every byte comes back") {
  std::string bytes;
  for (int i = 0; i < 256; ++i) bytes += static_cast<char>(i);
  for (std::size_t size = 0; size <= bytes.size(); ++size) {
    const std::string part = bytes.substr(0, size);
    CHECK(fromBase64(toBase64(part)) == part);
  }
}

TEST_CASE("what is not base 64, or is a second spelling, is nothing") {
  for (const std::string_view text :
       {"Zg", "Zg=", "Zh==", "Zm9=", "Z===", "====", "=", "Zg==Zg==", "Zm 9v", "Zm9v\n", "Zm9_"}) {
    INFO(text);
    CHECK(fromBase64(text) == std::nullopt);
  }
}
