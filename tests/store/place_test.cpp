// Shared folders, and a store for one editor.
#include "store/place.h"

#include "tests/store/desk.h"
#include "tests/store/raw.h"

using namespace assay;
using namespace assay::test;

TEST_CASE("file systems of networks are known by their numbers") {
  CHECK(store::isNetworkFileSystem(0x6969));
  CHECK(store::isNetworkFileSystem(0xFF534D42));
  CHECK(store::isNetworkFileSystem(0xFFFFFFFFFF534D42));  // the same, sign-extended
  CHECK_FALSE(store::isNetworkFileSystem(0xEF53));        // ext4
  CHECK_FALSE(store::isNetworkFileSystem(0x01021994));    // tmpfs
  CHECK_FALSE(store::isOnNetwork("/nowhere/at/all/desk.assay"));
}

TEST_CASE("a store for one editor lets nobody else in until it is closed") {
  Desk desk;
  desk.openWithArticle();
  desk.close();
  store::OpenOptions options{.path = desk.path(), .actor = "kim"};
  options.sharing = store::Sharing::oneEditor;
  {
    const auto only = store::Store::open(options, desk.clock, desk.ids);
    REQUIRE_OK(only);
    REQUIRE_OK(mark(**only, "x-q1", "verified"));
    REQUIRE_OK((*only)->undo());
    requireSound(**only);
    CHECK(rawFailure(desk.path(), "BEGIN; SELECT count(*) FROM item") == "database is locked");
    const auto before = folderState(desk.folder.path());
    const auto second = store::Store::open(options, desk.clock, desk.ids);
    REQUIRE_FALSE(second);
    CHECK(second.error().code == base::ErrorCode::busy);
    CHECK(folderState(desk.folder.path()) == before);
    REQUIRE_OK(mark(**only, "x-q1", "wrong"));
  }
  CHECK(desk.open().item({"x-q1"})->status == model::Status::wrong);
}
