// The file behind a store, past the store: for planting damage and looking at what is there.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>

struct sqlite3;

namespace assay::test {

/// Runs statements on the file with SQLite's bare defaults; ends the test when one fails.
void rawExec(const std::filesystem::path& path, const std::string& sql);
/// The same, and the sentence of SQLite's failure instead of the end; "" when it went well.
[[nodiscard]] std::string rawFailure(const std::filesystem::path& path, const std::string& sql);
/// First column of the first row, as text.
[[nodiscard]] std::string rawValue(const std::filesystem::path& path, const std::string& sql);
/// Runs statements with the guards of the event table out of the way, and puts them back after:
/// what somebody with a database tool and bad intentions can do.
void tamper(const std::filesystem::path& path, const std::string& sql);
/// The same; false when SQLite refuses it, and then nothing was changed.
[[nodiscard]] bool tampered(const std::filesystem::path& path, const std::string& sql);

/// Begins the change and dies in the middle of it, with half of the pages written: what a kill
/// leaves when it comes at the worst moment, a file and the journal that takes it back.
void dieAmidst(const std::filesystem::path& path, const std::string& sql);

/// Holds the file for itself alone, as a program does that hangs in the middle of a commit.
class RawLock {
 public:
  explicit RawLock(const std::filesystem::path& path);
  ~RawLock();
  RawLock(const RawLock&) = delete;
  RawLock& operator=(const RawLock&) = delete;

 private:
  sqlite3* handle_ = nullptr;
};

/// Every file of a folder with its bytes and its time of change: to see that nothing was touched.
[[nodiscard]] std::map<std::string, std::string> folderState(const std::filesystem::path& folder);

}  // namespace assay::test
