#include "platform/fonts.h"

#include <fontconfig/fontconfig.h>
#include <imgui.h>
#include <misc/freetype/imgui_freetype.h>

#include <map>
#include <optional>

#include "base/file_system.h"

namespace assay::platform {

namespace {

struct Face {
  const char* family;
  int weight;
  int slant;
};

constexpr Face kUi{"Inter", FC_WEIGHT_REGULAR, FC_SLANT_ROMAN};
constexpr Face kUiBold{"Inter", FC_WEIGHT_DEMIBOLD, FC_SLANT_ROMAN};
constexpr Face kReading{"Noto Serif", FC_WEIGHT_REGULAR, FC_SLANT_ROMAN};
constexpr Face kReadingBold{"Noto Serif", FC_WEIGHT_BOLD, FC_SLANT_ROMAN};
constexpr Face kReadingItalic{"Noto Serif", FC_WEIGHT_REGULAR, FC_SLANT_ITALIC};
constexpr Face kSansBehind{"DejaVu Sans", FC_WEIGHT_REGULAR, FC_SLANT_ROMAN};
constexpr Face kSerifBehind{"DejaVu Serif", FC_WEIGHT_REGULAR, FC_SLANT_ROMAN};

struct FontPlace {
  std::string file;
  int index = 0;

  auto operator<=>(const FontPlace&) const = default;
};

// fontconfig always answers with something; only the family that was asked for counts.
std::optional<FontPlace> findFace(const Face& face) {
  FcPattern* wanted =
      FcPatternBuild(nullptr, FC_FAMILY, FcTypeString, face.family, FC_WEIGHT, FcTypeInteger,
                     face.weight, FC_SLANT, FcTypeInteger, face.slant, FC_WIDTH, FcTypeInteger,
                     FC_WIDTH_NORMAL, FC_VARIABLE, FcTypeBool, FcFalse, nullptr);
  FcConfigSubstitute(nullptr, wanted, FcMatchPattern);
  FcDefaultSubstitute(wanted);
  FcResult result = FcResultNoMatch;
  FcPattern* found = FcFontMatch(nullptr, wanted, &result);
  FcPatternDestroy(wanted);
  if (found == nullptr) return std::nullopt;
  std::optional<FontPlace> place;
  FcChar8* file = nullptr;
  int index = 0;
  if (FcPatternGetString(found, FC_FILE, 0, &file) == FcResultMatch) {
    FcPatternGetInteger(found, FC_INDEX, 0, &index);
    FcChar8* family = nullptr;
    for (int i = 0; FcPatternGetString(found, FC_FAMILY, i, &family) == FcResultMatch; ++i) {
      const auto* name = reinterpret_cast<const FcChar8*>(face.family);
      if (FcStrCmpIgnoreCase(family, name) == 0) {
        place = FontPlace{reinterpret_cast<const char*>(file), index & 0xFFFF};
      }
    }
  }
  FcPatternDestroy(found);
  return place;
}

class Loader {
 public:
  explicit Loader(LoadedFonts& loaded) : loaded_(loaded) {}

  // A face with the fallbacks merged behind it; null when the family is missing.
  ImFont* load(const Face& face, std::initializer_list<Face> behind) {
    ImFont* font = add(face, false);
    if (font == nullptr) return nullptr;
    for (const Face& fallback : behind) add(fallback, true);
    return font;
  }

 private:
  ImFont* add(const Face& face, bool merge) {
    const std::optional<FontPlace> place = findFace(face);
    std::string* bytes = place ? bytesOf(place->file) : nullptr;
    if (bytes == nullptr) return nullptr;
    ImFontConfig config;
    // One copy of a file serves every font it is merged into.
    config.FontDataOwnedByAtlas = false;
    config.MergeMode = merge;
    config.FontNo = static_cast<ImU32>(place->index);
    config.FontLoaderFlags = ImGuiFreeTypeLoaderFlags_LightHinting;
    return ImGui::GetIO().Fonts->AddFontFromMemoryTTF(
        bytes->data(), static_cast<int>(bytes->size()), 0.0F, &config);
  }

  std::string* bytesOf(const std::string& file) {
    const auto known = byFile_.find(file);
    if (known != byFile_.end()) return known->second;
    constexpr std::uint64_t kMostBytes = 64ULL << 20;
    auto bytes = base::RealFileSystem().read(file, kMostBytes);
    if (!bytes) return nullptr;
    loaded_.files.push_back(std::make_unique<std::string>(std::move(*bytes)));
    byFile_[file] = loaded_.files.back().get();
    return loaded_.files.back().get();
  }

  LoadedFonts& loaded_;
  std::map<std::string, std::string*> byFile_;
};

}  // namespace

// A missing bold or italic falls back to its regular face (ui::withDefaults), never to nothing.
LoadedFonts loadFonts() {
  LoadedFonts loaded;
  if (FcInit() == FcTrue) {
    Loader loader(loaded);
    loaded.fonts.ui = loader.load(kUi, {kSansBehind});
    if (loaded.fonts.ui == nullptr) loaded.fonts.ui = loader.load(kSansBehind, {});
    loaded.fonts.uiBold = loader.load(kUiBold, {kSansBehind});
    loaded.fonts.reading = loader.load(kReading, {kSerifBehind, kSansBehind});
    if (loaded.fonts.reading == nullptr) {
      loaded.fonts.reading = loader.load(kSerifBehind, {kSansBehind});
    }
    loaded.fonts.readingBold = loader.load(kReadingBold, {kSerifBehind, kSansBehind});
    loaded.fonts.readingItalic = loader.load(kReadingItalic, {kSerifBehind, kSansBehind});
    FcFini();
  }
  if (loaded.fonts.ui == nullptr || loaded.fonts.reading == nullptr) {
    loaded.problem =
        "The typefaces of the workbench are not installed: curly quotation marks, dashes and "
        "letters with accents show as \"?\". In the store and in reports they are right. Install "
        "fonts-inter, fonts-noto-core and fonts-dejavu-core, then start Assay again.";
  }
  loaded.fonts = ui::withDefaults(loaded.fonts);
  return loaded;
}

}  // namespace assay::platform
