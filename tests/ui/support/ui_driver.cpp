#include "tests/ui/support/ui_driver.h"

#include <catch2/catch_amalgamated.hpp>
#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>
#include <charconv>

static_assert(IMGUI_VERSION_NUM >= 19200 && IMGUI_VERSION_NUM < 19300,
              "test hooks: compare the signatures below with this version");

namespace assay::test {

namespace {

// The hooks are free functions: this is how they find the one driver there is.
UiDriver*& current() {
  static UiDriver* driver = nullptr;
  return driver;
}

bool contains(std::string_view text, std::string_view part) {
  return part.empty() || text.find(part) != std::string_view::npos;
}

// The id that a path of labels gives under a window's root, as PushID and Button would make it.
ImGuiID pathId(ImGuiID seed, std::string_view path) {
  while (!path.empty()) {
    const std::size_t slash = path.find('/');
    const std::string_view part = path.substr(0, slash);
    path = slash == std::string_view::npos ? std::string_view{} : path.substr(slash + 1);
    if (part.starts_with("$$")) {
      int number = 0;
      std::from_chars(part.data() + 2, part.data() + part.size(), number);
      seed = ImHashData(&number, sizeof number, seed);
    } else {
      seed = ImHashStr(part.data(), part.size(), seed);
    }
  }
  return seed;
}

}  // namespace

struct UiHooks {
  static void add(ImGuiContext* context, ImGuiID id, const ImRect& box,
                  const ImGuiLastItemData* data) {
    if (current() != nullptr) current()->add(*context, id, box, data);
  }
  static void info(ImGuiID id, const char* label, int status) {
    if (current() != nullptr && label != nullptr) current()->label(id, label, status);
  }
  static const char* labelOf(ImGuiID id) {
    const UiDriver* driver = current();
    if (driver == nullptr) return nullptr;
    const auto found = driver->byId_.find(id);
    return found == driver->byId_.end() ? nullptr : driver->items_[found->second].label.c_str();
  }
};

ImVec2 UiItem::middle() const {
  return {std::floor((clippedMin.x + clippedMax.x) / 2),
          std::floor((clippedMin.y + clippedMax.y) / 2)};
}

std::string UiItem::shown() const { return label.substr(0, label.find("##")); }

UiDriver::UiDriver(std::function<void()> draw, const Options& options) : draw_(std::move(draw)) {
  IM_ASSERT(current() == nullptr && "one driver at a time");
  current() = this;
  context_ = ImGui::CreateContext();
  context_->TestEngineHookItems = options.watched;
  keyOrder_.emplace();
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = nullptr;
  io.LogFilename = nullptr;
  io.DisplaySize = options.size;
  io.BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
  // As in the window: of a press and a release in one batch, both are seen.
  io.ConfigInputTrickleEventQueue = true;
  io.ConfigErrorRecoveryEnableTooltip = false;
  io.ConfigDebugHighlightIdConflicts = false;
  ImGuiPlatformIO& platform = ImGui::GetPlatformIO();
  platform.Platform_GetClipboardTextFn = [](ImGuiContext*) -> const char* {
    return current()->clipboard.c_str();
  };
  platform.Platform_SetClipboardTextFn = [](ImGuiContext*, const char* text) {
    current()->clipboard = text;
  };
  if (options.setUp) options.setUp();
  frame(2);
}

UiDriver::~UiDriver() {
  keyOrder_.reset();
  ImGui::DestroyContext(context_);
  current() = nullptr;
}

void UiDriver::frame(int count) {
  for (; count > 0; --count) {
    items_.clear();
    byId_.clear();
    duplicates_.clear();
    ImGui::GetIO().DeltaTime = timeStep_;
    ImGui::NewFrame();
    draw_();
    ImGui::Render();
    vertices_ = ImGui::GetDrawData()->TotalVtxCount;
    answerTextures();
  }
}

bool UiDriver::frameUntil(const std::function<bool()>& done, int most) {
  for (int n = 0; n < most && !done(); ++n) frame();
  return done();
}

void UiDriver::resize(ImVec2 size) {
  ImGui::GetIO().DisplaySize = size;
  frame(3);
}

void UiDriver::answerTextures() {
  for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
    if (texture->Status == ImTextureStatus_WantCreate ||
        texture->Status == ImTextureStatus_WantUpdates) {
      texture->SetTexID(1);
      texture->SetStatus(ImTextureStatus_OK);
    } else if (texture->Status == ImTextureStatus_WantDestroy) {
      texture->SetTexID(ImTextureID_Invalid);
      texture->SetStatus(ImTextureStatus_Destroyed);
    }
  }
}

