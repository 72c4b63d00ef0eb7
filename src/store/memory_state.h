// The state tables in memory: what the events say, for comparing with what the file says.
//
// A row is one string of bytes, its cells one behind the other; equal rows have equal bytes. Long
// texts are kept as their SHA-256 with their beginning, so that a store of whole books is checked
// in the memory of its lists. It knows no constraints but keys: a state that is equal to that of
// the file keeps those that the file keeps, and SQLite's own checks look at them there.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "store/sqlite.h"
#include "store/state.h"

namespace assay::store {

/// Rows found by their key, the first cells of each.
class RowTable {
 public:
  static constexpr std::uint32_t kNone = 0xFFFFFFFF;

  /// The number of the row, or kNone.
  [[nodiscard]] std::uint32_t find(std::string_view key) const;
  /// Whether there is a row with that number: one that was taken out is none.
  [[nodiscard]] bool has(std::uint32_t row) const { return row != kNone && !rows_[row].gone; }
  enum class Known : std::uint8_t { replaced, refused };
  /// The row with the key that `bytes` begin with becomes them. Its number; kNone where there is
  /// one already and that is refused.
  std::uint32_t put(std::string_view bytes, std::size_t keySize, Known known);
  void erase(std::uint32_t row) { rows_[row].gone = true; }

  [[nodiscard]] std::string& bytes(std::uint32_t row) { return rows_[row].bytes; }
  [[nodiscard]] const std::string& bytes(std::uint32_t row) const { return rows_[row].bytes; }
  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(rows_.size()); }

 private:
  struct Row {
    std::string bytes;
    bool gone = false;
  };
  /// With a part of the hash, so that rows are looked at only where their key is the one.
  struct Slot {
    std::uint32_t row = kNone;
    std::uint32_t hash = 0;
  };
  [[nodiscard]] std::size_t slotOf(std::string_view key, std::uint32_t hash) const;
  void grow();

  std::vector<Row> rows_;
  std::vector<Slot> slots_ = std::vector<Slot>(16);
};

class MemoryState final : public State {
 public:
  [[nodiscard]] base::Result<void> insert(Table table, Cells row) override {
    return add(table, row, RowTable::Known::refused);
  }
  [[nodiscard]] base::Result<void> put(Table table, Cells row) override {
    return add(table, row, RowTable::Known::replaced);
  }
  [[nodiscard]] base::Result<bool> set(Table table, Cells key, Changes changes) override;
  [[nodiscard]] base::Result<void> erase(Table table, Cells key) override;
  [[nodiscard]] base::Result<std::string> newestAnchor(std::string_view item) override;
  [[nodiscard]] base::Result<void> addPassage(Entity entity, std::string_view thing,
                                              std::string_view field,
                                              std::string_view text) override;
  [[nodiscard]] base::Result<void> putPassage(Entity entity, std::string_view thing,
                                              std::string_view field,
                                              std::string_view text) override;
  [[nodiscard]] base::Result<void> finish() override { return {}; }

  /// The first difference of this table in the file, as a sentence; empty when there is none.
  [[nodiscard]] base::Result<std::string> differenceIn(Database& file, Table table) const;

 private:
  RowTable& rowsOf(Table table) { return tables_[static_cast<std::size_t>(table)]; }
  [[nodiscard]] const RowTable& rowsOf(Table table) const {
    return tables_[static_cast<std::size_t>(table)];
  }
  /// In scratch_: valid until the next use of it.
  [[nodiscard]] std::string_view bytesOf(Table table, Cells cells);
  /// The row with that key, or kNone.
  [[nodiscard]] std::uint32_t find(Table table, Cells key);
  [[nodiscard]] base::Result<void> add(Table table, Cells row, RowTable::Known known);
  [[nodiscard]] base::Result<void> noteAnchor(std::uint32_t anchor, const Cell& item);

  std::array<RowTable, kTables> tables_;
  std::string scratch_;
  /// By item row: its anchor that came last; by anchor row: the one of the same item before it.
  std::vector<std::uint32_t> lastAnchor_;
  std::vector<std::uint32_t> anchorBefore_;
  /// By number of a passage, as SQLite gives them: the one behind the highest that is there.
  std::vector<bool> passageNumbers_{true};
};

}  // namespace assay::store
