#include "cli/cli.h"

#include <string>

#include "app/licenses.h"
#include "app/version.h"
#include "cli/command_table.h"
#include "cli/commands/commands.h"
#include "cli/invocation.h"

namespace assay::cli {

namespace {

bool asksForHelp(const std::string& arg) { return arg == "--help" || arg == "-h" || arg == "help"; }

ExitCode dispatch(std::span<const std::string> args, const Io& io,
                  const app::Environment& environment, const WindowOpener& open) {
  if (const CommandRow* row = findCommand(args)) {
    const std::size_t words = row->name.find(' ') == std::string_view::npos ? 1 : 2;
    Invocation call(args.subspan(words), io, environment, open);
    const ExitCode code = row->run(call);
    return call.flush() || code != ExitCode::done ? code : ExitCode::refused;
  }
  Invocation call(args, io, environment, open);
  ExitCode code = ExitCode::done;
  if (args.size() == 1 && asksForHelp(args[0])) {
    call.print(overview());
  } else if (args.size() == 1 && (args[0] == "--version" || args[0] == "-V")) {
    call.print("assay " + std::string(app::version()) + "\n");
  } else if (args.size() == 2 && (args[0] == "--version" || args[0] == "-V") &&
             args[1] == "--licenses") {
    call.print("assay " + std::string(app::version()) + "\n" + std::string(app::licenses()));
  } else if (!args.empty() && isFamily(args[0])) {
    if (args.size() == 2 && asksForHelp(args[1])) {
      call.print(familyHelp(args[0]));
    } else {
      code = call.wrongUsage("“assay " + args[0] + "” wants a second word.", args[0]);
    }
  } else {
    code = runOpen(call);
  }
  return call.flush() || code != ExitCode::done ? code : ExitCode::refused;
}

}  // namespace

int run(std::span<const std::string> args, const Io& io, app::Environment environment,
        const WindowOpener& open) {
  return static_cast<int>(dispatch(args, io, environment, open));
}

}  // namespace assay::cli
