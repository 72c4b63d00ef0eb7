// assay set: everything about an item that is not its status.
#include "cli/commands/commands.h"
#include "cli/store_options.h"
#include "cli/words.h"

namespace assay::cli {

namespace {

struct Options {
  StoreOptions store;
  std::vector<std::string> words;
  std::optional<std::string> speaker;
  std::optional<std::string> wording;
  std::optional<std::string> correction;
  std::optional<std::string> verdict;
  std::optional<std::string> explanation;
  std::optional<std::string> note;
  std::vector<std::string> flags;
  std::vector<std::string> noFlags;
};

Parser parserFor(Options& options) {
  Parser parser("set", "Sets what is known about an item, beside its status.");
  parser.about("Every option is a step of its own that undo takes back. An empty text clears.")
      .words("ITEM", "its number: Q3, C12 or A2:Q3", 1, 1, options.words);
  options.store.addStore(parser);
  options.store.addArticle(parser);
  options.store.addActor(parser);
  parser
      .option("--speaker", "NAME", "who says it; the claims inside a quote follow", options.speaker)
      .option("--wording", "WORDING", "of a quote against its record: " + wordingWords(),
              options.wording)
      .option("--correction", "TEXT", "suggested new wording", options.correction)
      .option("--verdict", "TEXT", "public rating, such as \"Half True\"", options.verdict)
      .option("--explanation", "TEXT", "of the public rating", options.explanation)
      .option("--note", "TEXT", "for the desk", options.note)
      .options("--flag", "FLAG", "raise a flag: " + flagWords(), options.flags)
      .options("--no-flag", "FLAG", "lower a flag", options.noFlags)
      .example("assay set --store desk.assay Q3 --speaker \"Jordan Kelly\" --flag legal")
      .example("assay set --store desk.assay Q3 --wording verbatim")
      .example("assay set --store desk.assay C4 --correction \"a rise of 26 percent\"");
  return parser;
}

base::Result<void> addFlags(const std::vector<std::string>& words, const model::ItemId& item,
                            bool on, std::vector<app::Command>& commands) {
  for (const std::string& word : words) {
    const auto flag = flagFrom(word);
    if (!flag) return base::passOn(flag);
    commands.emplace_back(app::SetFlag{{item}, *flag, on});
  }
  return {};
}

// All words are looked up before the first command is carried out: a slip changes nothing.
base::Result<std::vector<app::Command>> commandsFor(const Options& options,
                                                    const model::ItemId& item) {
  std::vector<app::Command> commands;
  if (options.speaker) commands.emplace_back(app::SetSpeaker{item, *options.speaker});
  if (options.wording) {
    const auto wording = wordingFrom(*options.wording);
    if (!wording) return base::passOn(wording);
    commands.emplace_back(app::SetWording{{item}, *wording});
  }
  const std::pair<app::ItemText, const std::optional<std::string>*> texts[] = {
      {app::ItemText::correction, &options.correction},
      {app::ItemText::verdict, &options.verdict},
      {app::ItemText::explanation, &options.explanation},
      {app::ItemText::note, &options.note},
  };
  for (const auto& [field, text] : texts) {
    if (*text) commands.emplace_back(app::SetText{item, field, **text});
  }
  if (auto done = addFlags(options.flags, item, true, commands); !done) return base::passOn(done);
  if (auto done = addFlags(options.noFlags, item, false, commands); !done) {
    return base::passOn(done);
  }
  return commands;
}

}  // namespace

ExitCode runSet(Invocation& call) {
  Options options;
  const Parser parser = parserFor(options);
  if (const auto ended = call.parse(parser)) return *ended;
  const auto session = options.store.open(call, StoreOptions::Access::change);
  if (!session) return call.refuse(session.error());
  const auto items = options.store.items(**session, options.words);
  if (!items) return call.refuse(items.error());
  const auto commands = commandsFor(options, items->front());
  if (!commands) return call.refuse(commands.error());
  if (commands->empty()) return call.wrongUsage("Nothing to set is named.", "set");
  for (const app::Command& command : *commands) {
    const ExitCode code = call.conclude((*session)->execute(command));
    if (code != ExitCode::done) return code;
  }
  return ExitCode::done;
}

}  // namespace assay::cli
