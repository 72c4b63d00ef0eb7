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

std::string shownKey(const StateTable& table, std::string_view row) {
  std::string key;
  for (std::size_t part = 0; part < table.keys; ++part) {
    key += fmt::format("{}{}", part == 0 ? "" : ", ", shown(cellOf(row, part)));
  }
  return key;
}

std::uint32_t hashOf(std::string_view key) {
  return static_cast<std::uint32_t>(std::hash<std::string_view>()(key));
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

std::size_t RowTable::slotOf(std::string_view key, std::uint32_t hash) const {
  const std::size_t mask = slots_.size() - 1;
  std::size_t slot = hash & mask;
  // Cells say how long they are: a row that begins with the bytes of a key has that key.
  while (slots_[slot].row != kNone &&
         (slots_[slot].hash != hash || !rows_[slots_[slot].row].bytes.starts_with(key))) {
    slot = (slot + 1) & mask;
  }
  return slot;
}

std::uint32_t RowTable::find(std::string_view key) const {
  return slots_[slotOf(key, hashOf(key))].row;
}

std::uint32_t RowTable::put(std::string_view bytes, std::size_t keySize, Known known) {
  const std::string_view key = bytes.substr(0, keySize);
  const std::uint32_t hash = hashOf(key);
  Slot& slot = slots_[slotOf(key, hash)];
  if (slot.row != kNone) {
    Row& row = rows_[slot.row];
    if (!row.gone && known == Known::refused) return kNone;
    row.bytes = bytes;
    row.gone = false;
    return slot.row;
  }
  const std::uint32_t number = size();
  slot = {number, hash};
  rows_.push_back({std::string(bytes), false});
  if (rows_.size() * 2 > slots_.size()) grow();
  return number;
}

void RowTable::grow() {
  const std::vector<Slot> old = std::exchange(slots_, std::vector<Slot>(slots_.size() * 2));
  const std::size_t mask = slots_.size() - 1;
  for (const Slot& each : old) {
    if (each.row == kNone) continue;
    std::size_t slot = each.hash & mask;
    while (slots_[slot].row != kNone) slot = (slot + 1) & mask;
    slots_[slot] = each;
  }
}

// ----------------------------------------------------------------------------------- MemoryState

std::string_view MemoryState::bytesOf(Table table, Cells cells) {
  scratch_.clear();
  for (const Cell& cell : cells) appendCell(scratch_, cell, table == Table::anchor);
  return scratch_;
}

std::uint32_t MemoryState::find(Table table, Cells key) {
  const std::uint32_t row = rowsOf(table).find(bytesOf(table, key));
  return rowsOf(table).has(row) ? row : RowTable::kNone;
}

Result<void> MemoryState::noteAnchor(std::uint32_t anchor, const Cell& item) {
  const std::uint32_t row = find(Table::item, {item});
  if (row == RowTable::kNone) {
    return base::fail(ErrorCode::corrupt, fmt::format("There is no item {}.", shown(item)));
  }
  if (anchor < anchorBefore_.size()) return {};  // it was there before
  lastAnchor_.resize(rowsOf(Table::item).size(), RowTable::kNone);
  anchorBefore_.push_back(std::exchange(lastAnchor_[row], anchor));
  return {};
}

Result<void> MemoryState::add(Table table, Cells row, RowTable::Known known) {
  const StateTable& info = stateTable(table);
  const std::string_view bytes = bytesOf(table, row);
  const std::uint32_t number = rowsOf(table).put(bytes, keyOf(info, bytes).size(), known);
  if (number == RowTable::kNone) {
    return base::fail(ErrorCode::corrupt, fmt::format("The {} {} is made a second time.", info.name,
                                                      shownKey(info, bytes)));
  }
  return table == Table::anchor ? noteAnchor(number, *row.begin()) : Result<void>();
}

Result<bool> MemoryState::set(Table table, Cells key, Changes changes) {
  const std::uint32_t row = find(table, key);
  if (row == RowTable::kNone) return false;
  std::string& bytes = rowsOf(table).bytes(row);
  const auto columns = columnsOf(stateTable(table));
  for (const Change& change : changes) {
    const auto column = std::ranges::find(columns, change.column) - columns.begin();
    const auto [begin, end] = placeOf(bytes, static_cast<std::size_t>(column));
    scratch_.clear();
    appendCell(scratch_, change.value, table == Table::anchor);
    bytes.replace(begin, end - begin, scratch_);
  }
  return true;
}

Result<void> MemoryState::erase(Table table, Cells key) {
  const std::uint32_t row = find(table, key);
  if (row != RowTable::kNone) rowsOf(table).erase(row);
  return {};
}

Result<std::string> MemoryState::newestAnchor(std::string_view item) {
  constexpr std::size_t kDraft = 1;   // of an anchor
  constexpr std::size_t kValue = 2;   // of an anchor
  constexpr std::size_t kNumber = 2;  // of a draft
  const std::uint32_t row = find(Table::item, {item});
  if (row >= lastAnchor_.size()) return std::string();
  const RowTable& anchors = rowsOf(Table::anchor);
  std::pair<std::int64_t, std::string_view> newest;
  std::string_view value;
  for (std::uint32_t at = lastAnchor_[row]; at != RowTable::kNone; at = anchorBefore_[at]) {
    if (!anchors.has(at)) continue;
    const Cell draft = cellOf(anchors.bytes(at), kDraft);
    const std::uint32_t draftRow = find(Table::draft, {draft});
    if (draftRow == RowTable::kNone) continue;
    const Cell number = cellOf(rowsOf(Table::draft).bytes(draftRow), kNumber);
    const std::pair age(std::get<std::int64_t>(number), std::get<std::string_view>(draft));
    if (age <= newest) continue;
    newest = age;
    value = std::get<std::string_view>(cellOf(anchors.bytes(at), kValue));
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
  const std::uint32_t row = find(Table::passage, {thing, field});
  if (row == RowTable::kNone) return addPassage(entity, thing, field, text);
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

// In the order in which the file has its rows, which is the quickest to read and mostly that in
// which they were made: the next row here is tried before the key is looked up.
Result<std::string> MemoryState::differenceIn(Database& file, Table table) const {
  const StateTable& info = stateTable(table);
  const RowTable& wanted = rowsOf(table);
  std::vector<bool> seen(wanted.size(), false);
  const auto isOpen = [&](std::uint32_t row) {
    return row < wanted.size() && wanted.has(row) && !seen[row];
  };
  Query rows = file.query(fmt::format("SELECT {} FROM {}", info.columns, info.name));
  std::string have;
  std::uint32_t number = 0;
  while (true) {
    const auto row = rows.step();
    if (!row) return base::passOn(row);
    if (!*row) break;
    have.clear();
    for (int column = 0; column < rows.columns(); ++column) {
      appendCell(have, rows.cell(column), table == Table::anchor);
    }
    if (!isOpen(number) || wanted.bytes(number) != have) {
      number = wanted.find(keyOf(info, have));
      if (!isOpen(number)) {
        return fmt::format("The {} {} is not from any event.", info.name, shownKey(info, have));
      }
      if (wanted.bytes(number) != have) return difference(info, have, wanted.bytes(number));
    }
    seen[number++] = true;
  }
  for (number = 0; number < wanted.size(); ++number) {
    if (seen[number] || !wanted.has(number)) continue;
    return fmt::format("The {} {} is missing; the events made it.", info.name,
                       shownKey(info, wanted.bytes(number)));
  }
  return std::string();
}

}  // namespace assay::store
