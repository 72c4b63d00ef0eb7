// A terminal for tests: command lines run in-process over a store of their own.
//
// $ASSAY_STORE and $ASSAY_ACTOR lead to it, so that tests type what a person types. The article in
// the store is marked by hand: what the finder makes of a text cannot change these tests.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "app/session.h"
#include "cli/cli.h"
#include "tests/support/fake_clock.h"
#include "tests/support/temp_dir.h"

namespace assay::test {

inline constexpr std::string_view kMarket =
    "Market hall to close\n"
    "By Nell Orme\n"
    "“We lose 40 stalls,” said Jon Reed, a trader. “It is a shame.”\n"
    "The council said the roof was unsafe.\n"
    "READ MORE: WHERE TO PARK\n";

/// kMarket with Q1 (direct, two parts, by Jon Reed) that holds C1, Q2 (indirect, by the council),
/// and C2.
[[nodiscard]] app::ImportArticle marketArticle();
/// A second article whose Q1 has no speaker.
[[nodiscard]] app::ImportArticle fairArticle();

/// What a command line did. The temporary folder reads "DIR" in both texts.
struct Ran {
  int code = 0;
  std::string out;
  std::string err;

  bool operator==(const Ran&) const = default;
};
std::ostream& operator<<(std::ostream& out, const Ran& ran);

/// Done, and printed this.
[[nodiscard]] inline Ran done(std::string out) { return {0, std::move(out), ""}; }
/// Refused with this sentence, without the "assay: " in front, and printed nothing.
[[nodiscard]] inline Ran refused(const std::string& sentence) {
  return {1, "", "assay: " + sentence + "\n"};
}
/// Wrong usage with this sentence.
[[nodiscard]] inline Ran misused(const std::string& sentence) {
  return {2, "", "assay: " + sentence + "\n"};
}

class Terminal {
 public:
  Terminal();
  ~Terminal();
  Terminal(const Terminal&) = delete;
  Terminal& operator=(const Terminal&) = delete;

  /// Runs one command line, split at blanks. Words that hold blanks go to the other overload.
  Ran run(std::string_view line);
  Ran runWords(const std::vector<std::string>& args, const std::string& input = "");

  /// Takes marketArticle() into the store; the clock goes on by a minute.
  void takeIn(const app::ImportArticle& article = marketArticle());
  /// What the store says, read anew.
  [[nodiscard]] model::Item item(std::string_view number);

  /// Every file below the folder with its bytes, for "nothing was written".
  [[nodiscard]] std::map<std::string, std::string> files() const;

  TempDir folder;
  FakeClock clock;
  base::CountingIds ids;
  base::RealFileSystem disk;
  base::FileSystem* fileSystem = &disk;  ///< a double, when a test sets one
  std::vector<cli::OpenRequest> opened;  ///< requests for the window, oldest first
  base::Result<void> windowAnswer;       ///< what the window ends with

 private:
  [[nodiscard]] app::Environment environment() { return {clock, ids, *fileSystem}; }
  [[nodiscard]] std::string hidden(std::string text) const;
};

}  // namespace assay::test
