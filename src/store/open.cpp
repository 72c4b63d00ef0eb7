#include "store/open.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "base/file_system.h"
#include "store/editor_mark.h"
#include "store/first_look.h"
#include "store/header.h"
#include "store/migrate.h"
#include "store/place.h"
#include "store/schema.h"

namespace assay::store {

namespace fs = std::filesystem;
using base::ErrorCode;
using base::Result;

namespace {

fs::path journalOf(const fs::path& path) { return path.string() + "-journal"; }

fs::path folderOf(const fs::path& path) {
  return path.has_parent_path() ? path.parent_path() : fs::path(".");
}

std::uintmax_t sizeOf(const fs::path& path) {
  std::error_code error;
  const std::uintmax_t size = fs::file_size(path, error);
  return error ? 0 : size;
}

// With the effective rights of this process, which may differ from the real ones.
bool allowed(const fs::path& path, int mode) {
  return ::faccessat(AT_FDCWD, path.c_str(), mode, AT_EACCESS) == 0;
}

/// What the file system says about the name, before anything is opened. True: a file is there.
Result<bool> checkName(const OpenOptions& options) {
  const fs::path& path = options.path;
  struct stat info{};
  if (::lstat(path.c_str(), &info) != 0) {
    if (errno == ENOENT) return false;
    return base::fail(ErrorCode::io, fmt::format("Cannot open the store {}: {}. Check the path.",
                                                 path.string(), std::strerror(errno)));
  }
  if (S_ISDIR(info.st_mode)) {
    return base::fail(ErrorCode::io, path.string() + " is a folder. Name the store file in it.");
  }
  if (S_ISLNK(info.st_mode)) {
    std::error_code ignored;
    return base::fail(ErrorCode::unsupported,
                      fmt::format("{} is a symbolic link to {}. Open that file itself, so that the "
                                  "store and its journal have one name.",
                                  path.string(), fs::read_symlink(path, ignored).string()));
  }
  if (!S_ISREG(info.st_mode)) {
    return base::fail(ErrorCode::unsupported,
                      path.string() + " is not a file but a device or a pipe. Choose another one.");
  }
  return true;
}

bool isForOneEditor(const OpenOptions& options) {
  return options.sharing == Sharing::oneEditor ||
         (options.sharing == Sharing::automatic && isOnNetwork(options.path));
}

/// Reading has to take back a change that a crash interrupted; who may write can do it. Not where
/// locks say nothing: there the change may be one that somebody is just making.
Database::Mode modeFor(const OpenOptions& options) {
  if (!options.readOnly) return Database::Mode::readWrite;
  if (isForOneEditor(options)) return Database::Mode::readOnly;
  const bool mayWrite = allowed(options.path, W_OK) && allowed(folderOf(options.path), W_OK | X_OK);
  return mayWrite ? Database::Mode::readOrMend : Database::Mode::readOnly;
}

// Asked before SQLite is: it would open a protected file read-only without a word, and find out
// about the folder only at the first change.
Result<void> checkRights(const OpenOptions& options) {
  const std::string name = options.path.string();
  if (!allowed(options.path, R_OK)) {
    return base::fail(ErrorCode::io, "You may not read " + name + ". Ask for access.");
  }
  if (options.readOnly) return {};
  if (!allowed(options.path, W_OK)) {
    return base::fail(ErrorCode::io,
                      "You may not write to " + name + ". Ask for access, or open it read-only.");
  }
  const fs::path folder = folderOf(options.path);
  if (!allowed(folder, W_OK | X_OK)) {
    return base::fail(ErrorCode::io,
                      fmt::format("You may not write in the folder {}, where the journal of the "
                                  "store {} is kept while it changes. Ask for access, move the "
                                  "store, or open it read-only.",
                                  folder.string(), name));
  }
  return {};
}

/// Objects of others (a trigger, a view) would run inside our statements.
Result<void> checkObjects(Database& database) {
  const auto difference = schemaDifference(database);
  if (!difference) return base::passOn(difference);
  if (difference->empty()) return {};
  return base::fail(
      ErrorCode::corrupt,
      fmt::format("The store {} is not as this program makes it. {} Restore a backup.",
                  database.path().string(), *difference));
}

/// Before the first change of the file, the one that opening makes when it plays a journal back.
Result<void> markEditor(Database& database, const OpenOptions& options) {
  auto mark = EditorMark::lay(options.path, options.actor);
  if (!mark) return base::passOn(mark);
  database.holdOn(std::move(*mark));
  return {};
}

// In this order: name, rights, header, and only then settings, which may play back a journal.
Result<std::unique_ptr<Database>> openExisting(const OpenOptions& options) {
  if (auto rights = checkRights(options); !rights) return base::passOn(rights);
  const bool alone = !options.readOnly && isForOneEditor(options);
  // Here already, so that nobody waits for a lock of somebody who goes on for hours.
  const auto free = checkNoEditor(options.path, alone ? Marks::ofAll : Marks::ofOthers);
  if (!free) return base::passOn(free);
  auto database = Database::open(options.path, modeFor(options));
  if (!database) return database;
  const auto header = firstLook(**database, kBusyTimeout);
  if (!header) return base::passOn(header);
  if (auto ours = checkHeader(*header, options.path); !ours) return base::passOn(ours);
  if (alone) {
    if (auto marked = markEditor(**database, options); !marked) return base::passOn(marked);
  }
  if (auto set = (*database)->configure(kBusyTimeout); !set) return base::passOn(set);
  if (auto clean = checkObjects(**database); !clean) return base::passOn(clean);
  if (options.readOnly) return database;
  // Before the file is kept for this connection alone: the copy is made through another one.
  if (auto present = migrate(**database, options.backups); !present) return base::passOn(present);
  if (alone) {
    if (auto kept = (*database)->keepForOneself(); !kept) return base::passOn(kept);
  }
  return database;
}

// The schema and its numbers come in one transaction.
Result<void> fillNew(const fs::path& path) {
  auto database = Database::open(path, Database::Mode::create);
  if (!database) return base::passOn(database);
  if (auto set = (*database)->configure(kBusyTimeout); !set) return set;
  if (auto begun = (*database)->beginWriting(); !begun) return begun;
  if (auto made = createSchema(**database); !made) {
    (*database)->rollback();
    return made;
  }
  return (*database)->commit();
}

/// A new store is made under another name and renamed when it is complete: a crash leaves either
/// no store or a whole one, never an empty file. Another process may be faster: then its store is
/// the one.
Result<void> createNew(const fs::path& path) {
  const auto temporary = temporaryBeside(path);
  if (!temporary) return base::passOn(temporary);
  const TemporaryFile guard(*temporary);
  if (auto filled = fillNew(*temporary); !filled) return filled;
  return giveName(*temporary, path);
}

}  // namespace

Result<void> checkFree(const fs::path& target) {
  std::error_code ignored;
  if (!fs::exists(fs::symlink_status(target, ignored))) return {};
  return base::fail(ErrorCode::conflict, target.string() +
                                             " is there already. Choose another name; nothing is "
                                             "ever written over.");
}

TemporaryFile::~TemporaryFile() {
  std::error_code ignored;
  fs::remove(path_, ignored);
  fs::remove(journalOf(path_), ignored);
}

Result<fs::path> temporaryBeside(const fs::path& path) {
  const fs::path folder = folderOf(path);
  if (auto made = base::RealFileSystem().makeFolder(folder); !made) return base::passOn(made);
  if (!allowed(folder, W_OK | X_OK)) {
    return base::fail(ErrorCode::io,
                      fmt::format("You may not write in the folder {}, so no store can be made "
                                  "there. Choose another place.",
                                  folder.string()));
  }
  std::string temporary = path.string() + ".new-XXXXXX";
  const int made = ::mkostemp(temporary.data(), O_CLOEXEC);
  if (made < 0) {
    return base::fail(ErrorCode::io, fmt::format("Cannot create the store {}: {}. Choose another "
                                                 "place.",
                                                 path.string(), std::strerror(errno)));
  }
  const mode_t mask = ::umask(0);
  ::umask(mask);
  ::fchmod(made, 0666 & ~mask);  // mkostemp gives 0600; the user's own mask decides
  ::close(made);
  return fs::path(temporary);
}

Result<void> giveName(const fs::path& from, const fs::path& to) {
  int code = ::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE);
  if (code != 0 && (errno == EINVAL || errno == ENOSYS)) {
    // Some network file systems know no such flag; the gap that this leaves is theirs.
    std::error_code error;
    code = fs::exists(to, error) ? 0 : ::rename(from.c_str(), to.c_str());
  }
  if (code != 0 && errno != EEXIST) {
    return base::fail(ErrorCode::io, fmt::format("Cannot create the store {}: {}. Choose another "
                                                 "place.",
                                                 to.string(), std::strerror(errno)));
  }
  const int folder = ::open(folderOf(to).c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (folder >= 0) {
    ::fsync(folder);  // the name itself must survive a power loss, too
    ::close(folder);
  }
  return {};
}

Result<std::unique_ptr<Database>> openDatabase(const OpenOptions& options) {
  const auto there = checkName(options);
  if (!there) return base::passOn(there);
  if (*there) return openExisting(options);
  const std::string name = options.path.string();
  if (sizeOf(journalOf(options.path)) > 0) {
    return base::fail(ErrorCode::corrupt,
                      fmt::format("The store {} is not there, but its journal {} is: the store was "
                                  "moved or deleted in the middle of a change. Bring both back "
                                  "together.",
                                  name, journalOf(options.path).string()));
  }
  if (!options.createIfMissing || options.readOnly) {
    return base::fail(ErrorCode::notFound,
                      "There is no store " + name + ". Check the name and the folder.");
  }
  if (auto made = createNew(options.path); !made) return base::passOn(made);
  return openExisting(options);
}

}  // namespace assay::store
