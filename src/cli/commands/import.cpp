// assay import: articles into a store, or their text and blocks to standard output.
#include "cli/commands/commands.h"
#include "cli/input.h"
#include "cli/store_options.h"
#include "cli/summary.h"

namespace assay::cli {

namespace {

ExitCode printDraft(Invocation& call, const std::string& file, const std::string& what) {
  auto taken = takeIn(call, file);
  if (!taken) return call.refuse(taken.error());
  if (what == "text") {
    call.print(taken->document.text);
    if (!taken->document.text.ends_with('\n')) call.print("\n");
  } else {
    taken->document.blocks = std::move(taken->extraction.blocks);
    call.print(blockLines(taken->document));
  }
  return ExitCode::done;
}

/// Takes files into one store, which is opened, and made, for the first of them that can be read:
/// a bad file alone leaves no empty store behind.
class Intake {
 public:
  Intake(Invocation& call, const StoreOptions& options) : call_(call), options_(options) {}

  ExitCode take(const std::string& file) {
    auto taken = takeIn(call_, file);
    if (!taken) return call_.refuse(taken.error());
    if (!session_) {
      auto opened = options_.open(call_, StoreOptions::Access::create);
      if (!opened) {
        storeFailed_ = true;
        return call_.refuse(opened.error());
      }
      session_ = std::move(*opened);
    }
    const auto known = session_->store().articleWithText(taken->document.sha256);
    if (!known) return call_.refuse(known.error());
    if (*known) {
      const auto there = session_->article(**known);
      if (!there) return call_.refuse(there.error());
      call_.print(file + " is already in the store as " + (*there)->number + ".\n");
      return ExitCode::done;
    }
    const auto outcome = session_->execute(*taken);
    if (!outcome) return call_.refuse(outcome.error());
    const auto made = session_->article(outcome->article.value_or(model::ArticleId{}));
    if (!made) return call_.refuse(made.error());
    if (printed_) call_.print("\n");
    printed_ = true;
    call_.print(importSummary(*taken, (*made)->number, (*made)->article.title));
    return ExitCode::done;
  }

  /// True when no further file can be taken in either.
  [[nodiscard]] bool storeFailed() const { return storeFailed_; }

 private:
  Invocation& call_;
  const StoreOptions& options_;
  std::unique_ptr<app::Session> session_;
  bool printed_ = false;
  bool storeFailed_ = false;
};

}  // namespace

ExitCode runImport(Invocation& call) {
  StoreOptions store;
  std::vector<std::string> files;
  std::optional<std::string> what;
  Parser parser("import", "Takes articles into a store and says what was found in them.");
  parser.about(
      "A text that is in the store already is left alone. When one of several files fails, the "
      "others are taken in all the same.");
  parser.words("FILE…", "articles: .txt, .md, .html; - for standard input", 1, SIZE_MAX, files);
  store.addStore(parser);
  store.addActor(parser);
  parser
      .option("--print", "text|blocks",
              "print the text as read, or its blocks (start-end role: text, in code points), "
              "instead of filling a store",
              what)
      .example("assay import draft.txt --store desk.assay")
      .example("pandoc -t plain draft.docx | assay import - --store desk.assay")
      .example("assay import --print blocks draft.html");
  if (const auto ended = call.parse(parser)) return *ended;
  if (what && what != "text" && what != "blocks") {
    return call.wrongUsage("--print takes text or blocks, not “" + *what + "”.", "import");
  }
  if (what && store.named()) {
    return call.wrongUsage("--print fills no store: leave out --store.", "import");
  }

  ExitCode code = ExitCode::done;
  Intake intake(call, store);
  for (const std::string& file : files) {
    const ExitCode one = what ? printDraft(call, file, *what) : intake.take(file);
    if (one != ExitCode::done) code = one;
    if (intake.storeFailed()) break;
  }
  return code;
}

}  // namespace assay::cli
