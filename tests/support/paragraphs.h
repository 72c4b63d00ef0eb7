// The sample article as its paragraphs, for tests that make one draft of another.
#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "tests/support/shared_dir.h"
#include "tests/support/temp_dir.h"

namespace assay::test {

inline std::string sampleText() {
  return readFile(sourceDir() / "assets/sample/harbour-bridge.txt");
}

/// The lines of a text without their ends, empty ones among them.
inline std::vector<std::string> paragraphsOf(const std::string& text) {
  std::vector<std::string> out;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    out.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return out;
}

inline std::string joined(const std::vector<std::string>& paragraphs) {
  std::string text;
  for (const std::string& paragraph : paragraphs) text += paragraph + "\n";
  return text;
}

}  // namespace assay::test
