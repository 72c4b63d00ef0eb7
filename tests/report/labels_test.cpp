#include "report/labels.h"

#include <catch2/catch_amalgamated.hpp>

#include <set>
#include <string>

using namespace assay;
using namespace assay::report;

namespace {

std::string slots(std::string_view text) {
  std::set<char> found;
  for (std::size_t i = 0; i + 2 < text.size(); ++i) {
    if (text[i] == '{') found.insert(text[i + 1]);
  }
  return {found.begin(), found.end()};
}

}  // namespace

TEST_CASE("every label is there in every language and takes the same values") {
  for (std::size_t i = 0; i < static_cast<std::size_t>(Label::total); ++i) {
    const auto which = static_cast<Label>(i);
    for (const LanguageInfo& language : languages()) {
      CAPTURE(label(Language::english, which), language.id);
      CHECK_FALSE(label(language.language, which).empty());
      CHECK(slots(label(language.language, which)) == slots(label(Language::english, which)));
    }
  }
}

TEST_CASE("words of the domain are translated, each to a word of its own") {
  for (const LanguageInfo& language : languages()) {
    CAPTURE(language.id);
    std::set<std::string_view> statuses;
    for (const auto& row : model::statuses()) statuses.insert(word(language.language, row.status));
    CHECK(statuses.size() == model::statuses().size());
    std::set<std::string_view> kinds;
    for (const auto& row : model::sourceKinds()) kinds.insert(word(language.language, row.kind));
    CHECK(kinds.size() == model::sourceKinds().size());
    std::set<std::string_view> rest;
    for (const auto& row : model::wordingVerdicts()) {
      rest.insert(word(language.language, row.verdict));
    }
    for (const auto& row : model::itemKinds()) rest.insert(word(language.language, row.kind));
    for (const auto& row : model::stances()) rest.insert(word(language.language, row.stance));
    for (const auto& row : model::flags()) rest.insert(word(language.language, row.flag));
    CHECK_FALSE(rest.contains(""));
    CHECK_FALSE(statuses.contains(""));
    CHECK_FALSE(kinds.contains(""));
    CHECK(rest.size() == model::wordingVerdicts().size() + model::itemKinds().size() +
                             model::stances().size() + model::flags().size());
  }
  CHECK(word(Language::german, model::Status::disputed) == "strittig");
  CHECK(word(Language::french, model::Stance::refutes) == "réfute");
  CHECK(word(Language::spanish, model::Flag::callBack) == "volver a llamar");
  CHECK(word(Language::english, model::ItemKind::claim) == "claim");
}

TEST_CASE("values are put in once and not looked into") {
  CHECK(filled(Language::english, Label::someOpen, {"12", "31"}) ==
        "12 of 31 items are still open. This report is not final.");
  CHECK(filled(Language::english, Label::checkedBy, {"{1} {0}", "noon"}) ==
        "Checked by {1} {0}, noon");
  CHECK(filled(Language::english, Label::someOpen, {"12"}) ==
        "12 of {1} items are still open. This report is not final.");
}

TEST_CASE("languages are found by their tag") {
  CHECK(languageById("fr") == Language::french);
  CHECK_FALSE(languageById("xx").has_value());
  CHECK(info(Language::german).word == "Deutsch");
}
