// The words a report puts around the material, in the languages a desk can choose.
//
// One table: adding a label is one row, adding a language one column. Identifiers in machine
// formats (CSV, JSON) are not translated and do not come from here. Pure functions; everything
// returned lives as long as the program.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "model/document.h"
#include "model/evidence.h"
#include "model/item.h"
#include "model/query.h"
#include "model/status.h"
#include "report/report_data.h"

namespace assay::report {

/// Texts with "{0}", "{1}" take values through filled().
enum class Label : std::uint8_t {
  reportTitle,
  draft,
  madeOn,        ///< "Report made {0}"
  nothingFound,  ///< no item at all
  allSettled,    ///< "All {0} items are checked."
  oneSettled,    ///< one item, and it is checked
  someOpen,      ///< "{0} of {1} items are still open. This report is not final."
  oneOpen,       ///< the same for a single open item
  partShown,     ///< "This report shows {0} of them." behind the sentence on all {1}
  coverage,      ///< "{0} of the article's words belong to an item, {1} to one that is checked."
  summary,
  share,
  items,
  toSettle,
  toSettleIntro,
  stillOpen,  ///< the list of open items' numbers
  article,
  articleIntro,
  articleComments,  ///< the same, for a manuscript with comments and tracked changes
  unplaced,         ///< heading of the items that stand nowhere in the draft
  checks,
  sources,
  number,
  status,
  passage,
  speaker,
  unknownSpeaker,
  madeIn,  ///< "made in {0}": a claim inside a quote
  wording,
  correction,
  changeByHand,  ///< why a correction is not a tracked change
  rating,
  evidence,
  noEvidence,
  source,
  kind,
  primary,
  secondary,
  lookedAt,
  archived,
  contact,
  note,
  checkedBy,  ///< "{0}, {1}": who, when
  confidential,
  sensitive,
  usedBy,
  backToText,
  untitled,
  textHash,
  storeHead,
  noItemsYet,
  noSources,
  protocol,
  protocolIntro,  ///< "{0}" is the program
  who,
  when,
  against,
  history,
  undone,
  queries,
  query,       ///< "Query {0}"
  toAsk,       ///< not asked yet
  askedOn,     ///< "asked {0}": a date
  answeredOn,  ///< "answered {0}": a date
  snapshot,    ///< what was kept of a source
  calls,       ///< title of the call sheet
  callsIntro,
  callAnswer,  ///< the line an answer is written on
  theAuthor,   ///< whom to ask when nobody else is known
  total,       ///< not a label: how many there are
};

[[nodiscard]] std::string_view label(Language language, Label which);
/// The label with "{0}", "{1}", … replaced by the values, which are not looked into again.
[[nodiscard]] std::string filled(Language language, Label which,
                                 std::initializer_list<std::string_view> values);

/// Words of the domain in the language of the report.
[[nodiscard]] std::string_view word(Language language, model::Status status);
[[nodiscard]] std::string_view word(Language language, model::WordingVerdict verdict);
[[nodiscard]] std::string_view word(Language language, model::Flag flag);
[[nodiscard]] std::string_view word(Language language, model::ItemKind kind);
[[nodiscard]] std::string_view word(Language language, model::Stance stance);
[[nodiscard]] std::string_view word(Language language, model::SourceKind kind);
[[nodiscard]] std::string_view word(Language language, model::RecipientKind kind);

struct LanguageInfo {
  Language language;
  std::string_view id;    ///< BCP 47 tag, also on the command line: "de"
  std::string_view word;  ///< in itself: "Deutsch"
};
[[nodiscard]] std::span<const LanguageInfo> languages();
[[nodiscard]] const LanguageInfo& info(Language language);
[[nodiscard]] std::optional<Language> languageById(std::string_view id);

}  // namespace assay::report
