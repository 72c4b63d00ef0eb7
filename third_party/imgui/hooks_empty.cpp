// Dear ImGui's test hooks for a program that is not under test: they do nothing, and nothing calls
// them because TestEngineHookItems stays false. The signatures belong to one version of the
// library.
#include <imgui.h>
#include <imgui_internal.h>

static_assert(IMGUI_VERSION_NUM >= 19200,
              "test hooks: compare the signatures below with this version");

void ImGuiTestEngineHook_ItemAdd(ImGuiContext*, ImGuiID, const ImRect&, const ImGuiLastItemData*) {}
void ImGuiTestEngineHook_ItemInfo(ImGuiContext*, ImGuiID, const char*, ImGuiItemStatusFlags) {}
void ImGuiTestEngineHook_Log(ImGuiContext*, const char*, ...) {}
const char* ImGuiTestEngine_FindItemDebugLabel(ImGuiContext*, ImGuiID) { return nullptr; }
