// The state tables in the file.
#pragma once

#include "store/passages.h"
#include "store/sqlite.h"
#include "store/state.h"

namespace assay::store {

/// Keeps a reference to the database, which has the tables and a transaction begun.
class FileState final : public State {
 public:
  FileState(Database& database, Passages::Index index)
      : database_(database), passages_(database, index) {}

  [[nodiscard]] base::Result<void> insert(Table table, Cells row) override;
  [[nodiscard]] base::Result<void> put(Table table, Cells row) override;
  [[nodiscard]] base::Result<bool> set(Table table, Cells key, Changes changes) override;
  [[nodiscard]] base::Result<void> erase(Table table, Cells key) override;
  [[nodiscard]] base::Result<std::string> newestAnchor(std::string_view item) override;
  [[nodiscard]] base::Result<void> addPassage(Entity entity, std::string_view thing,
                                              std::string_view field,
                                              std::string_view text) override {
    return passages_.add(entity, thing, field, text);
  }
  [[nodiscard]] base::Result<void> putPassage(Entity entity, std::string_view thing,
                                              std::string_view field,
                                              std::string_view text) override {
    return passages_.put(entity, thing, field, text);
  }
  [[nodiscard]] base::Result<void> finish() override { return passages_.updateIndex(); }

 private:
  [[nodiscard]] base::Result<void> run(std::string_view sql, Cells cells);

  Database& database_;
  Passages passages_;
};

}  // namespace assay::store
