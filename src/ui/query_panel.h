// Queries in the inspector: what was asked about the item, and the forms for a question and an
// answer.
//
// A form, not fields that commit by themselves: half a question is no question. What was begun
// stays until it is added or given up.
#pragma once

#include "ui/panel.h"
#include "ui/ui_state.h"

namespace assay::ui {

void drawQueries(const Model& model, UiState& state, CommandSink& sink);

/// Opens the form for a question about the selected items, with the likely recipient filled in: the
/// speaker of a quote, else the author of the article.
void openQueryForm(const Model& model, UiState& state);

/// Who a query about this item goes to unless said otherwise.
struct LikelyRecipient {
  model::RecipientKind kind = model::RecipientKind::author;
  std::string name;
};
[[nodiscard]] LikelyRecipient likelyRecipient(const app::ItemDetail& detail,
                                              model::RecipientKind kind, std::string_view byline);

/// State and text of a query, with the buttons that move it on, and the form for its answer when
/// that is open. Draws no recipient and no items.
void drawQueryLine(const Model& model, QueryAnswer& answer, CommandSink& sink,
                   const model::Query& query);

}  // namespace assay::ui
