#include "app/settings.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace assay::app {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::uint64_t kMaxBytes = 1'000'000;
constexpr std::size_t kMaxRecent = 10;

// Reads one value if it is there and of the right kind; else the default stays.
void take(const Json& json, const char* key, std::string& into) {
  if (json.contains(key) && json[key].is_string()) into = json[key].get<std::string>();
}
void take(const Json& json, const char* key, bool& into) {
  if (json.contains(key) && json[key].is_boolean()) into = json[key].get<bool>();
}
void take(const Json& json, const char* key, double& into, double low, double high) {
  if (json.contains(key) && json[key].is_number()) {
    into = std::clamp(json[key].get<double>(), low, high);
  }
}
void take(const Json& json, const char* key, int& into, int low, int high) {
  if (json.contains(key) && json[key].is_number()) {
    into = static_cast<int>(
        std::clamp(json[key].get<double>(), static_cast<double>(low), static_cast<double>(high)));
  }
}

Settings fromJson(const Json& json) {
  Settings settings;
  take(json, "theme", settings.theme);
  if (settings.theme != "dark") settings.theme = "paper";
  take(json, "text_scale", settings.textScale, 0.7, 2.5);
  take(json, "window_width", settings.windowWidth, 640, 16384);
  take(json, "window_height", settings.windowHeight, 480, 16384);
  take(json, "list_width", settings.listWidth, 200, 4000);
  take(json, "inspector_width", settings.inspectorWidth, 200, 4000);
  take(json, "motion", settings.motion);
  take(json, "report_folder", settings.reportFolder);
  if (json.contains("recent_files") && json["recent_files"].is_array()) {
    for (const Json& file : json["recent_files"]) {
      if (file.is_string() && settings.recentFiles.size() < kMaxRecent) {
        settings.recentFiles.push_back(file.get<std::string>());
      }
    }
  }
  if (json.contains("keys") && json["keys"].is_object()) {
    for (const auto& [command, key] : json["keys"].items()) {
      if (key.is_string()) settings.keys[command] = key.get<std::string>();
    }
  }
  return settings;
}

// The file as JSON; an object always, empty when there is none or it cannot be read.
Json parsed(const base::FileSystem& files, const std::filesystem::path& file,
            std::string& warning) {
  if (!files.exists(file)) return Json::object();
  auto bytes = files.read(file, kMaxBytes);
  if (!bytes) {
    warning = bytes.error().message + " The default settings are used.";
    return Json::object();
  }
  Json json = Json::parse(*bytes, nullptr, false);
  if (json.is_object()) return json;
  warning = fmt::format(
      "The settings in {} cannot be read: expected a JSON object. The default settings are used; "
      "repair or delete the file.",
      file.string());
  return Json::object();
}

}  // namespace

std::filesystem::path settingsFile() { return base::userFolders().config / "settings.json"; }

LoadedSettings loadSettings(const base::FileSystem& files, const std::filesystem::path& file) {
  LoadedSettings loaded;
  loaded.settings = fromJson(parsed(files, file, loaded.warning));
  return loaded;
}

base::Result<void> saveSettings(base::FileSystem& files, const std::filesystem::path& file,
                                const Settings& settings) {
  std::string warning;
  Json json = parsed(files, file, warning);
  // A file that a person broke while editing is theirs to repair, not ours to overwrite.
  if (!warning.empty()) return base::fail(base::ErrorCode::corrupt, warning);
  json["theme"] = settings.theme;
  json["text_scale"] = settings.textScale;
  json["window_width"] = settings.windowWidth;
  json["window_height"] = settings.windowHeight;
  json["list_width"] = settings.listWidth;
  json["inspector_width"] = settings.inspectorWidth;
  json["motion"] = settings.motion;
  json["report_folder"] = settings.reportFolder;
  json["recent_files"] = settings.recentFiles;
  json["keys"] = settings.keys;
  if (auto made = files.makeFolder(file.parent_path()); !made) return made;
  return files.writeAtomically(file,
                               json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n");
}

void remember(Settings& settings, const std::string& file) {
  auto& recent = settings.recentFiles;
  std::erase(recent, file);
  recent.insert(recent.begin(), file);
  if (recent.size() > kMaxRecent) recent.resize(kMaxRecent);
}

}  // namespace assay::app
