// A disk in memory under SQLite, with everything that real disks do to a file.
//
// While it lives it is SQLite's default file system of this process, so a store is opened on it
// without knowing. It can keep a log of every write, truncation, sync and deletion, from which
// crash.h makes the states that a power loss may leave; and it can fail any call.
//
// What it is not: a place for names. The file that a store checks before it opens it is a real one
// (an empty stand-in will do); the bytes are here. Locks are granted to everybody: one connection
// at a time, one thread.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace assay::test {

enum class DiskCall : std::uint8_t { open, read, write, truncate, sync, size, remove, exists };

/// One change in the order it was made.
struct DiskOp {
  enum class Kind : std::uint8_t { create, write, truncate, sync, remove };
  Kind kind = Kind::write;
  std::string file;
  std::size_t offset = 0;  ///< of a write; the new size for a truncation
  std::string bytes;
  bool folderSynced = false;  ///< a deletion that is durable at once
};

using DiskFiles = std::map<std::string, std::string>;

class MemoryDisk {
 public:
  /// Registers the disk; one at a time.
  MemoryDisk();
  ~MemoryDisk();
  MemoryDisk(const MemoryDisk&) = delete;
  MemoryDisk& operator=(const MemoryDisk&) = delete;

  /// For a while the machine's own file system is the default again.
  void useSystem(bool system);

  /// What lies on the disk now, by full path.
  DiskFiles files;
  /// Changes since logging was switched on.
  std::vector<DiskOp> log;
  bool logging = false;
  /// Asked before every call; anything but 0 is the SQLite code the call fails with.
  std::function<int(DiskCall call, const std::string& file)> fault;
  /// Set by a fault: only the first half of the bytes of the failing write arrives.
  bool shortWrites = false;

  /// Asks `fault`, and logs when logging is on. For the callbacks.
  int ask(DiskCall call, const std::string& file);
  void note(DiskOp op);

 private:
  struct Registration;
  std::unique_ptr<Registration> registration_;
};

}  // namespace assay::test
