// The built program as a person runs it: kills, full disks, closed pipes, missing rights.
#include "tests/main/process.h"

#include <catch2/catch_amalgamated.hpp>
#include <nlohmann/json.hpp>

#include <string>
#include <tuple>

#include "base/utf8.h"
#include "tests/support/shared_dir.h"
#include "tests/support/temp_dir.h"

namespace assay::test {

namespace {

namespace fs = std::filesystem;

fs::path sample() { return sourceDir() / "assets" / "sample" / "harbour-bridge.txt"; }

/// A store with the sample in it.
class Desk {
 public:
  Desk() {
    const Ended taken = run({"import", sample().string()});
    INFO(taken);
    REQUIRE(taken.code == 0);
  }

  [[nodiscard]] Ended run(std::vector<std::string> args) const {
    return launch({.args = std::move(args), .store = store()});
  }
  [[nodiscard]] fs::path store() const { return folder / "desk.assay"; }
  [[nodiscard]] nlohmann::json items() const {
    const Ended listed = run({"list", "--format", "json"});
    INFO(listed);
    REQUIRE(listed.code == 0);
    return nlohmann::json::parse(listed.out)["items"];
  }
  [[nodiscard]] std::string statusOf(const std::string& number) const {
    for (const auto& item : items()) {
      if (item["number"] == number) return item["status"];
    }
    return "not there";
  }
  void checkWhole() const {
    const Ended verified = run({"verify"});
    INFO(verified);
    CHECK(verified.code == 0);
    CHECK(verified.err.empty());
  }

