// Commands on queries: what is asked about items, of whom, and what was answered.
#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "app/executor.h"
#include "base/utf8.h"

namespace assay::app {

namespace {

using base::ErrorCode;
using store::QueryField;

std::string timeText(base::Millis at) { return std::to_string(at); }

// Trimmed as it is kept: a question of blanks is none, and names are on one line.
model::Query tidied(model::Query query) {
  query.recipient = base::oneLine(query.recipient);
  query.contact = base::oneLine(query.contact);
  const std::size_t first = query.text.find_first_not_of(" \t\r\n");
  const std::size_t last = query.text.find_last_not_of(" \t\r\n");
  query.text =
      first == std::string::npos ? std::string() : query.text.substr(first, last - first + 1);
  return query;
}

std::string namesOf(const std::vector<model::Query>& queries) {
  if (queries.size() == 1) return model::queryNumberText(queries.front().number);
  return fmt::format("{} queries", queries.size());
}

// Every item that one of them is about, once.
std::vector<model::ItemId> itemsOf(const std::vector<model::Query>& queries) {
  std::vector<model::ItemId> items;
  std::set<model::ItemId> seen;
  for (const model::Query& query : queries) {
    for (const model::ItemId& item : query.items) {
      if (seen.insert(item).second) items.push_back(item);
    }
  }
  return items;
}

base::Result<void> checkValid(const std::string& what, const std::string& text) {
  if (!base::firstInvalidByte(text)) return {};
  return base::fail(ErrorCode::invalidInput, what + " is not valid UTF-8. Type it again.");
}

}  // namespace

base::Result<std::vector<model::Query>> Executor::loadQueries(
    const std::vector<model::QueryId>& ids) const {
  if (ids.empty()) {
    return base::fail(ErrorCode::invalidInput, "No query is chosen. Choose one first.");
  }
  std::vector<model::Query> queries;
  queries.reserve(ids.size());
  for (const model::QueryId& id : ids) {
    auto query = store_.query(id);
    if (!query) return base::passOn(std::move(query));
    queries.push_back(std::move(*query));
  }
  return queries;
}

base::Result<Outcome> Executor::run(const AddQuery& command) {
  for (const std::string* text :
       {&command.query.text, &command.query.recipient, &command.query.contact}) {
    if (auto valid = checkValid("The query", *text); !valid) return base::passOn(std::move(valid));
  }
  model::Query query = tidied(command.query);
  if (auto fault = model::faultOf(query)) return base::fail(ErrorCode::invalidInput, *fault);
  auto items = load(query.items);
  if (!items) return base::passOn(std::move(items));
  for (const model::Item& item : *items) {
    if (item.article != items->front().article) {
      return base::fail(ErrorCode::invalidInput,
                        "A query is about items of one article. Ask about each article apart.");
    }
  }
  query.id.value = environment_.ids.next();
  query.article = items->front().article;
  const auto change = [&](store::Transaction& transaction) -> base::Result<void> {
    auto number = store_.nextQueryNumber();
    if (!number) return base::passOn(std::move(number));
    query.number = *number;
    return transaction.add(query);
  };
  auto outcome = write("Ask about " + app::namesOf(*items), change, {}, query.items);
  if (!outcome) return outcome;
  outcome->message = fmt::format("{}: {} to {}", app::namesOf(*items),
                                 model::queryNumberText(query.number), model::recipientText(query));
  outcome->query = query.id;
  return outcome;
}

base::Result<Outcome> Executor::run(const EditQuery& command) {
  for (const std::string* text :
       {&command.query.text, &command.query.recipient, &command.query.contact}) {
    if (auto valid = checkValid("The query", *text); !valid) return base::passOn(std::move(valid));
  }
  auto present = loadQueries({command.query.id});
  if (!present) return base::passOn(std::move(present));
  const model::Query& before = present->front();
  const model::Query query = tidied(command.query);
  if (query.items.empty()) {
    return base::fail(ErrorCode::invalidInput, "A query is about an item. Choose at least one.");
  }
  const auto has = [](const std::vector<model::ItemId>& items, const model::ItemId& item) {
    return std::find(items.begin(), items.end(), item) != items.end();
  };
  const auto change = [&](store::Transaction& transaction) -> base::Result<void> {
    const std::pair<QueryField, std::string_view> fields[] = {
        {QueryField::kind, model::info(query.kind).id},
        {QueryField::recipient, query.recipient},
        {QueryField::contact, query.contact},
        {QueryField::text, query.text},
    };
    for (const auto& [field, value] : fields) {
      if (auto done = transaction.set(query.id, field, value); !done) return done;
    }
    // What comes in first: a query is about something at every moment.
    for (const model::ItemId& item : query.items) {
      if (has(before.items, item)) continue;
      if (auto done = transaction.setAbout(query.id, item, true); !done) return done;
    }
    for (const model::ItemId& item : before.items) {
      if (has(query.items, item)) continue;
      if (auto done = transaction.setAbout(query.id, item, false); !done) return done;
    }
    return {};
  };
  const std::string name = model::queryNumberText(before.number);
  std::vector<model::Query> both{before, query};
  return write("Edit " + name, change, name + " saved", itemsOf(both));
}

base::Result<Outcome> Executor::run(const AskQueries& command) {
  auto queries = loadQueries(command.queries);
  if (!queries) return base::passOn(std::move(queries));
  const std::string at = command.asked ? timeText(environment_.clock.now()) : "0";
  const auto change = [&](store::Transaction& transaction) -> base::Result<void> {
    for (const model::Query& query : *queries) {
      // When it was asked first is what counts.
      if (command.asked && query.askedAt != 0) continue;
      if (auto done = transaction.set(query.id, QueryField::asked, at); !done) return done;
    }
    return {};
  };
  const std::string_view word = command.asked ? "asked" : "to ask";
  return write(fmt::format("Mark {} {}", namesOf(*queries), word), change,
               fmt::format("{} {}", namesOf(*queries), word), itemsOf(*queries));
}

base::Result<Outcome> Executor::run(const AnswerQuery& command) {
  if (auto valid = checkValid("The answer", command.answer); !valid) {
    return base::passOn(std::move(valid));
  }
  auto queries = loadQueries({command.query});
  if (!queries) return base::passOn(std::move(queries));
  const model::Query& query = queries->front();
  const bool answered = !base::oneLine(command.answer).empty();
  const base::Millis now = environment_.clock.now();
  const auto change = [&](store::Transaction& transaction) -> base::Result<void> {
    // Nobody answers what was not asked.
    if (answered && query.askedAt == 0) {
      auto done = transaction.set(query.id, QueryField::asked, timeText(now));
      if (!done) return done;
    }
    auto done =
        transaction.set(query.id, QueryField::answer, answered ? command.answer : std::string());
    if (!done || (answered && query.answeredAt != 0)) return done;
    return transaction.set(query.id, QueryField::answered, timeText(answered ? now : 0));
  };
  const std::string name = model::queryNumberText(query.number);
  return write((answered ? "Answer " : "Open again ") + name, change,
               name + (answered ? " answered" : " open again"), query.items);
}

base::Result<Outcome> Executor::run(const RemoveQueries& command) {
  auto queries = loadQueries(command.queries);
  if (!queries) return base::passOn(std::move(queries));
  const auto change = [&](store::Transaction& transaction) -> base::Result<void> {
    for (const model::Query& query : *queries) {
      if (auto done = transaction.remove(query.id); !done) return done;
    }
    return {};
  };
  return write("Remove " + namesOf(*queries), change, namesOf(*queries) + " removed",
               itemsOf(*queries));
}

}  // namespace assay::app
