#include "store/carve.h"

#include <array>
#include <optional>
#include <string>

#include "base/utf8.h"
#include "store/limits.h"

namespace assay::store {

namespace {

constexpr std::size_t kColumns = 15;  // of the event table: seq, then kEventColumns
constexpr std::size_t kUsualPage = 4096;
constexpr std::size_t kLongestRow = std::size_t{2} * kMostBytesOfAValue;

std::uint64_t bigEndian(std::string_view bytes) {
  std::uint64_t value = 0;
  for (const char byte : bytes) value = value << 8U | static_cast<unsigned char>(byte);
  return value;
}

/// A variable-length number; `at` moves past it. Nothing where the bytes end.
std::optional<std::uint64_t> varint(std::string_view bytes, std::size_t& at) {
  std::uint64_t value = 0;
  for (int i = 0; i < 9 && at < bytes.size(); ++i) {
    const auto byte = static_cast<unsigned char>(bytes[at++]);
    if (i == 8) return value << 8U | byte;
    value = value << 7U | (byte & 0x7FU);
    if (byte < 0x80) return value;
  }
  return std::nullopt;
}

/// What a serial type says about a column.
struct Column {
  std::uint64_t type = 0;
  std::string_view bytes;

  [[nodiscard]] bool isNull() const { return type == 0; }
  [[nodiscard]] bool isText() const { return type >= 13 && type % 2 == 1; }
  [[nodiscard]] bool isDigest() const { return type == 12 + 2 * 32; }
  [[nodiscard]] std::optional<std::int64_t> integer() const {
    if (type == 8 || type == 9) return static_cast<std::int64_t>(type - 8);
    if (type < 1 || type > 6) return std::nullopt;
    const bool negative = (static_cast<unsigned char>(bytes.front()) & 0x80U) != 0;
    if (negative) return std::nullopt;  // no number of an event is
    return static_cast<std::int64_t>(bigEndian(bytes));
  }
  [[nodiscard]] static std::size_t sizeOf(std::uint64_t type) {
    constexpr std::array<std::size_t, 12> kSizes{0, 1, 2, 3, 4, 6, 8, 8, 0, 0, 0, 0};
    return type < kSizes.size() ? kSizes[type] : (type - 12) / 2;
  }
};
using Row = std::array<Column, kColumns>;

// Cheap and first: of a million places nearly all are refused here.
bool looksLikeEvent(const Row& row) {
  constexpr std::array<std::size_t, 5> kTexts{1, 5, 6, 7, 8};
  if (!row[0].isNull() || !row[13].isDigest() || !row[14].isDigest()) return false;
  for (const std::size_t text : kTexts) {
    if (!row[text].isText()) return false;
  }
  return (row[9].isNull() || row[9].isText()) && row[10].isText() &&
         (row[11].isNull() || row[11].isDigest()) && (row[12].isNull() || row[12].isDigest());
}

/// The types in the header of a record; nothing unless they are those of an event and of `size`.
std::optional<Row> rowTypes(std::string_view record, std::size_t size) {
  std::size_t at = 0;
  const auto headerSize = varint(record, at);
  if (!headerSize || *headerSize < kColumns + 1 || *headerSize > record.size()) return std::nullopt;
  Row row;
  std::size_t total = *headerSize;
  for (Column& column : row) {
    const auto type = varint(record, at);
    if (!type) return std::nullopt;
    column.type = *type;
    total += Column::sizeOf(*type);
    if (total > size) return std::nullopt;
  }
  if (at != *headerSize || total != size || !looksLikeEvent(row)) return std::nullopt;
  return row;
}

std::optional<base::Sha256> digestIn(const Column& column) {
  if (!column.isDigest()) return std::nullopt;
  return digestOf(std::span(reinterpret_cast<const std::uint8_t*>(column.bytes.data()), 32));
}

/// The event in a whole record, when it has its own hash.
std::optional<Event> eventIn(std::string_view record, Row row) {
  std::size_t at = 0;
  at = static_cast<std::size_t>(*varint(record, at));
  for (Column& column : row) {
    const std::size_t size = Column::sizeOf(column.type);
    column.bytes = record.substr(at, size);
    at += size;
    if (column.isText() && base::firstInvalidByte(column.bytes)) return std::nullopt;
  }
  const auto aseq = row[2].integer();
  const auto hlc = row[3].integer();
  const auto schema = row[4].integer();
  const auto op = opByName(row[5].bytes);
  const auto entity = entityByName(row[6].bytes);
  if (!aseq || !hlc || !schema || !op || !entity) return std::nullopt;
  Event event{.actor = std::string(row[1].bytes),
              .aseq = *aseq,
              .hlc = *hlc,
              .schema = *schema,
              .op = *op,
              .entity = *entity,
              .id = std::string(row[7].bytes),
              .field = std::string(row[8].bytes),
              .base = std::nullopt,
              .payload = std::string(row[10].bytes),
              .baseHash = digestIn(row[11]),
              .payloadHash = digestIn(row[12]),
              .prev = *digestIn(row[13]),
              .hash = *digestIn(row[14])};
  if (!row[9].isNull()) event.base = std::string(row[9].bytes);
  if (eventHash(event) != event.hash) return std::nullopt;
  return event;
}

class Carver {
 public:
  Carver(std::string_view overflow, const std::function<void(Event)>& found)
      : overflow_(overflow), page_(pageSizeOf(overflow)), found_(found) {}