// --- what the hooks report ---------------------------------------------------------------------

void UiDriver::add(ImGuiContext& context, ImGuiID id, const ImRect& box,
                   const ImGuiLastItemData* data) {
  const ImGuiWindow* window = context.CurrentWindow;
  if (window == nullptr || window->IsFallbackWindow) return;
  UiItem item;
  item.id = id;
  item.window = window->Name;
  item.windowId = window->ID;
  item.isWindow = id == window->ID;
  item.min = box.Min;
  item.max = box.Max;
  ImRect seen = box;
  const ImRect clip = item.isWindow ? window->OuterRectClipped : window->ClipRect;
  item.visible = clip.Overlaps(box) && !window->Hidden;
  if (item.visible) seen.ClipWith(clip);
  item.clippedMin = seen.Min;
  item.clippedMax = seen.Max;
  const ImGuiItemFlags flags = data != nullptr ? data->ItemFlags : context.CurrentItemFlags;
  item.enabled = (flags & ImGuiItemFlags_Disabled) == 0;
  item.tabStop = data != nullptr && item.enabled && !item.isWindow &&
                 (flags & (ImGuiItemFlags_NoTabStop | ImGuiItemFlags_NoNav)) == 0 &&
                 (window->Flags & ImGuiWindowFlags_NoNavInputs) == 0;
  const auto [place, fresh] = byId_.try_emplace(id, items_.size());
  if (fresh) {
    items_.push_back(std::move(item));
    return;
  }
  // A window reports itself twice: as an item of its parent and from inside. A widget may report
  // the same box twice. Two boxes under one id are a defect of the screen.
  const UiItem& first = items_[place->second];
  const bool same = first.min.x == box.Min.x && first.min.y == box.Min.y &&
                    first.max.x == box.Max.x && first.max.y == box.Max.y;
  const bool allowed = (flags & ImGuiItemFlags_AllowDuplicateId) != 0;
  if (!same && !allowed && !first.isWindow && !item.isWindow) duplicates_.push_back(id);
}

void UiDriver::label(ImGuiID id, const char* text, int status) {
  const auto found = byId_.find(id);
  if (found == byId_.end()) return;
  UiItem& item = items_[found->second];
  item.label = text;
  item.checked = (status & ImGuiItemStatusFlags_Checked) != 0;
  item.inputable = (status & ImGuiItemStatusFlags_Inputable) != 0;
}

// --- looking -------------------------------------------------------------------------------------

std::vector<const UiItem*> UiDriver::matches(std::string_view name, std::string_view window) const {
  std::vector<const UiItem*> found;
  const auto fits = [&](const UiItem& item) {
    return item.visible && !item.isWindow && contains(item.window, window);
  };
  for (const UiItem& item : items_) {
    if (fits(item) && item.label == name) found.push_back(&item);
  }
  if (!found.empty()) return found;
  for (const UiItem& item : items_) {
    if (fits(item) && !item.label.empty() && item.shown() == name) found.push_back(&item);
  }
  if (!found.empty()) return found;
  // Combos report no label, and labels repeat from row to row: by id path.
  for (const ImGuiWindow* place : context_->Windows) {
    if (!place->Active || !contains(place->Name, window)) continue;
    const auto at = byId_.find(pathId(place->ID, name));
    if (at != byId_.end() && fits(items_[at->second])) found.push_back(&items_[at->second]);
  }
  return found;
}

