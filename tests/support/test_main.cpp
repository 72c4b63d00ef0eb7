// main() of every test program. The user's own folders are out of reach before the first test runs:
// HOME and the XDG folders lead into a fresh folder of the build tree, also when a test program is
// started by hand and not by ctest. Locale and time zone are fixed, so that no golden file depends
// on the machine.
#include <catch2/catch_amalgamated.hpp>

#include <array>
#include <cstdlib>
#include <filesystem>
#include <string>

namespace {

namespace fs = std::filesystem;

fs::path makeHome() {
  const fs::path parent = fs::path(ASSAY_BINARY_DIR) / "test-home";
  fs::create_directories(parent);
  std::string name = (parent / "XXXXXX").string();
  if (mkdtemp(name.data()) == nullptr) {
    std::abort();
  }
  return name;
}

void redirectEnvironment(const fs::path& home) {
  struct Folder {
    const char* variable;
    const char* below;
  };
  static constexpr std::array kFolders{
      Folder{"HOME", "."},
      Folder{"XDG_DATA_HOME", "data"},
      Folder{"XDG_CONFIG_HOME", "config"},
      Folder{"XDG_CACHE_HOME", "cache"},
      Folder{"XDG_STATE_HOME", "state"},
      Folder{"XDG_RUNTIME_DIR", "runtime"},
  };
  for (const Folder& folder : kFolders) {
    const fs::path path = (home / folder.below).lexically_normal();
    fs::create_directories(path);
    setenv(folder.variable, path.c_str(), 1);
  }
  setenv("LANG", "C.UTF-8", 1);
  setenv("LC_ALL", "C.UTF-8", 1);
  setenv("TZ", "UTC", 1);
  unsetenv("ASSAY_STORE");
  unsetenv("ASSAY_READY_FILE");
}

}  // namespace

int main(int argc, char** argv) {
  const fs::path home = makeHome();
  redirectEnvironment(home);
  const int failed = Catch::Session().run(argc, argv);
  std::error_code ignored;
  fs::remove_all(home, ignored);
  return failed;
}
