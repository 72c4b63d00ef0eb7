#include "store/actor.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>

#include <fstream>
#include <string>

#include "base/hash.h"
#include "base/utf8.h"

namespace assay::store {

using base::ErrorCode;
using base::Result;

namespace {

constexpr std::size_t kSuffixLength = 12;
constexpr std::size_t kLongestName = 100;

/// Stays the same as long as the machine runs, and is asked for at every change.
const std::string& machineIdentity() {
  static const std::string kIdentity = [] {
    std::ifstream in("/etc/machine-id");
    std::string id;
    std::getline(in, id);
    return id;
  }();
  return kIdentity;
}

}  // namespace

Result<std::string> checkedActorName(std::string_view name) {
  if (base::firstInvalidByte(name)) {
    return base::fail(ErrorCode::invalidInput,
                      "Your name is not valid UTF-8. Type it again in the settings.");
  }
  std::string line = base::oneLine(name);
  if (line.empty()) {
    return base::fail(ErrorCode::invalidInput,
                      "A store needs to know who edits it. Give your name in the settings.");
  }
  if (base::codePointCount(line) > kLongestName || line.find('\0') != std::string::npos) {
    return base::fail(ErrorCode::invalidInput,
                      fmt::format("Your name is longer than {} characters or has a NUL in it. "
                                  "Shorten it in the settings.",
                                  kLongestName));
  }
  return line;
}

Result<std::string> fileIdentity(const std::filesystem::path& path) {
  struct statx info{};
  if (::statx(AT_FDCWD, path.c_str(), 0, STATX_INO | STATX_BTIME, &info) != 0) {
    return base::fail(ErrorCode::io, "The store " + path.string() +
                                         " is no longer there. It was moved or deleted while it "
                                         "was open; open it where it is now.");
  }
  const std::string birth =
      (info.stx_mask & STATX_BTIME) != 0
          ? fmt::format("{}.{:09}", info.stx_btime.tv_sec, info.stx_btime.tv_nsec)
          : "unknown";
  // Hashed: the machine's identity is not to travel with the file.
  return base::sha256Hex(fmt::format("{}/{}:{}/{}/{}", machineIdentity(), info.stx_dev_major,
                                     info.stx_dev_minor, info.stx_ino, birth));
}

Result<std::string> resolveActor(Database& database, std::string_view name, base::IdSource& ids) {
  const auto identity = fileIdentity(database.path());
  if (!identity) return base::passOn(identity);
  const std::string key = "actor/" + std::string(name);
  Query known = database.query("SELECT value FROM local WHERE key = ?1");
  const auto row = known.bind(1, key).step();
  if (!row) return base::passOn(row);
  if (*row) {
    const std::string value = known.text(0);
    if (auto sound = known.sound(); !sound) return base::passOn(sound);
    const std::size_t blank = value.find(' ');
    if (value.substr(0, blank) == *identity && blank != std::string::npos) {
      return std::string(name) + "~" + value.substr(blank + 1);
    }
  }
  const std::string drawn = ids.next();
  const std::string suffix =
      drawn.substr(drawn.size() > kSuffixLength ? drawn.size() - kSuffixLength : 0);
  Query put = database.query(
      "INSERT INTO local (key, value) VALUES (?1, ?2) "
      "ON CONFLICT (key) DO UPDATE SET value = excluded.value");
  if (auto done = put.bind(1, key).bind(2, *identity + " " + suffix).run(); !done) {
    return base::passOn(done);
  }
  return std::string(name) + "~" + suffix;
}

}  // namespace assay::store
