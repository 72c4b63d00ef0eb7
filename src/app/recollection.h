// What the finder worked out for the article that is open, kept for the next time it is read: its
// next draft, or the same draft with a paragraph more in the check.
//
// The answer is the same with it and without (extract/nlp/memory.h); it saves time alone. It is
// kept of one article, the one read or opened last, and of no store: a program that starts has
// none. An article of 30 KB, read thoroughly, takes 0.3 MB; 1 MB of text, read fast, 15 MB; and
// nothing takes more than Memory::kMostBytes.
//
// Ownership: a job takes the memory along to its thread and gives it back, stopped or not. Thread:
// that of its owner, the session.
#pragma once

#include <memory>

#include "base/job.h"
#include "base/result.h"
#include "extract/nlp/memory.h"
#include "model/document.h"
#include "model/extraction.h"
#include "model/ids.h"

namespace assay::app {

using Memory = extract::nlp::Memory;

class Recollection {
 public:
  /// This article is open now; what was kept of another is forgotten.
  void open(const model::ArticleId& article);
  /// To be taken along by whoever reads the article; new when nothing is kept of it. Never null.
  [[nodiscard]] std::unique_ptr<Memory> lend(const model::ArticleId& article);
  /// Kept instead of what there was, also of another article.
  void giveBack(const model::ArticleId& article, std::unique_ptr<Memory> memory);

  /// Reads a text of the article with what is kept of it, and keeps what was worked out. Without
  /// attitudes, as prepareImport does it.
  [[nodiscard]] base::Result<model::Extraction> extract(const model::ArticleId& article,
                                                        const model::Document& document,
                                                        const base::Job& job);

  /// Null while nothing is kept, or while it is lent.
  [[nodiscard]] const Memory* memory() const { return memory_.get(); }

 private:
  model::ArticleId article_;
  std::unique_ptr<Memory> memory_;
};

}  // namespace assay::app
