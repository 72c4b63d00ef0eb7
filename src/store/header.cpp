#include "store/header.h"

#include <fmt/format.h>

#include "base/utf8.h"
#include "store/schema.h"

namespace assay::store {

using base::ErrorCode;
using base::Result;

namespace {

using namespace std::string_view_literals;

constexpr std::string_view kMagic = "SQLite format 3\0"sv;
constexpr std::string_view kJournalMagic = "\xd9\xd5\x05\xf9\x20\xa1\x63\xd7"sv;

// All numbers of the format are big-endian.
std::uint32_t number32(std::string_view bytes, std::size_t at) {
  std::uint32_t value = 0;
  for (std::size_t i = 0; i < 4; ++i) {
    value = value << 8U | static_cast<unsigned char>(bytes[at + i]);
  }
  return value;
}

/// What somebody who cannot see the bytes would call them.
std::string_view kindOf(std::string_view header) {
  if (header.starts_with("%PDF")) return "a PDF document";
  if (header.starts_with("PK\x03\x04")) return "a ZIP archive or an office document";
  if (header.starts_with("\x89PNG") || header.starts_with("\xFF\xD8\xFF")) return "a picture";
  // A text may be cut inside its last letter.
  const auto invalid = base::firstInvalidByte(header);
  const bool text =
      (!invalid || *invalid + 4 > header.size()) && header.find('\0') == std::string_view::npos;
  return text ? "a text file" : "some other kind of file";
}

}  // namespace

Result<void> checkHeader(std::string_view header, const std::filesystem::path& path) {
  const std::string name = path.string();
  if (header.empty()) {
    return base::fail(ErrorCode::corrupt,
                      name +
                          " is empty (0 bytes). A store is never empty: a copy may have been cut "
                          "short. Bring back the whole file, or delete this one to start a new "
                          "store in its place.");
  }
  if (!header.starts_with(kMagic)) {
    return base::fail(
        ErrorCode::unsupported,
        fmt::format("{} is not a store of Assay but {}. Choose another file; to check "
                    "it as an article, import it.",
                    name, kindOf(header)));
  }
  if (header.size() < kHeaderSize) {
    return base::fail(
        ErrorCode::corrupt,
        fmt::format("{} is cut off after {} bytes. Restore a backup.", name, header.size()));
  }
  const auto application = static_cast<std::int32_t>(number32(header, 68));
  if (application != kApplicationId) {
    return base::fail(ErrorCode::unsupported,
                      fmt::format("{} is a database of another program (application id {:#010x}; a "
                                  "store of Assay has {:#010x}). Choose another file.",
                                  name, static_cast<std::uint32_t>(application),
                                  static_cast<std::uint32_t>(kApplicationId)));
  }
  const std::int32_t version = schemaVersionOf(header);
  if (version > kSchemaVersion) {
    return base::fail(ErrorCode::unsupported,
                      fmt::format("{} was written by a newer version of Assay (schema {}; this "
                                  "version knows up to {}). Update Assay to open it.",
                                  name, version, kSchemaVersion));
  }
  if (version < 1) {
    return base::fail(
        ErrorCode::corrupt,
        fmt::format("{} says it has schema {}, which never existed. Restore a backup.", name,
                    version));
  }
  if (number32(header, 56) != 1) {
    return base::fail(ErrorCode::corrupt,
                      name +
                          " does not keep its texts as UTF-8, as every store of Assay does. "
                          "Restore a backup.");
  }
  if (header[18] != 1 || header[19] != 1) {
    return base::fail(ErrorCode::unsupported,
                      name +
                          " was put into write-ahead mode by another program, which is not safe "
                          "on shared folders. The command sqlite3 FILE \"PRAGMA "
                          "journal_mode=DELETE\" sets it back.");
  }
  return {};
}

// Offsets here and above: https://www.sqlite.org/fileformat.html, table in section 1.3.
std::int32_t schemaVersionOf(std::string_view header) {
  return static_cast<std::int32_t>(number32(header, 60));
}

std::optional<std::string> headerInJournal(const ReadAt& journal) {
  // A segment: magic, number of records, a nonce, pages before, sector size, page size; then, from
  // the next sector on, records of page number, page and checksum. A count of 0 means that the
  // journal was never synced, and then the file was not touched either. A transaction that outgrew
  // the cache has several segments, each at the start of a sector.
  constexpr std::size_t kSegmentHeader = 28;
  for (std::uint64_t at = 0;;) {
    const std::string head = journal(at, kSegmentHeader);
    if (head.size() < kSegmentHeader || !head.starts_with(kJournalMagic)) return std::nullopt;
    const std::uint32_t records = number32(head, 8);
    const std::uint64_t sector = number32(head, 20);
    const std::uint64_t page = number32(head, 24);
    if (sector < 32 || sector > 65'536 || page < 512 || page > 65'536) return std::nullopt;
    at += sector;
    for (std::uint32_t i = 0; i < records; ++i, at += page + 8) {
      const std::string number = journal(at, 4);
      if (number.size() < 4) return std::nullopt;
      if (number32(number, 0) != 1) continue;
      std::string header = journal(at + 4, kHeaderSize);
      if (header.size() < kHeaderSize) return std::nullopt;
      return header;
    }
    if (records == 0) return std::nullopt;
    at = (at + sector - 1) / sector * sector;
  }
}

}  // namespace assay::store