std::string UiDriver::listing(std::string_view window) const {
  std::string out;
  for (const UiItem& item : items_) {
    if (!item.visible || item.isWindow || item.label.empty() || !contains(item.window, window)) {
      continue;
    }
    out += "  " + item.label + (item.enabled ? "" : " (disabled)") + "  in " + item.window + "\n";
  }
  return out;
}

const UiItem* UiDriver::find(std::string_view name, std::string_view window) const {
  const std::vector<const UiItem*> found = matches(name, window);
  if (found.size() > 1) {
    FAIL("'" << name << "' is ambiguous: " << found.size() << " items are called so, among them in "
             << found[0]->window << " and " << found[1]->window);
  }
  return found.empty() ? nullptr : found.front();
}

const UiItem& UiDriver::get(std::string_view name, std::string_view window) const {
  const UiItem* item = find(name, window);
  if (item == nullptr) {
    FAIL("there is no '" << name << "' on the screen. There are:\n" << listing(window));
  }
  return *item;
}

bool UiDriver::isEnabled(std::string_view name, std::string_view window) const {
  return get(name, window).enabled;
}

bool UiDriver::isChecked(std::string_view name, std::string_view window) const {
  return get(name, window).checked;
}

std::vector<std::string> UiDriver::duplicateIds() const {
  std::vector<std::string> out;
  for (const ImGuiID id : duplicates_) {
    const UiItem& item = items_[byId_.at(id)];
    out.push_back("'" + item.label + "' in " + item.window);
  }
  return out;
}

std::string UiDriver::screenText() {
  // Logging switches clipping off, so the frame is drawn once more afterwards as a person sees it.
  std::string text;
  ImGui::GetIO().DeltaTime = timeStep_;
  items_.clear();
  byId_.clear();
  ImGui::NewFrame();
  ImGui::LogToBuffer();
  draw_();
  text.assign(context_->LogBuffer.begin(), context_->LogBuffer.end());
  ImGui::LogFinish();
  ImGui::Render();
  answerTextures();
  frame();

  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    std::string line = text.substr(at, end - at);
    while (!line.empty() && (line.back() == ' ' || line.back() == '\r')) line.pop_back();
    if (!line.empty()) out += line + "\n";
    at = end + 1;
  }
  return out;
}

ImGuiID UiDriver::focusedId() const { return context_->NavCursorVisible ? context_->NavId : 0; }

std::string UiDriver::frontWindow() const {
  for (int n = context_->Windows.Size - 1; n >= 0; --n) {
    const ImGuiWindow* window = context_->Windows[n];
    const bool child = (window->Flags & ImGuiWindowFlags_ChildWindow) != 0 &&
                       (window->Flags & ImGuiWindowFlags_Popup) == 0;
    const bool tooltip = (window->Flags & ImGuiWindowFlags_Tooltip) != 0;
    if (window->WasActive && !window->Hidden && !child && !tooltip && !window->IsFallbackWindow) {
      return window->Name;
    }
  }
  return {};
}

ImGuiID UiDriver::hoveredId() const { return context_->HoveredId; }

// --- doing
// -----------------------------------------------------------------------------------------

void UiDriver::click(std::string_view name, std::string_view window) { click(get(name, window)); }

void UiDriver::rightClick(std::string_view name, std::string_view window) {
  click(get(name, window), ImGuiMouseButton_Right);
}

void UiDriver::doubleClick(std::string_view name, std::string_view window) {
  click(get(name, window), ImGuiMouseButton_Left, 2);
}

