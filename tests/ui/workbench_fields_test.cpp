// Text fields of the inspector: when they commit, what happens when that fails, which keys are dead
// in them; speaker, evidence and wording.
#include <catch2/catch_amalgamated.hpp>
#include <imgui.h>
#include <sys/resource.h>

#include <csignal>
#include <string>

#include "tests/ui/support/workbench_fixture.h"

namespace assay::ui {

namespace {

using test::WorkbenchFixture;

model::Item focused(WorkbenchFixture& desk) {
  const auto detail = desk.session().item(desk.screen().state().selection.focus);
  REQUIRE(detail.has_value());
  return (*detail)->item;
}

std::size_t evidenceCount(WorkbenchFixture& desk) {
  const auto detail = desk.session().item(desk.screen().state().selection.focus);
  REQUIRE(detail.has_value());
  return (*detail)->evidence.size();
}

bool contains(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

void goToQuote(WorkbenchFixture& desk) {
  for (std::size_t i = 0; i < desk.numbers().size() && desk.focus()[0] != 'Q'; ++i) {
    desk.driver().key(ImGuiKey_J);
  }
  REQUIRE(desk.focus()[0] == 'Q');
}

// A disk that takes nothing more, for this process alone: no file may grow or be written.
class FullDisk {
 public:
  FullDisk() {
    REQUIRE(::getrlimit(RLIMIT_FSIZE, &before_) == 0);
    // Without this the system ends the process instead of refusing the write.
    handler_ = std::signal(SIGXFSZ, SIG_IGN);
    rlimit none = before_;
    none.rlim_cur = 0;
    REQUIRE(::setrlimit(RLIMIT_FSIZE, &none) == 0);
  }
  ~FullDisk() { mend(); }
  FullDisk(const FullDisk&) = delete;
  FullDisk& operator=(const FullDisk&) = delete;
  void mend() {
    ::setrlimit(RLIMIT_FSIZE, &before_);
    std::signal(SIGXFSZ, handler_);
  }

 private:
  rlimit before_{};
  void (*handler_)(int) = SIG_DFL;
};

}  // namespace

TEST_CASE("R opens the correction; letters write there and decide nothing") {
  WorkbenchFixture desk;
  const std::string first = desk.focus();
  desk.driver().key(ImGuiKey_R);
  desk.driver().type("vdx words");
  CHECK(focused(desk).correction.empty());
  CHECK(desk.status(first) == "unchecked");
  CHECK(desk.focus() == first);
  desk.driver().key(ImGuiKey_Escape);
  CHECK(focused(desk).correction == "vdx words");
  desk.driver().key(ImGuiKey_V);
  CHECK(desk.status(first) == "verified");
}

TEST_CASE("Ctrl+Enter commits a text and gives the keys back") {
  WorkbenchFixture desk;
  desk.driver().key(ImGuiMod_Ctrl | ImGuiKey_N);
  desk.driver().type("ask the harbour office");
  desk.driver().key(ImGuiMod_Ctrl | ImGuiKey_Enter);
  CHECK(focused(desk).note == "ask the harbour office");
  const std::string first = desk.focus();
  desk.driver().key(ImGuiKey_J);
  CHECK(desk.focus() != first);
}

TEST_CASE("a text commits by itself after two seconds without a key, not before") {
  WorkbenchFixture desk;
  desk.driver().key(ImGuiMod_Ctrl | ImGuiKey_N);
  desk.driver().type("slow");
  desk.clock.advance(1999);
  desk.driver().frame();
  CHECK(focused(desk).note.empty());
  CHECK(desk.screen().nextFrameIn() == 1);
  desk.clock.advance(1);
  desk.driver().frame();
  CHECK(focused(desk).note == "slow");
  desk.driver().type(" and on");
  CHECK(focused(desk).note == "slow");
  desk.clock.advance(2000);
  desk.driver().frame();
  CHECK(focused(desk).note == "slow and on");
}

TEST_CASE("a text commits when another item is clicked, to the item it was typed for") {
  WorkbenchFixture desk;
  const std::string first = desk.focus();
  desk.driver().key(ImGuiMod_Ctrl | ImGuiKey_N);
  desk.driver().type("for the first");
  desk.driver().click("##row-" + desk.numbers()[1]);
  CHECK(desk.focus() == desk.numbers()[1]);
  CHECK(focused(desk).note.empty());
  desk.driver().key(ImGuiKey_K);
  CHECK(desk.focus() == first);
  CHECK(focused(desk).note == "for the first");
}

TEST_CASE("undo takes back a text, one step for each commit") {
  WorkbenchFixture desk;
  desk.driver().key(ImGuiMod_Ctrl | ImGuiKey_N);
  desk.driver().type("a note");
  desk.driver().key(ImGuiKey_Escape);
  REQUIRE(focused(desk).note == "a note");
  desk.driver().key(ImGuiMod_Ctrl | ImGuiKey_Z);
  CHECK(focused(desk).note.empty());
  CHECK_FALSE(contains(desk.driver().screenText(), "a note"));
}

TEST_CASE("a refused text stays in its field with the reason, and its item stays on the screen") {
  WorkbenchFixture desk;
  const std::string first = desk.focus();
  desk.driver().key(ImGuiMod_Ctrl | ImGuiKey_N);
  desk.driver().type("not lost");
  FullDisk full;
  desk.driver().key(ImGuiKey_Escape);
  CHECK(focused(desk).note.empty());
  const std::string screen = desk.driver().screenText();
  CHECK(contains(screen, "not lost"));
  CHECK(contains(screen, "Give up this change"));
  desk.driver().key(ImGuiKey_J);
  CHECK(desk.focus() == first);
  CHECK_FALSE(desk.screen().close());
  full.mend();
  desk.driver().key(ImGuiKey_J);
  CHECK(desk.focus() == desk.numbers()[1]);
  desk.driver().key(ImGuiKey_K);
  CHECK(focused(desk).note == "not lost");
}

TEST_CASE("a refused text can be given up") {
  WorkbenchFixture desk;
  desk.driver().key(ImGuiMod_Ctrl | ImGuiKey_N);
  desk.driver().type("not meant");
  const FullDisk full;
  desk.driver().key(ImGuiKey_Escape);
  desk.driver().click("Give up this change");
  CHECK_FALSE(contains(desk.driver().screenText(), "not meant"));
  CHECK(desk.screen().close());
}

TEST_CASE("a decision that cannot be stored is said until it is dismissed, and does not go on") {
  WorkbenchFixture desk;
  const std::string first = desk.focus();
  const FullDisk full;
  desk.driver().key(ImGuiKey_V);
  CHECK(desk.status(first) == "unchecked");
  CHECK(desk.focus() == first);
  REQUIRE(desk.screen().state().failures.size() == 1);
  desk.driver().click("Dismiss");
  CHECK(desk.screen().state().failures.empty());
}

TEST_CASE("words typed for an item that another process removes are shown, not dropped") {
  WorkbenchFixture desk;
  desk.driver().key(ImGuiMod_Ctrl | ImGuiKey_N);
  desk.driver().type("not to be lost");
  {
    auto other = app::Session::open({.store = desk.storePath(), .actor = "Other"},
                                    desk.session().environment());
    REQUIRE(other.has_value());
    const model::ItemId item = desk.screen().state().selection.focus;
    REQUIRE((*other)->execute(app::RemoveItems{{item}}).has_value());
  }
  desk.driver().frame(2);
  CHECK(desk.screen().state().failures ==
        std::vector<std::string>{"The item is gone for which this was typed; it is not stored: "
                                 "“not to be lost”"});
}

TEST_CASE("S names the speaker: somebody of the article by a few letters") {
  WorkbenchFixture desk;
  goToQuote(desk);
  desk.driver().key(ImGuiKey_S);
  desk.driver().type("achtelik");
  desk.driver().key(ImGuiKey_Enter);
  CHECK(desk.row(desk.focus()).speaker == "Marion Achtelik");
}

TEST_CASE("a speaker who is not in the article is typed in") {
  WorkbenchFixture desk;
  goToQuote(desk);
  desk.driver().key(ImGuiKey_S);
  desk.driver().type("Ole Brink");
  CHECK(contains(desk.driver().screenText(), "Enter adds “Ole Brink” as a new speaker."));
  desk.driver().key(ImGuiKey_Enter);
  CHECK(desk.row(desk.focus()).speaker == "Ole Brink");
}

TEST_CASE("Esc leaves the speaker as it was") {
  WorkbenchFixture desk;
  goToQuote(desk);
  const std::string before = desk.row(desk.focus()).speaker;
  desk.driver().key(ImGuiKey_S);
  desk.driver().type("Ole");
  desk.driver().key(ImGuiKey_Escape);
  CHECK(desk.row(desk.focus()).speaker == before);
  CHECK(desk.screen().state().overlay == Overlay::none);
}

TEST_CASE("E adds evidence with a new source, by keyboard alone") {
  WorkbenchFixture desk;
  desk.driver().key(ImGuiKey_E);
  desk.driver().type("Coast office report");
  desk.driver().key(ImGuiKey_Tab);
  desk.driver().type("https://example.org/report");
  desk.driver().key(ImGuiMod_Ctrl | ImGuiKey_Enter);
  REQUIRE(evidenceCount(desk) == 1);
  const auto sources = desk.session().sources();
  REQUIRE(sources.has_value());
  REQUIRE(sources->size() == 1);
  CHECK(sources->front().title == "Coast office report");
  CHECK(sources->front().url == "https://example.org/report");
  CHECK(sources->front().lookedAt == base::utcDate(desk.clock.now()));
  desk.driver().key(ImGuiKey_O);
  CHECK(desk.desktop.opened == std::vector<std::string>{"https://example.org/report"});
}

TEST_CASE("evidence without a source to it is refused in the form, and nothing typed is lost") {
  WorkbenchFixture desk;
  desk.driver().key(ImGuiKey_E);
  desk.driver().key(ImGuiMod_Ctrl | ImGuiKey_Enter);
  CHECK(contains(desk.driver().screenText(), "A new source needs a title or a web address."));
  desk.driver().click("##source-url");
  desk.driver().type("example.org");
  desk.driver().key(ImGuiMod_Ctrl | ImGuiKey_Enter);
  CHECK(contains(desk.driver().screenText(), "A web address begins with http:// or https://"));
  CHECK(contains(desk.driver().screenText(), "example.org"));
  CHECK(evidenceCount(desk) == 0);
}

TEST_CASE("evidence that is being written waits with its item") {
  WorkbenchFixture desk;
  desk.driver().key(ImGuiKey_E);
  desk.driver().type("Half a title");
  desk.driver().key(ImGuiKey_Escape);
  desk.driver().key(ImGuiKey_J);
  CHECK_FALSE(contains(desk.driver().screenText(), "Half a title"));
  desk.driver().key(ImGuiKey_K);
  CHECK(contains(desk.driver().screenText(), "Half a title"));
}

TEST_CASE("evidence can be removed and comes back by undo") {
  WorkbenchFixture desk;
  desk.driver().key(ImGuiKey_E);
  desk.driver().type("A book");
  desk.driver().key(ImGuiMod_Ctrl | ImGuiKey_Enter);
  REQUIRE(evidenceCount(desk) == 1);
  desk.driver().click("Remove");
  CHECK(evidenceCount(desk) == 0);
  desk.driver().key(ImGuiMod_Ctrl | ImGuiKey_Z);
  CHECK(evidenceCount(desk) == 1);
}

TEST_CASE("a verified item with too few sources is told what the desk asks for") {
  WorkbenchFixture desk;
  desk.driver().key(ImGuiMod_Shift | ImGuiKey_V);
  CHECK(contains(desk.driver().screenText(), "Verified with no source that supports it."));
}

TEST_CASE("H shows what happened to the item, newest first") {
  WorkbenchFixture desk;
  desk.driver().key(ImGuiMod_Shift | ImGuiKey_W);
  desk.driver().key(ImGuiKey_H);
  const std::string screen = desk.driver().screenText();
  CHECK(contains(screen, "History of " + desk.focus()));
  CHECK(contains(screen, "Kim · status: unchecked → wrong"));
  desk.driver().key(ImGuiKey_Escape);
  CHECK(desk.screen().state().overlay == Overlay::none);
}

}  // namespace assay::ui
