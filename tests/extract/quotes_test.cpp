// Ways of quoting, each with its speaker, in short texts of our own.
#include <catch2/catch_amalgamated.hpp>

#include "tests/extract/finder.h"

namespace assay::extract {
namespace {

using Strings = std::vector<std::string>;

TEST_CASE("Direct: before, behind and around its attribution") {
  CHECK(quotesOf("Dana Ortega said: “We will stay here.”") ==
        Strings{"direct Dana Ortega: We will stay here."});
  CHECK(quotesOf("“We will stay here,” said Dana Ortega, a baker.") ==
        Strings{"direct Dana Ortega: We will stay here,"});
  CHECK(quotesOf("“We will stay,” Dana Ortega said, “and we will win.”") ==
        Strings{"direct Dana Ortega: We will stay, | and we will win."});
  CHECK(quotesOf("\"We will stay,\" Dana Ortega told reporters. \"We will win.\"") ==
        Strings{"direct Dana Ortega: We will stay, | We will win."});
}

TEST_CASE("Marked words that their own sentence goes on from are no piece of the quote before") {
  CHECK(quotesOf("“We will stay,” Dana Ortega said. “We paid for it” is what Paul Brandt said.")
            .front() == "direct Dana Ortega: We will stay,");
}

TEST_CASE("A question or a cry keeps its attribution") {
  CHECK(quotesOf("“Who is going to pay for that?” Dana Ortega asked.") ==
        Strings{"direct Dana Ortega: Who is going to pay for that?"});
}

TEST_CASE("Continued over paragraphs: one quote, one speaker") {
  CHECK(quotesOf("“We will stay here,” Dana Ortega said. “We have paid for it.\n"
                 "“And nobody will make us leave before the end of the year.”") ==
        Strings{"direct Dana Ortega: We will stay here, | We have paid for it. | And nobody will "
                "make us leave before the end of the year."});
}

TEST_CASE("Mixed: some words are marked, the verb's content is the quote") {
  CHECK(quotesOf("Dana Ortega said the plan was “a trap for the whole town.”") ==
        Strings{"mixed Dana Ortega: the plan was “a trap for the whole town.”"});
}

TEST_CASE("According to: a document speaks") {
  CHECK(quotesOf("The repair will cost $3 million, according to a report by the county.") ==
        Strings{"indirect a report by the county: The repair will cost $3 million"});
}

TEST_CASE("Indirect speech with and without “that”") {
  CHECK(quotesOf("Dana Ortega said that the repair had cost $3 million.") ==
        Strings{"indirect Dana Ortega: that the repair had cost $3 million"});
  CHECK(quotesOf("The repair had cost $3 million, Dana Ortega said.") ==
        Strings{"indirect Dana Ortega: The repair had cost $3 million"});
}

TEST_CASE("Pronouns and last names lead back to the person named before") {
  CHECK(quotesOf("Dana Ortega runs the bakery.\n“We will stay here,” she said.\n"
                 "Ortega added that the rent had doubled.") ==
        Strings{"direct Dana Ortega: We will stay here,",
                "indirect Dana Ortega: that the rent had doubled"});
}

TEST_CASE("“The mayor” is the person who was given that title") {
  CHECK(quotesOf("Mayor Paul Brandt opened the bridge.\n“It will last,” the mayor said.") ==
        Strings{"direct Paul Brandt: It will last,"});
}

TEST_CASE("“In the town, the mayor”: a place is not given the title of who acts there") {
  CHECK(
      quotesOf("Mayor Paul Brandt opened the bridge.\nAt a meeting in Skerrow, the mayor also said "
               "that it would last.") == Strings{"indirect Paul Brandt: that it would last"});
}

TEST_CASE("A last name with its particle, as headlines have it, is the person of the text") {
  CHECK(quotesOf("De Vries opens bridge\n\nMayor Anna de Vries opened the bridge.\n\n"
                 "“It will last,” De Vries said.") ==
        Strings{"direct Anna de Vries: It will last,"});
}

TEST_CASE("A last name one letter away from the only one like it is that one's") {
  CHECK(quotesOf("Dana Ortega runs the bakery.\nOrtiga said that the rent had doubled.") ==
        Strings{"indirect Dana Ortega: that the rent had doubled"});
}

TEST_CASE("“It” is the body that acts in the sentence, by its short form too") {
  CHECK(quotesOf("The Harbour Repair Fund paid for the bridge.\nAlthough the HRF was not in the "
                 "United States, it "
                 "said that the road was safe.")
            .back() == "indirect Harbour Repair Fund: that the road was safe");
}

TEST_CASE("“It” is the body that an aside keeps from its verb") {
  CHECK(quotesOf("The Lamplight, however, claimed the repair, which it said had cost $3 million.")
            .back() == "indirect Lamplight: which | had cost $3 million");
}

TEST_CASE("Words that only point to what was said are told to be no words of theirs") {
  const std::string text =
      "The new ferry, which founder Paul Brandt announced this year, is 40 metres long.";
  const model::Extraction all = found(text, Setting::thorough);
  REQUIRE(all.quotes.size() == 1);
  CHECK(all.quotes[0].content.front().of(text) == "which");
  CHECK(all.quotes[0].attitude);
}

TEST_CASE("A second verb has the subject of the first") {
  CHECK(
      quotesOf("Dana Ortega spoke to the council on Monday and said that the rent had doubled.") ==
      Strings{"indirect Dana Ortega: that the rent had doubled"});
}

TEST_CASE("Several people are not “he”") {
  CHECK(quotesOf("“We will stay,” Paul Brandt said in July.\nDelegates asked how that would end.\n"
                 "“It will end well,” he said.")
            .back() == "direct Paul Brandt: It will end well,");
}

TEST_CASE("A title, a nickname and irony are no quotes") {
  CHECK(quotesOf("She sang in “Harbour Lights” for ten years.").empty());
  CHECK(quotesOf("The film “Harbour Lights” won three prizes in 2019.").empty());
  CHECK(quotesOf("He read “The Long Road” in one night.").empty());
  CHECK(quotesOf("She sang in “Lights Don’t Go Out” for ten years.").empty());
  CHECK(quotesOf("She appeared in “Harbour Lights” for ten years.").empty());
}

TEST_CASE("A signature behind a quote, after a dash") {
  CHECK(quotesOf("What readers think:\n“We will stay here.” — Dana Ortega\n"
                 "“Nobody asked us.” ― Paul Brandt, Skerrow\n") ==
        Strings{"direct Dana Ortega: We will stay here.", "direct Paul Brandt: Nobody asked us."});
}

TEST_CASE("Several handles sign what stands above them, one alone is the writer's") {
  CHECK(quotesOf("The bridge is old.\nThe bridge must stay open.\n@dana_o.\n"
                 "Nobody asked us before.\n@brandt7.\n") ==
        Strings{"direct @dana_o: The bridge must stay open.",
                "direct @brandt7: Nobody asked us before."});
  CHECK(quotesOf("The bridge must stay open.\n@dana_o.\n").empty());
}

TEST_CASE("A paragraph set off behind “she added:” is quoted, a list behind a colon is not") {
  const std::string said =
      "The bridge has been shut for a year now and nobody in the town hall has told us when the "
      "work "
      "on it will begin.";
  CHECK(quotesOf("Dana Ortega runs the bakery.\nOrtega added:\n" + said + "\n") ==
        Strings{"direct Dana Ortega: " + said});
  CHECK(quotesOf("Dana Ortega runs the bakery.\nOrtega added:\nThe bridge.\nThe road.\n").empty());
}

TEST_CASE("A paragraph set off behind words that hand it over is quoted") {
  const std::string said =
      "A plain and patient book keeper, who opens at four in the morning and sells out by ten on "
      "every day of the week.";
  const std::string before = "In May the Skerrow Times gave Dana Ortega a warm ";
  CHECK(quotesOf("The vote is near.\n" + before + "endorsement:\n" + said + "\n") ==
        Strings{"direct Skerrow Times: " + said});
  CHECK(quotesOf("The vote is near.\n" + before + "welcome:\n" + said + "\n").empty());
}

TEST_CASE("“This statement by …” leads up to the words of whom it names") {
  CHECK(quotesOf("The site was set up in May. It rated this statement by Dana Ortega as true:\n"
                 "“The bridge has been shut for a whole year now.”\n") ==
        Strings{"direct Dana Ortega: The bridge has been shut for a whole year now."});
}

TEST_CASE("A post that came with its element is its author's") {
  CHECK(quotesOf("The bridge is shut since Monday.\n"
                 "<tweet id=\"7\" author=\"@dana_o\" time=\"9\">Nobody asked us before.</tweet>.\n"
                 "The council met on Tuesday.\n") ==
        Strings{"direct dana_o: Nobody asked us before."});
  // An attribute that holds a sentence names nobody.
  CHECK(quotesOf("The bridge is shut since Monday.\n"
                 "<tweet tweet-author=\"it has been shut for a year now\">Nobody asked us "
                 "before.<tweet/>\n") == Strings{"direct ?: Nobody asked us before."});
}

TEST_CASE("A programme that ends with a comma inside its marks says nothing") {
  CHECK(quotesOf("On Sunday’s broadcast of “Morning in Skerrow,” Dana Ortega said that the bridge "
                 "is shut.") == Strings{"indirect Dana Ortega: that the bridge is shut"});
  CHECK(quotesOf("“We will stay,” Dana Ortega said on Radio One’s “Morning in Skerrow.” “Nobody "
                 "asked us.”") == Strings{"direct Dana Ortega: We will stay, | Nobody asked us."});
}

TEST_CASE("Words before an attribution between commas belong to what is said behind it") {
  CHECK(quotesOf("These teachers, Dana Ortega explained in the hearing, were “well paid” for "
                 "years.") ==
        Strings{"mixed Dana Ortega: These teachers | were “well paid” for years"});
}

TEST_CASE("A transcript's paragraph without a name goes on; remarks on the room are nobody's") {
  CHECK(quotesOf("“ORTEGA: We will stay here.\n“(APPLAUSE.)\n“BRANDT: Nobody asked us.\n"
                 "“And nobody will ask us.\n“ORTEGA: That is so.”\n") ==
        Strings{"direct ORTEGA: We will stay here.",
                "direct BRANDT: Nobody asked us. | And nobody will ask us.",
                "direct ORTEGA: That is so.”"});
}

TEST_CASE("Of two clauses before the marks, the one that says all of it has the words") {
  CHECK(quotesOf("Dana Ortega said the plan shows the town is “a trap for all of us.”") ==
        Strings{"mixed Dana Ortega: the plan shows the town is “a trap for all of us.”"});
}

TEST_CASE("Whoever is told of in a relative clause says it, a name behind a comma says it itself") {
  CHECK(quotesOf("A man who was at an earlier, private meeting said that the rent had doubled.") ==
        Strings{"indirect A man who was at an earlier, private meeting: that the rent had "
                "doubled"});
  CHECK(quotesOf("Asked about the crack that caused the delay, Dana Ortega said that it was old.")
            .back() == "indirect Dana Ortega: that it was old");
}

TEST_CASE("A name is told whole, with a possessive or a purpose in it") {
  CHECK(quotesOf("The bridge is shut, the Sheriff’s Office for the county of Skerrow said.") ==
        Strings{"indirect Sheriff’s Office: The bridge is shut"});
  CHECK(quotesOf("The Centers for Bridge Safety said that the bridge is shut.") ==
        Strings{"indirect Centers for Bridge Safety: that the bridge is shut"});
  CHECK(quotesOf("Dana Ortega came. Ortega’s Office said that the bridge is shut.") ==
        Strings{"indirect Dana Ortega: that the bridge is shut"});
}

TEST_CASE("A verb behind “and” has the speaker of the one before, across marks too") {
  CHECK(quotesOf("Dana Ortega said she never used the word “toll” and added, “I do not like it "
                 "when I hear it.”") ==
        Strings{"mixed Dana Ortega: she never used the word “toll”",
                "direct Dana Ortega: I do not like it when I hear it."});
}

TEST_CASE("Who says that somebody could come is who warns of it") {
  CHECK(quotesOf("Dana Ortega said that the People’s Army could be sent to the harbour, warning: "
                 "“They are already there in the old fort. They are there to stay.”")
            .back() ==
        "direct Dana Ortega: They are already there in the old fort. They are there to stay.");
}

TEST_CASE("Words between marks are told without their marks") {
  CHECK(quotesOf("She asked Ortega, singing: “I just want to know, where do we go from here?”") ==
        Strings{"direct ?: I just want to know, where do we go from here?"});
}

TEST_CASE("A document is the one before only when both may be called the same") {
  CHECK(quotesOf("A letter to the council said that the bridge is old.\nThe manual said that it is "
                 "sound.\nThe document said that it is not.") ==
        Strings{"indirect A letter to the council: that the bridge is old",
                "indirect The manual: that it is sound", "indirect The manual: that it is not"});
  // Whoever's it is told to be is not looked for among those named before.
  CHECK(quotesOf("The Department of Roads paid $449,000 for the signs, according to the state’s "
                 "finances website.") ==
        Strings{"indirect the state’s finances website: The Department of Roads paid $449,000 for "
                "the signs"});
}

TEST_CASE("The time between subject and verb is not who says it") {
  CHECK(quotesOf("The bank just this month announced that the rent had doubled.") ==
        Strings{"indirect The bank: that the rent had doubled"});
}

TEST_CASE("A quote that nothing attributes has no speaker") {
  CHECK(quotesOf("“Nobody told us that the bridge was closed to lorries.”") ==
        Strings{"direct ?: Nobody told us that the bridge was closed to lorries."});
}

TEST_CASE("The cue and the mention are told as they stand") {
  const std::string text = "“We will stay here,” Dana Ortega said on Monday.";
  const model::Extraction all = found(text);
  REQUIRE(all.quotes.size() == 1);
  CHECK(all.quotes[0].cue->of(text) == "said");
  CHECK(all.quotes[0].source->of(text) == "Dana Ortega");
  CHECK(all.quotes[0].confidence > 0.85);
  REQUIRE(all.speakers.size() == 1);
  CHECK(all.speakers[0].kind == model::SpeakerKind::person);
}

TEST_CASE("A guessed speaker is less sure than a named one") {
  const auto named = found("“We will stay here,” said Dana Ortega.");
  const auto guessed = found("Dana Ortega spoke last.\n“We will stay here for the whole year.”");
  REQUIRE(named.quotes.size() == 1);
  REQUIRE(guessed.quotes.size() == 1);
  CHECK(guessed.quotes[0].confidence < named.quotes[0].confidence);
}

}  // namespace
}  // namespace assay::extract
