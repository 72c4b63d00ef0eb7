#include "tests/support/golden.h"

#include <catch2/catch_amalgamated.hpp>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <vector>

#include "tests/support/shared_dir.h"

namespace assay::test {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t kContext = 2;
constexpr std::size_t kShown = 12;

std::vector<std::string_view> linesOf(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    const bool last = end == std::string_view::npos;
    lines.push_back(last ? text : text.substr(0, end + 1));
    text.remove_prefix(lines.back().size());
  }
  return lines;
}

// Blanks at the end of a line and a missing last newline are differences too: made visible.
std::string visible(std::string_view line) {
  const bool ended = line.ends_with('\n');
  if (ended) line.remove_suffix(1);
  std::string out;
  const std::size_t lastWord = line.find_last_not_of(" \t\r");
  for (std::size_t i = 0; i < line.size(); ++i) {
    const bool trailing = lastWord == std::string_view::npos || i > lastWord;
    if (line[i] == '\r') {
      out += "\\r";
    } else if (line[i] == '\t') {
      out += "\\t";
    } else if (trailing) {
      out += "·";
    } else {
      out += line[i];
    }
  }
  return out + (ended ? "\n" : "⏎ missing at the end\n");
}

void append(std::string& out, const std::vector<std::string_view>& lines, std::size_t begin,
            std::size_t end, std::string_view mark) {
  const std::size_t shown = std::min(end, begin + kShown);
  for (std::size_t i = begin; i < shown; ++i) out.append(mark).append(visible(lines[i]));
  if (shown < end) {
    out.append(mark).append("… and ").append(std::to_string(end - shown)).append(" more lines\n");
  }
}

}  // namespace

std::optional<std::string> difference(std::string_view expected, std::string_view actual) {
  if (expected == actual) return std::nullopt;
  const auto old = linesOf(expected);
  const auto now = linesOf(actual);
  const std::size_t shorter = std::min(old.size(), now.size());
  std::size_t head = 0;
  while (head < shorter && old[head] == now[head]) ++head;
  std::size_t tail = 0;
  while (tail < shorter - head && old[old.size() - 1 - tail] == now[now.size() - 1 - tail]) ++tail;

  std::string out = "line " + std::to_string(head + 1) + ":\n";
  append(out, old, head - std::min(head, kContext), head, "  ");
  append(out, old, head, old.size() - tail, "- ");
  append(out, now, head, now.size() - tail, "+ ");
  append(out, old, old.size() - tail, old.size() - tail + std::min(tail, kContext), "  ");
  return out;
}

void checkGolden(std::string_view name, std::string_view actual) {
  const fs::path file = sourceDir() / "tests" / "golden" / name;
  const char* approve = std::getenv("ASSAY_APPROVE");
  if (approve != nullptr && std::string_view(approve) == "1") {
    fs::create_directories(file.parent_path());
    std::ofstream out(file, std::ios::binary);
    out.write(actual.data(), static_cast<std::streamsize>(actual.size()));
    out.close();
    if (!out) FAIL("cannot write " << file.string());
    SUCCEED("approved");
    return;
  }
  std::ifstream in(file, std::ios::binary);
  if (!in) {
    FAIL("tests/golden/" << name << " does not exist; look at the output, then ./dev approve");
  }
  const std::string expected{std::istreambuf_iterator<char>(in), {}};
  if (const auto found = difference(expected, actual)) {
    FAIL_CHECK("tests/golden/" << name << " differs (./dev approve if it should) at " << *found);
  } else {
    SUCCEED("as approved");
  }
}

}  // namespace assay::test
