// Commands on items: statuses, flags, texts, speakers, and items made by hand.
#include <fmt/format.h>

#include <algorithm>

#include "app/executor.h"
#include "base/utf8.h"
#include "extract/worth.h"

namespace assay::app {

namespace {

struct TextField {
  store::ItemField field;
  std::string_view word;
};

TextField fieldOf(ItemText field) {
  switch (field) {
    case ItemText::note: return {store::ItemField::note, "note"};
    case ItemText::correction: return {store::ItemField::correction, "correction"};
    case ItemText::verdict: return {store::ItemField::verdict, "verdict"};
    case ItemText::explanation: return {store::ItemField::explanation, "explanation"};
  }
  return {store::ItemField::note, "note"};
}

}  // namespace

std::string bitsText(model::FlagSet flags) { return std::to_string(flags.bits); }

base::Result<Outcome> Executor::run(const SetStatus& command) {
  auto items = load(command.items);
  if (!items) return base::passOn(std::move(items));
  const model::StatusInfo& status = model::info(command.status);
  const auto change = [&](store::Transaction& transaction) {
    return toEach(*items, [&](const model::Item& item) {
      auto done = transaction.set(item.id, store::ItemField::status, status.id);
      // A decision ends what was put off, and what had changed has now been looked at again.
      const model::FlagSet flags = item.flags.with(model::Flag::postponed, false)
                                       .with(model::Flag::changedSinceChecked, false);
      if (done && flags != item.flags) {
        done = transaction.set(item.id, store::ItemField::flags, bitsText(flags));
      }
      if (done && command.note) {
        done = transaction.set(item.id, store::ItemField::note, *command.note);
      }
      return done;
    });
  };
  return write(fmt::format("Mark {} {}", namesOf(*items), status.word), change,
               fmt::format("{} {}", namesOf(*items), status.word), command.items);
}

base::Result<Outcome> Executor::run(const SetFlag& command) {
  auto items = load(command.items);
  if (!items) return base::passOn(std::move(items));
  const std::string_view word = model::info(command.flag).word;
  const auto change = [&](store::Transaction& transaction) {
    return toEach(*items, [&](const model::Item& item) {
      const std::string bits = bitsText(item.flags.with(command.flag, command.on));
      return transaction.set(item.id, store::ItemField::flags, bits);
    });
  };
  return write(fmt::format("{} {} “{}”", command.on ? "Flag" : "Unflag", namesOf(*items), word),
               change,
               fmt::format("{} {} {}", namesOf(*items), command.on ? "flagged" : "no longer", word),
               command.items);
}

base::Result<Outcome> Executor::run(const SetWording& command) {
  auto items = load(command.items);
  if (!items) return base::passOn(std::move(items));
  for (const model::Item& item : *items) {
    if (!model::isQuote(item.kind)) {
      return base::fail(base::ErrorCode::invalidInput,
                        item.numberText() + " is a claim. Only quotes have a wording verdict.");
    }
  }
  const auto& wording = model::info(command.wording);
  const auto change = [&](store::Transaction& transaction) -> base::Result<void> {
    for (const model::Item& item : *items) {
      auto done = transaction.set(item.id, store::ItemField::wording, wording.id);
      if (!done) return done;
    }
    return {};
  };
  return write(fmt::format("Set wording of {} to {}", namesOf(*items), wording.word), change,
               fmt::format("Wording of {}: {}", namesOf(*items), wording.word), command.items);
}

base::Result<Outcome> Executor::run(const SetText& command) {
  auto items = load({command.item});
  if (!items) return base::passOn(std::move(items));
  const TextField field = fieldOf(command.field);
  const auto change = [&](store::Transaction& transaction) {
    return transaction.set(command.item, field.field, command.text);
  };
  return write(fmt::format("Edit {} of {}", field.word, namesOf(*items)), change,
               fmt::format("Saved the {} of {}", field.word, namesOf(*items)), {command.item});
}

base::Result<Outcome> Executor::run(const SetSpeaker& command) {
  auto items = load({command.item});
  if (!items) return base::passOn(std::move(items));
  const model::Item& item = items->front();
  const std::string name = base::oneLine(command.name);
  auto speakers = store_.speakers(item.article);
  if (!speakers) return base::passOn(std::move(speakers));
  auto siblings = store_.items(item.article);
  if (!siblings) return base::passOn(std::move(siblings));

  const auto change = [&](store::Transaction& transaction) -> base::Result<void> {
    model::SpeakerId speaker;
    const auto known = std::find_if(speakers->begin(), speakers->end(),
                                    [&](const auto& s) { return s.name == name; });
    if (known != speakers->end()) {
      speaker = known->id;
    } else if (!name.empty()) {
      model::StoredSpeaker made;
      made.id.value = environment_.ids.next();
      made.article = item.article;
      made.name = name;
      speaker = made.id;
      if (auto done = transaction.add(made); !done) return done;
    }
    auto done = transaction.set(item.id, store::ItemField::speaker, speaker.value);
    for (const model::Item& child : *siblings) {
      if (!done) break;
      // A claim made inside the quote was said by the same person, unless somebody said otherwise.
      if (child.parent == item.id && child.speaker == item.speaker) {
        done = transaction.set(child.id, store::ItemField::speaker, speaker.value);
      }
    }
    return done;
  };
  const std::string shown = name.empty() ? "unknown" : name;
  return write(fmt::format("Set speaker of {} to {}", item.numberText(), shown), change,
               fmt::format("Speaker of {}: {}", item.numberText(), shown), {item.id});
}

base::Result<Outcome> Executor::run(const AddItem& command) {
  auto view = session_.article(command.article);
  if (!view) return base::passOn(std::move(view));
  const model::Draft& draft = *(*view)->draft;
  auto spans = checkedSpans(draft.text, command.spans);
  if (!spans) return base::passOn(std::move(spans));

  model::Item item;
  item.id.value = environment_.ids.next();
  item.article = command.article;
  item.kind = command.kind;
  item.anchor = model::makeAnchor(draft.text, *spans);
  item.confidence = 1;
  if (item.kind == model::ItemKind::claim) {
    auto worth = extract::worth(item.anchor.exact);
    item.score = worth.score;
    item.reasons = std::move(worth.reasons);
    const base::Span whole{spans->front().begin, spans->back().end};
    for (const ItemRow& row : (*view)->rows) {
      if (!model::isQuote(row.kind)) continue;
      const bool inside = std::any_of(row.spans.begin(), row.spans.end(),
                                      [&](const base::Span& span) { return span.contains(whole); });
      if (inside) item.parent = row.id;
    }
  }
  if (item.parent) {
    auto quote = store_.item(*item.parent);
    if (!quote) return base::passOn(std::move(quote));
    item.speaker = quote->speaker;
  }
  const auto change = [&](store::Transaction& transaction) -> base::Result<void> {
    auto number = store_.nextItemNumber(item.article, model::info(item.kind).letter);
    if (!number) return base::passOn(std::move(number));
    item.number = *number;
    return transaction.add(item, draft.id);
  };
  auto outcome = write(fmt::format("Add a {}", model::info(item.kind).word), change, {}, {item.id});
  if (outcome) outcome->message = item.numberText() + " added";
  return outcome;
}

base::Result<Outcome> Executor::run(const MoveItem& command) {
  auto items = load({command.item});
  if (!items) return base::passOn(std::move(items));
  const model::Item& item = items->front();
  auto view = session_.article(item.article);
  if (!view) return base::passOn(std::move(view));
  const model::Draft& draft = *(*view)->draft;
  auto spans = checkedSpans(draft.text, command.spans);
  if (!spans) return base::passOn(std::move(spans));
  const model::Anchor anchor =
      model::makeAnchor(draft.text, *spans, item.anchor.cue, item.anchor.source);
  const auto change = [&](store::Transaction& transaction) {
    return transaction.setAnchor(item.id, draft.id, anchor);
  };
  return write("Move " + item.numberText(), change, item.numberText() + " moved", {item.id});
}

base::Result<Outcome> Executor::run(const RemoveItems& command) {
  auto items = load(command.items);
  if (!items) return base::passOn(std::move(items));
  const auto change = [&](store::Transaction& transaction) {
    return toEach(*items, [&](const model::Item& item) { return transaction.remove(item.id); });
  };
  return write("Remove " + namesOf(*items), change, namesOf(*items) + " removed", command.items);
}

}  // namespace assay::app
