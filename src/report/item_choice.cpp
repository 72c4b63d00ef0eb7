#include "report/item_choice.h"

#include <algorithm>
#include <array>

#include "report/figures.h"

namespace assay::report {

namespace {

constexpr std::array kChoices{
    ItemChoiceInfo{ItemChoice::all, "all", "all items"},
    ItemChoiceInfo{ItemChoice::open, "open", "open"},
    ItemChoiceInfo{ItemChoice::checked, "checked", "checked"},
    ItemChoiceInfo{ItemChoice::toSettle, "to-settle", "to settle"},
    ItemChoiceInfo{ItemChoice::quotes, "quotes", "quotes"},
    ItemChoiceInfo{ItemChoice::claims, "claims", "claims"},
    ItemChoiceInfo{ItemChoice::callBack, "call-back", "to call back"},
    ItemChoiceInfo{ItemChoice::publish, "publish", "to publish"},
};

}  // namespace

std::span<const ItemChoiceInfo> itemChoices() { return kChoices; }

std::optional<ItemChoice> itemChoiceById(std::string_view id) {
  const auto row = std::find_if(kChoices.begin(), kChoices.end(),
                                [&](const ItemChoiceInfo& r) { return r.id == id; });
  return row == kChoices.end() ? std::nullopt : std::optional(row->choice);
}

bool isChosen(ItemChoice choice, const model::Item& item) {
  const bool settled = model::info(item.status).settled;
  switch (choice) {
    case ItemChoice::all: return true;
    case ItemChoice::open: return !settled;
    case ItemChoice::checked: return settled;
    case ItemChoice::toSettle: return mustBeSettled(item);
    case ItemChoice::quotes: return model::isQuote(item.kind);
    case ItemChoice::claims: return !model::isQuote(item.kind);
    case ItemChoice::callBack: return item.flags.has(model::Flag::callBack);
    case ItemChoice::publish: return item.flags.has(model::Flag::publish);
  }
  return true;
}

}  // namespace assay::report
