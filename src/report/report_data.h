// Everything a report can say, as plain values: the one input of every report format.
//
// Made by app/ from the store; the writers in this room are pure functions from it to bytes.
// Positions are bytes of `text`; formats that leave the program translate them to code points.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/clock.h"
#include "base/job.h"
#include "base/span.h"
#include "model/document.h"
#include "model/evidence.h"
#include "model/item.h"
#include "model/query.h"

namespace assay::report {

/// What was kept of a source, without the bytes.
struct ReportSnapshot {
  std::string name;
  std::string sha256;
  std::uint64_t size = 0;
  base::Millis takenAt = 0;
};

/// A source that at least one item of the report uses.
struct ReportSource {
  std::string number;  ///< "S1"
  model::Source source;
  std::vector<ReportSnapshot> snapshots{};  ///< oldest first
};

/// What somebody was asked, or is to be.
struct ReportQuery {
  model::Query query;
  std::vector<std::size_t> items;  ///< what it is about: indices into ReportData::items
};

struct ReportEvidence {
  std::size_t source = 0;  ///< index into ReportData::sources
  model::Stance stance = model::Stance::supports;
  std::string excerpt;
  std::string locator;
  std::string note;
};

/// One change of an item, as the history of the store tells it.
struct ReportChange {
  base::Millis at = 0;
  std::string who;
  std::string what;  ///< "status: unchecked → verified"
  bool undone = false;
};

/// One item with everything decided about it.
struct ReportItem {
  std::string number;  ///< "Q3"
  model::Item item;
  std::string speaker;  ///< name, or empty for unknown
  std::vector<std::string> speakerRoles;
  std::string parent;  ///< number of the quote a claim was made in, or empty
  std::vector<ReportEvidence> evidence;
  std::string checkedBy;              ///< who set the present status; empty while unchecked
  base::Millis checkedAt = 0;         ///< when; 0 while unchecked
  std::vector<ReportChange> history;  ///< oldest first; empty unless it was asked for
};

/// How much of the article was looked at, in words of the blocks that are checked at all.
struct Coverage {
  std::size_t words = 0;
  std::size_t marked = 0;   ///< that stand in an item
  std::size_t checked = 0;  ///< that stand in an item whose check is settled

  bool operator==(const Coverage&) const = default;
};

/// What a choice of items left out of a report, and how the article stands with them.
struct LeftOut {
  std::size_t items = 0;
  std::size_t open = 0;
  Coverage coverage;  ///< of the article with all its items
};

struct ReportData {
  std::string articleNumber;  ///< "A1"
  std::string title;
  std::string byline;
  std::string outlet;
  std::string url;
  std::string origin;
  std::string sha256;  ///< of `text`
  std::int64_t draftNumber = 1;
  std::string text;
  std::vector<model::Block> blocks;
  std::vector<ReportItem> items;  ///< in order of the text
  std::vector<ReportSource> sources;
  std::vector<ReportQuery> queries;  ///< by number
  base::Millis generatedAt = 0;
  std::string program;             ///< "Assay 0.1.0"
  std::string storeHead;           ///< hash of the store's newest event, or empty
  std::optional<LeftOut> leftOut;  ///< made by Shown (redact.h) when not all items are shown

  /// Items that are not settled yet, those left out with them: the report is unfinished while this
  /// is above 0.
  [[nodiscard]] std::size_t unfinished() const;
  [[nodiscard]] std::size_t count(model::Status status) const;
};

/// Language of the labels a report puts around the material; the material itself stays as it is.
enum class Language : std::uint8_t { english, german, french, spanish };

/// Which items a report shows; item_choice.h has their words.
enum class ItemChoice : std::uint8_t {
  all,
  open,      ///< not settled yet
  checked,   ///< settled
  toSettle,  ///< wrong, disputed, unverifiable, or changed since it was checked
  quotes,
  claims,
  callBack,  ///< flagged so
  publish,   ///< flagged so
};

/// A line of the title page: "Prepared for: the lawyers".
struct TitleField {
  std::string name;
  std::string value;
};

struct ReportOptions {
  ItemChoice items = ItemChoice::all;
  /// Printed under the title by the formats that people read, in this order.
  std::vector<TitleField> titleFields;
  /// Internal notes, queries and the contacts of sources are printed; off for a report that leaves
  /// the house.
  bool notes = true;
  /// Off: title, author, addresses, contact and excerpts of a source marked sensitive become
  /// "[confidential source S3]".
  bool sensitiveSources = true;
  Language language = Language::english;
  /// For what is published (ClaimReview): the page the review stands on, and who publishes it;
  /// an empty name means the article's outlet.
  std::string reviewUrl;
  std::string publisher;
  std::string publisherUrl;
  /// CSV cells that a spreadsheet would run as a formula get an apostrophe in front; raw leaves
  /// them as they are, for programs.
  bool rawCsv = false;
  /// Formats that take seconds say how far they are and stop when told to; may be null. Changes no
  /// byte of a report that is finished.
  const base::Job* job = nullptr;
};

}  // namespace assay::report
