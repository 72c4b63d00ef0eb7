#include "ui/status_mark.h"

#include <array>
#include <cmath>
#include <numbers>

namespace assay::ui {

namespace {

constexpr float kPi = std::numbers::pi_v<float>;

// A pen that thinks in parts of the radius, so that every sign is given once for all sizes.
struct Pen {
  ImDrawList& draw;
  ImVec2 center;
  float radius;
  ImU32 color;
  float width;

  [[nodiscard]] ImVec2 at(float x, float y) const {
    return {center.x + x * radius, center.y + y * radius};
  }
  void line(float x0, float y0, float x1, float y1) const {
    draw.AddLine(at(x0, y0), at(x1, y1), color, width);
  }
  void dot(float x, float y) const { draw.AddCircleFilled(at(x, y), width * 0.62F, color); }
};

void drawTick(const Pen& pen) {
  const std::array points{pen.at(-0.45F, 0.02F), pen.at(-0.12F, 0.36F), pen.at(0.48F, -0.34F)};
  pen.draw.AddPolyline(points.data(), static_cast<int>(points.size()), pen.color, 0, pen.width);
}

void drawPencil(const Pen& pen) {
  pen.line(-0.34F, 0.34F, 0.38F, -0.38F);
  pen.line(-0.48F, 0.5F, -0.30F, 0.30F);
  pen.line(0.05F, 0.5F, 0.5F, 0.5F);
}

void drawQuestion(const Pen& pen) {
  pen.draw.PathArcTo(pen.at(0, -0.22F), 0.3F * pen.radius, -kPi, 0.42F * kPi, 12);
  pen.draw.PathLineTo(pen.at(0, 0.22F));
  pen.draw.PathStroke(pen.color, 0, pen.width);
  pen.dot(0, 0.52F);
}

void drawLetterA(const Pen& pen) {
  pen.line(-0.36F, 0.46F, 0, -0.48F);
  pen.line(0, -0.48F, 0.36F, 0.46F);
  pen.line(-0.22F, 0.14F, 0.22F, 0.14F);
}

// What is not settled is a ring, what is settled a disc: seen from afar, without reading a sign.
bool isHollow(model::Status status) {
  return status == model::Status::unchecked || status == model::Status::inProgress ||
         status == model::Status::notCheckable || status == model::Status::cut;
}

// Signs are strokes of one width, so that they weigh the same beside each other.
void drawSign(const Pen& pen, model::Status status) {
  switch (status) {
    case model::Status::unchecked: break;
    case model::Status::inProgress:
      pen.draw.PathArcTo(pen.center, pen.radius * 0.62F, -0.5F * kPi, 0.5F * kPi, 16);
      pen.draw.PathFillConvex(pen.color);
      break;
    case model::Status::verified: drawTick(pen); break;
    case model::Status::corrected: drawPencil(pen); break;
    case model::Status::disputed:
      pen.line(0, -0.52F, 0, 0.12F);
      pen.dot(0, 0.48F);
      break;
    case model::Status::wrong:
      pen.line(-0.36F, -0.36F, 0.36F, 0.36F);
      pen.line(-0.36F, 0.36F, 0.36F, -0.36F);
      break;
    case model::Status::unverifiable: drawQuestion(pen); break;
    case model::Status::onAuthor: drawLetterA(pen); break;
    case model::Status::notCheckable: pen.line(-0.42F, 0, 0.42F, 0); break;
    case model::Status::cut: pen.line(-0.66F, 0.66F, 0.66F, -0.66F); break;
  }
}

}  // namespace

void drawStatusMark(ImDrawList& draw, ImVec2 center, float radius, model::Status status,
                    const Theme& theme, ImU32 ground) {
  const ImU32 color = statusColor(theme, status);
  const float width = std::max(1.25F, radius * 0.21F);
  if (isHollow(status)) {
    draw.AddCircle(center, radius - width * 0.5F, color, 0, width);
    drawSign({draw, center, radius, color, width}, status);
  } else {
    draw.AddCircleFilled(center, radius, color);
    drawSign({draw, center, radius, ground, width}, status);
  }
}

void statusMarkItem(model::Status status, const Theme& theme, ImU32 ground) {
  const float side = ImGui::GetTextLineHeight();
  const ImVec2 corner = ImGui::GetCursorScreenPos();
  drawStatusMark(*ImGui::GetWindowDrawList(), {corner.x + side * 0.5F, corner.y + side * 0.5F},
                 std::round(side * 0.46F), status, theme, ground);
  ImGui::Dummy({side, side});
}

}  // namespace assay::ui
