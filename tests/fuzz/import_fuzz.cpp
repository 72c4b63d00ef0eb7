// Any bytes under any name: refused with a sentence, or a document that keeps its promises.
#include "tests/fuzz/document_promises.h"
#include "tests/fuzz/fuzz_entry.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static constexpr const char* kNames[] = {"a.txt", "a.md", "a.html", "pasted text"};
  if (size > 0) assay::fuzz::importAs(kNames[data[0] % 4], data + 1, size - 1);
  return 0;
}
