#include "cli/invocation.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <istream>
#include <ostream>

#include "cli/lines.h"

namespace assay::cli {

namespace {

constexpr std::size_t kFlushAt = std::size_t{1} << 16U;

}  // namespace

std::optional<ExitCode> Invocation::parse(const Parser& parser) {
  const auto outcome = parser.parse(args_);
  if (!outcome) return wrongUsage(outcome.error(), parser.command());
  if (*outcome == Parser::Outcome::go) return std::nullopt;
  print(parser.help());
  return ExitCode::done;
}

void Invocation::print(std::string_view text) {
  pending_ += text;
  if (pending_.size() >= kFlushAt) flush();
}

bool Invocation::flush() {
  if (broken_) return false;
  if (pending_.empty()) return true;
  // The stream alone does not say why it failed; the system's number does, when it was set here.
  errno = 0;
  io_.out << pending_ << std::flush;
  pending_.clear();
  if (io_.out.good()) return true;
  broken_ = true;
  const int error = errno;
  std::string why = error == 0 ? "" : std::string(" (") + std::strerror(error) + ")";
  refuse({base::ErrorCode::io,
          "Cannot write to standard output" + why +
              ". Free some space, or send the output somewhere else.",
          "", nullptr});
  return false;
}

void Invocation::remark(std::string_view sentence) {
  io_.err << "assay: " << sentence << std::endl;
}

ExitCode Invocation::refuse(const base::Error& error) {
  // What was printed before comes before, also when both streams end in one terminal.
  flush();
  io_.err << "assay: " << error.text() << std::endl;
  return ExitCode::refused;
}

ExitCode Invocation::wrongUsage(std::string_view sentence, std::string_view command) {
  io_.err << "assay: " << sentence << " See: assay ";
  if (!command.empty()) io_.err << command << ' ';
  io_.err << "--help" << std::endl;
  return ExitCode::wrongUsage;
}

ExitCode Invocation::conclude(const base::Result<app::Outcome>& outcome) {
  if (!outcome) return refuse(outcome.error());
  print(harmless(outcome->message) + (outcome->at == 0 ? " (nothing had to change)\n" : "\n"));
  return ExitCode::done;
}

base::Result<std::string> Invocation::standardInput(std::size_t maxBytes) {
  std::string bytes;
  std::string chunk(kFlushAt, '\0');
  while (io_.in.read(chunk.data(), static_cast<std::streamsize>(chunk.size())) ||
         io_.in.gcount() > 0) {
    bytes.append(chunk, 0, static_cast<std::size_t>(io_.in.gcount()));
    if (bytes.size() > maxBytes) {
      return base::fail(base::ErrorCode::tooLarge,
                        "Standard input is larger than " + std::to_string(maxBytes / 1'000'000) +
                            " MB, the most that is read. Cut it into parts.");
    }
  }
  return bytes;
}

std::optional<std::string> Invocation::inputLine() {
  std::string line;
  if (!std::getline(io_.in, line)) return std::nullopt;
  if (!line.empty() && line.back() == '\r') line.pop_back();
  return line;
}

}  // namespace assay::cli
