// A desk for tests: a session on a fresh store, with a small article taken in.
//
// The article is marked by hand, so that what the finder makes of it cannot change these tests.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "app/session.h"
#include "tests/support/fake_clock.h"
#include "tests/support/temp_dir.h"

namespace assay::test {

inline constexpr std::string_view kArticle =
    "Ferry fares rise\n"
    "“Fares went up by 12 percent,” said Ada Brook, the harbour master.\n"
    "The council denied that the ferry was late in May.\n"
    "SUBSCRIBE TO OUR MORNING LETTER\n";

/// Span of `words` in kArticle; they must occur.
[[nodiscard]] base::Span spanOf(std::string_view words);

/// kArticle with one direct quote (Q1, by Ada Brook) that holds a claim (C1), one indirect quote
/// without a speaker (Q2), and one free claim (C2).
[[nodiscard]] app::ImportArticle smallArticle();

class Desk {
 public:
  /// Opens `desk.assay` in a temporary folder; with the article unless told otherwise.
  explicit Desk(bool withArticle = true);

  /// Closes the session and opens the store anew.
  void reopen(bool readOnly = false);

  [[nodiscard]] app::Session& session() { return *session_; }
  [[nodiscard]] app::Session* operator->() { return session_.get(); }
  /// The item named "Q1"; ends the test when there is none.
  [[nodiscard]] model::ItemId id(std::string_view number) const;
  [[nodiscard]] model::Item item(std::string_view number) const;
  [[nodiscard]] std::shared_ptr<const app::ItemDetail> detail(std::string_view number) const;
  [[nodiscard]] model::ArticleId article() const;
  [[nodiscard]] std::shared_ptr<const app::ArticleView> view() const;
  /// Executes and gives the message, or "code: message" of the error.
  std::string run(const app::Command& command);

  TempDir folder;
  FakeClock clock;
  base::CountingIds ids;
  base::RealFileSystem files;

 private:
  std::unique_ptr<app::Session> session_;
};

/// "code: message" of a failed result.
template <class T>
[[nodiscard]] std::string errorOf(const base::Result<T>& result) {
  if (result) return "no error";
  return std::string(base::codeName(result.error().code)) + ": " + result.error().text();
}

}  // namespace assay::test
