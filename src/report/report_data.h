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
#include "base/span.h"
#include "model/document.h"
#include "model/evidence.h"
#include "model/item.h"

namespace assay::report {

/// A source that at least one item of the report uses.
struct ReportSource {
  std::string number;  ///< "S1"
  model::Source source;
};

struct ReportEvidence {
  std::size_t source = 0;  ///< index into ReportData::sources
  model::Stance stance = model::Stance::supports;
  std::string excerpt;
  std::string locator;
  std::string note;
};

/// One item with everything decided about it.
struct ReportItem {
  std::string number;  ///< "Q3"
  model::Item item;
  std::string speaker;  ///< name, or empty for unknown
  std::vector<std::string> speakerRoles;
  std::string parent;  ///< number of the quote a claim was made in, or empty
  std::vector<ReportEvidence> evidence;
  std::string checkedBy;       ///< who set the present status; empty while unchecked
  base::Millis checkedAt = 0;  ///< when; 0 while unchecked
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
  base::Millis generatedAt = 0;
  std::string program;    ///< "Assay 0.1.0"
  std::string storeHead;  ///< hash of the store's newest event, or empty

  /// Items that are not settled yet: the report is unfinished while this is above 0.
  [[nodiscard]] std::size_t unfinished() const;
  [[nodiscard]] std::size_t count(model::Status status) const;
};

/// Language of the labels a report puts around the material; the material itself stays as it is.
enum class Language : std::uint8_t { english, german, french, spanish };

struct ReportOptions {
  /// Internal notes and the contacts of sources are printed; off for a report that leaves the
  /// house.
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
};

}  // namespace assay::report
