// assay history: who changed what, and when.
#include <charconv>

#include "cli/commands/commands.h"
#include "cli/history_lines.h"
#include "cli/store_options.h"

namespace assay::cli {

namespace {

constexpr std::size_t kUsualLimit = 50;
// Changes looked at for the newest commands; one import alone makes hundreds.
constexpr std::size_t kMostChanges = 1'000'000;

std::optional<std::size_t> countFrom(const std::optional<std::string>& word) {
  if (!word) return kUsualLimit;
  std::size_t count = 0;
  const char* end = word->data() + word->size();
  const auto [stop, error] = std::from_chars(word->data(), end, count);
  if (error != std::errc{} || stop != end || count == 0) return std::nullopt;
  return count;
}

}  // namespace

ExitCode runHistory(Invocation& call) {
  StoreOptions store;
  std::vector<std::string> words;
  std::optional<std::string> limit;
  Parser parser("history", "Shows who changed what, and when, oldest first. Times are UTC.");
  parser.words("ITEM", "one item, with every change of it; else the commands of the whole store", 0,
               1, words);
  store.addStore(parser);
  store.addArticle(parser);
  parser.option("--limit", "N", "the newest N lines; 50 unless said", limit)
      .example("assay history --store desk.assay")
      .example("assay history --store desk.assay Q3");
  if (const auto ended = call.parse(parser)) return *ended;
  const auto count = countFrom(limit);
  if (!count) return call.wrongUsage("--limit takes a number above 0.", "history");
  const auto session = store.open(call, StoreOptions::Access::read);
  if (!session) return call.refuse(session.error());
  if (words.empty()) {
    const auto entries = (*session)->history(std::nullopt, kMostChanges);
    if (!entries) return call.refuse(entries.error());
    call.print(commandHistory(*entries, *count));
    return ExitCode::done;
  }
  const auto items = store.items(**session, words);
  if (!items) return call.refuse(items.error());
  const auto entries = (*session)->history(items->front(), *count);
  if (!entries) return call.refuse(entries.error());
  call.print(itemHistory(*entries));
  return ExitCode::done;
}

}  // namespace assay::cli
