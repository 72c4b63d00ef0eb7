#include "report/calls.h"

#include <algorithm>
#include <map>

#include "base/utf8.h"
#include "report/labels.h"

namespace assay::report {

namespace {

/// Recipients under a key each, in the order they were first met.
class Sheet {
 public:
  void ask(const std::string& key, Recipient recipient, Call call) {
    const auto [place, added] = places_.try_emplace(key, recipients_.size());
    if (added) {
      recipients_.push_back(std::move(recipient));
    } else if (recipients_[place->second].contact.empty()) {
      recipients_[place->second].contact = std::move(recipient.contact);
    }
    Recipient& known = recipients_[place->second];
    if (known.calls.empty() || known.calls.back() != call) known.calls.push_back(std::move(call));
  }
  [[nodiscard]] std::vector<Recipient> take() { return std::move(recipients_); }

 private:
  std::map<std::string, std::size_t> places_;
  std::vector<Recipient> recipients_;
};

/// One person under one key, whether a query names him or a quote does.
std::string nameKey(std::string_view name) {
  return "name " + base::searchKey(base::oneLine(name));
}

std::string joined(std::initializer_list<const std::string*> parts) {
  std::string out;
  for (const std::string* part : parts) {
    if (part->empty()) continue;
    out += (out.empty() ? "" : ", ") + base::oneLine(*part);
  }
  return out;
}

bool isPerson(const model::Source& source) {
  return !source.contact.empty() || source.kind == model::SourceKind::interview;
}

/// The roles of the speaker of that name, on one line.
std::string rolesOf(const ReportData& data, const std::string& key) {
  std::string roles;
  for (const ReportItem& entry : data.items) {
    if (entry.speaker.empty() || nameKey(entry.speaker) != key) continue;
    for (const std::string& role : entry.speakerRoles) roles = joined({&roles, &role});
    break;
  }
  return roles;
}

void askQueries(Sheet& sheet, const ReportData& data, Language language) {
  for (std::size_t i = 0; i < data.queries.size(); ++i) {
    const model::Query& query = data.queries[i].query;
    if (!model::isOpen(query)) continue;
    Recipient recipient;
    recipient.contact = base::oneLine(query.contact);
    std::string key;
    const bool author = query.kind == model::RecipientKind::author;
    if (const std::string name = base::oneLine(query.recipient); !name.empty()) {
      key = nameKey(name);
      recipient.name = name;
      recipient.about = rolesOf(data, key);
      if (recipient.about.empty()) recipient.about = word(language, query.kind);
    } else if (author) {
      key = "author";
      recipient.name = label(language, Label::theAuthor);
      recipient.about = base::oneLine(data.byline);
    } else {
      key = "kind " + std::string(model::info(query.kind).id);
      recipient.name = word(language, query.kind);
    }
    sheet.ask(key, std::move(recipient), {i, data.queries[i].items});
  }
}

bool isAsked(const ReportData& data, std::size_t item) {
  return std::any_of(data.queries.begin(), data.queries.end(), [item](const ReportQuery& entry) {
    return model::isOpen(entry.query) &&
           std::find(entry.items.begin(), entry.items.end(), item) != entry.items.end();
  });
}

void askFlagged(Sheet& sheet, const ReportData& data, std::size_t item, Language language) {
  const ReportItem& entry = data.items[item];
  const Call call{std::nullopt, {item}};
  bool asked = false;
  for (const ReportEvidence& evidence : entry.evidence) {
    if (evidence.source >= data.sources.size()) continue;
    const ReportSource& from = data.sources[evidence.source];
    if (!isPerson(from.source)) continue;
    const std::string name = from.source.title.empty() ? from.number : from.source.title;
    sheet.ask("source " + from.number,
              {base::oneLine(name),
               joined({&from.source.author, &from.source.publisher}),
               base::oneLine(from.source.contact),
               {}},
              call);
    asked = true;
  }
  if (asked) return;
  if (!entry.speaker.empty()) {
    const std::string key = nameKey(entry.speaker);
    sheet.ask(key, {base::oneLine(entry.speaker), rolesOf(data, key), "", {}}, call);
  } else {
    sheet.ask("author",
              {std::string(label(language, Label::theAuthor)), base::oneLine(data.byline), "", {}},
              call);
  }
}

}  // namespace

std::string questionOf(const ReportData& data, const Call& call) {
  if (call.query) return data.queries[*call.query].query.text;
  return call.items.empty() ? std::string() : data.items[call.items.front()].item.note;
}

base::Result<std::vector<Recipient>> recipientsOf(const ReportData& data, Language language) {
  Sheet sheet;
  askQueries(sheet, data, language);
  for (std::size_t i = 0; i < data.items.size(); ++i) {
    if (!data.items[i].item.flags.has(model::Flag::callBack) || isAsked(data, i)) continue;
    askFlagged(sheet, data, i, language);
  }
  std::vector<Recipient> recipients = sheet.take();
  if (!recipients.empty()) return recipients;
  return base::fail(base::ErrorCode::invalidInput,
                    "There is nobody to call: no query is open, and no item carries the flag "
                    "\"call back\". Note a query, or set the flag on what somebody must be asked "
                    "about.");
}

}  // namespace assay::report
