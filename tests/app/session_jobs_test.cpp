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
  app::StoreJob job(openAgain(desk), [](app::Session& session, const base::Job& inside) {
    return app::executeAndRead(session, test::smallArticle(), {}, inside);
  });
  const app::StoreJob::Done done = job.take();
  REQUIRE(done.outcome.has_value());
  CHECK(done.outcome->message == "Imported “Ferry fares rise”: 2 quotes, 2 claims");
  REQUIRE(done.session != nullptr);
  CHECK((*done.session->article(*done.outcome->article))->rows.size() == 4);
  CHECK(job.doing() == "reading what was stored");
}

TEST_CASE("a job that stored nothing says why and gives the session back") {
  test::Desk desk;
  app::StoreJob job(openAgain(desk), [](app::Session& session, const base::Job& inside) {
    return app::executeAndRead(session, test::smallArticle(), {}, inside);
  });
  const app::StoreJob::Done done = job.take();
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

TEST_CASE("a decision about many items, a draft and a file can be stopped; nothing is left") {
  test::Desk desk;
  app::AddSource source;
  source.source.title = "Minutes";
  const auto added = desk->execute(source);
  REQUIRE(added.has_value());
  app::ImportArticle second = test::smallArticle();
  second.document.sha256 = "another";
  const std::vector<std::pair<app::Command, std::string>> commands{
      {app::SetStatus{{desk.id("Q1"), desk.id("C2")}, model::Status::verified, {}},
       "cancelled: The change was stopped; nothing of it was stored."},
      {app::SetFlag{{desk.id("Q1")}, model::Flag::legal, true},
       "cancelled: The change was stopped; nothing of it was stored."},
      {app::RemoveItems{{desk.id("C1")}},
       "cancelled: The change was stopped; nothing of it was stored."},
      {app::ImportDraft{desk.article(), second.document, second.extraction},
       "cancelled: Taking the draft in was stopped; nothing of it was stored."},
      {app::AttachSnapshot{*added->source, "minutes.pdf", "bytes"},
       "cancelled: Keeping minutes.pdf was stopped; nothing of it was stored."},
  };
  const auto before = desk->history({}, 99).value().size();
  base::CancelToken token;
  token.cancel();
  for (const auto& [command, sentence] : commands) {
    CHECK(test::errorOf(desk->execute(command, {&token, {}})) == sentence);
  }
  CHECK(desk->history({}, 99).value().size() == before);
  CHECK(desk->verify()->problems.empty());
}

TEST_CASE("a draft that is stopped in the middle of its items leaves nothing") {
  test::Desk desk;
  app::ImportArticle second = test::smallArticle();
  second.document.text += "One more line about 40 ferries.\n";
  second.document.sha256 = "another";
  base::CancelToken token;
  base::Job job{&token, {}};
  job.progress = [&](double, std::string_view doing) {
    if (doing == "comparing the drafts") token.cancel();
  };
  CHECK(test::errorOf(desk->execute(
            app::ImportDraft{desk.article(), second.document, second.extraction}, job)) ==
        "cancelled: Taking the draft in was stopped; nothing of it was stored.");
  CHECK(desk.view()->draft->number == 1);
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
