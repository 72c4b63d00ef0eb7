// Commands on sources and on the evidence that links them to items.
#include <fmt/format.h>

#include <algorithm>

#include "app/executor.h"
#include "base/utf8.h"

namespace assay::app {

namespace {

using base::ErrorCode;

/// A source as it may be written, or why not.
base::Result<model::Source> checkedSource(model::Source source) {
  for (std::string* line : {&source.title, &source.author, &source.publisher, &source.url,
                            &source.archivedUrl, &source.lookedAt, &source.contact}) {
    *line = base::oneLine(*line);
  }
  if (source.title.empty() && source.url.empty()) {
    return base::fail(ErrorCode::invalidInput,
                      "A source needs a title or a web address. Fill in one of them.");
  }
  for (const std::string* address : {&source.url, &source.archivedUrl}) {
    if (!address->empty() && !model::isWebAddress(*address)) {
      return base::fail(ErrorCode::invalidInput,
                        fmt::format("“{}” is not a web address. It must begin with http:// or "
                                    "https:// and hold no blanks.",
                                    base::shortened(*address, 80)));
    }
  }
  if (!source.lookedAt.empty() && !model::isDate(source.lookedAt)) {
    return base::fail(ErrorCode::invalidInput,
                      fmt::format("“{}” is not a date. Write the day it was looked at as year, "
                                  "month and day: 2026-02-03.",
                                  base::shortened(source.lookedAt, 40)));
  }
  return source;
}

std::string nameOf(const model::Source& source) {
  const std::string& shown = source.title.empty() ? source.url : source.title;
  return fmt::format("{} “{}”", model::sourceNumberText(source.number), base::shortened(shown, 60));
}

base::Result<void> setAll(store::Transaction& transaction, const model::Source& source) {
  using store::SourceField;
  const std::pair<SourceField, std::string_view> fields[] = {
      {SourceField::kind, model::info(source.kind).id},
      {SourceField::title, source.title},
      {SourceField::author, source.author},
      {SourceField::publisher, source.publisher},
      {SourceField::url, source.url},
      {SourceField::archivedUrl, source.archivedUrl},
      {SourceField::lookedAt, source.lookedAt},
      {SourceField::contact, source.contact},
      {SourceField::note, source.note},
      {SourceField::sensitive, source.sensitive ? "1" : "0"},
  };
  for (const auto& [field, value] : fields) {
    if (auto done = transaction.set(source.id, field, value); !done) return done;
  }
  return {};
}

}  // namespace

base::Result<Outcome> Executor::run(const AddSource& command) {
  auto source = checkedSource(command.source);
  if (!source) return base::passOn(std::move(source));
  source->id.value = environment_.ids.next();
  const auto change = [&](store::Transaction& transaction) -> base::Result<void> {
    auto number = store_.nextSourceNumber();
    if (!number) return base::passOn(std::move(number));
    source->number = *number;
    return transaction.add(*source);
  };
  auto outcome = write("Add a source", change, {});
  if (!outcome) return outcome;
  outcome->message = nameOf(*source) + " added";
  outcome->source = source->id;
  return outcome;
}

base::Result<Outcome> Executor::run(const EditSource& command) {
  auto present = store_.source(command.source.id);
  if (!present) return base::passOn(std::move(present));
  auto source = checkedSource(command.source);
  if (!source) return base::passOn(std::move(source));
  source->number = present->number;
  auto outcome = write(
      "Edit " + model::sourceNumberText(source->number),
      [&](store::Transaction& transaction) { return setAll(transaction, *source); },
      nameOf(*source) + " saved");
  if (outcome) outcome->source = source->id;
  return outcome;
}

base::Result<Outcome> Executor::run(const AddEvidence& command) {
  auto items = load({command.evidence.item});
  if (!items) return base::passOn(std::move(items));
  model::Evidence evidence = command.evidence;
  evidence.id.value = environment_.ids.next();
  auto sources = store_.sources();
  if (!sources) return base::passOn(std::move(sources));

  model::Source source;
  bool isNew = command.newSource.has_value();
  if (isNew) {
    auto checked = checkedSource(*command.newSource);
    if (!checked) return base::passOn(std::move(checked));
    source = std::move(*checked);
    // The same page under the same title is the same source; two rows for it would count twice.
    const auto same = std::find_if(sources->begin(), sources->end(), [&](const model::Source& s) {
      return !source.url.empty() && s.url == source.url &&
             (source.title.empty() || s.title == source.title);
    });
    if (same != sources->end()) {
      source = *same;
      isNew = false;
    } else {
      source.id.value = environment_.ids.next();
    }
  } else {
    auto known = store_.source(evidence.source);
    if (!known) return base::passOn(std::move(known));
    source = std::move(*known);
  }
  evidence.source = source.id;
  const auto change = [&](store::Transaction& transaction) -> base::Result<void> {
    if (isNew) {
      auto number = store_.nextSourceNumber();
      if (!number) return base::passOn(std::move(number));
      source.number = *number;
      if (auto done = transaction.add(source); !done) return done;
    }
    return transaction.add(evidence);
  };
  auto outcome = write("Add evidence to " + namesOf(*items), change, {}, {evidence.item});
  if (!outcome) return outcome;
  outcome->message =
      fmt::format("{}: {} {}", namesOf(*items), nameOf(source), model::info(evidence.stance).word);
  outcome->source = source.id;
  outcome->evidence = evidence.id;
  return outcome;
}

base::Result<Outcome> Executor::run(const EditEvidence& command) {
  auto present = store_.evidence(command.evidence.id);
  if (!present) return base::passOn(std::move(present));
  auto items = load({present->item});
  if (!items) return base::passOn(std::move(items));
  const model::Evidence& evidence = command.evidence;
  const auto change = [&](store::Transaction& transaction) -> base::Result<void> {
    using store::EvidenceField;
    const std::pair<EvidenceField, std::string_view> fields[] = {
        {EvidenceField::stance, model::info(evidence.stance).id},
        {EvidenceField::excerpt, evidence.excerpt},
        {EvidenceField::locator, evidence.locator},
        {EvidenceField::note, evidence.note},
    };
    for (const auto& [field, value] : fields) {
      if (auto done = transaction.set(evidence.id, field, value); !done) return done;
    }
    return {};
  };
  auto outcome = write("Edit evidence of " + namesOf(*items), change,
                       "Evidence of " + namesOf(*items) + " saved", {present->item});
  if (outcome) outcome->evidence = evidence.id;
  return outcome;
}

base::Result<Outcome> Executor::run(const RemoveEvidence& command) {
  auto present = store_.evidence(command.evidence);
  if (!present) return base::passOn(std::move(present));
  auto items = load({present->item});
  if (!items) return base::passOn(std::move(items));
  return write(
      "Remove evidence from " + namesOf(*items),
      [&](store::Transaction& transaction) { return transaction.remove(command.evidence); },
      "Evidence removed from " + namesOf(*items), {present->item});
}

}  // namespace assay::app
