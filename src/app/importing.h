// From a file to what ImportArticle takes: reading, decoding, extracting. Touches no store.
//
// prepareImport is a pure function of the bytes but for reading the file; safe on a worker
// thread. ImportJob runs it on a thread of its own for the window.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "app/background.h"
#include "app/command.h"
#include "app/recollection.h"
#include "base/file_system.h"
#include "base/job.h"
#include "base/result.h"
#include "extract/extract.h"

namespace assay::app {

/// How closely a draft is read: "automatic", "fast" or "thorough"; nothing for another word.
[[nodiscard]] std::optional<extract::Setting> settingNamed(std::string_view name);

/// What of the findings is taken along: what becomes items, or attitudes too (model::Quote).
enum class Take : std::uint8_t { items, everything };

/// Reads and extracts one file. Errors name the file. With the `memory` of the draft before, only
/// what changed is read closely; the result is the same with and without.
[[nodiscard]] base::Result<ImportArticle> prepareImport(
    const std::filesystem::path& file, const base::FileSystem& files, const base::Job& job = {},
    extract::Setting setting = extract::Setting::automatic, Take take = Take::items,
    Memory* memory = nullptr);
/// The same for bytes that are in memory already: pasted text, standard input. `name` is what the
/// article's origin says, and its extension decides the format.
[[nodiscard]] base::Result<ImportArticle> prepareImportOfText(
    std::string text, std::string_view name, const base::Job& job = {},
    extract::Setting setting = extract::Setting::automatic, Take take = Take::items,
    Memory* memory = nullptr);

/// One import away from the window's thread. The destructor cancels and waits.
class ImportJob {
 public:
  /// `memory`: of the draft before; a new one for an article that was not read yet.
  ImportJob(std::filesystem::path file, const base::FileSystem& files,
            std::unique_ptr<Memory> memory = std::make_unique<Memory>());
  explicit ImportJob(std::string pastedText,
                     std::unique_ptr<Memory> memory = std::make_unique<Memory>());
  ~ImportJob() { thread_.cancel(); }
  ImportJob(const ImportJob&) = delete;
  ImportJob& operator=(const ImportJob&) = delete;

  void cancel() { thread_.cancel(); }
  [[nodiscard]] double fraction() const { return thread_.fraction(); }
  [[nodiscard]] std::string doing() const { return thread_.doing(); }
  [[nodiscard]] const std::string& name() const { return name_; }
  [[nodiscard]] bool finished() const { return thread_.finished(); }
  /// What came of it, once; waits for it.
  [[nodiscard]] base::Result<ImportArticle> take();
  /// What was worked out, once, also when it was stopped or failed; waits for it.
  [[nodiscard]] std::unique_ptr<Memory> takeMemory();

 private:
  void start(std::function<base::Result<ImportArticle>(const base::Job&)> work);

  std::string name_;
  std::unique_ptr<Memory> memory_;  // the thread's until it has ended
  base::Result<ImportArticle> result_;
  Background thread_;
};

}  // namespace assay::app
