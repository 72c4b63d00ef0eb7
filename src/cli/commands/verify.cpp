// assay verify: is a store whole?
#include "cli/commands/commands.h"
#include "cli/store_options.h"
#include "cli/words.h"

namespace assay::cli {

ExitCode runVerify(Invocation& call) {
  StoreOptions store;
  Parser parser("verify", "Checks that a store is whole and that nobody changed its record.");
  parser.about(
      "Looks at the file, at the chain that links every change to the one before, and at whether "
      "the record gives exactly the present state. Nothing is written.");
  store.addStore(parser);
  parser.example("assay verify --store desk.assay");
  if (const auto ended = call.parse(parser)) return *ended;
  const auto session = store.open(call, StoreOptions::Access::read);
  if (!session) return call.refuse(session.error());
  const auto report = (*session)->verify();
  if (!report) return call.refuse(report.error());
  const std::string path = (*session)->path().string();
  for (const std::string& note : report->notes) call.print(note + "\n");
  for (const std::string& problem : report->problems) {
    call.refuse({base::ErrorCode::corrupt, problem, path, nullptr});
  }
  if (!report->ok()) return ExitCode::refused;
  call.print(path + " is whole: " + counted(report->articles, "article") + ", " +
             counted(report->items, "item") + ", " + counted(report->commands, "command") + ", " +
             counted(report->events, "event") + ".\n");
  if (!report->head.empty()) call.print("Newest event " + report->head + "\n");
  return ExitCode::done;
}

}  // namespace assay::cli
