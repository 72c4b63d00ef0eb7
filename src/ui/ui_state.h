// Everything the screen remembers between frames that is not in the store.
//
// Plain data, changed by panels and by the workbench. Items and sources are held by identity, never
// by pointer or row, because a command or another process can change the list at any time.
#pragma once

#include <array>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "app/drafts.h"
#include "app/settings.h"
#include "app/view.h"
#include "base/clock.h"
#include "ui/desktop.h"
#include "ui/edit_field.h"
#include "ui/pick_list.h"
#include "ui/selection.h"

namespace assay::ui {

/// What lies over the three panes. One at a time.
enum class Overlay : std::uint8_t {
  none,
  palette,
  keys,
  speaker,
  articles,
  report,
  browser,
  job,
  imported,
  history,
  sources,
  queries,
  draft,
  settings,
};

/// Which field the keyboard is asked into. Taken by the panel that has it.
enum class Focus : std::uint8_t {
  none,
  search,
  filter,
  note,
  correction,
  verdict,
  evidence,
  query,
};

/// The inspector's text fields, in the order they stand there.
enum class ItemFieldId : std::uint8_t { correction, note, verdict, explanation };
inline constexpr std::size_t kItemFields = 4;

/// Texts of the focused item while they are edited.
struct ItemFields {
  model::ItemId item;
  std::array<EditField, kItemFields> fields;

  [[nodiscard]] EditField& at(ItemFieldId id) { return fields[static_cast<std::size_t>(id)]; }
};

/// Evidence being written or changed. Kept per item until it is added or given up.
struct EvidenceForm {
  bool open = false;
  model::EvidenceId editing;  ///< empty: new evidence
  std::string source;         ///< a SourceId's value, or empty for a new source
  model::Source newSource;    ///< the fields of the new (or changed) source
  model::Evidence evidence;
  std::string failure;

  /// There is something in it that would be lost.
  [[nodiscard]] bool filled() const;
};

/// A question being written. Kept per item until it is added or given up.
struct QueryForm {
  bool open = false;
  bool active = false;  ///< the keyboard is in it
  std::vector<model::ItemId> items;
  model::RecipientKind kind = model::RecipientKind::author;
  std::string recipient;
  std::string contact;
  std::string text;
  std::string failure;
};

/// An answer being written.
struct QueryAnswer {
  model::QueryId query;  ///< empty: none
  std::string text;
  std::string failure;
  bool fresh = false;   ///< just opened: takes the keyboard
  bool active = false;  ///< the keyboard is in it
};

struct QueriesState {
  std::vector<app::QueryView> rows;
  std::uint64_t revision = 0;  ///< of the store when they were read; 0: not yet
  std::string failure;
  bool answered = false;     ///< those that are answered are shown too
  bool thisArticle = false;  ///< only those of the article on the screen
  QueryAnswer answer;
};

struct DraftState {
  app::DraftView view;
  std::uint64_t revision = 0;  ///< of the store when it was read; 0: not yet
  std::string failure;
  app::DraftBasket basket = app::DraftBasket::reworded;  ///< the one that is shown
};

struct ReportState {
  std::string format = "html";
  bool notes = true;
  bool sensitive = true;  ///< sources marked sensitive are named
  bool history = false;
  bool rawCsv = false;
  std::string items = "all";
  std::string language = "en";
  std::string preparedFor;
  // What a ClaimReview needs before it can be published.
  std::string reviewUrl;
  std::string publisher;
  std::string path;
  std::string written;  ///< the file written last, or empty
  std::string writtenLine;
  std::string failure;
  std::uint64_t previewRevision = 0;
  std::string previewKey;
  app::ReportSummary preview;
  bool counting = false;  ///< the preview is being made
  bool writing = false;   ///< the file is
  bool closing = false;   ///< the screen goes as soon as the store is back
  double fraction = 0;
  std::string doing;
};

/// The text fields of a source, in the order they stand there.
enum class SourceText : std::uint8_t {
  title,
  author,
  publisher,
  url,
  archivedUrl,
  lookedAt,
  contact,
  note,
};
inline constexpr std::size_t kSourceTexts = 8;

struct SourcesState {
  std::vector<app::SourceUses> rows;
  std::uint64_t revision = 0;  ///< of the store when they were read; 0: not yet
  std::string failure;
  std::string typed;     ///< words that must occur
  model::SourceId open;  ///< the one whose fields are shown
  std::array<EditField, kSourceTexts> fields;
  bool fresh = false;  ///< just opened: takes the keyboard
};

struct BrowserState {
  std::filesystem::path folder;
  std::vector<FolderEntry> entries;
  std::string failure;
  PickState picking;
  bool listed = false;       ///< `entries` are those of `folder`
  model::SourceId attachTo;  ///< the file chosen is kept with this source; empty: it is opened
  bool forDraft = false;     ///< the file chosen is a new draft of the article shown
};

/// A job as it is shown while it runs.
struct JobProgress {
  std::string title;  ///< "Reading keepers.txt"
  double fraction = 0;
  std::string doing;
};

/// What was understood of an article that was just taken in.
struct ImportSummary {
  std::string title;
  std::string byline;
  std::size_t words = 0;
  std::array<std::size_t, 3> quotes{};  ///< by model::QuoteKind
  std::size_t claims = 0;
  std::vector<std::pair<std::string, std::size_t>> speakers;  ///< name, number of quotes
  std::size_t unnamed = 0;                                    ///< quotes without a speaker
  /// Boilerplate: index of the block, and its text on one line.
  std::vector<std::pair<std::size_t, std::string>> setAside;
  model::ArticleId article;
  std::vector<std::string> warnings;
};

struct UiState {
  bool start = false;  ///< the start screen is shown although an article is open
  Overlay overlay = Overlay::none;
  Selection selection;
  bool scrollToFocus = false;  ///< list and article bring the focused item into view
  app::Filter filter;
  Sort sort = Sort::place;
  bool searchActive = false;
  bool coverage = false;       ///< the article shows what nobody has checked
  bool spanMode = false;       ///< arrows move the ends of the focused item
  bool menuWanted = false;     ///< the right button was pressed on an item
  bool wordsSelected = false;  ///< some words of the article are
  Focus focus = Focus::none;

  ItemFields fields;
  std::map<std::string, EvidenceForm> evidenceForms;  ///< by ItemId::value
  std::map<std::string, QueryForm> queryForms;        ///< by ItemId::value
  QueryAnswer answer;                                 ///< in the inspector
  PickState palette;
  PickState speaker;
  PickState articles;
  ReportState report;
  SourcesState sources;
  QueriesState queries;
  DraftState draft;
  BrowserState browser;
  JobProgress job;
  ImportSummary imported;
  std::vector<store::HistoryEntry> history;  ///< of the item whose history is open

  std::string message;                ///< what the last command did: "Q3 verified"
  base::Millis savedAt = 0;           ///< when it became durable; 0 before the first command
  std::vector<std::string> failures;  ///< sentences shown until they are dismissed
};

}  // namespace assay::ui
