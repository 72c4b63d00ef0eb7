#include "platform/frame_input.h"

#include <GLFW/glfw3.h>

#include <algorithm>

namespace assay::platform {

namespace {

constexpr float kFirstStep = 1.0F / 60;
constexpr float kLeastStep = 0.00001F;

}  // namespace

FrameInput::FrameInput(GLFWwindow* window) : window_(window) {
  // The shapes that the workbench and the library's fields ask for; any other is the arrow.
  cursors_[ImGuiMouseCursor_TextInput] = glfwCreateStandardCursor(GLFW_IBEAM_CURSOR);
  cursors_[ImGuiMouseCursor_ResizeEW] = glfwCreateStandardCursor(GLFW_HRESIZE_CURSOR);
  cursors_[ImGuiMouseCursor_ResizeNS] = glfwCreateStandardCursor(GLFW_VRESIZE_CURSOR);
  cursors_[ImGuiMouseCursor_Hand] = glfwCreateStandardCursor(GLFW_HAND_CURSOR);
  measure();
}

FrameInput::~FrameInput() {
  for (GLFWcursor* cursor : cursors_) {
    if (cursor != nullptr) glfwDestroyCursor(cursor);
  }
}

void FrameInput::measure() {
  int width = 0;
  int height = 0;
  glfwGetWindowSize(window_, &width, &height);
  size_ = {static_cast<float>(width), static_cast<float>(height)};
  glfwGetFramebufferSize(window_, &pixelsWide_, &pixelsHigh_);
}

void FrameInput::begin() {
  ImGuiIO& io = ImGui::GetIO();
  io.DisplaySize = size_;
  if (size_.x > 0 && size_.y > 0) {
    io.DisplayFramebufferScale = {static_cast<float>(pixelsWide_) / size_.x,
                                  static_cast<float>(pixelsHigh_) / size_.y};
  }
  const double now = glfwGetTime();
  io.DeltaTime = last_ > 0 ? std::max(static_cast<float>(now - last_), kLeastStep) : kFirstStep;
  last_ = now;
  shapeMouse();
}

void FrameInput::shapeMouse() {
  const ImGuiMouseCursor wanted = ImGui::GetMouseCursor();
  if (wanted == shape_) return;
  shape_ = wanted;
  // None is never asked for, and no cursor is the window system's own arrow.
  glfwSetCursor(window_, wanted < 0 ? nullptr : cursors_[static_cast<std::size_t>(wanted)]);
}

}  // namespace assay::platform
