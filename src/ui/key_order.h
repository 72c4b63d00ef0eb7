// Keys in the order they were pressed, also when several arrive between two frames.
//
// Dear ImGui hands a frame all keys that changed since the last one, as a set. On a slow screen
// Ctrl+C would so become C (the released Ctrl is in the same set), and J V would mark the wrong
// item. This keeps back, for the next frame, whatever follows a pressed key and would change what
// that key means. Characters typed into a field are not kept back.
//
// Not here: what a key does (keys.h). Ownership: hooks itself to the current context and must be
// destroyed before it. Thread: the window's.
#pragma once

#include <vector>

struct ImGuiContext;
struct ImGuiContextHook;
struct ImGuiInputEvent;

namespace assay::ui {

class KeyOrder {
 public:
  KeyOrder();
  ~KeyOrder();
  KeyOrder(const KeyOrder&) = delete;
  KeyOrder& operator=(const KeyOrder&) = delete;

 private:
  static void beforeFrame(ImGuiContext* context, ImGuiContextHook* hook);
  static void afterInput(ImGuiContext* context, ImGuiContextHook* hook);

  ImGuiContext* context_;
  unsigned before_ = 0;  // ids of the hooks
  unsigned after_ = 0;
  std::vector<ImGuiInputEvent> later_;
};

}  // namespace assay::ui
