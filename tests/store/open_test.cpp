// What is refused when opening, in which words, and that the refused file is not touched.
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "tests/store/as_nobody.h"
#include "tests/store/desk.h"
#include "tests/store/raw.h"

using namespace assay;
using namespace assay::test;
using base::ErrorCode;

namespace fs = std::filesystem;

namespace {

// For everybody: an ordinary user of the test may keep the group of root.
constexpr fs::perms kReadable =
    fs::perms::owner_read | fs::perms::group_read | fs::perms::others_read;
constexpr fs::perms kReachable =
    fs::perms::owner_exec | fs::perms::group_exec | fs::perms::others_exec;

/// Opens `path` both ways and expects the same refusal; the folder is as it was afterwards.
void checkRefused(Desk& desk, const fs::path& path, ErrorCode code, const std::string& message) {
  const auto before = folderState(desk.folder.path());
  for (const bool readOnly : {false, true}) {
    const auto opened = desk.tryOpen(path, !readOnly, readOnly);
    REQUIRE_FALSE(opened);
    CHECK(opened.error().code == code);
    CHECK(opened.error().message == message);
  }
  CHECK(folderState(desk.folder.path()) == before);
}

}  // namespace

TEST_CASE("a text file is refused and not changed") {
  Desk desk;
  const fs::path file = desk.folder.write("notes.txt", "Ask the harbour master, again – Ümit");
  checkRefused(desk, file, ErrorCode::unsupported,
               file.string() +
                   " is not a store of Assay but a text file. Choose another file; to check it as "
                   "an article, import it.");
}

TEST_CASE("a text file that ends inside a letter of the header is still a text file") {
  Desk desk;
  const fs::path file = desk.folder.write("long.txt", std::string(99, 'x') + "ü and more");
  checkRefused(desk, file, ErrorCode::unsupported,
               file.string() +
                   " is not a store of Assay but a text file. Choose another file; to check it as "
                   "an article, import it.");
}

TEST_CASE("other kinds of files are named") {
  Desk desk;
  const auto refusal = [&](std::string_view bytes) {
    return messageOf(desk.tryOpen(desk.folder.write("other", bytes)));
  };
  using namespace std::string_view_literals;
  CHECK(refusal("%PDF-1.7\n"sv).find("but a PDF document.") != std::string::npos);
  CHECK(refusal("PK\x03\x04\0\0"sv).find("but a ZIP archive or an office document.") !=
        std::string::npos);
  CHECK(refusal("\x89PNG\r\n"sv).find("but a picture.") != std::string::npos);
  CHECK(refusal("\x01\x02\0\xFF\xFE..."sv).find("but some other kind of file.") !=
        std::string::npos);
}

TEST_CASE("an empty file is refused, also when a store may be made") {
  Desk desk;
  const fs::path file = desk.folder.write("empty.assay", "");
  checkRefused(desk, file, ErrorCode::corrupt,
               file.string() +
                   " is empty (0 bytes). A store is never empty: a copy may have been cut short. "
                   "Bring back the whole file, or delete this one to start a new store in its "
                   "place.");
}

TEST_CASE("a store cut off inside its header is refused") {
  Desk desk;
  desk.openWithArticle();
  desk.close();
  const fs::path file = desk.folder.write("cut.assay", readFile(desk.path()).substr(0, 64));
  checkRefused(desk, file, ErrorCode::corrupt,
               file.string() + " is cut off after 64 bytes. Restore a backup.");
}

TEST_CASE("a database of another program is refused, also one without an application id") {
  Desk desk;
  const fs::path file = desk.folder / "other.db";
  rawExec(file, "CREATE TABLE bookmarks (url TEXT)");
  checkRefused(desk, file, ErrorCode::unsupported,
               file.string() +
                   " is a database of another program (application id 0x00000000; a store of Assay "
                   "has 0x41736179). Choose another file.");
}

TEST_CASE("a store of a newer version is refused") {
  Desk desk;
  desk.openWithArticle();
  desk.close();
  rawExec(desk.path(), "PRAGMA user_version = 7");
  checkRefused(desk, desk.path(), ErrorCode::unsupported,
               desk.path().string() +
                   " was written by a newer version of Assay (schema 7; this version knows up to "
                   "3). Update Assay to open it.");
}

