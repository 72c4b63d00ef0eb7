#include "model/snapshot.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"

namespace assay::model {

namespace {

constexpr std::size_t kLongestName = 120;  // code points

// Endings in small letters. What is not here is handed out as a file and never opened by us.
constexpr std::array<std::string_view, 36> kShown{
    "pdf",  "txt", "md",   "csv",  "json", "xml",  "html", "htm",  "mhtml", "eml",  "png",  "jpg",
    "jpeg", "gif", "webp", "tif",  "tiff", "heic", "bmp",  "mp3",  "m4a",   "ogg",  "opus", "wav",
    "flac", "mp4", "mov",  "webm", "mkv",  "srt",  "vtt",  "docx", "odt",   "xlsx", "ods",  "epub"};

// One decimal below ten: "3.2 MB", "14 KB".
std::string inUnits(std::uint64_t bytes, std::uint64_t unit, std::string_view word) {
  const std::uint64_t tenths = (bytes * 10 + unit / 2) / unit;
  std::string text = std::to_string(tenths / 10);
  if (tenths < 100 && tenths % 10 != 0) text += "." + std::to_string(tenths % 10);
  return text + " " + std::string(word);
}

}  // namespace

std::string plainFileName(std::string_view name) {
  const std::size_t folder = name.find_last_of("/\\");
  if (folder != std::string_view::npos) name.remove_prefix(folder + 1);
  std::string plain;
  for (const char c : name) {
    const auto byte = static_cast<unsigned char>(c);
    const bool bad = byte < 0x20U || byte == 0x7FU ||
                     std::string_view(":*?\"<>|").find(c) != std::string_view::npos;
    plain += bad ? '_' : c;
  }
  if (base::firstInvalidByte(plain)) return "snapshot";
  plain = base::oneLine(plain);
  while (plain.starts_with('.')) plain.erase(0, 1);
  if (plain.empty()) return "snapshot";
  if (base::codePointCount(plain) <= kLongestName) return plain;
  // The ending says what it is: it stays.
  const std::size_t dot = plain.find_last_of('.');
  const std::string ending =
      dot != std::string::npos && plain.size() - dot <= 12 ? plain.substr(dot) : std::string();
  return std::string(base::codePointsFrom(plain, 0, kLongestName - ending.size())) + ending;
}

bool isShownNotRun(std::string_view name) {
  const std::size_t dot = name.find_last_of('.');
  if (dot == std::string_view::npos) return false;
  std::string ending(name.substr(dot + 1));
  for (char& c : ending) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return std::ranges::find(kShown, ending) != kShown.end();
}

std::string sizeText(std::uint64_t bytes) {
  if (bytes == 1) return "1 byte";
  if (bytes < 1000) return std::to_string(bytes) + " bytes";
  if (bytes < 999'500) return inUnits(bytes, 1000, "KB");
  return inUnits(bytes, 1'000'000, "MB");
}

}  // namespace assay::model
