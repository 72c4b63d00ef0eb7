// One command line being carried out: what a command may use, and how it ends.
//
// A command prints through here only, so that a full disk or a reader that went away behind
// standard output is noticed once, said once, and ends with exit code 1.
//
// Ownership: refers to the streams, the environment and the opener of cli::run. Thread: one.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "app/session.h"
#include "base/result.h"
#include "cli/cli.h"
#include "cli/parser.h"

namespace assay::cli {

/// Width of tables that go to a file or another program.
inline constexpr std::size_t kPipeColumns = 120;

enum class ExitCode : std::uint8_t { done = 0, refused = 1, wrongUsage = 2 };

class Invocation {
 public:
  Invocation(std::span<const std::string> args, const Io& io, app::Environment environment,
             const WindowOpener& open)
      : args_(args), io_(io), environment_(environment), open_(open) {}
  Invocation(const Invocation&) = delete;
  Invocation& operator=(const Invocation&) = delete;

  /// Fills the parser's variables. A value ends the command: the help page was printed, or the
  /// usage was wrong and the sentence is printed.
  [[nodiscard]] std::optional<ExitCode> parse(const Parser& parser);

  /// Result text for standard output, with its line ends.
  void print(std::string_view text);
  /// Hands what was printed on now; false once standard output failed.
  bool flush();

  /// Prints the sentence of a failure: "assay: …".
  ExitCode refuse(const base::Error& error);
  /// A sentence on standard error; the work goes on.
  void remark(std::string_view sentence);
  /// Prints a sentence about wrong usage, and where the help is. `command` as in Parser.
  ExitCode wrongUsage(std::string_view sentence, std::string_view command);
  /// Prints what a change did, or the sentence of its failure.
  ExitCode conclude(const base::Result<app::Outcome>& outcome);

  /// All of standard input; tooLarge above `maxBytes`.
  [[nodiscard]] base::Result<std::string> standardInput(std::size_t maxBytes);
  /// One line of standard input without its line end; nothing at the end.
  [[nodiscard]] std::optional<std::string> inputLine();

  [[nodiscard]] const app::Environment& environment() const { return environment_; }
  [[nodiscard]] const WindowOpener& opener() const { return open_; }
  /// Columns a table may take.
  [[nodiscard]] std::size_t columns() const { return io_.terminal ? io_.columns : kPipeColumns; }

 private:
  std::span<const std::string> args_;
  const Io& io_;
  app::Environment environment_;
  const WindowOpener& open_;
  std::string pending_;
  bool broken_ = false;
};

}  // namespace assay::cli
