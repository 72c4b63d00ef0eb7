// What a person can do to the store, as plain data.
//
// A command holds identities, never pointers, so that it can be logged, replayed, tested and
// carried out by the window, the command line and tests alike through Session::execute. One
// command is one transaction and one undo step. Adding one: a struct here, its line in the
// variant, its function in commands.cpp.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/span.h"
#include "model/document.h"
#include "model/evidence.h"
#include "model/extraction.h"
#include "model/item.h"
#include "model/query.h"
#include "model/snapshot.h"

namespace assay::app {

/// Takes a read and extracted article in, with all its items. Refused with conflict when the
/// store has a draft of exactly this text.
struct ImportArticle {
  model::Document document;
  model::Extraction extraction;
};

/// Takes a paragraph that was set aside as boilerplate into the check, with everything that is
/// found in it.
struct PutBlockBack {
  model::ArticleId article;
  std::size_t block = 0;  ///< index into the newest draft's blocks
};

/// Sets the status of one or several items; a correction needs no text, it can follow.
struct SetStatus {
  std::vector<model::ItemId> items;
  model::Status status = model::Status::unchecked;
  std::optional<std::string> note;  ///< replaces the note of every item when given
};

struct SetFlag {
  std::vector<model::ItemId> items;
  model::Flag flag = model::Flag::postponed;
  bool on = true;
};

struct SetWording {
  std::vector<model::ItemId> items;
  model::WordingVerdict wording = model::WordingVerdict::none;
};

/// A text field of an item.
enum class ItemText : std::uint8_t { note, correction, verdict, explanation };
struct SetText {
  model::ItemId item;
  ItemText field = ItemText::note;
  std::string text;
};

/// Names the speaker of a quote: the article's speaker of exactly that name, else a new one; an
/// empty name makes it unknown. Claims made inside the quote follow.
struct SetSpeaker {
  model::ItemId item;
  std::string name;
};

/// Makes an item by hand from a selection.
struct AddItem {
  model::ArticleId article;
  model::ItemKind kind = model::ItemKind::claim;
  std::vector<base::Span> spans;  ///< bytes of the newest draft
};
struct MoveItem {
  model::ItemId item;
  std::vector<base::Span> spans;  ///< bytes of the newest draft
};
struct RemoveItems {
  std::vector<model::ItemId> items;
};
/// Parts an item in two at a place inside it. The first part keeps number, decision and evidence;
/// the second is a new, unchecked item of the same kind and speaker.
struct SplitItem {
  model::ItemId item;
  std::size_t at = 0;  ///< byte of the newest draft where the second part begins
};
/// Makes several quotes, or several claims, one: the first in the text keeps its number and takes
/// in the words, notes, corrections, flags, evidence, queries and claims of the others, which are
/// removed. Its status stays only when all had the same; what was not looked at whole is unchecked.
struct MergeItems {
  std::vector<model::ItemId> items;
};

/// A source: `source.id` and its number are given out by the command.
struct AddSource {
  model::Source source;
};
/// Every field of the source named by `source.id` becomes what is given here.
struct EditSource {
  model::Source source;
};

/// Links an item to a source that exists (`evidence.source`) or to a new one (`newSource`).
struct AddEvidence {
  model::Evidence evidence;
  std::optional<model::Source> newSource;
};
/// Every field of the evidence named by `evidence.id` becomes what is given here.
struct EditEvidence {
  model::Evidence evidence;
};
struct RemoveEvidence {
  model::EvidenceId evidence;
};

/// A question about items of one article. Identity, number and article are given out by the
/// command; `askedAt` is set when it was asked already.
struct AddQuery {
  model::Query query;
};
/// Recipient, contact, text and items of the query named by `query.id` become what is given here.
struct EditQuery {
  model::Query query;
};
/// The queries have been put to their recipients, now; or, taken back, not yet.
struct AskQueries {
  std::vector<model::QueryId> queries;
  bool asked = true;
};
/// What was said, now. An empty answer opens the query again.
struct AnswerQuery {
  model::QueryId query;
  std::string answer;
};
struct RemoveQueries {
  std::vector<model::QueryId> queries;
};

/// Keeps the bytes of a source in the store, under their SHA-256. Refused with conflict when the
/// source has exactly these already. prepareSnapshot (snapshots.h) makes it from a file.
struct AttachSnapshot {
  model::SourceId source;
  std::string name;  ///< of the file they came from
  std::string bytes;
};
struct RemoveSnapshot {
  model::SnapshotId snapshot;
};

/// Takes a new draft of an article in: every item that stands there unchanged or moved gets its
/// place, what is new is added, and what is reworded or gone is left for a person (drafts.h).
/// Refused with conflict when the store has a draft of exactly this text.
struct ImportDraft {
  model::ArticleId article;
  model::Document document;
  model::Extraction extraction;
};
/// Gives reworded items the places that draftView proposes. A decision that was made about the old
/// words stays and is flagged "changed since checked".
struct AcceptPlaces {
  std::vector<model::ItemId> items;
};

using Command = std::variant<ImportArticle, PutBlockBack, SetStatus, SetFlag, SetWording, SetText,
                             SetSpeaker, AddItem, MoveItem, RemoveItems, SplitItem, MergeItems,
                             AddSource, EditSource, AddEvidence, EditEvidence, RemoveEvidence,
                             AddQuery, EditQuery, AskQueries, AnswerQuery, RemoveQueries,
                             AttachSnapshot, RemoveSnapshot, ImportDraft, AcceptPlaces>;

}  // namespace assay::app
