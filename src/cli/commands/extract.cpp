// assay extract: everything found in articles, without any store.
#include <set>

#include "app/reporting.h"
#include "cli/commands/commands.h"
#include "cli/input.h"

namespace assay::cli {

namespace {

struct Options {
  std::vector<std::string> files;
  std::optional<std::string> format;
  std::optional<std::string> folder;
  std::optional<std::string> setting;
};

std::string nameFor(const std::string& file, const std::string& format) {
  const std::string stem =
      file == "-" ? "standard-input" : std::filesystem::path(file).stem().string();
  return stem + (format == "json" ? ".json" : ".txt");
}

// Two inputs of one name would write one file: refused before anything is written.
base::Result<void> namesDiffer(const Options& options, const std::string& format) {
  std::set<std::string> names;
  for (const std::string& file : options.files) {
    if (!names.insert(nameFor(file, format)).second) {
      return base::fail(base::ErrorCode::conflict, "Two of the files would both be written to " +
                                                       nameFor(file, format) +
                                                       ". Extract them into different folders.");
    }
  }
  return {};
}

ExitCode extractOne(Invocation& call, const Options& options, const std::string& format,
                    extract::Setting setting, const std::string& file) {
  const auto taken =
      takeIn(call, file, setting, format == "json" ? app::Take::everything : app::Take::items);
  if (!taken) return call.refuse(taken.error());
  for (const model::Warning& warning : taken->extraction.warnings) {
    call.remark(file + ": " + warning.message);
  }
  const std::string bytes =
      format == "json" ? app::extractionJson(*taken) : app::extractionText(*taken);
  if (!options.folder) {
    call.print(bytes);
    return ExitCode::done;
  }
  const auto target = std::filesystem::path(*options.folder) / nameFor(file, format);
  const auto written = call.environment().files.writeAtomically(target, bytes);
  return written ? ExitCode::done : call.refuse(written.error());
}

}  // namespace

ExitCode runExtract(Invocation& call) {
  Options options;
  Parser parser("extract", "Prints every quote, speaker and claim found in articles.");
  parser.about("No store is touched. Positions count characters (Unicode code points) from 0.")
      .words("FILE…", "articles: .txt, .md, .html; - for standard input", 1, SIZE_MAX,
             options.files)
      .option("--format", "json|text", "for programs or for people; text unless said",
              options.format)
      .option("--out", std::string(kFolder),
              "write NAME.json or NAME.txt there for every file, instead of printing",
              options.folder)
      .option("--setting", "fast|thorough",
              "how closely to read; unless said, thorough for articles up to some 5,000 words",
              options.setting)
      .example("assay extract draft.txt")
      .example("assay extract --format json --out found *.txt");
  if (const auto ended = call.parse(parser)) return *ended;
  const std::string format = options.format.value_or("text");
  if (format != "json" && format != "text") {
    return call.wrongUsage("--format takes json or text, not “" + format + "”.", "extract");
  }
  const auto setting = app::settingNamed(options.setting.value_or("automatic"));
  if (!setting) {
    return call.wrongUsage("--setting takes fast or thorough, not “" + *options.setting + "”.",
                           "extract");
  }
  if (format == "json" && options.files.size() > 1 && !options.folder) {
    return call.wrongUsage("Several files make several JSON documents: name a folder with --out.",
                           "extract");
  }
  if (options.folder) {
    if (auto differ = namesDiffer(options, format); !differ) return call.refuse(differ.error());
    if (auto made = call.environment().files.makeFolder(*options.folder); !made) {
      return call.refuse(made.error());
    }
  }
  ExitCode code = ExitCode::done;
  for (const std::string& file : options.files) {
    if (file != options.files.front() && !options.folder) call.print("\n");
    if (extractOne(call, options, format, *setting, file) != ExitCode::done)
      code = ExitCode::refused;
  }
  return code;
}

}  // namespace assay::cli
