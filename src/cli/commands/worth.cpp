// assay worth: one score and its reasons for every line of standard input.
#include "app/reporting.h"
#include "base/utf8.h"
#include "cli/commands/commands.h"

namespace assay::cli {

ExitCode runWorth(Invocation& call) {
  Parser parser("worth", "Says how much every sentence deserves to be checked, and why.");
  parser
      .about(
          "Reads one sentence a line from standard input and prints one line each: a score from 0 "
          "to 1, a tab, the reasons. From 0.5 a checker would want to see it.")
      .example("echo \"Crime fell by 12 percent last year.\" | assay worth");
  if (const auto ended = call.parse(parser)) return *ended;
  std::size_t number = 0;
  while (const auto line = call.inputLine()) {
    ++number;
    if (const auto bad = base::firstInvalidByte(*line)) {
      return call.refuse(
          {base::ErrorCode::invalidInput,
           "Byte " + std::to_string(*bad + 1) +
               " is not valid UTF-8. Convert the text first, for example with iconv.",
           "standard input, line " + std::to_string(number), nullptr});
    }
    call.print(app::worthLine(*line) + "\n");
  }
  return ExitCode::done;
}

}  // namespace assay::cli
