#include "tests/ui/support/workbench_fixture.h"

#include <catch2/catch_amalgamated.hpp>

#include <utility>

#include "app/importing.h"
#include "model/item.h"
#include "model/status.h"

namespace assay::test {

bool FakeDesktop::startOpenDialog(const std::filesystem::path&) { return hasOpenDialog; }

std::optional<ui::DialogAnswer> FakeDesktop::openDialogAnswer() {
  return std::exchange(dialogAnswer, std::nullopt);
}

base::Result<std::vector<ui::FolderEntry>> FakeDesktop::listFolder(
    const std::filesystem::path&) const {
  if (refusal) return std::unexpected(*refusal);
  return entries;
}

base::Result<void> FakeDesktop::openAddress(std::string_view address) {
  if (refusal) return std::unexpected(*refusal);
  opened.emplace_back(address);
  return {};
}

base::Result<void> FakeDesktop::openFile(const std::filesystem::path& file) {
  if (refusal) return std::unexpected(*refusal);
  opened.push_back(file.string());
  return {};
}

std::string_view deskArticle() {
  return "Lighthouse keepers of Varn to be replaced by cameras\n"
         "By Hedda Lunt\n"
         "VARN — The coast office will close the last manned lighthouse in the north on 1 March, "
         "after 164 years, and replace its 3 keepers with cameras.\n"
         "“Nobody wanted this to end,” said Tobias Grell, who has kept the light since 1998. “But "
         "a "
         "camera does not ask for a pension.”\n"
         "Read more: Five walks along the coast\n"
         "The change will save £240,000 a year, according to a report by the coast office.\n"
         "Grell said the cameras had failed twice during a storm in January.\n"
         "Ships on the route rose from 410 to 520 last year, an increase of 27 percent, the port "
         "authority said.\n"
         "“We looked at every other way,” said Marion Achtelik, head of the coast office. She "
         "called "
         "the tower “a monument, not a machine.”\n";
}

WorkbenchFixture::WorkbenchFixture(WorkbenchOptions options)
    : options_(std::move(options)),
      environment_{options_.clock != nullptr ? *options_.clock : clock, ids, files} {
  std::unique_ptr<app::Session> session;
  if (options_.withStore) {
    session = openStore(false);
    if (!options_.article.empty()) {
      auto prepared = app::prepareImportOfText(options_.article, "article.txt");
      REQUIRE(prepared.has_value());
      REQUIRE(session->execute(app::Command(*prepared)).has_value());
    }
    if (options_.beforeStart) options_.beforeStart(*session);
    if (options_.readOnly) {
      session.reset();
      session = openStore(true);
    }
  }
  start(std::move(session));
}

WorkbenchFixture::~WorkbenchFixture() = default;

std::unique_ptr<app::Session> WorkbenchFixture::openStore(bool readOnly) {
  auto opened = app::Session::open(
      {.store = storePath(), .actor = "Kim", .create = true, .readOnly = readOnly}, environment_);
  if (!opened) FAIL(opened.error().text());
  return *std::move(opened);
}

void WorkbenchFixture::start(std::unique_ptr<app::Session> session) {
  ui::Startup startup;
  startup.session = std::move(session);
  startup.problem = options_.problem;
  startup.settings.theme = ui::themeId(options_.theme);
  startup.settings.textScale = options_.textScale;
  startup.settings.motion = options_.motion;
  startup.sample = options_.sample;
  startup.cache = folder / "cache";
  startup.openStore = [this](const std::filesystem::path& path) {
    return app::Session::open({.store = path, .actor = "Kim", .create = false, .readOnly = false},
                              environment_);
  };
  startup.saveSettings = [this](const app::Settings& settings) -> base::Result<void> {
    saved.push_back(settings);
    return {};
  };
  screen_ = std::make_unique<ui::WorkbenchScreen>(std::move(startup), environment_, desktop);
  driver_ = std::make_unique<UiDriver>(
      [this] { screen_->frame(); },
      UiOptions{.size = options_.size, .setUp = [this] { screen_->attach(ui::Fonts{}, 1); }});
  driver_->frame(3);
}

void WorkbenchFixture::settle() {
  constexpr int kPatience = 5'000'000;  // frames; a report is a thread of its own
  REQUIRE(driver_->frameUntil(
      [this] {
        const ui::ReportState& report = screen_->state().report;
        return screen_->session() != nullptr && !report.counting && !report.writing &&
               screen_->state().overlay != ui::Overlay::job;
      },
      kPatience));
  driver_->frame(3);  // what came of it finds its place
}

void WorkbenchFixture::restart() {
  driver_.reset();
  screen_.reset();
  start(openStore(options_.readOnly));
}

std::shared_ptr<const app::ArticleView> WorkbenchFixture::article() {
  const auto articles = session().articles();
  REQUIRE(articles.has_value());
  REQUIRE_FALSE(articles->empty());
  auto view = session().article(articles->back().article.id);
  REQUIRE(view.has_value());
  return *view;
}

const app::ItemRow& WorkbenchFixture::row(std::string_view number) {
  // The session keeps the view it gave out, so the row outlives the pointer here.
  const auto view = article();
  for (const app::ItemRow& candidate : view->rows) {
    if (candidate.number == number) return candidate;
  }
  std::string all;
  for (const std::string& other : numbers()) all += " " + other;
  FAIL("there is no " << number << "; there are" << all);
  return view->rows.front();
}

std::string WorkbenchFixture::focus() {
  const model::ItemId& item = screen_->state().selection.focus;
  const auto view = article();
  const auto found = view->rowOf(item);
  return found ? view->rows[*found].number : "–";
}

std::string WorkbenchFixture::status(std::string_view number) {
  return std::string(model::info(row(number).status).id);
}

std::vector<std::string> WorkbenchFixture::numbers() {
  std::vector<std::string> out;
  for (const app::ItemRow& candidate : article()->rows) out.push_back(candidate.number);
  return out;
}

}  // namespace assay::test
