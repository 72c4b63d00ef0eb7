// The one table of commands: name, group, what it does, the function that does it.
//
// Adding a command is a file in commands/, its declaration in commands/commands.h and a row here.
// Constant data; safe from every thread.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "cli/invocation.h"

namespace assay::cli {

using CommandFunction = ExitCode (*)(Invocation&);

struct CommandRow {
  std::string_view group;    ///< heading on the help page
  std::string_view name;     ///< one word, or two: "source add"
  std::string_view summary;  ///< for the list of commands: no full stop
  CommandFunction run;
};

[[nodiscard]] std::span<const CommandRow> commandTable();

/// The row named by the first word, or the first two words, of `args`; null when there is none.
[[nodiscard]] const CommandRow* findCommand(std::span<const std::string> args);

/// True when `word` is the first of two-word commands ("source").
[[nodiscard]] bool isFamily(std::string_view word);

/// `assay --help`.
[[nodiscard]] std::string overview();
/// `assay source --help`: the commands that begin with that word.
[[nodiscard]] std::string familyHelp(std::string_view word);

}  // namespace assay::cli
