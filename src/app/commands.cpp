// Session::execute, and what all commands share.
#include <fmt/format.h>

#include <algorithm>
#include <utility>
#include <variant>

#include "app/executor.h"
#include "base/utf8.h"

namespace assay::app {

namespace {

bool isBlank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

}  // namespace

std::string namesOf(const std::vector<model::Item>& items) {
  if (items.empty()) return {};
  std::string names = items.front().numberText();
  if (items.size() == 1) return names;
  if (items.size() == 2) return names + " and " + items[1].numberText();
  if (items.size() == 3) {
    return fmt::format("{}, {} and {}", names, items[1].numberText(), items[2].numberText());
  }
  return fmt::format("{}, {} and {} more", names, items[1].numberText(), items.size() - 2);
}

base::Result<Outcome> Executor::write(std::string_view label, const Change& change,
                                      std::string message, std::vector<model::ItemId> items) {
  auto commit = store_.write(label, change);
  if (!commit) return base::passOn(std::move(commit));
  Outcome outcome;
  outcome.message = std::move(message);
  outcome.at = commit->events > 0 ? commit->at : 0;
  outcome.items = std::move(items);
  commit_ = std::move(*commit);
  return outcome;
}

base::Result<std::vector<model::Item>> Executor::load(const std::vector<model::ItemId>& ids) const {
  if (ids.empty()) {
    return base::fail(base::ErrorCode::invalidInput, "No item is selected. Choose one first.");
  }
  std::vector<model::Item> items;
  items.reserve(ids.size());
  for (const model::ItemId& id : ids) {
    auto item = store_.item(id);
    if (!item) return base::passOn(std::move(item));
    items.push_back(std::move(*item));
  }
  return items;
}

base::Result<void> Executor::toEach(
    const std::vector<model::Item>& items,
    const std::function<base::Result<void>(const model::Item&)>& one) const {
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (job_.cancelled()) {
      return base::fail(base::ErrorCode::cancelled,
                        "The change was stopped; nothing of it was stored.");
    }
    job_.report(static_cast<double>(i) / static_cast<double>(items.size()), "storing");
    if (auto done = one(items[i]); !done) return done;
  }
  return {};
}

base::Result<std::vector<base::Span>> Executor::checkedSpans(std::string_view text,
                                                             std::vector<base::Span> spans) {
  std::sort(spans.begin(), spans.end());
  std::vector<base::Span> out;
  for (base::Span span : spans) {
    if (span.end > text.size() || span.begin > span.end) {
      return base::fail(base::ErrorCode::invalidInput,
                        "The selection lies outside the article. Select the words again.");
    }
    span = base::atGraphemes(text, span);
    while (!span.empty() && isBlank(text[span.begin])) ++span.begin;
    while (!span.empty() && isBlank(text[span.end - 1])) --span.end;
    if (span.empty()) continue;
    if (!out.empty() && span.begin < out.back().end) {
      out.back().end = std::max(out.back().end, span.end);
    } else {
      out.push_back(span);
    }
  }
  if (out.empty()) {
    return base::fail(base::ErrorCode::invalidInput,
                      "Nothing is selected. Select some words of the article first.");
  }
  return out;
}

base::Result<Outcome> Session::execute(const Command& command, const base::Job& job) {
  if (readOnly()) {
    return base::fail(base::ErrorCode::unsupported,
                      path().string() + " is open for reading only; nothing was changed.");
  }
  const std::uint64_t before = revision();
  Executor executor(*this, job);
  auto outcome = std::visit([&executor](const auto& c) { return executor.run(c); }, command);
  if (outcome && executor.commit()) keepView(before, *executor.commit());
  return outcome;
}

base::Result<Outcome> Session::undo() {
  const std::uint64_t before = revision();
  auto commit = store_->undo();
  if (!commit) return base::passOn(std::move(commit));
  keepView(before, *commit);
  Outcome outcome;
  outcome.message = "Undone: " + commit->label;
  outcome.at = commit->at;
  outcome.items = std::move(commit->items);
  return outcome;
}

base::Result<Outcome> Session::redo() {
  const std::uint64_t before = revision();
  auto commit = store_->redo();
  if (!commit) return base::passOn(std::move(commit));
  keepView(before, *commit);
  Outcome outcome;
  outcome.message = "Redone: " + commit->label;
  outcome.at = commit->at;
  outcome.items = std::move(commit->items);
  return outcome;
}

std::optional<std::string> Session::undoLabel() const {
  return store_->undoLabel().value_or(std::nullopt);
}

std::optional<std::string> Session::redoLabel() const {
  return store_->redoLabel().value_or(std::nullopt);
}

}  // namespace assay::app
