#include "store/editor_mark.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <signal.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <optional>
#include <sstream>

#include "base/utf8.h"

namespace assay::store {

namespace fs = std::filesystem;
using base::ErrorCode;
using base::Result;

namespace {

constexpr std::size_t kLongestMark = 4'096;
constexpr int kMostTries = 10;

std::string firstLine(const char* path) {
  std::ifstream in(path);
  std::string line;
  std::getline(in, line);
  return line;
}

/// Where a process number means something: this start of this machine, and this list of processes.
/// A machine that was copied starts with another number.
std::string placeOfProcesses() {
  std::error_code ignored;
  const std::string processes = fs::read_symlink("/proc/self/ns/pid", ignored).string();
  return firstLine("/proc/sys/kernel/random/boot_id") + " " + processes;
}

/// When a process began: its number is given to another one some day. Empty when there is none.
std::string beginOf(const std::string& process) {
  const std::string line = firstLine(("/proc/" + process + "/stat").c_str());
  // The name of the program comes second, in brackets, and may hold anything.
  const std::size_t name = line.rfind(')');
  if (name == std::string::npos) return {};
  std::istringstream words(line.substr(name + 1));
  std::string word;
  for (int i = 3; i <= 22; ++i) words >> word;
  return word;
}

/// What a mark says, one a line, in this order.
struct Editor {
  std::string place;
  std::string process;
  std::string begin;
  std::string machine;
  std::string person;

  [[nodiscard]] bool isOurs() const {
    return place == placeOfProcesses() && process == std::to_string(::getpid());
  }
  [[nodiscard]] bool isHere() const { return !process.empty() && place == placeOfProcesses(); }
  [[nodiscard]] bool hasEnded() const { return isHere() && beginOf(process) != begin; }
};

Editor present(std::string_view person) {
  std::array<char, 256> machine{};
  ::gethostname(machine.data(), machine.size() - 1);
  const std::string process = std::to_string(::getpid());
  return {placeOfProcesses(), process, beginOf(process), machine.data(), std::string(person)};
}

std::string textOf(const Editor& editor) {
  return fmt::format("{}\n{}\n{}\n{}\n{}\n", editor.place, editor.process, editor.begin,
                     editor.machine, editor.person);
}

/// Nothing where there is no mark. One that is just being written may be empty: then somebody is
/// there who has no name yet.
std::optional<Editor> readMark(const fs::path& path) {
  std::ifstream in(path);
  if (!in) return std::nullopt;
  std::string text(kLongestMark, '\0');
  in.read(text.data(), static_cast<std::streamsize>(text.size()));
  text.resize(static_cast<std::size_t>(in.gcount()));
  if (base::firstInvalidByte(text)) text.clear();
  std::istringstream lines(text);
  Editor editor;
  for (std::string* part : {&editor.place, &editor.process, &editor.begin, &editor.machine}) {
    std::getline(lines, *part);
  }
  std::getline(lines, editor.person, '\0');
  return editor;
}

std::unexpected<base::Error> busy(const fs::path& store, const Editor& editor) {
  const std::string person = base::shortened(base::oneLine(editor.person), 60);
  std::string who = person.empty() ? "somebody" : person;
  if (!editor.machine.empty()) who += " on " + base::shortened(base::oneLine(editor.machine), 60);
  if (editor.isHere()) {
    return base::fail(ErrorCode::busy,
                      fmt::format("The store {} is for one editor at a time and is open for {} "
                                  "(process {}). Close it there, then try again.",
                                  store.string(), who, editor.process));
  }
  return base::fail(ErrorCode::busy,
                    fmt::format("The store {} is for one editor at a time and is open for {}. "
                                "Close it there, then try again. If that program has crashed, "
                                "delete the file {}.",
                                store.string(), who, editorMarkOf(store).string()));
}

/// Takes the mark of an ended process away, unless another one has come in its place meanwhile:
/// what was moved aside is looked at before it goes.
void takeAway(const fs::path& path, const Editor& ended) {
  const fs::path aside = fmt::format("{}.{}", path.string(), ::getpid());
  if (::rename(path.c_str(), aside.c_str()) != 0) return;
  const auto moved = readMark(aside);
  if (moved && textOf(*moved) != textOf(ended)) ::link(aside.c_str(), path.c_str());
  ::unlink(aside.c_str());
}

}  // namespace

fs::path editorMarkOf(const fs::path& store) { return store.string() + "-editor"; }

Result<std::unique_ptr<EditorMark>> EditorMark::lay(const fs::path& store,
                                                    std::string_view person) {
  const fs::path path = editorMarkOf(store);
  int file = -1;
  for (int tries = 0; file < 0 && tries < kMostTries; ++tries) {
    file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0644);
    if (file >= 0 || errno != EEXIST) break;
    const auto editor = readMark(path);
    if (editor && !editor->hasEnded()) return busy(store, *editor);
    if (editor) takeAway(path, *editor);
  }
  std::unique_ptr<EditorMark> mark(file < 0 ? nullptr : new EditorMark(path));
  const std::string text = textOf(present(person));
  const bool written =
      file >= 0 && ::write(file, text.data(), text.size()) == static_cast<ssize_t>(text.size());
  const int error = errno;
  if (file >= 0) ::close(file);
  if (written) return mark;
  return base::fail(ErrorCode::io,
                    fmt::format("Cannot open the store {} for one editor: {} could not be written "
                                "({}). Check the folder, or open the store read-only.",
                                store.string(), path.string(), std::strerror(error)));
}

EditorMark::~EditorMark() {
  std::error_code ignored;
  fs::remove(path_, ignored);
}

Result<void> checkNoEditor(const fs::path& store, Marks marks) {
  const auto editor = readMark(editorMarkOf(store));
  if (!editor || editor->hasEnded()) return {};
  if (marks == Marks::ofOthers && editor->isOurs()) return {};
  return busy(store, *editor);
}

}  // namespace assay::store
