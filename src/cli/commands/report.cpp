// assay report: what leaves the program.
#include <algorithm>

#include "app/reporting.h"
#include "cli/commands/commands.h"
#include "cli/store_options.h"
#include "cli/words.h"

namespace assay::cli {

namespace {

struct Options {
  StoreOptions store;
  std::optional<std::string> format;
  std::optional<std::string> file;
  std::optional<std::string> language;
  std::optional<std::string> reviewUrl;
  std::optional<std::string> publisher;
  std::optional<std::string> publisherUrl;
  std::optional<std::string> items;
  std::vector<std::string> fields;
  bool history = false;
  bool noNotes = false;
  bool noSensitive = false;
  bool rawCsv = false;
};

std::string formatWords() {
  std::string words;
  for (const app::ReportChoice& choice : app::reportChoices()) {
    words += (words.empty() ? "" : ", ") + choice.id;
  }
  return words;
}

std::string itemWords() {
  std::string words;
  for (const app::ReportItemChoice& choice : app::reportItemChoices()) {
    words += (words.empty() ? "" : ", ") + choice.id;
  }
  return words;
}

Parser parserFor(Options& options) {
  Parser parser("report", "Writes a report of an article and of everything decided about it.");
  parser.about("A report of an unfinished check says so at its top.");
  options.store.addStore(parser);
  options.store.addArticle(parser);
  parser
      .option("--format", "FORMAT", formatWords() + "; else by the ending of the file",
              options.format)
      .option("-o,--output", std::string(kFile), "where to; - for standard output", options.file)
      .option("--items", "WHICH", "which items: " + itemWords(), options.items)
      .options("--field", "NAME=TEXT", "a line under the title; may be given several times",
               options.fields)
      .flag("--history", "every change of every item", options.history)
      .flag("--no-notes", "leave out the notes of the desk", options.noNotes)
      .flag("--no-sensitive", "name sources marked sensitive by their number alone",
            options.noSensitive)
      .option("--language", "LANGUAGE", "of the labels: en, de, fr or es", options.language)
      .option("--review-url", "URL", "page the review stands on (claimreview)", options.reviewUrl)
      .option("--publisher", "NAME", "who publishes it (claimreview)", options.publisher)
      .option("--publisher-url", "URL", "web address of the publisher (claimreview)",
              options.publisherUrl)
      .flag("--raw-csv", "CSV cells as they are, not made harmless for spreadsheets",
            options.rawCsv)
      .example("assay report --store desk.assay --format html -o report.html")
      .example(
          "assay report --store desk.assay --items to-settle --field \"For=the lawyers\" -o "
          "law.docx")
      .example("assay report --store desk.assay --article A2 --format csv -o -");
  return parser;
}

// The longest ending counts: "a.sources.csv" is another format than "a.csv".
std::string formatFor(const Options& options) {
  if (options.format) return *options.format;
  const std::string name = std::filesystem::path(*options.file).filename().string();
  app::ReportChoice best{"html", "", "", ""};
  for (const app::ReportChoice& choice : app::reportChoices()) {
    if (name.ends_with(choice.extension) && choice.extension.size() > best.extension.size()) {
      best = choice;
    }
  }
  return best.id;
}

// The one file that a slip must never cost: the store itself.
bool isTheStore(const std::filesystem::path& file, const std::filesystem::path& store) {
  std::error_code error;
  return file == store || std::filesystem::equivalent(file, store, error);
}

ExitCode write(Invocation& call, const app::Session& session, const app::ReportRequest& request,
               const std::string& file) {
  if (file == "-") {
    const auto bytes = app::makeReport(session, request);
    if (!bytes) return call.refuse(bytes.error());
    call.print(*bytes);
    return ExitCode::done;
  }
  if (isTheStore(file, session.path())) {
    return call.refuse({base::ErrorCode::conflict,
                        file + " is the store itself. Name another file for the report.", "",
                        nullptr});
  }
  const auto summary = app::writeReport(session, request, file);
  if (!summary) return call.refuse(summary.error());
  const std::string part =
      summary->leftOut == 0
          ? ""
          : " of " + std::to_string(summary->items + summary->leftOut) + ", in the whole article";
  call.print("Wrote " + file + ": " + counted(summary->items, "item") + part + ", " +
             (summary->unfinished == 0 ? "all settled"
                                       : std::to_string(summary->unfinished) + " still open") +
             ".\n");
  return ExitCode::done;
}

}  // namespace

ExitCode runReport(Invocation& call) {
  Options options;
  const Parser parser = parserFor(options);
  if (const auto ended = call.parse(parser)) return *ended;
  if (!options.file) return call.wrongUsage("assay report wants -o FILE.", "report");
  app::ReportRequest request;
  for (const std::string& field : options.fields) {
    const std::size_t at = field.find('=');
    if (at == 0 || at == std::string::npos) {
      return call.wrongUsage("--field takes NAME=TEXT, not “" + field + "”.", "report");
    }
    request.titleFields.push_back({field.substr(0, at), field.substr(at + 1)});
  }
  request.items = options.items.value_or(request.items);
  request.history = options.history;
  request.format = formatFor(options);
  request.notes = !options.noNotes;
  request.sensitiveSources = !options.noSensitive;
  request.language = options.language.value_or(request.language);
  request.reviewUrl = options.reviewUrl.value_or("");
  request.publisher = options.publisher.value_or("");
  request.publisherUrl = options.publisherUrl.value_or("");
  request.rawCsv = options.rawCsv;
  const auto choices = app::reportChoices();
  const bool known = std::any_of(choices.begin(), choices.end(),
                                 [&](const auto& choice) { return choice.id == request.format; });
  if (!known) {
    return call.wrongUsage(
        "“" + request.format + "” is not a report format. There are: " + formatWords() + ".",
        "report");
  }
  const auto session = options.store.open(call, StoreOptions::Access::read);
  if (!session) return call.refuse(session.error());
  auto article = (*session)->findArticle(options.store.article());
  if (!article) return call.refuse(article.error());
  request.article = std::move(*article);
  return write(call, **session, request, *options.file);
}

}  // namespace assay::cli
