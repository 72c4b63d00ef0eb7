// assay export-events, import-events, redact: the record itself.
#include <algorithm>
#include <cstdint>
#include <functional>

#include "app/care.h"
#include "cli/commands/commands.h"
#include "cli/store_options.h"
#include "cli/words.h"

namespace assay::cli {

namespace {

constexpr std::uint64_t kMostBytes = std::uint64_t{2} << 30U;  // of a file of events

/// Gives one line after the other, without its line feed.
std::function<std::optional<std::string>()> linesOf(const std::string& text) {
  return [&text, at = std::size_t{0}]() mutable -> std::optional<std::string> {
    if (at >= text.size()) return std::nullopt;
    const std::size_t end = std::min(text.find('\n', at), text.size());
    std::string line = text.substr(at, end - at);
    at = end + 1;
    return line;
  };
}

}  // namespace

ExitCode runExportEvents(Invocation& call) {
  StoreOptions store;
  std::optional<std::string> file;
  Parser parser("export-events", "Writes the record of a store, one event a line, as JSON.");
  parser.about(
      "Everything that was ever changed, by whom and when. import-events makes the same store of "
      "it again, or brings two copies of a store together.");
  store.addStore(parser);
  parser.option("-o,--output", std::string(kFile), "where to; standard output unless said", file)
      .example("assay export-events --store desk.assay -o desk.jsonl");
  if (const auto ended = call.parse(parser)) return *ended;
  std::string bytes;
  const auto count = app::exportEvents(store.path(), [&](std::string_view line) {
    if (!file) {
      call.print(std::string(line) + "\n");
    } else {
      bytes.append(line) += '\n';
    }
    return base::Result<void>();
  });
  if (!count) return call.refuse(count.error());
  if (!file) return ExitCode::done;
  const auto written = call.environment().files.writeAtomically(*file, bytes);
  if (!written) return call.refuse(written.error());
  call.print("Wrote " + *file + ": " + counted(*count, "event") + ".\n");
  return ExitCode::done;
}

ExitCode runImportEvents(Invocation& call) {
  StoreOptions store;
  std::vector<std::string> file;
  Parser parser("import-events", "Takes events in that a store does not have yet.");
  parser.about(
      "Two copies of a store that were edited apart are one again when each has taken in the "
      "events of the other. All of them come in, or none.");
  parser.words("FILE", "what export-events wrote; - for standard input", 1, 1, file);
  store.addStore(parser);
  parser.example("assay import-events --store desk.assay laptop.jsonl");
  if (const auto ended = call.parse(parser)) return *ended;
  const std::string& name = file.front();
  const auto text = name == "-" ? call.standardInput(kMostBytes)
                                : call.environment().files.read(name, kMostBytes);
  if (!text) return call.refuse(text.error());
  const auto report = app::importEvents(store.path(), linesOf(*text));
  if (!report) {
    base::Error error = report.error();
    if (error.code == base::ErrorCode::invalidInput) error.where = name;
    return call.refuse(error);
  }
  call.print("Took in " + counted(report->added, "event") + "; " + std::to_string(report->known) +
             " were known already.\n");
  return ExitCode::done;
}

ExitCode runRedact(Invocation& call) {
  StoreOptions store;
  std::vector<std::string> words;
  std::optional<std::string> reason;
  Parser parser("redact", "Puts asterisks in place of words everywhere in the record, for ever.");
  parser.about(
      "For a court's order, say. Exactly these words, upper and lower case as given, in drafts, "
      "notes, names and titles. verify goes on to prove that nothing else was changed, and "
      "reports the redaction with its reason. It cannot be undone, and backups made before still "
      "hold the words.");
  parser.words("WORDS", "what is to disappear, as one word in quotes", 1, 1, words);
  store.addStore(parser);
  store.addActor(parser);
  parser.option("--reason", "TEXT", "why; it is kept", reason)
      .example("assay redact --store desk.assay \"Old Tom\" --reason \"Court order 7/26\"");
  if (const auto ended = call.parse(parser)) return *ended;
  if (!reason) return call.wrongUsage("Say why with --reason.", "redact");
  const auto count = app::redact({.store = store.path(), .actor = store.actor(), .create = false},
                                 call.environment(), words.front(), *reason);
  if (!count) return call.refuse(count.error());
  call.print("Redacted in " + counted(*count, "event") +
             ". Backups and exports made before still hold the words.\n");
  return ExitCode::done;
}

}  // namespace assay::cli
