#include "cli/words.h"

#include <catch2/catch_amalgamated.hpp>

namespace assay::cli {

TEST_CASE("a word of the domain may be typed with blanks, hyphens or capitals") {
  for (const char* word : {"in_progress", "in progress", "In-Progress", "IN_PROGRESS"}) {
    CHECK(statusFrom(word).value() == model::Status::inProgress);
  }
  CHECK(wordingFrom("out of context").value() == model::WordingVerdict::outOfContext);
  CHECK(flagFrom("call back").value() == model::Flag::callBack);
  CHECK(sourceKindFrom("official record").value() == model::SourceKind::officialRecord);
  CHECK(stanceFrom("refutes").value() == model::Stance::refutes);
  CHECK(itemKindFrom("claim").value() == model::ItemKind::claim);
}

TEST_CASE("an unknown word lists those there are") {
  CHECK(statusFrom("done").error().text() ==
        "There is no status “done”. Choose one of: unchecked, in_progress, verified, corrected, "
        "disputed, wrong, unverifiable, on_author, not_checkable, cut.");
  CHECK(wordingFrom("same").error().text() ==
        "There is no wording verdict “same”. Choose one of: none, verbatim, trimmed, altered, "
        "out_of_context, not_found, no_record.");
  CHECK(sourceKindFrom("blog").error().text() ==
        "There is no kind of source “blog”. Choose one of: interview, recording, video, "
        "official_record, data_set, document, study, photograph, diary, news_report, wire_copy, "
        "book, encyclopedia, press_release, social_post, other.");
  CHECK(stanceFrom("for").error().text() ==
        "There is no stance “for”. Choose one of: supports, refutes, context, inconclusive.");
  CHECK(itemKindFrom("quote").error().text() ==
        "There is no kind of item “quote”. Choose one of: direct, indirect, mixed, claim.");
}

TEST_CASE("the flag that the program keeps is not for people to set") {
  CHECK(flagFrom("changed since checked").error().text() ==
        "There is no flag “changed since checked”. Choose one of: postponed, legal, sensitive, "
        "call_back, publish.");
}

TEST_CASE("a stretch of text is two numbers, the second above the first") {
  CHECK(codePointsFrom("120-180").value() == base::Span{120, 180});
  CHECK(codePointsFrom("0-1").value() == base::Span{0, 1});
  for (const char* bad :
       {"", "12", "12-", "-3", "5-5", "9-3", "1-2x", "1–2", "a-b", "99999999999999999999-3"}) {
    CHECK(codePointsFrom(bad).error().text() ==
          "“" + std::string(bad) +
              "” is not a stretch of the text. Write its first character and the one after its "
              "last, counted from 0: 120-180.");
  }
}

TEST_CASE("counts agree with their noun") {
  CHECK(counted(0, "item") == "0 items");
  CHECK(counted(1, "item") == "1 item");
  CHECK(counted(2, "item") == "2 items");
}

}  // namespace assay::cli
