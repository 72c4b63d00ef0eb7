// Which items a report shows: the one table of choices.
//
// Adding a choice is one row here, its value in report_data.h and its rule in isChosen. Pure.
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "model/item.h"
#include "report/report_data.h"

namespace assay::report {

struct ItemChoiceInfo {
  ItemChoice choice;
  std::string_view id;    ///< on the command line: "to-settle"
  std::string_view word;  ///< on the screen: "to settle"
};
[[nodiscard]] std::span<const ItemChoiceInfo> itemChoices();
[[nodiscard]] std::optional<ItemChoice> itemChoiceById(std::string_view id);

[[nodiscard]] bool isChosen(ItemChoice choice, const model::Item& item);

}  // namespace assay::report
