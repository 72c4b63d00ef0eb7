#include "tests/support/memory_file_system.h"

#include <utility>

namespace assay::test {

using base::ErrorCode;
using base::fail;
using base::Result;
namespace fs = std::filesystem;

Result<std::string> MemoryFileSystem::read(const fs::path& path, std::uint64_t maxBytes) const {
  const fs::path key = path.lexically_normal();
  if (const auto refused = readErrors_.find(key); refused != readErrors_.end()) {
    return std::unexpected(refused->second);
  }
  const auto file = files_.find(key);
  if (file == files_.end()) {
    return fail(ErrorCode::notFound,
                "There is no file " + path.string() + ". Check the name and the folder.");
  }
  if (file->second.size() > maxBytes) {
    return fail(ErrorCode::tooLarge, path.string() + " is larger than " +
                                         std::to_string(maxBytes / 1'000'000) +
                                         " MB, the most that is read. Cut it into parts.");
  }
  return file->second;
}

Result<void> MemoryFileSystem::writeAtomically(const fs::path& path, std::string_view bytes) {
  if (writeError_) return std::unexpected(*writeError_);
  const fs::path key = path.lexically_normal();
  if (!folders_.contains(key.parent_path())) {
    return fail(ErrorCode::io,
                "Cannot write " + path.string() +
                    ". The folder does not exist; create it or choose another place.");
  }
  files_[key] = std::string(bytes);
  return {};
}

Result<void> MemoryFileSystem::makeFolder(const fs::path& path) {
  if (writeError_) return std::unexpected(*writeError_);
  fs::path sofar;
  for (const fs::path& part : path.lexically_normal()) folders_.insert(sofar /= part);
  return {};
}

bool MemoryFileSystem::exists(const fs::path& path) const {
  const fs::path key = path.lexically_normal();
  return files_.contains(key) || folders_.contains(key);
}

void MemoryFileSystem::put(const fs::path& path, std::string bytes) {
  const fs::path key = path.lexically_normal();
  fs::path sofar;
  for (const fs::path& part : key.parent_path()) folders_.insert(sofar /= part);
  files_[key] = std::move(bytes);
}

std::optional<std::string> MemoryFileSystem::get(const fs::path& path) const {
  const auto file = files_.find(path.lexically_normal());
  if (file == files_.end()) return std::nullopt;
  return file->second;
}

void MemoryFileSystem::refuseRead(const fs::path& path, base::Error error) {
  readErrors_[path.lexically_normal()] = std::move(error);
}

}  // namespace assay::test
