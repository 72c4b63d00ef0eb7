#include "app/settings.h"

#include <catch2/catch_amalgamated.hpp>

#include "tests/support/memory_file_system.h"

using namespace assay;

namespace {
const std::filesystem::path kFile = "/config/assay/settings.json";
}

TEST_CASE("without a file the defaults hold") {
  test::MemoryFileSystem files;
  const auto loaded = app::loadSettings(files, kFile);
  CHECK(loaded.warnings.empty());
  CHECK(loaded.settings.theme == "paper");
  CHECK(loaded.settings.windowWidth == 1440);
}

TEST_CASE("settings come back as they were saved") {
  test::MemoryFileSystem files;
  app::Settings settings;
  settings.theme = "dark";
  settings.textScale = 1.25;
  settings.listWidth = 333;
  settings.sort = "worth";
  settings.keys["mark-verified"] = "Y";
  app::remember(settings, "one.txt");
  app::remember(settings, "two.txt");
  app::remember(settings, "one.txt");
  REQUIRE(app::saveSettings(files, kFile, settings));
  const auto loaded = app::loadSettings(files, kFile);
  CHECK(loaded.warnings.empty());
  CHECK(loaded.settings.theme == "dark");
  CHECK(loaded.settings.textScale == 1.25);
  CHECK(loaded.settings.listWidth == 333);
  CHECK(loaded.settings.sort == "worth");
  CHECK(loaded.settings.keys == settings.keys);
  CHECK(loaded.settings.recentFiles == std::vector<std::string>{"one.txt", "two.txt"});
}

TEST_CASE("what a newer version wrote stays in the file") {
  test::MemoryFileSystem files;
  files.put(kFile, R"({"theme": "dark", "from_the_future": [1, 2]})");
  auto loaded = app::loadSettings(files, kFile);
  loaded.settings.theme = "paper";
  REQUIRE(app::saveSettings(files, kFile, loaded.settings));
  const std::string text = files.get(kFile).value();
  CHECK(text.find("\"from_the_future\"") != std::string::npos);
  CHECK(text.find("\"theme\": \"paper\"") != std::string::npos);
}

TEST_CASE("a broken file gives the defaults, a sentence, and is left for its owner to repair") {
  test::MemoryFileSystem files;
  files.put(kFile, "{\"theme\": \"dark\",");
  const auto loaded = app::loadSettings(files, kFile);
  CHECK(loaded.settings.theme == "paper");
  CHECK(loaded.warnings ==
        std::vector<std::string>{
            "/config/assay/settings.json, line 1: the file ends too early. The default settings "
            "are used and the file is left as it is; repair or delete it."});
  CHECK_FALSE(app::saveSettings(files, kFile, loaded.settings));
  CHECK(files.get(kFile) == "{\"theme\": \"dark\",");
}

TEST_CASE("a slip of the pen is named by its line") {
  test::MemoryFileSystem files;
  files.put(kFile, "{\n  \"theme\": \"dark\"\n  \"motion\": true\n}\n");
  CHECK(
      app::loadSettings(files, kFile).warnings ==
      std::vector<std::string>{
          "/config/assay/settings.json, line 3: a comma, a quotation mark or a bracket is missing "
          "or too much there. The default settings are used and the file is left as it is; repair "
          "or delete it."});
  files.put(kFile, "[]");
  CHECK(app::loadSettings(files, kFile).warnings ==
        std::vector<std::string>{
            "/config/assay/settings.json, line 1: expected a JSON object. The default settings are "
            "used and the file is left as it is; repair or delete it."});
}

TEST_CASE("every value that cannot be used is named with its line and what is used instead") {
  test::MemoryFileSystem files;
  files.put(kFile,
            "{\n  \"theme\": \"neon\",\n  \"text_scale\": 40,\n  \"motion\": \"yes\",\n"
            "  \"keys\": {\n    \"next\": 7,\n    \"mark-wrong\": \"Y\"\n  }\n}\n");
  const auto loaded = app::loadSettings(files, kFile);
  const std::string place = "/config/assay/settings.json, line ";
  CHECK(loaded.warnings ==
        std::vector<std::string>{
            place + "2: \"theme\" is \"neon\"; expected \"paper\", \"dark\" or \"contrast\". "
                    "Assay uses \"paper\".",
            place + "3: \"text_scale\" is 40; expected a number from 0.7 to 2.5. Assay uses 2.5.",
            place + "4: \"motion\" is \"yes\"; expected true or false. Assay uses true.",
            place + "6: \"next\" is 7; expected a key such as \"V\". Assay uses its usual key."});
  CHECK(loaded.settings.keys == std::map<std::string, std::string>{{"mark-wrong", "Y"}});
  CHECK(loaded.keyLines == std::map<std::string, std::size_t>{{"mark-wrong", 7}, {"next", 6}});
}

TEST_CASE("values outside their limits are brought back into them") {
  test::MemoryFileSystem files;
  files.put(kFile, R"({"theme": "neon", "text_scale": 40, "window_width": -5, "motion": "yes",
                       "recent_files": [1, "a.txt"], "window_height": 1e99})");
  const auto settings = app::loadSettings(files, kFile).settings;
  CHECK(settings.theme == "paper");
  CHECK(settings.textScale == 2.5);
  CHECK(settings.windowWidth == 300);
  CHECK(settings.windowHeight == 16384);
  CHECK(settings.motion);
  CHECK(settings.recentFiles == std::vector<std::string>{"a.txt"});
}

TEST_CASE("at most ten files are remembered") {
  app::Settings settings;
  for (int i = 0; i < 14; ++i) app::remember(settings, std::to_string(i));
  REQUIRE(settings.recentFiles.size() == 10);
  CHECK(settings.recentFiles.front() == "13");
  CHECK(settings.recentFiles.back() == "4");
}
