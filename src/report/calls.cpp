#include "report/calls.h"

#include <map>

#include "base/utf8.h"
#include "report/labels.h"

namespace assay::report {

namespace {

/// Recipients under a key each, in the order they were first met.
class Sheet {
 public:
  void ask(const std::string& key, Recipient recipient, std::size_t item) {
    const auto [place, added] = places_.try_emplace(key, recipients_.size());
    if (added) recipients_.push_back(std::move(recipient));
    auto& items = recipients_[place->second].items;
    if (items.empty() || items.back() != item) items.push_back(item);
  }
  [[nodiscard]] std::vector<Recipient> take() { return std::move(recipients_); }

 private:
  std::map<std::string, std::size_t> places_;
  std::vector<Recipient> recipients_;
};

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

}  // namespace

std::string questionOf(const ReportItem& entry) { return entry.item.note; }

base::Result<std::vector<Recipient>> recipientsOf(const ReportData& data, Language language) {
  Sheet sheet;
  bool any = false;
  for (std::size_t i = 0; i < data.items.size(); ++i) {
    const ReportItem& entry = data.items[i];
    if (!entry.item.flags.has(model::Flag::callBack)) continue;
    any = true;
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
                i);
      asked = true;
    }
    if (asked) continue;
    if (!entry.speaker.empty()) {
      std::string roles;
      for (const std::string& role : entry.speakerRoles) roles = joined({&roles, &role});
      sheet.ask("speaker " + entry.speaker, {base::oneLine(entry.speaker), roles, "", {}}, i);
    } else {
      sheet.ask(
          "author",
          {std::string(label(language, Label::theAuthor)), base::oneLine(data.byline), "", {}}, i);
    }
  }
  if (!any) {
    return base::fail(base::ErrorCode::invalidInput,
                      "There is nobody to call: no item carries the flag \"call back\". Set it on "
                      "what somebody must be asked about.");
  }
  return sheet.take();
}

}  // namespace assay::report
