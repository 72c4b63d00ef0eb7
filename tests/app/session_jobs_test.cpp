// The session goes to a job and comes back, whatever becomes of the work.
#include "app/session_jobs.h"

#include <catch2/catch_amalgamated.hpp>

#include <filesystem>

#include "tests/app/desk.h"

using namespace assay;

namespace {

/// A session of its own: jobs take what they are lent.
std::unique_ptr<app::Session> openAgain(test::Desk& desk) {
  auto opened = app::Session::open({.store = desk.folder / "desk.assay", .actor = "Kim"},
                                   desk.session().environment());
  REQUIRE(opened.has_value());
  return std::move(*opened);
}

}  // namespace

TEST_CASE("a stored article comes back with the session, its view read") {
  test::Desk desk(false);
  std::size_t seen = 0;
  app::StoringJob job(openAgain(desk), test::smallArticle(), [&](const app::ImportArticle& found) {
    seen = found.extraction.quotes.size();
  });
  const app::StoringJob::Done done = job.take();
  CHECK(seen == 2);
  REQUIRE(done.outcome.has_value());
  CHECK(done.outcome->message == "Imported “Ferry fares rise”: 2 quotes, 2 claims");
  REQUIRE(done.session != nullptr);
  CHECK((*done.session->article(*done.outcome->article))->rows.size() == 4);
  CHECK(job.doing() == "reading what was stored");
}

TEST_CASE("a job that stored nothing says why and gives the session back") {
  test::Desk desk;
  app::StoringJob job(openAgain(desk), test::smallArticle());
  const app::StoringJob::Done done = job.take();
  CHECK(done.session != nullptr);
  CHECK(test::errorOf(done.outcome) ==
        "conflict: ferry.txt is already in the store as A1 “Ferry fares rise”. Open that article.");
}

TEST_CASE("an import that is stopped while it is written leaves nothing") {
  test::Desk desk(false);
  base::CancelToken token;
  token.cancel();
  CHECK(test::errorOf(desk->execute(test::smallArticle(), {&token, {}})) ==
        "cancelled: Taking the article in was stopped; nothing of it was stored.");
  CHECK(desk->articles()->empty());
  CHECK(desk->verify()->problems.empty());
}

TEST_CASE("a report job writes the file and gives the figures") {
  test::Desk desk;
  const auto file = desk.folder / "report.md";
  app::ReportJob job(openAgain(desk), {desk.article(), "md"}, file);
  CHECK(job.waitForSession() != nullptr);
  CHECK(job.takeSession() == nullptr);
  while (!job.finished()) std::this_thread::yield();
  REQUIRE(job.result().has_value());
  CHECK(job.result()->items == 4);
  CHECK(job.result()->bytes == std::filesystem::file_size(file));
}

TEST_CASE("a report job without a file counts only") {
  test::Desk desk;
  app::ReportJob job(openAgain(desk), {desk.article(), "pdf"}, {});
  CHECK(job.waitForSession() != nullptr);
  while (!job.finished()) std::this_thread::yield();
  REQUIRE(job.result().has_value());
  CHECK(job.result()->bytes > 1000);
}

TEST_CASE("a report job that fails says why") {
  test::Desk desk;
  app::ReportJob unknown(openAgain(desk), {desk.article(), "docxx"}, {});
  CHECK(unknown.waitForSession() != nullptr);
  while (!unknown.finished()) std::this_thread::yield();
  CHECK(
      test::errorOf(unknown.result()).starts_with("unsupported: “docxx” is not a report format."));
}