void UiDriver::click(const UiItem& item, int button, int times) {
  // The next frame makes the list anew: what is needed of the item is taken out of it first.
  const ImGuiID id = item.id;
  const ImVec2 middle = item.middle();
  const std::string name = "'" + item.label + "' in " + item.window;
  if (!item.enabled) FAIL(name << " is disabled");
  moveTo(middle);
  if (hoveredId() != id) {
    const auto over = byId_.find(hoveredId());
    FAIL(name << " cannot be pressed: "
              << (over == byId_.end() ? std::string("nothing takes the mouse there")
                                      : "'" + items_[over->second].label + "' lies there"));
  }
  clickAt(middle, times, button);
}

void UiDriver::moveTo(ImVec2 at) {
  ImGui::GetIO().AddMousePosEvent(at.x, at.y);
  frame(2);
}

void UiDriver::clickAt(ImVec2 at, int times, int button) {
  ImGuiIO& io = ImGui::GetIO();
  moveTo(at);
  for (int n = 0; n < times; ++n) {
    io.AddMouseButtonEvent(button, true);
    frame();
    io.AddMouseButtonEvent(button, false);
    frame();
  }
  frame();
}

void UiDriver::drag(ImVec2 from, ImVec2 to) {
  ImGuiIO& io = ImGui::GetIO();
  moveTo(from);
  io.AddMouseButtonEvent(ImGuiMouseButton_Left, true);
  frame();
  constexpr int kSteps = 4;
  for (int n = 1; n <= kSteps; ++n) {
    const float part = static_cast<float>(n) / kSteps;
    moveTo({from.x + (to.x - from.x) * part, from.y + (to.y - from.y) * part});
  }
  io.AddMouseButtonEvent(ImGuiMouseButton_Left, false);
  frame(2);
}

void UiDriver::wheel(float steps) {
  ImGui::GetIO().AddMouseWheelEvent(0, steps);
  frame(3);
}

void UiDriver::modifiers(ImGuiKeyChord chord, bool down) {
  for (const ImGuiKey key : {ImGuiMod_Ctrl, ImGuiMod_Shift, ImGuiMod_Alt, ImGuiMod_Super}) {
    if ((chord & key) != 0) ImGui::GetIO().AddKeyEvent(key, down);
  }
}

void UiDriver::holdModifier(ImGuiKey modifier, bool down) {
  ImGui::GetIO().AddKeyEvent(modifier, down);
  frame();
}

void UiDriver::key(ImGuiKeyChord chord) {
  const auto plain = static_cast<ImGuiKey>(chord & ~ImGuiMod_Mask_);
  modifiers(chord, true);
  if (plain != ImGuiKey_None) ImGui::GetIO().AddKeyEvent(plain, true);
  frame(3);
  if (plain != ImGuiKey_None) ImGui::GetIO().AddKeyEvent(plain, false);
  modifiers(chord, false);
  frame(3);
}

void UiDriver::keys(ImGuiKeyChord chord, int times) {
  for (int n = 0; n < times; ++n) key(chord);
}

void UiDriver::type(std::string_view text) {
  ImGui::GetIO().AddInputCharactersUTF8(std::string(text).c_str());
  frame(static_cast<int>(text.size()) + 3);
}

}  // namespace assay::test

// --- the hooks the library calls
// -------------------------------------------------------------------

void ImGuiTestEngineHook_ItemAdd(ImGuiContext* context, ImGuiID id, const ImRect& box,
                                 const ImGuiLastItemData* data) {
  assay::test::UiHooks::add(context, id, box, data);
}

void ImGuiTestEngineHook_ItemInfo(ImGuiContext*, ImGuiID id, const char* label,
                                  ImGuiItemStatusFlags status) {
  assay::test::UiHooks::info(id, label, status);
}

void ImGuiTestEngineHook_Log(ImGuiContext*, const char*, ...) {}

const char* ImGuiTestEngine_FindItemDebugLabel(ImGuiContext*, ImGuiID id) {
  return assay::test::UiHooks::labelOf(id);
}
