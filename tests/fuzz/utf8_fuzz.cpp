// Offsets into any text: bytes to code points and back, cut at graphemes, shortened.
#include <cstdlib>
#include <string_view>

#include "base/utf8.h"
#include "tests/fuzz/fuzz_entry.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace assay::base;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto broken = firstInvalidByte(bytes);
  const std::string_view text = broken ? bytes.substr(0, *broken) : bytes;
  if (firstInvalidByte(text)) std::abort();  // what stands before the first invalid byte is valid

  const CodePointIndex index(text);
  if (index.size() != codePointCount(text)) std::abort();
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size(); ++count) {
    if (index.codePointAtByte(at) != count || index.byteAtCodePoint(count) != at) std::abort();
    const std::size_t next = at + codePointAt(text, at).length;
    if (codePointBefore(text, next).length != next - at) std::abort();
    const Span grapheme = atGraphemes(text, {at, next});
    if (!grapheme.contains(Span{at, next}) || grapheme.end > text.size()) std::abort();
    at = next;
  }
  if (count != index.size()) std::abort();
  if (codePointCount(shortened(text, 20)) > 20) std::abort();
  if (firstInvalidByte(searchKey(text)) || firstInvalidByte(oneLine(text))) std::abort();
  return 0;
}
