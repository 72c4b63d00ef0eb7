// Presses keys and buttons of the workbench inside the test's own process.
//
// Implements Dear ImGui's test hooks, so items are found by label or id path and pressed through
// the library's real input queue; a null renderer answers texture requests, and display size, time
// step and clipboard are the driver's own. It is not the window: what GLFW does with a key is
// tests/platform's business.
//
// A step that cannot be done (no such item, disabled, covered) fails the running test and lists
// what there is. One driver at a time; it owns the ImGui context, which exists from construction to
// destruction. Thread: the test's. Units: pixels, frames of 1/60 s.
#pragma once

#include <imgui.h>

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ui/key_order.h"

struct ImGuiContext;
struct ImGuiLastItemData;
struct ImGuiWindow;
struct ImRect;

namespace assay::test {

/// One item as it was submitted in the last frame.
struct UiItem {
  ImGuiID id = 0;
  std::string label;   ///< as the program wrote it, with any "##" part; empty for some (combos)
  std::string window;  ///< full name of the window it is in ("Main/article_1A2B3C4D")
  ImGuiID windowId = 0;
  ImVec2 min, max;                ///< where it was put
  ImVec2 clippedMin, clippedMax;  ///< what of it can be seen
  bool visible = false;           ///< some of it can be seen
  bool enabled = true;
  bool tabStop = false;   ///< Tab stops at it
  bool isWindow = false;  ///< a window or child window itself
  bool checked = false;
  bool inputable = false;  ///< takes typed text

  [[nodiscard]] ImVec2 middle() const;
  /// `label` without what follows "##".
  [[nodiscard]] std::string shown() const;
};

struct UiOptions {
  ImVec2 size{1440, 900};
  /// Every item is written down, to be found by its name. Costs as much as drawing it: off where
  /// frames are measured.
  bool watched = true;
  /// Called once, after the context is made: fonts go here. The embedded font is there anyway.
  std::function<void()> setUp;
};

class UiDriver {
 public:
  using Options = UiOptions;

  /// `draw` submits one whole frame between NewFrame and Render.
  explicit UiDriver(std::function<void()> draw, const Options& options = {});
  ~UiDriver();
  UiDriver(const UiDriver&) = delete;
  UiDriver& operator=(const UiDriver&) = delete;

  void frame(int count = 1);
  /// Draws until `done` says so, at most `most` frames; returns whether it did.
  bool frameUntil(const std::function<bool()>& done, int most = 600);
  void resize(ImVec2 size);
  /// Seconds a frame pretends to take, 1/60 unless set.
  void setTimeStep(float seconds) { timeStep_ = seconds; }

  // --- looking ---------------------------------------------------------------------------------

  /// The visible item called `name`: its whole label, its label without the "##" part, or an id
  /// path from a window's root ("form/##kind"; a part "$$3" is the number 3 given to PushID).
  /// `window` narrows it down to windows whose name contains it. Null when there is none; fails the
  /// test when there are several.
  [[nodiscard]] const UiItem* find(std::string_view name, std::string_view window = {}) const;
  /// As find, but a missing item fails the test and lists the labels there are.
  [[nodiscard]] const UiItem& get(std::string_view name, std::string_view window = {}) const;
  [[nodiscard]] bool isVisible(std::string_view name, std::string_view window = {}) const {
    return find(name, window) != nullptr;
  }
  [[nodiscard]] bool isEnabled(std::string_view name, std::string_view window = {}) const;
  [[nodiscard]] bool isChecked(std::string_view name, std::string_view window = {}) const;
  /// All items of the last frame in order, windows among them.
  [[nodiscard]] const std::vector<UiItem>& items() const { return items_; }
  /// Ids that two items of the last frame share, as readable lines. None is what a good screen has.
  [[nodiscard]] std::vector<std::string> duplicateIds() const;
  /// What the screen says, one line a row, drawn in a frame of its own.
  [[nodiscard]] std::string screenText();
  /// Id of the item that Tab has reached, 0 for none.
  [[nodiscard]] ImGuiID focusedId() const;
  /// Id of the item the mouse is over, 0 for none.
  [[nodiscard]] ImGuiID hoveredId() const;
  /// Name of the window that takes the input: the topmost popup or dialog, else the one below all.
  [[nodiscard]] std::string frontWindow() const;
  /// Vertices of the last frame: how much was drawn.
  [[nodiscard]] int vertexCount() const { return vertices_; }

  // --- doing -----------------------------------------------------------------------------------

  void click(std::string_view name, std::string_view window = {});
  void rightClick(std::string_view name, std::string_view window = {});
  void doubleClick(std::string_view name, std::string_view window = {});
  /// Presses the item found before; fails when something else lies over it.
  void click(const UiItem& item, int button = ImGuiMouseButton_Left, int times = 1);
  /// The mouse alone, without a look at what is there.
  void moveTo(ImVec2 at);
  void clickAt(ImVec2 at, int times = 1, int button = ImGuiMouseButton_Left);
  /// Down at `from`, over to `to` in a few steps, up.
  void drag(ImVec2 from, ImVec2 to);
  void wheel(float steps);
  /// A chord such as ImGuiMod_Ctrl | ImGuiKey_E, pressed and let go.
  void key(ImGuiKeyChord chord);
  /// `times` presses of the same chord.
  void keys(ImGuiKeyChord chord, int times);
  void holdModifier(ImGuiKey modifier, bool down);
  /// Characters as a keyboard would send them.
  void type(std::string_view text);

  std::string clipboard;

 private:
  friend struct UiHooks;
  void add(ImGuiContext& context, ImGuiID id, const ImRect& box, const ImGuiLastItemData* data);
  void label(ImGuiID id, const char* text, int status);
  void answerTextures();
  [[nodiscard]] std::vector<const UiItem*> matches(std::string_view name,
                                                   std::string_view window) const;
  [[nodiscard]] std::string listing(std::string_view window) const;
  void modifiers(ImGuiKeyChord chord, bool down);

  std::function<void()> draw_;
  std::optional<ui::KeyOrder> keyOrder_;
  ImGuiContext* context_ = nullptr;
  float timeStep_ = 1.0F / 60.0F;
  int vertices_ = 0;
  std::vector<UiItem> items_;
  std::map<ImGuiID, std::size_t> byId_;
  std::vector<ImGuiID> duplicates_;
};

}  // namespace assay::test
