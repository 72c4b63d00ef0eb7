// The state tables as the fold writes them. It has two: in the file (file_state.h), where everybody
// reads them, and in memory (memory_state.h), where a check compares them with those of the file.
//
// Not here: what an event does (fold.h), and reading for people (queries.h).
//
// Ownership: cells point to what the caller has, for the call.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

#include "base/result.h"
#include "store/cell.h"
#include "store/event.h"
#include "store/schema.h"

namespace assay::store {

class State {
 public:
  using Cells = std::initializer_list<Cell>;
  struct Change {
    std::string_view column;
    Cell value;
  };
  using Changes = std::initializer_list<Change>;

  State() = default;
  State(const State&) = delete;
  State& operator=(const State&) = delete;
  virtual ~State() = default;

  /// A new row: its cells in the order of the table's columns. corrupt when its key is taken.
  [[nodiscard]] virtual base::Result<void> insert(Table table, Cells row) = 0;
  /// The same, or the row that has the key becomes this one.
  [[nodiscard]] virtual base::Result<void> put(Table table, Cells row) = 0;
  /// False when there is no such row.
  [[nodiscard]] virtual base::Result<bool> set(Table table, Cells key, Changes changes) = 0;
  /// Nothing where there is no such row.
  [[nodiscard]] virtual base::Result<void> erase(Table table, Cells key) = 0;

  /// The anchor of an item in the newest draft that it has one in; empty when there is none.
  [[nodiscard]] virtual base::Result<std::string> newestAnchor(std::string_view item) = 0;

  /// The text of a thing that was just made; an empty one has no passage.
  [[nodiscard]] virtual base::Result<void> addPassage(Entity entity, std::string_view thing,
                                                      std::string_view field,
                                                      std::string_view text) = 0;
  /// The text as it is from now on.
  [[nodiscard]] virtual base::Result<void> putPassage(Entity entity, std::string_view thing,
                                                      std::string_view field,
                                                      std::string_view text) = 0;
  /// After the last row.
  [[nodiscard]] virtual base::Result<void> finish() = 0;
};

}  // namespace assay::store
