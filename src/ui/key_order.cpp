#include "ui/key_order.h"

#include <imgui.h>
#include <imgui_internal.h>

namespace assay::ui {

namespace {

bool isModifier(ImGuiKey key) {
  return (key & ImGuiMod_Mask_) != 0 || (key >= ImGuiKey_LeftCtrl && key <= ImGuiKey_RightSuper);
}

// How many events from the front belong to one frame.
int sameFrame(const ImVector<ImGuiInputEvent>& events, bool typing) {
  bool pressed = false;
  for (int i = 0; i < events.Size; ++i) {
    const ImGuiInputEvent& event = events[i];
    if (event.Type != ImGuiInputEventType_Key) continue;
    if (isModifier(event.Key.Key)) {
      if (pressed) return i;
    } else if (event.Key.Down) {
      if (pressed && !typing) return i;
      pressed = true;
    }
  }
  return events.Size;
}

}  // namespace

KeyOrder::KeyOrder() : context_(ImGui::GetCurrentContext()) {
  ImGuiContextHook hook;
  hook.UserData = this;
  hook.Type = ImGuiContextHookType_NewFramePre;
  hook.Callback = &KeyOrder::beforeFrame;
  before_ = ImGui::AddContextHook(context_, &hook);
  hook.Type = ImGuiContextHookType_NewFramePost;
  hook.Callback = &KeyOrder::afterInput;
  after_ = ImGui::AddContextHook(context_, &hook);
}

KeyOrder::~KeyOrder() {
  ImGui::RemoveContextHook(context_, before_);
  ImGui::RemoveContextHook(context_, after_);
}

void KeyOrder::beforeFrame(ImGuiContext* context, ImGuiContextHook* hook) {
  auto& self = *static_cast<KeyOrder*>(hook->UserData);
  ImVector<ImGuiInputEvent>& events = context->InputEventsQueue;
  const int kept = sameFrame(events, context->IO.WantTextInput);
  self.later_.assign(events.begin() + kept, events.end());
  events.resize(kept);
}

// Behind what Dear ImGui itself kept back, and before anything that arrives from now on.
void KeyOrder::afterInput(ImGuiContext* context, ImGuiContextHook* hook) {
  auto& self = *static_cast<KeyOrder*>(hook->UserData);
  for (const ImGuiInputEvent& event : self.later_) context->InputEventsQueue.push_back(event);
  self.later_.clear();
}

}  // namespace assay::ui
