// Commands that make two items of one, and one of several.
#include <fmt/format.h>

#include <algorithm>

#include "app/executor.h"
#include "extract/worth.h"

namespace assay::app {

namespace {

using base::Span;

/// The spans before and behind a place; what it cuts is cut there.
struct Halves {
  std::vector<Span> first;
  std::vector<Span> second;
};

Halves cutAt(const std::vector<Span>& spans, std::size_t at) {
  Halves halves;
  for (const Span& span : spans) {
    if (span.begin < at) halves.first.push_back({span.begin, std::min(span.end, at)});
    if (span.end > at) halves.second.push_back({std::max(span.begin, at), span.end});
  }
  return halves;
}

// Neighbours with nothing but blanks and punctuation between them are one stretch of words.
bool areNeighbours(std::string_view text, const Span& one, const Span& next) {
  if (next.begin <= one.end) return true;
  const std::string_view between = text.substr(one.end, next.begin - one.end);
  return std::all_of(between.begin(), between.end(), [](char c) {
    return c == ' ' || c == ',' || c == ';' || c == ':' || c == '.' || c == '-';
  });
}

std::vector<Span> joined(std::string_view text, const std::vector<model::Item>& items) {
  std::vector<Span> spans;
  for (const model::Item& item : items) {
    spans.insert(spans.end(), item.anchor.spans.begin(), item.anchor.spans.end());
  }
  std::sort(spans.begin(), spans.end());
  std::vector<Span> out;
  for (const Span& span : spans) {
    if (!out.empty() && areNeighbours(text, out.back(), span)) {
      out.back().end = std::max(out.back().end, span.end);
    } else {
      out.push_back(span);
    }
  }
  return out;
}

// Every text once, one a line: what two checkers wrote about two halves both still holds.
std::string gathered(const std::vector<model::Item>& items, std::string model::Item::* field) {
  std::string text;
  std::vector<std::string> seen;
  for (const model::Item& item : items) {
    const std::string& one = item.*field;
    if (one.empty() || std::find(seen.begin(), seen.end(), one) != seen.end()) continue;
    if (!text.empty()) text += '\n';
    text += one;
    seen.push_back(one);
  }
  return text;
}

model::FlagSet gatheredFlags(const std::vector<model::Item>& items) {
  model::FlagSet flags;
  for (const model::Item& item : items) flags.bits |= item.flags.bits;
  return flags;
}

bool lieIn(const std::vector<Span>& inner, const std::vector<Span>& outer) {
  return std::all_of(inner.begin(), inner.end(), [&outer](const Span& span) {
    return std::any_of(outer.begin(), outer.end(),
                       [&span](const Span& around) { return around.contains(span); });
  });
}

base::Result<void> checkMergeable(const std::vector<model::Item>& items) {
  if (items.size() < 2) {
    return base::fail(base::ErrorCode::invalidInput,
                      "Only one item is selected. Select all that belong together, then merge.");
  }
  for (const model::Item& item : items) {
    if (model::isQuote(item.kind) != model::isQuote(items.front().kind)) {
      return base::fail(base::ErrorCode::invalidInput,
                        fmt::format("{} and {} are a quote and a claim. Select only quotes or only "
                                    "claims to merge them.",
                                    items.front().numberText(), item.numberText()));
    }
    if (item.article != items.front().article) {
      return base::fail(base::ErrorCode::invalidInput,
                        "Items of two articles cannot be merged. Select items of one article.");
    }
  }
  return {};
}

// Claims made inside a quote, and queries about it, are the kept one's from now on.
base::Result<void> handOver(store::Transaction& transaction, const store::Store& store,
                            const model::Item& gone, const model::Item& kept) {
  auto siblings = store.items(gone.article);
  if (!siblings) return base::passOn(std::move(siblings));
  for (const model::Item& claim : *siblings) {
    if (claim.parent != gone.id) continue;
    auto done = transaction.set(claim.id, store::ItemField::parent, kept.id.value);
    if (!done) return done;
  }
  auto queries = store.queries(gone.article);
  if (!queries) return base::passOn(std::move(queries));
  for (const model::Query& query : *queries) {
    if (std::find(query.items.begin(), query.items.end(), gone.id) == query.items.end()) continue;
    auto done = transaction.setAbout(query.id, kept.id, true);
    if (done) done = transaction.setAbout(query.id, gone.id, false);
    if (!done) return done;
  }
  return {};
}

}  // namespace

base::Result<Outcome> Executor::run(const SplitItem& command) {
  auto items = load({command.item});
  if (!items) return base::passOn(std::move(items));
  const model::Item& item = items->front();
  auto view = session_.article(item.article);
  if (!view) return base::passOn(std::move(view));
  const model::Draft& draft = *(*view)->draft;
  auto siblings = store_.items(item.article);
  if (!siblings) return base::passOn(std::move(siblings));
  const Halves halves = cutAt(item.anchor.spans, command.at);
  auto first = checkedSpans(draft.text, halves.first);
  auto second = checkedSpans(draft.text, halves.second);
  if (!first || !second) {
    return base::fail(base::ErrorCode::invalidInput,
                      fmt::format("There is no place to part {} at. Select the words inside it "
                                  "that the second part begins with.",
                                  item.numberText()));
  }
  const model::Anchor anchor =
      model::makeAnchor(draft.text, *first, item.anchor.cue, item.anchor.source);
  model::Item part;
  part.id.value = environment_.ids.next();
  part.article = item.article;
  part.kind = item.kind;
  part.parent = item.parent;
  part.speaker = item.speaker;
  part.confidence = 1;
  part.anchor = model::makeAnchor(draft.text, *second, item.anchor.cue, item.anchor.source);
  if (!model::isQuote(item.kind)) {
    auto worth = extract::worth(part.anchor.exact);
    part.score = worth.score;
    part.reasons = std::move(worth.reasons);
  }
  const auto change = [&](store::Transaction& transaction) -> base::Result<void> {
    auto number = store_.nextItemNumber(item.article, model::info(item.kind).letter);
    if (!number) return base::passOn(std::move(number));
    part.number = *number;
    if (auto done = transaction.setAnchor(item.id, draft.id, anchor); !done) return done;
    if (auto done = transaction.add(part, draft.id); !done) return done;
    for (const model::Item& claim : *siblings) {
      // A claim goes with the words it was made in.
      if (claim.parent != item.id || !lieIn(claim.anchor.spans, *second)) continue;
      auto done = transaction.set(claim.id, store::ItemField::parent, part.id.value);
      if (!done) return done;
    }
    return {};
  };
  auto outcome = write("Split " + item.numberText(), change, {}, {item.id, part.id});
  if (outcome) {
    outcome->message = fmt::format("{} split: {} is new", item.numberText(), part.numberText());
  }
  return outcome;
}

base::Result<Outcome> Executor::run(const MergeItems& command) {
  auto items = load(command.items);
  if (!items) return base::passOn(std::move(items));
  if (auto fits = checkMergeable(*items); !fits) return base::passOn(std::move(fits));
  std::sort(items->begin(), items->end(), [](const model::Item& a, const model::Item& b) {
    return a.anchor.spans < b.anchor.spans;
  });
  const model::Item& kept = items->front();
  auto article = store_.article(kept.article);
  if (!article) return base::passOn(std::move(article));
  auto draft = store_.draft(article->draft);
  if (!draft) return base::passOn(std::move(draft));
  const model::Anchor anchor = model::makeAnchor(draft->text, joined(draft->text, *items),
                                                 kept.anchor.cue, kept.anchor.source);
  const bool alike = std::all_of(items->begin(), items->end(), [&kept](const model::Item& item) {
    return item.status == kept.status;
  });
  const model::Status status = alike ? kept.status : model::Status::unchecked;
  const auto change = [&](store::Transaction& transaction) -> base::Result<void> {
    using store::ItemField;
    auto done = transaction.setAnchor(kept.id, draft->id, anchor);
    const auto set = [&](ItemField field, std::string_view value) {
      if (done) done = transaction.set(kept.id, field, value);
    };
    set(ItemField::status, model::info(status).id);
    set(ItemField::note, gathered(*items, &model::Item::note));
    set(ItemField::correction, gathered(*items, &model::Item::correction));
    set(ItemField::flags, bitsText(gatheredFlags(*items)));
    for (std::size_t i = 1; done && i < items->size(); ++i) {
      auto links = store_.evidence((*items)[i].id);
      if (!links) return base::passOn(std::move(links));
      for (model::Evidence& link : *links) {
        link.id.value = environment_.ids.next();
        link.item = kept.id;
        if (done) done = transaction.add(link);
      }
      if (done) done = handOver(transaction, store_, (*items)[i], kept);
      if (done) done = transaction.remove((*items)[i].id);
    }
    return done;
  };
  return write("Merge " + namesOf(*items), change,
               fmt::format("{} merged into {}", namesOf(*items), kept.numberText()), {kept.id});
}

}  // namespace assay::app
