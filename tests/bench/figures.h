// What is promised about the workbench, measured twice: in process with the renderer that draws
// nowhere, and in the real window on whatever display there is.
#pragma once

#include <optional>
#include <string>
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

/// Measures all of them; takes half a minute.
[[nodiscard]] std::vector<Figure> measureFigures();

}  // namespace assay::bench
