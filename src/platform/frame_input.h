// What a frame needs to know of the window besides keys and mouse: its size, the time that passed,
// and the shape of the mouse.
//
// Takes the place of the backend's own ImGui_ImplGlfw_NewFrame, which asks the X server four times
// a frame and waits for each answer. Sizes are told by callbacks instead, and the mouse is given
// another shape only when it changes. Ownership: has the cursors; must go before the window.
// Thread: the window's.
#pragma once

#include <imgui.h>

#include <array>

struct GLFWwindow;
struct GLFWcursor;

namespace assay::platform {

class FrameInput {
 public:
  explicit FrameInput(GLFWwindow* window);
  ~FrameInput();
  FrameInput(const FrameInput&) = delete;
  FrameInput& operator=(const FrameInput&) = delete;

  /// Asks for the sizes again; to be called when they have changed.
  void measure();
  /// Before ImGui::NewFrame.
  void begin();
  /// Pixels to draw on.
  [[nodiscard]] int width() const { return pixelsWide_; }
  [[nodiscard]] int height() const { return pixelsHigh_; }

 private:
  void shapeMouse();

  GLFWwindow* window_;
  ImVec2 size_;
  int pixelsWide_ = 0;
  int pixelsHigh_ = 0;
  double last_ = 0;  // when the last frame began, in seconds
  std::array<GLFWcursor*, ImGuiMouseCursor_COUNT> cursors_{};
  ImGuiMouseCursor shape_ = ImGuiMouseCursor_Arrow;
};

}  // namespace assay::platform
