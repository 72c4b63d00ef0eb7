#include "cli/command_table.h"

#include <array>
#include <vector>

#include "cli/commands/commands.h"
#include "cli/lines.h"

namespace assay::cli {

namespace {

constexpr std::array kCommands{
    CommandRow{"Take in", "open", "show the workbench on an article or a store", runOpen},
    CommandRow{"Take in", "import", "take articles into a store", runImport},
    CommandRow{"Take in", "draft show", "what became of the items in the newest draft",
               runDraftShow},
    CommandRow{"Take in", "draft accept", "take the new wording of items", runDraftAccept},
    CommandRow{"Take in", "draft", "take a new draft in, with all decisions", runDraft},
    CommandRow{"Take in", "extract", "print what is found in an article, without a store",
               runExtract},
    CommandRow{"Take in", "worth", "score sentences from standard input", runWorth},
    CommandRow{"Look", "articles", "the articles of a store, and how far each is", runArticles},
    CommandRow{"Look", "list", "the items to check, as a table, JSON or CSV", runList},
    CommandRow{"Look", "show", "everything about one item", runShow},
    CommandRow{"Look", "search", "find words in items, notes, sources and texts", runSearch},
    CommandRow{"Look", "history", "who changed what, and when", runHistory},
    CommandRow{"Decide", "mark", "set the status of one or many items", runMark},
    CommandRow{"Decide", "set", "speaker, wording, correction, verdict, note, flags", runSet},
    CommandRow{"Decide", "item add", "make an item by hand", runItemAdd},
    CommandRow{"Decide", "item move", "lay an item on other words", runItemMove},
    CommandRow{"Decide", "item remove", "take items out of sight", runItemRemove},
    CommandRow{"Decide", "source add", "note down a source", runSourceAdd},
    CommandRow{"Decide", "source edit", "change a source", runSourceEdit},
    CommandRow{"Decide", "source list", "the sources of a store", runSourceList},
    CommandRow{"Decide", "evidence add", "link an item to a source", runEvidenceAdd},
    CommandRow{"Decide", "evidence edit", "change such a link", runEvidenceEdit},
    CommandRow{"Decide", "evidence remove", "take such a link away", runEvidenceRemove},
    CommandRow{"Decide", "snapshot add", "keep a source's bytes in the store", runSnapshotAdd},
    CommandRow{"Decide", "snapshot save", "write kept bytes to a file", runSnapshotSave},
    CommandRow{"Decide", "snapshot remove", "take kept bytes out of sight", runSnapshotRemove},
    CommandRow{"Decide", "snapshot list", "what is kept, of which source", runSnapshotList},
    CommandRow{"Decide", "undo", "take your newest change back", runUndo},
    CommandRow{"Decide", "redo", "do it again", runRedo},
    CommandRow{"Ask", "query add", "note a question to somebody about items", runQueryAdd},
    CommandRow{"Ask", "query ask", "mark queries as asked", runQueryAsk},
    CommandRow{"Ask", "query answer", "note what was answered", runQueryAnswer},
    CommandRow{"Ask", "query remove", "take queries out of sight", runQueryRemove},
    CommandRow{"Ask", "query list", "the open queries, by recipient", runQueryList},
    CommandRow{"Hand on", "report", "write a report: HTML, Markdown, CSV or JSON", runReport},
    CommandRow{"Keep", "verify", "check that a store is whole", runVerify},
    CommandRow{"Keep", "backup", "copy a store and verify the copy", runBackup},
    CommandRow{"Keep", "restore", "make a store out of a backup", runRestore},
    CommandRow{"Keep", "salvage", "save what is left of a damaged store", runSalvage},
    CommandRow{"Keep", "export-events", "the whole record, as lines of JSON", runExportEvents},
    CommandRow{"Keep", "import-events", "take in the record of another copy", runImportEvents},
    CommandRow{"Keep", "redact", "take words out of the record for ever", runRedact},
};

std::string_view familyOf(std::string_view name) {
  const std::size_t blank = name.find(' ');
  return blank == std::string_view::npos ? std::string_view() : name.substr(0, blank);
}

}  // namespace

std::span<const CommandRow> commandTable() { return kCommands; }

const CommandRow* findCommand(std::span<const std::string> args) {
  if (args.empty()) return nullptr;
  const std::string two = args.size() > 1 ? args[0] + " " + args[1] : "";
  for (const CommandRow& row : kCommands) {
    if (row.name == args[0] || row.name == two) return &row;
  }
  return nullptr;
}

bool isFamily(std::string_view word) {
  for (const CommandRow& row : kCommands) {
    if (!word.empty() && familyOf(row.name) == word) return true;
  }
  return false;
}

std::string overview() {
  std::string out =
      "Assay: every quote and every claim of an article, each with a decision beside it.\n\n"
      "usage: assay [FILE|STORE]      open the workbench\n"
      "       assay COMMAND [OPTION…] work without a window\n";
  std::string_view group;
  std::vector<std::vector<std::string>> rows;
  const auto endGroup = [&] {
    if (!rows.empty()) out += "\n" + std::string(group) + "\n" + aligned(rows);
    rows.clear();
  };
  for (const CommandRow& row : kCommands) {
    if (row.group != group) endGroup();
    group = row.group;
    std::string name(row.name);
    name.resize(17, ' ');
    rows.push_back({"  " + name, std::string(row.summary)});
  }
  endGroup();
  return out +
         "\nEvery command explains itself with examples: assay mark --help\n"
         "The store is --store FILE, else $ASSAY_STORE, else desk.assay in your data folder.\n";
}

std::string familyHelp(std::string_view word) {
  std::vector<std::vector<std::string>> rows;
  for (const CommandRow& row : kCommands) {
    if (familyOf(row.name) == word) {
      rows.push_back({"  assay " + std::string(row.name), std::string(row.summary)});
    }
  }
  return "usage: assay " + std::string(word) + " COMMAND [OPTION…]\n\n" + aligned(rows) +
         "\nExample:\n" + rows.front().front() + " --help\n";
}

}  // namespace assay::cli
