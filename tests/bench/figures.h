// What is promised about the workbench, measured twice: in process with the renderer that draws
// nowhere, and in the real window on whatever display there is.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace assay::bench {

/// One row of the table.
struct Figure {
  std::string what;
  std::string where;               ///< "in process" or "window"
  std::optional<double> measured;  ///< nothing when it could not be measured; `note` says why
  double limit = 0;
  std::string unit;
  std::string note;

  [[nodiscard]] bool kept() const { return measured && *measured <= limit; }
};

/// A part of the table, which can be measured alone.
struct FigurePart {
  std::string_view name;
  void (*measure)(std::vector<Figure>& figures);
};
/// All of them take two minutes.
[[nodiscard]] std::span<const FigurePart> figureParts();

// Limits that several parts have in common, in milliseconds.
inline constexpr double kFrameOfSample = 0.3;
inline constexpr double kFrameOfMany = 1;
inline constexpr double kAnswering = 16;
inline constexpr double kOpening = 500;
inline constexpr std::size_t kManyItems = 100'000;

// In the order of the table.
void measureFrames(std::vector<Figure>& figures);     // figures.cpp
void measureDecisions(std::vector<Figure>& figures);  // decision_figures.cpp
void measureOpening(std::vector<Figure>& figures);    // figures.cpp
void measureJobs(std::vector<Figure>& figures);       // job_figures.cpp
void measureDrafts(std::vector<Figure>& figures);     // draft_figures.cpp
void measureWindows(std::vector<Figure>& figures);    // window_figures.cpp

}  // namespace assay::bench
