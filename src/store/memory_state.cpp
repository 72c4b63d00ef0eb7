#include "store/memory_state.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstring>
#include <functional>
#include <utility>

#include "base/hash.h"

namespace assay::store {

using base::ErrorCode;
using base::Result;

namespace {

// Texts above that are kept by their hash. Anchors are not: one of them is asked for again.
constexpr std::size_t kLongestWhole = 4'096;
constexpr std::size_t kBeginning = 400;  // enough for a sentence about it

enum class Tag : char { null, integer, real, text, blob, longText };

template <class T>
void appendRaw(std::string& out, T value) {
  char bytes[sizeof value];
  std::memcpy(bytes, &value, sizeof value);
  out.append(bytes, sizeof value);
}

template <class T>
T takeRaw(std::string_view& bytes) {
  T value{};
  std::memcpy(&value, bytes.data(), sizeof value);
  bytes.remove_prefix(sizeof value);
  return value;
}

void appendBytes(std::string& out, Tag tag, std::string_view bytes) {
  out += static_cast<char>(tag);
  appendRaw(out, static_cast<std::uint32_t>(bytes.size()));
  out += bytes;
}

// At the end of a character, so that a sentence can show it.
std::string_view beginningOf(std::string_view text) {
  std::size_t end = std::min(text.size(), kBeginning);
  while (end > 0 && end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) {
    --end;
  }
  return text.substr(0, end);
}

void appendCell(std::string& out, const Cell& cell, bool whole) {
  if (const auto* text = std::get_if<std::string_view>(&cell)) {
    if (whole || text->size() <= kLongestWhole) return appendBytes(out, Tag::text, *text);
    appendBytes(out, Tag::longText, beginningOf(*text));
    appendRaw(out, base::sha256(*text));
  } else if (const auto* number = std::get_if<std::int64_t>(&cell)) {
    out += static_cast<char>(Tag::integer);
    appendRaw(out, *number);
  } else if (const auto* real = std::get_if<double>(&cell)) {
    out += static_cast<char>(Tag::real);
    appendRaw(out, *real + 0.0);  // SQLite knows no negative zero
  } else if (const auto* blob = std::get_if<std::span<const std::uint8_t>>(&cell)) {
    appendBytes(out, Tag::blob, {reinterpret_cast<const char*>(blob->data()), blob->size()});
  } else {
    out += static_cast<char>(Tag::null);
  }
}

/// The cell that `bytes` begin with, taken off them. Of a long text its beginning.
Cell takeCell(std::string_view& bytes) {
  const auto tag = static_cast<Tag>(bytes.front());
  bytes.remove_prefix(1);
  switch (tag) {
    case Tag::integer: return takeRaw<std::int64_t>(bytes);
    case Tag::real: return takeRaw<double>(bytes);
    case Tag::null: return nullptr;
    default: break;
  }
  const auto size = takeRaw<std::uint32_t>(bytes);
  const std::string_view value = bytes.substr(0, size);
  bytes.remove_prefix(size);
  if (tag == Tag::longText) bytes.remove_prefix(sizeof(base::Sha256));
  if (tag != Tag::blob) return value;
  return std::span(reinterpret_cast<const std::uint8_t*>(value.data()), value.size());
}

/// Where the cell begins and ends in the row.
std::pair<std::size_t, std::size_t> placeOf(std::string_view row, std::size_t column) {
  std::string_view rest = row;
  for (; column > 0; --column) takeCell(rest);
  const std::size_t begin = row.size() - rest.size();
  takeCell(rest);
  return {begin, row.size() - rest.size()};
}

Cell cellOf(std::string_view row, std::size_t column) {
  std::string_view rest = row.substr(placeOf(row, column).first);
  return takeCell(rest);
}

std::string_view keyOf(const StateTable& table, std::string_view row) {
  return row.substr(0, placeOf(row, table.keys - 1).second);
}

std::string bytesOf(Table table, State::Cells cells) {
  std::string bytes;
  for (const Cell& cell : cells) appendCell(bytes, cell, table == Table::anchor);
  return bytes;
}

std::string shownKey(const StateTable& table, std::string_view row) {
  std::string key;
  for (std::size_t part = 0; part < table.keys; ++part) {
    key += fmt::format("{}{}", part == 0 ? "" : ", ", shown(cellOf(row, part)));
  }
  return key;
}

std::string difference(const StateTable& table, std::string_view have, std::string_view want) {
  for (std::size_t column = 0; column < columnsOf(table).size(); ++column) {
    const auto [haveBegin, haveEnd] = placeOf(have, column);
    const auto [wantBegin, wantEnd] = placeOf(want, column);
    if (have.substr(haveBegin, haveEnd - haveBegin) ==
        want.substr(wantBegin, wantEnd - wantBegin)) {
      continue;
    }
    return fmt::format("The {} of the {} {} is {}, but the events say {}.",
                       columnsOf(table)[column], table.name, shownKey(table, want),
                       shown(cellOf(have, column)), shown(cellOf(want, column)));
  }
  return {};
}

}  // namespace

// -------------------------------------------------------------------------------------- RowTable

std::size_t RowTable::slotOf(std::string_view key) const {
  const std::size_t mask = slots_.size() - 1;
  std::size_t slot = std::hash<std::string_view>()(key) & mask;
  // Cells say how long they are: a row that begins with the bytes of a key has that key.
  while (slots_[slot] != kNone && !rows_[slots_[slot]].bytes.starts_with(key)) {
    slot = (slot + 1) & mask;
  }
  return slot;
}

std::uint32_t RowTable::find(std::string_view key) const { return slots_[slotOf(key)]; }

std::uint32_t RowTable::put(std::string_view key, std::string_view bytes) {
  if (const std::uint32_t known = find(key); known != kNone) {
    rows_[known].bytes = bytes;
    rows_[known].gone = false;
    return known;
  }
  if ((rows_.size() + 1) * 2 > slots_.size()) grow();
  const std::uint32_t number = size();
  slots_[slotOf(key)] = number;
  rows_.push_back({std::string(bytes), static_cast<std::uint32_t>(key.size()), false});
  return number;
}

void RowTable::grow() {
  slots_.assign(slots_.size() * 2, kNone);
  for (std::uint32_t number = 0; number < size(); ++number) {
    const Row& row = rows_[number];
    slots_[slotOf(std::string_view(row.bytes).substr(0, row.keySize))] = number;
  }
}

// ----------------------------------------------------------------------------------- MemoryState

Result<void> MemoryState::noteAnchor(std::uint32_t anchor, const Cell& item) {
  const std::uint32_t row = rowsOf(Table::item).find(bytesOf(Table::item, {item}));
  if (!rowsOf(Table::item).has(row)) {
    return base::fail(ErrorCode::corrupt, fmt::format("There is no item {}.", shown(item)));
  }
  if (anchor < anchorBefore_.size()) return {};  // it was there before
  lastAnchor_.resize(rowsOf(Table::item).size(), RowTable::kNone);
  anchorBefore_.push_back(std::exchange(lastAnchor_[row], anchor));
  return {};
}

Result<void> MemoryState::insert(Table table, Cells row) {
  const StateTable& info = stateTable(table);
  const std::string bytes = bytesOf(table, row);
  if (rowsOf(table).has(rowsOf(table).find(keyOf(info, bytes)))) {
    return base::fail(ErrorCode::corrupt,
                      fmt::format("There is a {} {} already.", info.name, shownKey(info, bytes)));
  }
  return put(table, row);
}

Result<void> MemoryState::put(Table table, Cells row) {
  const std::string bytes = bytesOf(table, row);
  const std::uint32_t number = rowsOf(table).put(keyOf(stateTable(table), bytes), bytes);
  return table == Table::anchor ? noteAnchor(number, *row.begin()) : Result<void>();
}

Result<bool> MemoryState::set(Table table, Cells key, Changes changes) {
  RowTable& rows = rowsOf(table);
  const std::uint32_t row = rows.find(bytesOf(table, key));
  if (!rows.has(row)) return false;
  const auto columns = columnsOf(stateTable(table));
  for (const Change& change : changes) {
    const auto column = std::ranges::find(columns, change.column) - columns.begin();
    const auto [begin, end] = placeOf(rows.bytes(row), static_cast<std::size_t>(column));
    std::string cell;
    appendCell(cell, change.value, table == Table::anchor);
    rows.bytes(row).replace(begin, end - begin, cell);
  }
  return true;
}

Result<void> MemoryState::erase(Table table, Cells key) {
  RowTable& rows = rowsOf(table);
  if (const std::uint32_t row = rows.find(bytesOf(table, key)); rows.has(row)) rows.erase(row);
  return {};
}

Result<std::string> MemoryState::newestAnchor(std::string_view item) {
  const std::uint32_t row = rowsOf(Table::item).find(bytesOf(Table::item, {item}));
  if (row >= lastAnchor_.size()) return std::string();
  const RowTable& anchors = rowsOf(Table::anchor);
  std::pair<std::int64_t, std::string_view> newest;
  std::string_view value;
  for (std::uint32_t at = lastAnchor_[row]; at != RowTable::kNone; at = anchorBefore_[at]) {
    if (!anchors.has(at)) continue;
    const Cell draft = cellOf(anchors.bytes(at), 1);
    const std::uint32_t draftRow = rowsOf(Table::draft).find(bytesOf(Table::draft, {draft}));
    if (!rowsOf(Table::draft).has(draftRow)) continue;
    constexpr std::size_t kNumber = 2;
    const std::pair age(
        std::get<std::int64_t>(cellOf(rowsOf(Table::draft).bytes(draftRow), kNumber)),
        std::get<std::string_view>(draft));
    if (age <= newest) continue;
    newest = age;
    value = std::get<std::string_view>(cellOf(anchors.bytes(at), 2));
  }
  return std::string(value);
}

Result<void> MemoryState::addPassage(Entity entity, std::string_view thing, std::string_view field,
                                     std::string_view text) {
  if (text.empty()) return {};
  const std::size_t number = passageNumbers_.size();
  passageNumbers_.push_back(true);
  return insert(Table::passage, {thing, field, number, entityName(entity), text});
}

Result<void> MemoryState::putPassage(Entity entity, std::string_view thing, std::string_view field,
                                     std::string_view text) {
  RowTable& passages = rowsOf(Table::passage);
  const std::uint32_t row = passages.find(bytesOf(Table::passage, {thing, field}));
  if (!passages.has(row)) return addPassage(entity, thing, field, text);
  if (!text.empty()) {
    auto done = set(Table::passage, {thing, field}, {{"text", text}});
    return done ? Result<void>() : base::passOn(done);
  }
  const auto number = std::get<std::int64_t>(cellOf(passages.bytes(row), 2));
  passageNumbers_[static_cast<std::size_t>(number)] = false;
  while (!passageNumbers_.back()) passageNumbers_.pop_back();
  passages.erase(row);
  return {};
}

// In the order in which the file has its rows, which is the quickest to read.
Result<std::string> MemoryState::differenceIn(Database& file, Table table) const {
  const StateTable& info = stateTable(table);
  const RowTable& wanted = rowsOf(table);
  std::vector<bool> seen(wanted.size(), false);
  Query rows = file.query(fmt::format("SELECT {} FROM {}", info.columns, info.name));
  std::string have;
  while (true) {
    const auto row = rows.step();
    if (!row) return base::passOn(row);
    if (!*row) break;
    have.clear();
    for (int column = 0; column < rows.columns(); ++column) {
      appendCell(have, rows.cell(column), table == Table::anchor);
    }
    const std::uint32_t number = wanted.find(keyOf(info, have));
    if (!wanted.has(number) || seen[number]) {
      return fmt::format("The {} {} is not from any event.", info.name, shownKey(info, have));
    }
    seen[number] = true;
    if (wanted.bytes(number) != have) return difference(info, have, wanted.bytes(number));
  }
  for (std::uint32_t number = 0; number < wanted.size(); ++number) {
    if (seen[number] || !wanted.has(number)) continue;
    return fmt::format("The {} {} is missing; the events made it.", info.name,
                       shownKey(info, wanted.bytes(number)));
  }
  return std::string();
}

}  // namespace assay::store
