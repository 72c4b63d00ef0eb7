#include "cli/summary.h"

#include <catch2/catch_amalgamated.hpp>

#include "tests/cli/terminal.h"

namespace assay::cli {

TEST_CASE("the summary of an import says what was found and what was set aside") {
  app::ImportArticle taken = test::marketArticle();
  taken.document.warnings = {
      {"The file was read as Windows-1252.", std::nullopt},
      {"A hidden direction mark stands here.", taken.extraction.quotes[0].content[0]}};
  CHECK(importSummary(taken, "A7", "Market hall to close") ==
        "A7          Market hall to close\n"
        "File        market.txt (text)\n"
        "Blocks      5: 1 headline, 1 byline, 2 body, 1 boilerplate\n"
        "Quotes      2: 1 direct, 1 indirect\n"
        "Claims      2, 1 of them inside quotes\n"
        "Speakers    Jon Reed 1, The council 1\n"
        "Set aside   READ MORE: WHERE TO PARK\n"
        "Note        The file was read as Windows-1252.\n"
        "Note        line 3: A hidden direction mark stands here.\n");
}

TEST_CASE("the summary of a text in which nothing was found says so") {
  app::ImportArticle taken;
  taken.document.text = "la la";
  taken.document.origin = "pasted text";
  taken.document.format = "text";
  taken.extraction.blocks = {{{0, 5}}};
  CHECK(importSummary(taken, "A1", "la") ==
        "A1          la\n"
        "File        pasted text (text)\n"
        "Blocks      1: 1 body\n"
        "Quotes      none\n"
        "Claims      none\n"
        "Speakers    none\n");
}

TEST_CASE("who speaks most comes first, and unknown speakers are counted") {
  app::ImportArticle taken = test::marketArticle();
  model::Quote unknown = taken.extraction.quotes[1];
  unknown.speaker.reset();
  model::Quote council = taken.extraction.quotes[1];
  taken.extraction.quotes.insert(taken.extraction.quotes.end(),
                                 {unknown, council, unknown, unknown});
  const std::string text = importSummary(taken, "A1", "la");
  CHECK(text.find("Speakers    unknown 3, The council 2, Jon Reed 1\n") != std::string::npos);
}

TEST_CASE("many blocks set aside are counted, not all shown") {
  app::ImportArticle taken;
  for (int i = 0; i < 10; ++i) {
    const std::size_t begin = taken.document.text.size();
    taken.document.text += "Advert " + std::to_string(i) + "\n";
    taken.extraction.blocks.push_back(
        {{begin, taken.document.text.size() - 1}, model::BlockRole::boilerplate});
  }
  const std::string text = importSummary(taken, "A1", "la");
  CHECK(text.substr(text.find("Set aside")) ==
        "Set aside   Advert 0\n            Advert 1\n            Advert 2\n            Advert 3\n"
        "            Advert 4\n            Advert 5\n            Advert 6\n            Advert 7\n"
        "            and 2 more\n");
}

TEST_CASE("blocks are listed with their place in code points") {
  model::Document document = test::marketArticle().document;
  document.blocks = test::marketArticle().extraction.blocks;
  CHECK(blockLines(document) ==
        "0-20 headline: Market hall to close\n"
        "21-33 byline: By Nell Orme\n"
        "34-96 body: “We lose 40 stalls,” said Jon Reed, a trader. “It is a shame.”\n"
        "97-134 body: The council said the roof was unsafe.\n"
        "135-159 boilerplate: READ MORE: WHERE TO PARK\n");
}

}  // namespace assay::cli
