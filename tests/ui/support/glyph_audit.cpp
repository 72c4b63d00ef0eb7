#include "tests/ui/support/glyph_audit.h"

#include <fmt/format.h>
#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

namespace assay::test {

namespace {

struct Box {
  float left = 0;
  float top = 0;
  float right = 0;
  float bottom = 0;

  [[nodiscard]] float width() const { return right - left; }
  [[nodiscard]] float area() const { return width() * (bottom - top); }
};

// How far letters of one word may reach over each other: kerned pairs and slanted faces do.
constexpr float kSharedPart = 0.3F;
constexpr float kSlack = 1.0F;  // pixels
constexpr std::size_t kMostFaults = 5;

/// Where letters are in the font texture. Lines under words are in it as well, and fills are a
/// point of it.
class Texture {
 public:
  explicit Texture(const ImFontAtlas& atlas)
      : width_(atlas.TexData->Width), height_(atlas.TexData->Height) {
    letters_.assign(static_cast<std::size_t>(width_) * static_cast<std::size_t>(height_), false);
    ImStableVector<ImFontBaked, 32>& fonts = atlas.Builder->BakedPool;
    for (int n = 0; n < fonts.Size; ++n) {
      for (const ImFontGlyph& glyph : fonts[n].Glyphs) note(glyph);
    }
  }
  [[nodiscard]] bool isGlyph(const ImDrawVert* corners) const {
    const ImVec2 from = corners[0].uv;
    const ImVec2 to = corners[2].uv;
    const bool upright = from.x == corners[3].uv.x && from.y == corners[1].uv.y;
    if (!upright || from.x == to.x || from.y == to.y) return false;
    const std::size_t at = pixel((from.x + to.x) / 2, (from.y + to.y) / 2);
    return at < letters_.size() && letters_[at];
  }

 private:
  [[nodiscard]] std::size_t pixel(float u, float v) const {
    const auto x = static_cast<std::size_t>(u * static_cast<float>(width_));
    const auto y = static_cast<std::size_t>(v * static_cast<float>(height_));
    return y * static_cast<std::size_t>(width_) + x;
  }
  void note(const ImFontGlyph& glyph) {
    const float wide = 1.0F / static_cast<float>(width_);
    const float high = 1.0F / static_cast<float>(height_);
    for (float v = glyph.V0 + high / 2; v < glyph.V1; v += high) {
      for (float u = glyph.U0 + wide / 2; u < glyph.U1; u += wide) {
        if (const std::size_t at = pixel(u, v); at < letters_.size()) letters_[at] = true;
      }
    }
  }

  int width_;
  int height_;
  std::vector<bool> letters_;
};

bool isQuad(const ImDrawIdx* index) {
  return index[1] == index[0] + 1 && index[2] == index[0] + 2 && index[3] == index[0] &&
         index[4] == index[0] + 2 && index[5] == index[0] + 3;
}

std::string placeOf(const Box& box) {
  return fmt::format("{:.0f},{:.0f} to {:.0f},{:.0f}", box.left, box.top, box.right, box.bottom);
}

class Letters {
 public:
  explicit Letters(std::vector<std::string>& faults) : faults_(faults) {}

  void add(const Box& box, const ImVec4& clip) {
    const bool outside =
        box.right <= clip.x || box.left >= clip.z || box.bottom <= clip.y || box.top >= clip.w;
    if (outside) return;
    if (box.left < clip.x - kSlack || box.right > clip.z + kSlack) {
      say("a letter is cut off at its side: " + placeOf(box));
    }
    const int row = static_cast<int>(box.top) / kCell;
    const int column = static_cast<int>(box.left) / kCell;
    for (int y = row - 1; y <= row + 1; ++y) {
      for (int x = column - 1; x <= column + 1; ++x) compare(box, {x, y});
    }
    cells_[{column, row}].push_back(box);
  }

 private:
  static constexpr int kCell = 48;

  void compare(const Box& box, std::pair<int, int> cell) {
    const auto found = cells_.find(cell);
    if (found == cells_.end()) return;
    for (const Box& other : found->second) {
      const float wide = std::min(box.right, other.right) - std::max(box.left, other.left);
      const float high = std::min(box.bottom, other.bottom) - std::max(box.top, other.top);
      if (wide <= 0 || high <= 0) continue;
      if (wide * high > kSharedPart * std::min(box.area(), other.area())) {
        say("letters lie on each other: " + placeOf(box) + " and " + placeOf(other));
      }
    }
  }

  void say(std::string fault) {
    if (faults_.size() < kMostFaults) faults_.push_back(std::move(fault));
  }

  std::vector<std::string>& faults_;
  std::map<std::pair<int, int>, std::vector<Box>> cells_;
};

void lookAt(const ImDrawList& list, const ImDrawCmd& command, const Texture& texture,
            Letters& letters) {
  if (command.UserCallback != nullptr) return;
  const ImDrawIdx* index = list.IdxBuffer.Data + command.IdxOffset;
  const ImDrawVert* vertices = list.VtxBuffer.Data + command.VtxOffset;
  for (unsigned at = 0; at + 6 <= command.ElemCount; at += isQuad(index + at) ? 6 : 3) {
    if (!isQuad(index + at)) continue;
    const ImDrawVert* corners = vertices + index[at];
    if (!texture.isGlyph(corners)) continue;
    letters.add({corners[0].pos.x, corners[0].pos.y, corners[2].pos.x, corners[2].pos.y},
                command.ClipRect);
  }
}

}  // namespace

// Draw list by draw list: a dialog lies over what is below it, and is meant to.
std::vector<std::string> glyphFaults() {
  std::vector<std::string> faults;
  const Texture texture(*ImGui::GetIO().Fonts);
  for (const ImDrawList* list : ImGui::GetDrawData()->CmdLists) {
    Letters letters(faults);
    for (const ImDrawCmd& command : list->CmdBuffer) lookAt(*list, command, texture, letters);
  }
  return faults;
}

}  // namespace assay::test
