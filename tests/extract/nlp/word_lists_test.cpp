#include <catch2/catch_amalgamated.hpp>

#include "extract/nlp/abbreviations.h"
#include "extract/nlp/people_words.h"
#include "extract/nlp/reporting_words.h"
#include "extract/worth_words.h"

namespace assay::extract {
namespace {

TEST_CASE("Every table of words is in order: it is searched by halves") {
  for (const nlp::WordList* list : {&nlp::titleAbbreviations(),
                                    &nlp::abbreviationsBeforeNumbers(),
                                    &nlp::otherAbbreviations(),
                                    &nlp::sentenceStarters(),
                                    &nlp::speechVerbs(),
                                    &nlp::beliefVerbs(),
                                    &nlp::commentVerbs(),
                                    &nlp::reportingNouns(),
                                    &nlp::documentNouns(),
                                    &nlp::personNouns(),
                                    &nlp::bodyNouns(),
                                    &nlp::titleWords(),
                                    &nlp::organisationWords(),
                                    &nlp::maleNames(),
                                    &nlp::femaleNames(),
                                    &numberWords(),
                                    &comparisonWords(),
                                    &superlativeWords(),
                                    &lawWords(),
                                    &allegationWords(),
                                    &causalWords(),
                                    &generalWords(),
                                    &harmWords(),
                                    &recordWords(),
                                    &predictionWords(),
                                    &opinionWords(),
                                    &experienceWords()}) {
    INFO("table that begins with " << list->words().front());
    CHECK(list->inOrder());
  }
}

TEST_CASE("Reporting verbs are known in all their forms") {
  CHECK(nlp::reportingLemma("said") == "say");
  CHECK(nlp::reportingLemma("denied") == "deny");
  CHECK(nlp::reportingLemma("argues") == "argue");
  CHECK(nlp::reportingLemma("admitted") == "admit");
  CHECK(nlp::reportingLemma("acknowledging") == "acknowledge");
  CHECK(nlp::reportingLemma("bridge").empty());
  CHECK(nlp::reporting("warns") == nlp::Reporting::speech);
  CHECK(nlp::reporting("believes") == nlp::Reporting::belief);
  CHECK(nlp::reporting("slammed") == nlp::Reporting::comment);
  CHECK(nlp::reporting("walked") == nlp::Reporting::none);
}

}  // namespace
}  // namespace assay::extract
