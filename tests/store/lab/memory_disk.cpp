#include "tests/store/lab/memory_disk.h"

#include <sqlite3.h>

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <new>

namespace assay::test {

namespace {

// The callbacks are C functions: they find their disk here.
MemoryDisk* theDisk = nullptr;

struct OpenFile {
  sqlite3_file base;
  std::string* path;
  bool deleteOnClose;
};

OpenFile& own(sqlite3_file* file) { return *reinterpret_cast<OpenFile*>(file); }
std::string& bytesOf(sqlite3_file* file) { return theDisk->files[*own(file).path]; }

int closeFile(sqlite3_file* file) {
  OpenFile& open = own(file);
  if (open.deleteOnClose) theDisk->files.erase(*open.path);
  delete open.path;
  open.path = nullptr;
  return SQLITE_OK;
}

int readFrom(sqlite3_file* file, void* out, int amount, sqlite3_int64 offset) {
  if (const int code = theDisk->ask(DiskCall::read, *own(file).path)) return code;
  const std::string& bytes = bytesOf(file);
  const auto wanted = static_cast<std::size_t>(amount);
  const std::size_t at = std::min(bytes.size(), static_cast<std::size_t>(offset));
  const std::size_t got = std::min(wanted, bytes.size() - at);
  std::memcpy(out, bytes.data() + at, got);
  if (got == wanted) return SQLITE_OK;
  std::memset(static_cast<char*>(out) + got, 0, wanted - got);
  return SQLITE_IOERR_SHORT_READ;
}

void put(std::string& bytes, std::size_t offset, std::string_view part) {
  if (bytes.size() < offset + part.size()) bytes.resize(offset + part.size(), '\0');
  std::copy(part.begin(), part.end(), bytes.begin() + static_cast<std::ptrdiff_t>(offset));
}

int writeTo(sqlite3_file* file, const void* data, int amount, sqlite3_int64 offset) {
  std::string_view part(static_cast<const char*>(data), static_cast<std::size_t>(amount));
  const int code = theDisk->ask(DiskCall::write, *own(file).path);
  if (code != SQLITE_OK) {
    if (!theDisk->shortWrites) return code;
    part = part.substr(0, part.size() / 2);
  }
  const auto at = static_cast<std::size_t>(offset);
  put(bytesOf(file), at, part);
  theDisk->note({DiskOp::Kind::write, *own(file).path, at, std::string(part)});
  return code;
}

int truncateTo(sqlite3_file* file, sqlite3_int64 size) {
  if (const int code = theDisk->ask(DiskCall::truncate, *own(file).path)) return code;
  bytesOf(file).resize(static_cast<std::size_t>(size), '\0');
  theDisk->note({DiskOp::Kind::truncate, *own(file).path, static_cast<std::size_t>(size), {}});
  return SQLITE_OK;
}

int syncFile(sqlite3_file* file, int) {
  if (const int code = theDisk->ask(DiskCall::sync, *own(file).path)) return code;
  theDisk->note({DiskOp::Kind::sync, *own(file).path, 0, {}});
  return SQLITE_OK;
}

int sizeOfFile(sqlite3_file* file, sqlite3_int64* size) {
  if (const int code = theDisk->ask(DiskCall::size, *own(file).path)) return code;
  *size = static_cast<sqlite3_int64>(bytesOf(file).size());
  return SQLITE_OK;
}

int lockFile(sqlite3_file*, int) { return SQLITE_OK; }
int checkReserved(sqlite3_file*, int* out) {
  *out = 0;
  return SQLITE_OK;
}
int fileControl(sqlite3_file*, int, void*) { return SQLITE_NOTFOUND; }
int sectorSize(sqlite3_file*) { return 512; }
// What SQLite assumes of Linux as well: bytes beside a write are not harmed by it.
int characteristics(sqlite3_file*) { return SQLITE_IOCAP_POWERSAFE_OVERWRITE; }

constexpr sqlite3_io_methods kMethods{
    1,        closeFile, readFrom,      writeTo,     truncateTo, syncFile,        sizeOfFile,
    lockFile, lockFile,  checkReserved, fileControl, sectorSize, characteristics, nullptr,
    nullptr,  nullptr,   nullptr,       nullptr,     nullptr};

int openFile(sqlite3_vfs*, const char* name, sqlite3_file* file, int flags, int* outFlags) {
  OpenFile& open = own(file);
  open.base.pMethods = nullptr;  // nothing to close when this fails
  static int scratchCount = 0;
  const std::string path =
      name != nullptr ? name : "scratch file " + std::to_string(++scratchCount);
  if (const int code = theDisk->ask(DiskCall::open, path)) return code;
  if (!theDisk->files.contains(path)) {
    if ((flags & SQLITE_OPEN_CREATE) == 0) return SQLITE_CANTOPEN;
    theDisk->files[path] = {};
    theDisk->note({DiskOp::Kind::create, path, 0, {}});
  }
  open.path = new std::string(path);
  open.deleteOnClose = (flags & SQLITE_OPEN_DELETEONCLOSE) != 0;
  open.base.pMethods = &kMethods;
  if (outFlags != nullptr) *outFlags = flags;
  return SQLITE_OK;
}

int removeFile(sqlite3_vfs*, const char* name, int syncFolder) {
  if (const int code = theDisk->ask(DiskCall::remove, name)) return code;
  if (theDisk->files.erase(name) == 0) return SQLITE_IOERR_DELETE_NOENT;
  theDisk->note({DiskOp::Kind::remove, name, 0, {}, syncFolder != 0});
  return SQLITE_OK;
}

int exists(sqlite3_vfs*, const char* name, int, int* out) {
  if (const int code = theDisk->ask(DiskCall::exists, name)) return code;
  const auto found = theDisk->files.find(name);
  // As the system's own: an empty journal counts as none.
  *out = found != theDisk->files.end() && !found->second.empty() ? 1 : 0;
  return SQLITE_OK;
}

int fullPath(sqlite3_vfs*, const char* name, int size, char* out) {
  sqlite3_snprintf(size, out, "%s", name);
  return SQLITE_OK;
}

}  // namespace

struct MemoryDisk::Registration {
  sqlite3_vfs vfs{};
  sqlite3_vfs* before = nullptr;
};

MemoryDisk::MemoryDisk() : registration_(std::make_unique<Registration>()) {
  if (theDisk != nullptr) std::abort();  // one at a time
  registration_->before = sqlite3_vfs_find(nullptr);
  sqlite3_vfs& vfs = registration_->vfs;
  vfs = *registration_->before;  // time, randomness and sleep are the system's
  vfs.iVersion = 1;
  vfs.szOsFile = sizeof(OpenFile);
  vfs.zName = "memory disk";
  vfs.pNext = nullptr;
  vfs.xOpen = openFile;
  vfs.xDelete = removeFile;
  vfs.xAccess = exists;
  vfs.xFullPathname = fullPath;
  theDisk = this;
  sqlite3_vfs_register(&vfs, 1);
}

MemoryDisk::~MemoryDisk() {
  sqlite3_vfs_register(registration_->before, 1);
  sqlite3_vfs_unregister(&registration_->vfs);
  theDisk = nullptr;
}

void MemoryDisk::useSystem(bool system) {
  sqlite3_vfs_register(system ? registration_->before : &registration_->vfs, 1);
}

int MemoryDisk::ask(DiskCall call, const std::string& file) {
  return fault ? fault(call, file) : SQLITE_OK;
}

void MemoryDisk::note(DiskOp op) {
  if (logging) log.push_back(std::move(op));
}

}  // namespace assay::test
