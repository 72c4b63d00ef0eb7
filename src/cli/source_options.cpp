#include "cli/source_options.h"

#include <algorithm>
#include <array>

#include "cli/words.h"

namespace assay::cli {

void SourceOptions::addAll(Parser& parser) {
  parser.option("--title", "TEXT", "what it is called", title_)
      .option("--kind", "KIND", sourceKindWords(), kind_)
      .option("--url", "ADDRESS", "where it is, http:// or https://", url_)
      .option("--archived-url", "ADDRESS", "where a copy is kept", archivedUrl_)
      .option("--author", "NAME", "who made it", author_)
      .option("--publisher", "NAME", "who published it", publisher_)
      .option("--looked-at", "DATE", "the day it was looked at: 2026-02-03", lookedAt_)
      .option("--contact", "TEXT", "how to reach the person", contact_)
      .option("--note", "TEXT", "for the desk", note_)
      .flag("--sensitive", "must be protected in what leaves the house", sensitive_)
      .flag("--no-sensitive", "need not be protected", notSensitive_);
}

void SourceOptions::addBrief(Parser& parser) {
  parser.option("--source-title", "TEXT", "or a new source: what it is called", title_)
      .option("--source-kind", "KIND", "its kind: " + sourceKindWords(), kind_)
      .option("--source-url", "ADDRESS", "where it is, http:// or https://", url_);
}

bool SourceOptions::given() const {
  const std::array texts{&title_,       &kind_,     &url_,     &author_, &publisher_,
                         &archivedUrl_, &lookedAt_, &contact_, &note_};
  return sensitive_ || notSensitive_ ||
         std::any_of(texts.begin(), texts.end(),
                     [](const auto* text) { return text->has_value(); });
}

base::Result<void> SourceOptions::applyTo(model::Source& source) const {
  if (kind_) {
    const auto kind = sourceKindFrom(*kind_);
    if (!kind) return base::passOn(kind);
    source.kind = *kind;
  }
  const std::pair<const std::optional<std::string>*, std::string*> texts[] = {
      {&title_, &source.title},       {&url_, &source.url},
      {&author_, &source.author},     {&publisher_, &source.publisher},
      {&lookedAt_, &source.lookedAt}, {&archivedUrl_, &source.archivedUrl},
      {&contact_, &source.contact},   {&note_, &source.note},
  };
  for (const auto& [given, field] : texts) {
    if (*given) *field = **given;
  }
  if (sensitive_) source.sensitive = true;
  if (notSensitive_) source.sensitive = false;
  return {};
}

}  // namespace assay::cli
