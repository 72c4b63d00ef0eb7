#include "platform/icon.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace assay::platform {

namespace {

struct Point {
  double x = 0;
  double y = 0;
};
struct Rgb {
  double r = 0;
  double g = 0;
  double b = 0;
};

constexpr Rgb kBlue{43, 95, 164};
constexpr Rgb kPaper{251, 250, 247};
constexpr Rgb kLine{190, 186, 174};
constexpr Rgb kGreen{0, 112, 79};

// Distances to shapes on a 64 × 64 drawing; negative inside.
double roundedBox(Point p, Point center, Point half, double radius) {
  const double x = std::abs(p.x - center.x) - half.x + radius;
  const double y = std::abs(p.y - center.y) - half.y + radius;
  return std::hypot(std::max(x, 0.0), std::max(y, 0.0)) + std::min(std::max(x, y), 0.0) - radius;
}

// A line with round ends is all points within half its width.
double segment(Point p, Point a, Point b, double halfWidth) {
  const double dx = b.x - a.x;
  const double dy = b.y - a.y;
  const double along =
      std::clamp(((p.x - a.x) * dx + (p.y - a.y) * dy) / (dx * dx + dy * dy), 0.0, 1.0);
  return std::hypot(p.x - a.x - along * dx, p.y - a.y - along * dy) - halfWidth;
}

struct Canvas {
  Rgb color;
  double alpha = 0;

  // Lays `paint` over what is there where `distance` is inside, softly over one pixel.
  void lay(double distance, double pixel, Rgb paint) {
    const double cover = std::clamp(0.5 - distance / pixel, 0.0, 1.0);
    const double rest = 1 - cover;
    color = {color.r * rest + paint.r * cover, color.g * rest + paint.g * cover,
             color.b * rest + paint.b * cover};
    alpha = alpha * rest + cover;
  }
};

Canvas pixelAt(Point p, double pixel) {
  Canvas canvas;
  const double ground = roundedBox(p, {32, 32}, {30, 30}, 14);
  canvas.color = kBlue;
  canvas.lay(ground, pixel, kBlue);
  if (ground > pixel) return canvas;
  const double alpha = canvas.alpha;
  canvas.lay(roundedBox(p, {32, 32}, {17, 21}, 4), pixel, kPaper);
  for (const double y : {20.0, 27.0}) {
    canvas.lay(segment(p, {22, y}, {42, y}, 1.6), pixel, kLine);
  }
  canvas.lay(segment(p, {22, 34}, {30, 34}, 1.6), pixel, kLine);
  canvas.lay(segment(p, {25, 41}, {31, 46.5}, 3.1), pixel, kGreen);
  canvas.lay(segment(p, {31, 46.5}, {43, 33}, 3.1), pixel, kGreen);
  canvas.alpha = alpha;
  return canvas;
}

}  // namespace

std::vector<std::uint8_t> iconPixels(int side) {
  const double pixel = 64.0 / side;
  std::vector<std::uint8_t> bytes;
  bytes.reserve(static_cast<std::size_t>(side) * static_cast<std::size_t>(side) * 4);
  for (int y = 0; y < side; ++y) {
    for (int x = 0; x < side; ++x) {
      const Canvas at = pixelAt({(x + 0.5) * pixel, (y + 0.5) * pixel}, pixel);
      for (const double part : std::array{at.color.r, at.color.g, at.color.b, at.alpha * 255}) {
        bytes.push_back(static_cast<std::uint8_t>(std::lround(std::clamp(part, 0.0, 255.0))));
      }
    }
  }
  return bytes;
}

}  // namespace assay::platform
