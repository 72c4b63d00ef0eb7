#include "cli/history_lines.h"

#include "base/clock.h"
#include "cli/lines.h"

namespace assay::cli {

namespace {

constexpr std::size_t kValueLength = 50;  // code points
constexpr std::string_view kUndone = " (undone)";

std::string valueText(std::string_view what, std::string_view value) {
  if (what == "status") {
    const auto status = model::statusById(value);
    if (status) return std::string(model::info(*status).word);
  }
  if (what == "wording") {
    const auto wording = model::wordingVerdictById(value);
    if (wording) return std::string(model::info(*wording).word);
  }
  return value.empty() ? "nothing" : "“" + brief(value, kValueLength) + "”";
}

std::vector<std::string> row(const store::HistoryEntry& entry) {
  return {base::utcTimestamp(entry.at), brief(entry.actor, kValueLength),
          brief(entry.command, kValueLength * 2) + std::string(entry.undone ? kUndone : "")};
}

}  // namespace

std::string changeText(const store::HistoryEntry& entry) {
  if (entry.what == "created" || entry.what == "removed" || entry.what == "restored") {
    return entry.what;
  }
  return entry.what + ": " + valueText(entry.what, entry.before) + " → " +
         valueText(entry.what, entry.after);
}

std::string itemHistory(const std::vector<store::HistoryEntry>& entries) {
  std::vector<std::vector<std::string>> rows;
  for (const store::HistoryEntry& entry : entries) {
    rows.push_back(row(entry));
    rows.back().push_back(changeText(entry));
  }
  return aligned(rows);
}

std::string commandHistory(const std::vector<store::HistoryEntry>& entries, std::size_t limit) {
  std::vector<std::vector<std::string>> rows;
  const store::HistoryEntry* before = nullptr;
  for (const store::HistoryEntry& entry : entries) {
    // The changes of one command stand together and share its moment.
    const bool same = before != nullptr && before->at == entry.at && before->actor == entry.actor &&
                      before->command == entry.command;
    if (!same) rows.push_back(row(entry));
    before = &entry;
  }
  if (rows.size() > limit) {
    rows.erase(rows.begin(), rows.end() - static_cast<std::ptrdiff_t>(limit));
  }
  return aligned(rows);
}

}  // namespace assay::cli
