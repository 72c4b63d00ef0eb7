// Small stories of work on a store, told again and again while the disk misbehaves.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/id.h"
#include "store/store.h"
#include "tests/store/lab/memory_disk.h"
#include "tests/support/fake_clock.h"
#include "tests/support/temp_dir.h"

namespace assay::test {

/// One command of a script.
using Step = std::function<base::Result<store::Commit>(store::Store&)>;

struct Script {
  std::string_view name;
  std::vector<Step> steps;
};

/// Import, edits, undo and redo, sources and evidence, removal, a large note.
[[nodiscard]] std::vector<Script> scripts();

/// A store on a memory disk: made on the real disk once, then moved over. The real file stays as a
/// stand-in for the checks of its name.
class Bench {
 public:
  /// With an article of three quotes in it.
  Bench();
  /// With what these statements make: the fixture of an older schema.
  explicit Bench(const std::string& sql);

  /// Opens the store as it lies on the disk now.
  [[nodiscard]] base::Result<std::unique_ptr<store::Store>> open(bool readOnly = false);
  /// Puts the given files on the disk in place of what is there.
  void load(const DiskFiles& files) { disk.files = files; }
  [[nodiscard]] const std::string& path() const { return path_; }
  /// Takes the names of copies out of the real folder; their bytes are on the memory disk.
  void sweep() const;
  /// The files right after the store was made.
  [[nodiscard]] const DiskFiles& fresh() const { return fresh_; }

  TempDir folder;
  FakeClock clock;
  MemoryDisk disk;

 private:
  base::CountingIds ids_;
  std::string path_;
  DiskFiles fresh_;
};

/// How often a long test runs: `normal` in a release build, a small part of it in slow builds.
[[nodiscard]] std::size_t rounds(std::size_t normal);
/// Which round of a soak this is, from $ASSAY_ROUND and from 1; 0 in the usual run.
[[nodiscard]] std::uint64_t soakRound();
/// Where chance starts: at `usual` in the usual run, at another number in every round of a soak.
[[nodiscard]] std::uint64_t seed(std::uint64_t usual);

}  // namespace assay::test