  /// Every place in `bytes`; a row does not go beyond its page, but where pages begin in a journal
  /// or a file that was cut need not be known.
  void search(std::string_view bytes) {
    for (std::size_t at = 0; at < bytes.size(); ++at) tryCell(bytes.substr(at, page_));
  }

 private:
  static std::size_t pageSizeOf(std::string_view file) {
    if (file.size() < 18) return kUsualPage;
    const std::size_t size = bigEndian(file.substr(16, 2));
    const bool sound = size >= 512 && size <= 32'768 && (size & (size - 1)) == 0;
    return sound ? size : kUsualPage;
  }

  void tryCell(std::string_view cell) {
    std::size_t at = 0;
    const auto size = varint(cell, at);
    if (!size || *size < 100 || *size > kLongestRow) return;
    if (!varint(cell, at)) return;  // the row's number
    const std::string_view rest = cell.substr(at);
    const auto types = rowTypes(rest, *size);
    if (!types) return;
    const auto record = wholeRecord(rest, *size);
    if (!record) return;
    if (auto event = eventIn(*record, *types)) found_(std::move(*event));
  }

  /// A long row goes on in a chain of overflow pages.
  [[nodiscard]] std::optional<std::string> wholeRecord(std::string_view rest,
                                                       std::size_t size) const {
    const std::size_t most = page_ - 35;
    std::size_t here = size;
    if (size > most) {
      const std::size_t least = (page_ - 12) * 32 / 255 - 23;
      here = least + (size - least) % (page_ - 4);
      if (here > most) here = least;
    }
    if (rest.size() < here + (here < size ? 4 : 0)) return std::nullopt;
    std::string record(rest.substr(0, here));
    std::uint64_t next = here < size ? bigEndian(rest.substr(here, 4)) : 0;
    while (record.size() < size) {
      if (next == 0 || next > overflow_.size() / page_) return std::nullopt;
      const std::string_view page = overflow_.substr((next - 1) * page_, page_);
      next = bigEndian(page.substr(0, 4));
      record += page.substr(4, size - record.size());
    }
    return record;
  }

  std::string_view overflow_;
  std::size_t page_;
  const std::function<void(Event)>& found_;
};

}  // namespace

void carveEvents(std::string_view file, std::string_view overflow,
                 const std::function<void(Event)>& found) {
  Carver(overflow, found).search(file);
}

}  // namespace assay::store
