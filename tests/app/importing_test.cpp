#include "app/importing.h"

#include <catch2/catch_amalgamated.hpp>

#include "tests/app/desk.h"
#include "tests/support/memory_file_system.h"

using namespace assay;

TEST_CASE("a file is read, its blocks and quotes are found") {
  test::MemoryFileSystem files;
  files.put("/in/ferry.txt", std::string(test::kArticle));
  auto article = app::prepareImport("/in/ferry.txt", files);
  REQUIRE(article);
  CHECK(article->document.text == test::kArticle);
  CHECK(article->document.origin == "/in/ferry.txt");
  REQUIRE(article->extraction.quotes.size() >= 1);
  const auto& quote = article->extraction.quotes[0];
  CHECK(quote.content[0].of(test::kArticle).starts_with("Fares went up by 12 percent"));
  REQUIRE(quote.speaker.has_value());
  CHECK(article->extraction.speakers[*quote.speaker].name == "Ada Brook");
}

TEST_CASE("what somebody does or wants is no item, and is there for whoever asks for all") {
  const std::string text =
      "The council rejected the proposed amendment on Monday. “We are done,” said Ada Brook.\n";
  const auto kept = app::prepareImportOfText(text, "amendment.txt");
  REQUIRE(kept);
  REQUIRE(kept->extraction.quotes.size() == 1);
  CHECK(kept->extraction.quotes[0].content[0].of(text) == "We are done,");
  const auto all = app::prepareImportOfText(text, "amendment.txt", {}, extract::Setting::automatic,
                                            app::Take::everything);
  REQUIRE(all);
  REQUIRE(all->extraction.quotes.size() == 2);
  CHECK(all->extraction.quotes[0].attitude);
  CHECK(all->extraction.quotes[0].content[0].of(text) == "the proposed amendment");
}

TEST_CASE("a missing file is named") {
  const base::RealFileSystem files;
  const test::TempDir folder;
  auto article = app::prepareImport(folder / "gone.txt", files);
  CHECK(test::errorOf(article) == "not_found: There is no file " + (folder / "gone.txt").string() +
                                      ". Check the name and the folder.");
}

TEST_CASE("a job works on its own thread and hands over its result once") {
  test::MemoryFileSystem files;
  files.put("/in/ferry.txt", std::string(test::kArticle));
  app::ImportJob job("/in/ferry.txt", files);
  CHECK(job.name() == "ferry.txt");
  auto article = job.take();
  REQUIRE(article);
  CHECK(article->document.text == test::kArticle);
  CHECK(job.fraction() > 0);
  CHECK(test::errorOf(job.take()) == "internal: Nothing was read.");
}

TEST_CASE("pasted text becomes an article that says so") {
  app::ImportJob job{std::string(test::kArticle)};
  auto article = job.take();
  REQUIRE(article);
  CHECK(article->document.origin == "pasted text");
  CHECK(article->document.text == test::kArticle);
}

TEST_CASE("a cancelled job ends as cancelled, never with half an article") {
  std::string text;
  for (int i = 0; i < 40'000; ++i) text += "The pier is 40 metres long, she said on Monday.\n";
  app::ImportJob job(std::move(text));
  job.cancel();
  auto article = job.take();
  REQUIRE_FALSE(article);
  CHECK(article.error().code == base::ErrorCode::cancelled);
}

TEST_CASE("progress only grows and ends at the whole") {
  double last = 0;
  bool grew = true;
  base::Job job;
  job.progress = [&](double fraction, std::string_view) {
    grew = grew && fraction >= last;
    last = fraction;
  };
  REQUIRE(app::prepareImportOfText(std::string(test::kArticle), "ferry.txt", job));
  CHECK(grew);
  CHECK(last == Catch::Approx(1.0));
}