TEST_CASE("a store in write-ahead mode is refused") {
  Desk desk;
  desk.openWithArticle();
  desk.close();
  rawExec(desk.path(), "PRAGMA journal_mode = WAL");
  checkRefused(
      desk, desk.path(), ErrorCode::unsupported,
      desk.path().string() +
          " was put into write-ahead mode by another program, which is not safe on shared "
          "folders. The command sqlite3 FILE \"PRAGMA journal_mode=DELETE\" sets it back.");
}

TEST_CASE("a folder, a symbolic link and a pipe are refused") {
  Desk desk;
  desk.openWithArticle();
  desk.close();
  const fs::path folder = desk.folder / "sub";
  fs::create_directory(folder);
  checkRefused(desk, folder, ErrorCode::io,
               folder.string() + " is a folder. Name the store file in it.");
  const fs::path link = desk.folder / "link.assay";
  fs::create_symlink(desk.path(), link);
  checkRefused(desk, link, ErrorCode::unsupported,
               link.string() + " is a symbolic link to " + desk.path().string() +
                   ". Open that file itself, so that the store and its journal have one name.");
  const fs::path pipe = desk.folder / "pipe";
  REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
  checkRefused(desk, pipe, ErrorCode::unsupported,
               pipe.string() + " is not a file but a device or a pipe. Choose another one.");
}

TEST_CASE("a missing store is made only when that is wanted") {
  Desk desk;
  const std::string missing =
      "There is no store " + desk.path().string() + ". Check the name and the folder.";
  CHECK(messageOf(desk.tryOpen(desk.path(), false, false)) == missing);
  CHECK(messageOf(desk.tryOpen(desk.path(), true, true)) == missing);
  CHECK(folderState(desk.folder.path()).empty());
  REQUIRE_OK(desk.tryOpen(desk.folder / "deep" / "er" / "desk.assay", true));
  CHECK(folderState(desk.folder / "deep" / "er").size() == 1);
}

TEST_CASE("a journal without its store is refused") {
  Desk desk;
  const fs::path journal = desk.folder.write("desk.assay-journal", "rest of a change");
  checkRefused(desk, desk.path(), ErrorCode::corrupt,
               "The store " + desk.path().string() + " is not there, but its journal " +
                   journal.string() +
                   " is: the store was moved or deleted in the middle of a change. Bring both back "
                   "together.");
}

TEST_CASE("objects that others planted in a store are refused") {
  const auto refusal = [](const std::string& sql) {
    Desk desk;
    desk.openWithArticle();
    desk.close();
    rawExec(desk.path(), sql);
    const auto before = folderState(desk.folder.path());
    const std::string message = messageOf(desk.tryOpen(desk.path()));
    CHECK(folderState(desk.folder.path()) == before);
    const std::string opening =
        "The store " + desk.path().string() + " is not as this program makes it. ";
    REQUIRE(message.starts_with(opening));
    return message.substr(opening.size());
  };
  CHECK(refusal("CREATE TRIGGER spy AFTER UPDATE ON item BEGIN DELETE FROM anchor; END") ==
        "It has a trigger spy that no store of ours has. Restore a backup.");
  CHECK(refusal("CREATE VIEW secrets AS SELECT * FROM source") ==
        "It has a view secrets that no store of ours has. Restore a backup.");
  CHECK(refusal("DROP TRIGGER event_is_kept") ==
        "Its trigger event_is_kept is missing. Restore a backup.");
  CHECK(refusal("DROP INDEX item_article; CREATE INDEX item_article ON item (number)") ==
        "Its index item_article is not as this program makes it. Restore a backup.");
}

