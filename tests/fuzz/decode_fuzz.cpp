// Any bytes with any claim about their encoding (the first line): decoded to valid UTF-8 with LF
// line ends, or refused with a sentence.
#include <algorithm>
#include <cstdlib>
#include <string_view>

#include "base/utf8.h"
#include "import/decode.h"
#include "tests/fuzz/fuzz_entry.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace assay;
  const std::string_view input(reinterpret_cast<const char*>(data), size);
  const std::size_t line = std::min(input.find('\n'), input.size());
  const std::string_view bytes = input.substr(std::min(line + 1, input.size()));
  const auto decoded = importer::decode(bytes, "a.html", input.substr(0, line));
  if (!decoded) {
    const bool sentence = decoded.error().message.ends_with('.');
    if (!sentence || decoded.error().code != base::ErrorCode::invalidInput) std::abort();
    return 0;
  }
  if (base::firstInvalidByte(decoded->text)) std::abort();
  if (decoded->text.find('\r') != std::string::npos) std::abort();
  if (decoded->text.find('\0') != std::string::npos) std::abort();
  if (base::firstInvalidByte(importer::declaredCharset(decoded->text))) std::abort();
  return 0;
}
