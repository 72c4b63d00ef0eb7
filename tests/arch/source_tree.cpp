#include "tests/arch/source_tree.h"

#include <fstream>
#include <iterator>
#include <sstream>

namespace assay::arch {

namespace fs = std::filesystem;

Tree readTree(const fs::path& root, const std::vector<std::string>& folders) {
  Tree tree;
  for (const std::string& folder : folders) {
    for (const auto& entry : fs::recursive_directory_iterator(root / folder)) {
      const fs::path& path = entry.path();
      if (path.extension() != ".h" && path.extension() != ".cpp") continue;
      std::ifstream in(path, std::ios::binary);
      tree[path.lexically_relative(root).generic_string()] = {std::istreambuf_iterator<char>(in),
                                                              {}};
    }
  }
  return tree;
}

std::vector<Include> includesOf(const std::string& file, std::string_view text) {
  std::vector<Include> found;
  std::istringstream in{std::string(text)};
  std::string line;
  for (std::size_t number = 1; std::getline(in, line); ++number) {
    std::size_t at = line.find_first_not_of(" \t");
    if (at == std::string::npos || line[at] != '#') continue;
    at = line.find_first_not_of(" \t", at + 1);
    if (at == std::string::npos || line.compare(at, 7, "include") != 0) continue;
    const std::size_t open = line.find_first_of("<\"", at + 7);
    if (open == std::string::npos) continue;
    const std::size_t close = line.find(line[open] == '<' ? '>' : '"', open + 1);
    if (close == std::string::npos) continue;
    found.push_back({file, number, line.substr(open + 1, close - open - 1), line[open] == '"'});
  }
  return found;
}

std::string part(std::string_view path, std::size_t index) {
  for (; index > 0; --index) {
    const std::size_t slash = path.find('/');
    if (slash == std::string_view::npos) return {};
    path.remove_prefix(slash + 1);
  }
  return std::string(path.substr(0, path.find('/')));
}

}  // namespace assay::arch
