#include "app/settings.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace assay::app {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::uint64_t kMaxBytes = 1'000'000;
constexpr std::size_t kMaxRecent = 10;

std::size_t lineAt(std::string_view text, std::size_t byte) {
  const auto end = text.begin() + static_cast<std::ptrdiff_t>(std::min(byte, text.size()));
  return 1 + static_cast<std::size_t>(std::count(text.begin(), end, '\n'));
}

std::string kindOf(const Json& value) {
  constexpr std::size_t kMost = 40;
  std::string text = value.dump(-1, ' ', true, Json::error_handler_t::replace);
  if (text.size() > kMost) text = text.substr(0, kMost) + "…";
  return text;
}

/// Takes values out of the file one by one and says of each that cannot be used where it stands.
class Reader {
 public:
  Reader(const Json& json, std::string_view text, LoadedSettings& loaded,
         const std::filesystem::path& file)
      : json_(json), text_(text), loaded_(loaded), file_(file) {}

  void take(const char* key, std::string& into) {
    const Json* value = find(key);
    if (value == nullptr) return;
    if (!value->is_string()) return refuse(key, *value, "a text", "nothing");
    into = value->get<std::string>();
  }
  void take(const char* key, bool& into) {
    const Json* value = find(key);
    if (value == nullptr) return;
    if (!value->is_boolean()) return refuse(key, *value, "true or false", into ? "true" : "false");
    into = value->get<bool>();
  }
  void take(const char* key, double& into, double low, double high) {
    const Json* value = find(key);
    if (value == nullptr) return;
    const std::string expected = fmt::format("a number from {} to {}", low, high);
    if (!value->is_number()) return refuse(key, *value, expected, fmt::format("{}", into));
    const auto given = value->get<double>();
    into = std::clamp(given, low, high);
    if (given != into) refuse(key, *value, expected, fmt::format("{}", into));
  }
  void take(const char* key, int& into, int low, int high) {
    double value = into;
    take(key, value, low, high);
    into = static_cast<int>(value);
  }
  void takeTheme(std::string& into) {
    take("theme", into);
    if (isTheme(into)) return;
    into = "paper";
    refuse("theme", json_["theme"], "\"paper\", \"dark\" or \"contrast\"", "\"paper\"");
  }
  void takeRecent(std::vector<std::string>& into) {
    const Json* value = find("recent_files");
    if (value == nullptr) return;
    if (!value->is_array()) return refuse("recent_files", *value, "a list of files", "no list");
    for (const Json& one : *value) {
      if (one.is_string() && into.size() < kMaxRecent) into.push_back(one.get<std::string>());
    }
  }
  void takeKeys(std::map<std::string, std::string>& into) {
    const Json* value = find("keys");
    if (value == nullptr) return;
    if (!value->is_object()) return refuse("keys", *value, "commands with their keys", "none");
    for (const auto& [command, key] : value->items()) {
      loaded_.keyLines[command] = lineOf(command);
      if (key.is_string()) {
        into[command] = key.get<std::string>();
      } else {
        refuse(command.c_str(), key, "a key such as \"V\"", "its usual key");
      }
    }
  }

 private:
  [[nodiscard]] const Json* find(const char* key) const {
    const auto found = json_.find(key);
    return found == json_.end() ? nullptr : &*found;
  }

  // Where the name stands as a key; the first place is enough in a file this small.
  [[nodiscard]] std::size_t lineOf(std::string_view key) const {
    const std::string name = Json(key).dump();
    for (std::size_t at = text_.find(name); at != std::string_view::npos;
         at = text_.find(name, at + 1)) {
      const std::size_t after = text_.find_first_not_of(" \t\r\n", at + name.size());
      if (after != std::string_view::npos && text_[after] == ':') return lineAt(text_, at);
    }
    return 1;
  }

  void refuse(const char* key, const Json& value, std::string_view expected,
              std::string_view used) {
    loaded_.warnings.push_back(fmt::format("{}, line {}: \"{}\" is {}; expected {}. Assay uses {}.",
                                           file_.string(), lineOf(key), key, kindOf(value),
                                           expected, used));
  }

  const Json& json_;
  std::string_view text_;
  LoadedSettings& loaded_;
  const std::filesystem::path& file_;
};

void readAll(Reader& reader, Settings& settings) {
  reader.takeTheme(settings.theme);
  reader.take("text_scale", settings.textScale, 0.7, 2.5);
  reader.take("window_width", settings.windowWidth, 300, 16384);
  reader.take("window_height", settings.windowHeight, 200, 16384);
  reader.take("list_width", settings.listWidth, 200, 4000);
  reader.take("inspector_width", settings.inspectorWidth, 200, 4000);
  reader.take("motion", settings.motion);
  reader.take("sort", settings.sort);
  reader.take("report_folder", settings.reportFolder);
  reader.takeRecent(settings.recentFiles);
  reader.takeKeys(settings.keys);
}

/// The file as JSON, an object always, and its text.
struct Parsed {
  Json json = Json::object();
  std::string text;
  std::string problem;  ///< why it is not the file's; empty when it is
};

Parsed parsed(const base::FileSystem& files, const std::filesystem::path& file) {
  Parsed result;
  if (!files.exists(file)) return result;
  auto bytes = files.read(file, kMaxBytes);
  if (!bytes) {
    result.problem = bytes.error().message + " The default settings are used.";
    return result;
  }
  result.text = std::move(*bytes);
  std::size_t line = 1;
  std::string expected = "expected a JSON object";
  try {
    Json json = Json::parse(result.text);
    if (json.is_object()) {
      result.json = std::move(json);
      return result;
    }
  } catch (const Json::parse_error& error) {
    line = lineAt(result.text, error.byte == 0 ? 0 : error.byte - 1);
    expected = error.byte > result.text.size()
                   ? "the file ends too early"
                   : "a comma, a quotation mark or a bracket is missing "
                     "or too much there";
  }
  result.problem = fmt::format(
      "{}, line {}: {}. The default settings are used and the file is left as it is; repair or "
      "delete it.",
      file.string(), line, expected);
  return result;
}

}  // namespace

std::filesystem::path settingsFile() { return base::userFolders().config / "settings.json"; }

bool isTheme(std::string_view id) { return id == "paper" || id == "dark" || id == "contrast"; }

LoadedSettings loadSettings(const base::FileSystem& files, const std::filesystem::path& file) {
  LoadedSettings loaded;
  const Parsed read = parsed(files, file);
  if (!read.problem.empty()) loaded.warnings.push_back(read.problem);
  Reader reader(read.json, read.text, loaded, file);
  readAll(reader, loaded.settings);
  return loaded;
}

base::Result<void> saveSettings(base::FileSystem& files, const std::filesystem::path& file,
                                const Settings& settings) {
  Parsed read = parsed(files, file);
  // A file that a person broke while editing is theirs to repair, not ours to overwrite.
  if (!read.problem.empty()) return base::fail(base::ErrorCode::corrupt, read.problem);
  Json& json = read.json;
  json["theme"] = settings.theme;
  json["text_scale"] = settings.textScale;
  json["window_width"] = settings.windowWidth;
  json["window_height"] = settings.windowHeight;
  json["list_width"] = settings.listWidth;
  json["inspector_width"] = settings.inspectorWidth;
  json["motion"] = settings.motion;
  json["sort"] = settings.sort;
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
