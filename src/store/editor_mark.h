// Who edits a store where locks cannot be relied on: a small file beside it, "desk.assay-editor".
//
// On some shares a lock is granted to everybody who asks; two programs then write into one file and
// lose each other's edits without an error. Making a file that must not exist yet works on all of
// them, so that is the lock. It names person, machine and process, for the sentence of whoever
// comes second. A mark whose process has ended, seen from the machine it ran on, is taken over;
// that of another machine stays until somebody takes it away by hand, since only people can know.
//
// Not here: when a store is for one editor (open.h). Thread: any.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "base/result.h"

namespace assay::store {

class EditorMark {
 public:
  /// Lays the mark down; it is taken away with the object. busy when there is one already.
  [[nodiscard]] static base::Result<std::unique_ptr<EditorMark>> lay(
      const std::filesystem::path& store, std::string_view person);
  ~EditorMark();
  EditorMark(const EditorMark&) = delete;
  EditorMark& operator=(const EditorMark&) = delete;

 private:
  explicit EditorMark(std::filesystem::path path) : path_(std::move(path)) {}
  std::filesystem::path path_;
};

/// Whose marks keep somebody out.
enum class Marks : std::uint8_t {
  ofOthers,  ///< not that of this process: a copy may be made of what it edits
  ofAll,
};
/// busy when there is a mark whose process is not known to have ended.
[[nodiscard]] base::Result<void> checkNoEditor(const std::filesystem::path& store, Marks marks);

[[nodiscard]] std::filesystem::path editorMarkOf(const std::filesystem::path& store);

}  // namespace assay::store
