// assay undo, assay redo: the newest change of this person, one step.
#include "cli/commands/commands.h"
#include "cli/store_options.h"

namespace assay::cli {

namespace {

ExitCode step(Invocation& call, Parser parser, base::Result<app::Outcome> (app::Session::*act)()) {
  StoreOptions store;
  store.addStore(parser);
  store.addActor(parser);
  parser.example("assay " + parser.command() + " --store desk.assay");
  if (const auto ended = call.parse(parser)) return *ended;
  const auto session = store.open(call, StoreOptions::Access::change);
  if (!session) return call.refuse(session.error());
  return call.conclude(((**session).*act)());
}

}  // namespace

ExitCode runUndo(Invocation& call) {
  Parser parser("undo", "Takes your newest change back, whatever it was.");
  parser.about("Again and again, also after the program was closed.");
  return step(call, std::move(parser), &app::Session::undo);
}

ExitCode runRedo(Invocation& call) {
  return step(call, Parser("redo", "Does again what undo took back."), &app::Session::redo);
}

}  // namespace assay::cli
