// assay query add, ask, answer, remove, list: what somebody is asked about items.
#include "base/clock.h"
#include "cli/commands/commands.h"
#include "cli/lines.h"
#include "cli/store_options.h"
#include "cli/words.h"

namespace assay::cli {

namespace {

constexpr std::size_t kTextLength = 70;  // code points

/// Options that every command with queries as words has.
struct Named {
  StoreOptions store;
  std::vector<std::string> words;
};

base::Result<std::vector<model::QueryId>> queriesFrom(const app::Session& session,
                                                      const std::vector<std::string>& words) {
  std::vector<model::QueryId> queries;
  for (const std::string& word : words) {
    auto query = session.findQuery(word);
    if (!query) return base::passOn(std::move(query));
    queries.push_back(std::move(*query));
  }
  return queries;
}

std::string aboutText(const app::QueryView& view) {
  std::string text = view.article;
  for (const app::QueryAbout& about : view.about) {
    text += (&about == &view.about.front() ? ":" : ",") + about.number;
  }
  return text;
}

std::string stateText(const model::Query& query) {
  const model::QueryStateInfo& state = model::info(model::stateOf(query));
  std::string text = std::string(state.glyph) + " " + std::string(state.word);
  const base::Millis at = query.answeredAt != 0 ? query.answeredAt : query.askedAt;
  return at == 0 ? text : text + " " + base::utcDate(at);
}

void printGroup(Invocation& call, const std::vector<app::QueryView>& all,
                const app::QueryGroup& group) {
  std::string head = harmless(group.recipient);
  if (!group.contact.empty()) head += ", " + harmless(group.contact);
  std::vector<std::vector<std::string>> rows;
  for (const std::size_t index : group.queries) {
    const app::QueryView& view = all[index];
    rows.push_back({"  " + std::to_string(view.query.number), aboutText(view),
                    stateText(view.query), brief(view.query.text, kTextLength)});
    if (!view.query.answer.empty()) {
      rows.push_back({"", "", "", "→ " + brief(view.query.answer, kTextLength)});
    }
  }
  call.print(head + "\n" + aligned(rows));
}

}  // namespace

ExitCode runQueryAdd(Invocation& call) {
  Named named;
  std::optional<std::string> text;
  std::optional<std::string> to;
  std::optional<std::string> kind;
  std::optional<std::string> contact;
  bool asked = false;
  Parser parser("query add", "Notes a question to somebody about items, and prints its number.");
  parser.words("ITEM…", "numbers: Q3, C12 or A2:Q3", 1, SIZE_MAX, named.words);
  named.store.addStore(parser);
  named.store.addArticle(parser);
  named.store.addActor(parser);
  parser.option("--text", "TEXT", "what is to be asked", text)
      .option("--to", "NAME", "whom; without a name, whoever is of the kind", to)
      .option("--as", "KIND", recipientKindWords() + "; author unless said", kind)
      .option("--contact", "TEXT", "a telephone number, a mail address", contact)
      .flag("--asked", "it has been asked already", asked)
      .example(
          "assay query add --store desk.assay C4 --to \"Mats Holm\" --text \"Where is the 14 "
          "from?\"")
      .example("assay query add --store desk.assay Q3 C5 --as lawyer --text \"May we name him?\"");
  if (const auto ended = call.parse(parser)) return *ended;
  if (!text) return call.wrongUsage("assay query add wants --text.", "query add");
  app::AddQuery command;
  if (kind) {
    const auto known = recipientKindFrom(*kind);
    if (!known) return call.refuse(known.error());
    command.query.kind = *known;
  }
  command.query.text = *text;
  command.query.recipient = to.value_or("");
  command.query.contact = contact.value_or("");
  if (asked) command.query.askedAt = call.environment().clock.now();
  const auto session = named.store.open(call, StoreOptions::Access::change);
  if (!session) return call.refuse(session.error());
  auto items = named.store.items(**session, named.words);
  if (!items) return call.refuse(items.error());
  command.query.items = std::move(*items);
  return call.conclude((*session)->execute(std::move(command)));
}

ExitCode runQueryAsk(Invocation& call) {
  Named named;
  bool notYet = false;
  Parser parser("query ask", "Marks queries as asked today.");
  parser.words("N…", "their numbers, as “assay query list” shows them", 1, SIZE_MAX, named.words);
  named.store.addStore(parser);
  named.store.addActor(parser);
  parser.flag("--not-yet", "takes that back", notYet)
      .example("assay query ask --store desk.assay 3 4");
  if (const auto ended = call.parse(parser)) return *ended;
  const auto session = named.store.open(call, StoreOptions::Access::change);
  if (!session) return call.refuse(session.error());
  auto queries = queriesFrom(**session, named.words);
  if (!queries) return call.refuse(queries.error());
  return call.conclude((*session)->execute(app::AskQueries{std::move(*queries), !notYet}));
}

ExitCode runQueryAnswer(Invocation& call) {
  Named named;
  Parser parser("query answer", "Notes what was answered, and closes the query.");
  parser.about("“No answer” is an answer too. An empty one opens the query again.")
      .words("N TEXT", "its number, and the answer as one word in quotes", 2, 2, named.words);
  named.store.addStore(parser);
  named.store.addActor(parser);
  parser.example("assay query answer --store desk.assay 3 \"From the annual report, p. 4\"");
  if (const auto ended = call.parse(parser)) return *ended;
  const auto session = named.store.open(call, StoreOptions::Access::change);
  if (!session) return call.refuse(session.error());
  const auto query = (*session)->findQuery(named.words[0]);
  if (!query) return call.refuse(query.error());
  return call.conclude((*session)->execute(app::AnswerQuery{*query, named.words[1]}));
}

ExitCode runQueryRemove(Invocation& call) {
  Named named;
  Parser parser("query remove", "Takes queries out of sight.");
  parser.about("Their numbers stay used, and undo brings them back.")
      .words("N…", "their numbers, as “assay query list” shows them", 1, SIZE_MAX, named.words);
  named.store.addStore(parser);
  named.store.addActor(parser);
  parser.example("assay query remove --store desk.assay 3");
  if (const auto ended = call.parse(parser)) return *ended;
  const auto session = named.store.open(call, StoreOptions::Access::change);
  if (!session) return call.refuse(session.error());
  auto queries = queriesFrom(**session, named.words);
  if (!queries) return call.refuse(queries.error());
  return call.conclude((*session)->execute(app::RemoveQueries{std::move(*queries)}));
}

ExitCode runQueryList(Invocation& call) {
  StoreOptions store;
  bool all = false;
  Parser parser("query list", "Lists the open queries of a store, by the person to ask.");
  parser.about("“assay report -o calls.docx --format calls-docx” makes a sheet to write on.");
  store.addStore(parser);
  store.addArticle(parser);
  parser.flag("--all", "also those that are answered", all)
      .example("assay query list --store desk.assay");
  if (const auto ended = call.parse(parser)) return *ended;
  const auto session = store.open(call, StoreOptions::Access::read);
  if (!session) return call.refuse(session.error());
  std::optional<model::ArticleId> article;
  if (!store.article().empty()) {
    const auto found = (*session)->findArticle(store.article());
    if (!found) return call.refuse(found.error());
    article = *found;
  }
  auto queries = (*session)->queries(article);
  if (!queries) return call.refuse(queries.error());
  if (!all) {
    std::erase_if(*queries, [](const app::QueryView& view) { return !model::isOpen(view.query); });
  }
  if (queries->empty()) call.print(all ? "No queries.\n" : "No open queries.\n");
  bool first = true;
  for (const app::QueryGroup& group : app::grouped(*queries)) {
    if (!first) call.print("\n");
    first = false;
    printGroup(call, *queries, group);
  }
  return ExitCode::done;
}

}  // namespace assay::cli
