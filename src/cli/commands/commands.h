// The commands, one function and one file each (open.cpp has runOpen); the table is
// cli/command_table.cpp.
//
// Each declares its options, parses, calls app/, prints, and says how it ended. Thread: one.
#pragma once

#include "cli/invocation.h"

namespace assay::cli {

ExitCode runOpen(Invocation& call);
ExitCode runImport(Invocation& call);
ExitCode runDraft(Invocation& call);
ExitCode runDraftShow(Invocation& call);
ExitCode runDraftAccept(Invocation& call);
ExitCode runExtract(Invocation& call);
ExitCode runWorth(Invocation& call);
ExitCode runArticles(Invocation& call);
ExitCode runList(Invocation& call);
ExitCode runShow(Invocation& call);
ExitCode runSearch(Invocation& call);
ExitCode runHistory(Invocation& call);
ExitCode runMark(Invocation& call);
ExitCode runSet(Invocation& call);
ExitCode runItemAdd(Invocation& call);
ExitCode runItemMove(Invocation& call);
ExitCode runItemRemove(Invocation& call);
ExitCode runSourceAdd(Invocation& call);
ExitCode runSourceEdit(Invocation& call);
ExitCode runSourceList(Invocation& call);
ExitCode runEvidenceAdd(Invocation& call);
ExitCode runEvidenceEdit(Invocation& call);
ExitCode runEvidenceRemove(Invocation& call);
ExitCode runQueryAdd(Invocation& call);
ExitCode runQueryAsk(Invocation& call);
ExitCode runQueryAnswer(Invocation& call);
ExitCode runQueryRemove(Invocation& call);
ExitCode runQueryList(Invocation& call);
ExitCode runSnapshotAdd(Invocation& call);
ExitCode runSnapshotSave(Invocation& call);
ExitCode runSnapshotRemove(Invocation& call);
ExitCode runSnapshotList(Invocation& call);
ExitCode runUndo(Invocation& call);
ExitCode runRedo(Invocation& call);
ExitCode runReport(Invocation& call);
ExitCode runVerify(Invocation& call);
ExitCode runBackup(Invocation& call);
ExitCode runRestore(Invocation& call);
ExitCode runSalvage(Invocation& call);
ExitCode runExportEvents(Invocation& call);
ExitCode runImportEvents(Invocation& call);
ExitCode runRedact(Invocation& call);

}  // namespace assay::cli