TEST_CASE("a folder without write permission holds no store for writing") {
  Desk desk;
  desk.openWithArticle();
  desk.close();
  fs::permissions(desk.path(), fs::perms::all);
  fs::permissions(desk.folder.path(), kReadable | kReachable);
  const auto before = folderState(desk.folder.path());
  {
    const AsNobody user(desk.folder.path());
    CHECK(messageOf(desk.tryOpen(desk.path())) ==
          "You may not write in the folder " + desk.folder.path().string() +
              ", where the journal of the store " + desk.path().string() +
              " is kept while it changes. Ask for access, move the store, or open it read-only.");
    CHECK(messageOf(desk.tryOpen(desk.folder / "new.assay", true)) ==
          "You may not write in the folder " + desk.folder.path().string() +
              ", so no store can be made there. Choose another place.");
    const auto readOnly = desk.tryOpen(desk.path(), false, true);
    REQUIRE_OK(readOnly);
    CHECK((*readOnly)->items({"x-a"})->size() == 6);
  }
  CHECK(folderState(desk.folder.path()) == before);
}

TEST_CASE("a file without permissions says which are missing") {
  Desk desk;
  desk.openWithArticle();
  desk.close();
  fs::permissions(desk.folder.path(), fs::perms::all);
  fs::permissions(desk.path(), kReadable);
  {
    const AsNobody user(desk.folder.path());
    CHECK(messageOf(desk.tryOpen(desk.path())) == "You may not write to " + desk.path().string() +
                                                      ". Ask for access, or open it read-only.");
  }
  fs::permissions(desk.path(), fs::perms::none);
  const AsNobody user(desk.folder.path());
  CHECK(messageOf(desk.tryOpen(desk.path())) ==
        "You may not read " + desk.path().string() + ". Ask for access.");
}

TEST_CASE("a store opened read-only refuses changes and leaves no trace") {
  Desk desk;
  desk.openWithArticle();
  desk.close();
  const auto before = folderState(desk.folder.path());
  const auto store = desk.tryOpen(desk.path(), false, true);
  REQUIRE_OK(store);
  CHECK((*store)->readOnly());
  CHECK((*store)->verify()->ok());
  const std::string refusal = "The store " + desk.path().string() +
                              " was opened read-only. Open it for writing to change it.";
  CHECK(messageOf(mark(**store, "x-q1", "verified")) == refusal);
  CHECK(messageOf((*store)->undo()) == refusal);
  CHECK(folderState(desk.folder.path()) == before);
}

TEST_CASE("who edits must be said") {
  Desk desk;
  const auto refusal = [&](const std::string& actor) {
    return messageOf(store::Store::open({desk.path(), actor}, desk.clock, desk.ids));
  };
  CHECK(refusal(" \t") == "A store needs to know who edits it. Give your name in the settings.");
  CHECK(refusal("\xC3") == "Your name is not valid UTF-8. Type it again in the settings.");
  CHECK(refusal(std::string(101, 'k')) ==
        "Your name is longer than 100 characters or has a NUL in it. Shorten it in the settings.");
  CHECK_FALSE(fs::exists(desk.path()));
}

TEST_CASE("a store that is deleted while it is open loses no edit silently") {
  Desk desk;
  store::Store& store = desk.openWithArticle();
  fs::remove(desk.path());
  const auto commit = mark(store, "x-q1", "verified");
  REQUIRE_FALSE(commit);
  CHECK(commit.error().code == ErrorCode::io);
  CHECK(commit.error().message ==
        "The store " + desk.path().string() +
            " is no longer there. It was moved or deleted while it was open; open it where it is "
            "now.");
}

TEST_CASE("a second look at an open store does not drop its locks") {
  // Two connections of one process: looking at the header of one must not drop the other's locks.
  Desk desk;
  store::Store& first = desk.openWithArticle();
  std::string second;
  const auto commit = first.write("Hold", [&](store::Transaction& tx) -> base::Result<void> {
    if (auto done = tx.set(model::ItemId{"x-q1"}, store::ItemField::note, "held"); !done) {
      return done;
    }
    REQUIRE_OK(desk.tryOpen(desk.path(), false, true));
    second = rawFailure(desk.path(), "BEGIN IMMEDIATE; UPDATE local SET value = 'x'; COMMIT");
    return {};
  });
  REQUIRE_OK(commit);
  CHECK(second == "database is locked");
}