  TempDir folder;
};

}  // namespace

TEST_CASE("from the sample article to a report, in processes of their own") {
  const Desk desk;
  const std::string text = readFile(sample());
  const base::CodePointIndex index(text);
  const auto items = desk.items();
  REQUIRE(items.size() > 20);
  for (const auto& item : items) {
    // What is listed stands where the listing says, in the person's own file.
    const base::Span place = index.toBytes({item["start"], item["end"]});
    const std::string listed = item["text"];
    const std::string part = listed.substr(0, listed.find(" … "));
    INFO(listed);
    CHECK(base::oneLine(place.of(text)).starts_with(part));
  }

  CHECK(desk.run({"mark", "Q1", "C1", "verified"}) == Ended{0, "Q1 and C1 verified\n", ""});
  const std::string report = (desk.folder / "report.html").string();
  const std::string count = std::to_string(items.size());
  CHECK(desk.run({"report", "-o", report}) ==
        Ended{0,
              "Wrote " + report + ": " + count + " items, " + std::to_string(items.size() - 2) +
                  " still open.\n",
              ""});
  CHECK(readFile(report).find("Skerrow council votes to replace harbour bridge") !=
        std::string::npos);
  CHECK(desk.run({"import", sample().string()}) ==
        Ended{0, sample().string() + " is already in the store as A1.\n", ""});
  desk.checkWhole();
}

TEST_CASE("a mark that was answered survives the kill that follows") {
  const Desk desk;
  for (const char* status : {"verified", "disputed", "wrong", "cut"}) {
    const Ended killed =
        launch({.args = {"mark", "Q1", status}, .store = desk.store(), .killAfter = 60'000});
    CHECK(killed.out == "Q1 " + std::string(status) + "\n");
    CHECK(desk.statusOf("Q1") == status);
  }
  desk.checkWhole();
}

TEST_CASE("a kill at any moment leaves the store whole, with the old or the new status") {
  const Desk desk;
  std::string before = "unchecked";
  for (int wait = 0; wait < 24; ++wait) {
    const std::string wanted = wait % 2 == 0 ? "verified" : "disputed";
    std::ignore =
        launch({.args = {"mark", "--all", wanted}, .store = desk.store(), .killAfter = wait});
    const std::string now = desk.statusOf("Q1");
    CAPTURE(wait, before, wanted, now);
    CHECK((now == before || now == wanted));
    for (const auto& item : desk.items()) CHECK(item["status"] == now);
    desk.checkWhole();
    before = now;
  }
}

TEST_CASE("a full disk behind standard output is told and ends with 1") {
  const Desk desk;
  if (!fs::exists("/dev/full")) SKIP("this system has no /dev/full");
  CHECK(launch({.args = {"list"}, .store = desk.store(), .sink = Sink::fullDisk}) ==
        Ended{1, "",
              "assay: Cannot write to standard output (No space left on device). Free some space, "
              "or send the output somewhere else.\n"});
}

TEST_CASE("a reader that went away is told and ends with 1") {
  const Desk desk;
  CHECK(launch({.args = {"list"}, .store = desk.store(), .sink = Sink::closedPipe}) ==
        Ended{1, "",
              "assay: Cannot write to standard output (Broken pipe). Free some space, or send the "
              "output somewhere else.\n"});
}

TEST_CASE("a disk that fills up during an import keeps the store as it was") {
  const Desk desk;
  const fs::path other = desk.folder.write("other.txt", readFile(sample()) + "One line more.\n");
  const auto items = desk.items();
  const auto room = fs::file_size(desk.store());
  const Ended ended =
      launch({.args = {"import", other.string()}, .store = desk.store(), .mostFileBytes = room});
  INFO(ended);
  CHECK(ended.code == 1);
  CHECK(ended.out.empty());
  CHECK(ended.err.starts_with("assay: Cannot write to the store " + desk.store().string()));
  CHECK(ended.err.ends_with("Nothing of this change was kept.\n"));
  CHECK(desk.items() == items);
  desk.checkWhole();
}

TEST_CASE("a disk without room takes no new store and no report") {
  const Desk desk;
  const fs::path fresh = desk.folder / "fresh.assay";
  const Ended import =
      launch({.args = {"import", sample().string()}, .store = fresh, .mostFileBytes = 8'192});
  INFO(import);
  CHECK(import.code == 1);
  CHECK(import.out.empty());
  CHECK(import.err.starts_with("assay: "));

  const std::string report = (desk.folder / "report.html").string();
  desk.folder.write("report.html", "the old report");
  const Ended written =
      launch({.args = {"report", "-o", report}, .store = desk.store(), .mostFileBytes = 8'192});
  INFO(written);
  CHECK(written.code == 1);
  CHECK(written.err.starts_with("assay: Cannot write " + report + ". "));
  CHECK(readFile(report) == "the old report");
  for (const auto& entry : fs::directory_iterator(desk.folder.path())) {
    // No temporary file stays behind.
    CHECK(entry.path().filename().string().find("report.html.") == std::string::npos);
  }
}

TEST_CASE("without rights a draft is not read and a folder takes no store") {
  TempDir folder;
  const fs::path locked = folder.write("locked.txt", "“No,” said Ada Brook.\n");
  fs::permissions(locked, fs::perms::none);
  fs::permissions(folder.path(),
                  fs::perms::owner_all | fs::perms::others_read | fs::perms::others_exec);
  const fs::path store = folder / "desk.assay";
  const Ended unread =
      launch({.args = {"import", locked.string()}, .store = store, .withoutRights = true});
  if (unread.code == kMayNotRun) SKIP("a user without rights may not run the program here");
  CHECK(unread == Ended{1, "",
                        "assay: Cannot read " + locked.string() +
                            ". Permission denied; choose another place or ask for access.\n"});

  fs::permissions(locked, fs::perms::owner_read | fs::perms::others_read);
  fs::permissions(folder.path(), fs::perms::owner_read | fs::perms::owner_exec |
                                     fs::perms::others_read | fs::perms::others_exec);
  const Ended unwritten =
      launch({.args = {"import", locked.string()}, .store = store, .withoutRights = true});
  fs::permissions(folder.path(), fs::perms::owner_all);
  CHECK(unwritten == Ended{1, "",
                           "assay: You may not write in the folder " + folder.path().string() +
                               ", so no store can be made there. Choose another place.\n"});
  CHECK_FALSE(fs::exists(store));
}

TEST_CASE("a store in a folder that cannot be written can still be read") {
  const Desk desk;
  fs::permissions(desk.folder.path(), fs::perms::owner_read | fs::perms::owner_exec |
                                          fs::perms::others_read | fs::perms::others_exec);
  fs::permissions(desk.store(), fs::perms::owner_read | fs::perms::others_read);
  const Ended listed = launch({.args = {"list"}, .store = desk.store(), .withoutRights = true});
  const Ended marked =
      launch({.args = {"mark", "Q1", "verified"}, .store = desk.store(), .withoutRights = true});
  fs::permissions(desk.folder.path(), fs::perms::owner_all);
  if (listed.code == kMayNotRun) SKIP("a user without rights may not run the program here");
  INFO(listed);
  CHECK(listed.code == 0);
  INFO(marked);
  CHECK(marked.code == 1);
  CHECK(marked.err.starts_with("assay: "));
  CHECK(desk.statusOf("Q1") == "unchecked");
}

}  // namespace assay::test
