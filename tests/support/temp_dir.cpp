#include "tests/support/temp_dir.h"

#include <catch2/catch_amalgamated.hpp>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <system_error>

namespace assay::test {

namespace fs = std::filesystem;

TempDir::TempDir() {
  const fs::path parent = fs::path(ASSAY_BINARY_DIR) / "test-tmp";
  fs::create_directories(parent);
  std::string name = (parent / "XXXXXX").string();
  if (mkdtemp(name.data()) == nullptr) FAIL("no temporary folder in " << parent.string());
  path_ = name;
}

TempDir::~TempDir() {
  std::error_code ignored;
  fs::recursive_directory_iterator entry(path_, ignored);
  for (const fs::recursive_directory_iterator end; entry != end; entry.increment(ignored)) {
    if (entry->is_directory(ignored)) {
      fs::permissions(entry->path(), fs::perms::owner_all, fs::perm_options::add, ignored);
    }
  }
  fs::permissions(path_, fs::perms::owner_all, fs::perm_options::add, ignored);
  fs::remove_all(path_, ignored);
}

fs::path TempDir::write(std::string_view name, std::string_view bytes) const {
  const fs::path file = path_ / name;
  fs::create_directories(file.parent_path());
  std::ofstream out(file, std::ios::binary);
  out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  out.close();
  if (!out) FAIL("cannot write " << file.string());
  return file;
}

std::string readFile(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) FAIL("cannot read " << path.string());
  return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace assay::test
