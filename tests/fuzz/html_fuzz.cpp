// Any bytes as a .html file: refused with a sentence, or a document that keeps its promises.
#include "tests/fuzz/document_promises.h"
#include "tests/fuzz/fuzz_entry.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  assay::fuzz::importAs("a.html", data, size);
  return 0;
}
