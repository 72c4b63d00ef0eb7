#include <catch2/catch_amalgamated.hpp>

#include <cstdlib>

#include "tests/support/fake_clock.h"
#include "tests/support/memory_file_system.h"
#include "tests/support/temp_dir.h"

using namespace assay;
using test::MemoryFileSystem;

TEST_CASE("a temporary folder goes with all that is in it") {
  std::filesystem::path path;
  {
    const test::TempDir folder;
    path = folder.path();
    folder.write("deep/er/file.txt", "text");
    CHECK(test::readFile(folder / "deep/er/file.txt") == "text");
    std::filesystem::permissions(folder / "deep", std::filesystem::perms::none);
  }
  CHECK_FALSE(std::filesystem::exists(path));
}

TEST_CASE("tests cannot reach the user's own folders") {
  for (const char* name : {"HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"}) {
    CHECK(std::string(std::getenv(name)).find("/test-home/") != std::string::npos);
  }
  CHECK(std::getenv("ASSAY_STORE") == nullptr);
}

TEST_CASE("the fake clock moves only by hand") {
  test::FakeClock clock;
  CHECK(base::utcTimestamp(clock.now()) == "2026-02-03T14:02:11Z");
  clock.advance(1'000);
  CHECK(base::utcTimestamp(clock.now()) == "2026-02-03T14:02:12Z");
}

TEST_CASE("files in memory behave as files on a disk do") {
  MemoryFileSystem files;
  CHECK(files.read("/a/b.txt", 10).error().message ==
        "There is no file /a/b.txt. Check the name and the folder.");
  CHECK(files.writeAtomically("/a/b.txt", "x").error().message ==
        "Cannot write /a/b.txt. The folder does not exist; create it or choose another place.");
  REQUIRE(files.makeFolder("/a"));
  REQUIRE(files.writeAtomically("/a/b.txt", "text"));
  CHECK(files.read("/a/./b.txt", 10) == "text");
  CHECK(files.exists("/a"));
  CHECK_FALSE(files.exists("/b"));
  CHECK(files.read("/a/b.txt", 3).error().code == base::ErrorCode::tooLarge);
}

TEST_CASE("files in memory fail on request") {
  MemoryFileSystem files;
  files.put("/a/b.txt", "old");
  files.refuseWrites({base::ErrorCode::io, "The disk is full.", "", nullptr});
  CHECK(files.writeAtomically("/a/b.txt", "new").error().message == "The disk is full.");
  CHECK(files.get("/a/b.txt") == "old");
  files.allowWrites();
  CHECK(files.writeAtomically("/a/b.txt", "new").has_value());
  files.refuseRead("/a/b.txt", {base::ErrorCode::io, "Permission denied.", "", nullptr});
  CHECK(files.read("/a/b.txt", 10).error().message == "Permission denied.");
}
