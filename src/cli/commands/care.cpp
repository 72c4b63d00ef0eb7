// assay backup, restore, salvage: whole, checked copies of a store, and what is left of a broken
// one.
#include "app/care.h"

#include "cli/commands/commands.h"
#include "cli/store_options.h"
#include "cli/words.h"

namespace assay::cli {

namespace {

std::string contents(const store::VerifyReport& report) {
  return counted(report.articles, "article") + ", " + counted(report.items, "item") + ", " +
         counted(report.events, "event");
}

}  // namespace

ExitCode runBackup(Invocation& call) {
  StoreOptions store;
  std::vector<std::string> target;
  Parser parser("backup", "Copies a store into a new file and verifies the copy.");
  parser.about(
      "The store may be in use. The copy appears when it is complete and was found to be whole; "
      "nothing is ever written over.");
  parser.words("TARGET", "the new file", 1, 1, target);
  store.addStore(parser);
  parser.example("assay backup --store desk.assay /media/stick/desk-monday.assay");
  if (const auto ended = call.parse(parser)) return *ended;
  const auto report = app::backUp(store.path(), target.front());
  if (!report) return call.refuse(report.error());
  call.print(target.front() + " is a verified copy of " + store.path().string() + ": " +
             contents(*report) + ".\n");
  return ExitCode::done;
}

ExitCode runRestore(Invocation& call) {
  std::vector<std::string> files;
  Parser parser("restore", "Makes a store out of a backup, in a new file beside the damaged one.");
  parser.about("The backup is verified first and stays what it is.");
  parser.words("BACKUP TARGET", "a backup, and the new file", 2, 2, files)
      .example("assay restore desk-monday.assay desk-restored.assay");
  if (const auto ended = call.parse(parser)) return *ended;
  const auto report = app::restore(files[0], files[1]);
  if (!report) return call.refuse(report.error());
  call.print("Restored " + files[1] + " from " + files[0] + ": " + contents(*report) + ".\n");
  return ExitCode::done;
}

ExitCode runSalvage(Invocation& call) {
  std::vector<std::string> files;
  Parser parser("salvage", "Saves what can still be read of a damaged store into a new one.");
  parser.about(
      "For a store that no backup replaces. Every change is looked for in the bytes of the file "
      "and of its journal; what is not exactly as it was recorded does not count. The damaged "
      "file is only read. Ends with 1 when something is missing, and lists it.");
  parser.words("DAMAGED TARGET", "the damaged store, and the new file", 2, 2, files)
      .example("assay salvage desk.assay desk-salvaged.assay");
  if (const auto ended = call.parse(parser)) return *ended;
  const auto report = app::salvage(files[0], files[1]);
  if (!report) return call.refuse(report.error());
  call.print("Saved " + counted(report->events, "event") + " of " + files[0] + " into " + files[1] +
             ".\n");
  for (const std::string& missing : report->missing) {
    call.refuse({base::ErrorCode::corrupt, missing, files[0], nullptr});
  }
  return report->missing.empty() ? ExitCode::done : ExitCode::refused;
}

}  // namespace assay::cli
