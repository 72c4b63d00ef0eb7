// Carries out commands: one overload for each, used by Session::execute alone.
//
// Each overload is one Store::write, and so one transaction and one undo step. What a command may
// not do (an empty span, a date that is none) is refused before anything is written.
//
// Ownership: borrows the session; lives for one call.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/command.h"
#include "app/session.h"
#include "base/job.h"

namespace assay::app {

class Executor {
 public:
  /// `job` may stop what takes long while it is written; nothing of it is kept then.
  Executor(Session& session, const base::Job& job)
      : session_(session),
        store_(session.store()),
        environment_(session.environment()),
        job_(job) {}

  base::Result<Outcome> run(const ImportArticle& command);
  base::Result<Outcome> run(const PutBlockBack& command);
  base::Result<Outcome> run(const SetStatus& command);
  base::Result<Outcome> run(const SetFlag& command);
  base::Result<Outcome> run(const SetWording& command);
  base::Result<Outcome> run(const SetText& command);
  base::Result<Outcome> run(const SetSpeaker& command);
  base::Result<Outcome> run(const AddItem& command);
  base::Result<Outcome> run(const MoveItem& command);
  base::Result<Outcome> run(const RemoveItems& command);
  base::Result<Outcome> run(const SplitItem& command);
  base::Result<Outcome> run(const MergeItems& command);
  base::Result<Outcome> run(const AddSource& command);
  base::Result<Outcome> run(const EditSource& command);
  base::Result<Outcome> run(const AddEvidence& command);
  base::Result<Outcome> run(const EditEvidence& command);
  base::Result<Outcome> run(const RemoveEvidence& command);
  base::Result<Outcome> run(const AddQuery& command);
  base::Result<Outcome> run(const EditQuery& command);
  base::Result<Outcome> run(const AskQueries& command);
  base::Result<Outcome> run(const AnswerQuery& command);
  base::Result<Outcome> run(const RemoveQueries& command);
  base::Result<Outcome> run(const AttachSnapshot& command);
  base::Result<Outcome> run(const RemoveSnapshot& command);
  base::Result<Outcome> run(const ImportDraft& command);
  base::Result<Outcome> run(const AcceptPlaces& command);

  /// What the last command wrote; nothing when it wrote nothing.
  [[nodiscard]] const std::optional<store::Commit>& commit() const { return commit_; }

 private:
  using Change = std::function<base::Result<void>(store::Transaction&)>;

  /// Writes and reports; `message` is what the status line says afterwards.
  base::Result<Outcome> write(std::string_view label, const Change& change, std::string message,
                              std::vector<model::ItemId> items = {});
  /// The items, in the order given; refuses an empty list.
  base::Result<std::vector<model::Item>> load(const std::vector<model::ItemId>& ids) const;
  /// Does it to one item after the other; the job hears how far it is, and can stop it.
  base::Result<void> toEach(const std::vector<model::Item>& items,
                            const std::function<base::Result<void>(const model::Item&)>& one) const;
  /// The queries, in the order given; refuses an empty list.
  base::Result<std::vector<model::Query>> loadQueries(const std::vector<model::QueryId>& ids) const;
  /// The spans trimmed of blanks, at graphemes, in order; refuses what is empty or outside.
  static base::Result<std::vector<base::Span>> checkedSpans(std::string_view text,
                                                            std::vector<base::Span> spans);

  Session& session_;
  store::Store& store_;
  const Environment& environment_;
  const base::Job& job_;
  std::optional<store::Commit> commit_;
};

/// Flags as the store takes them.
[[nodiscard]] std::string bitsText(model::FlagSet flags);
/// "Q3", "Q3 and C4", "Q3, C4 and 5 more".
[[nodiscard]] std::string namesOf(const std::vector<model::Item>& items);

}  // namespace assay::app
