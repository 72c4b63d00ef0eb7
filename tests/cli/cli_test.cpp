#include "cli/cli.h"

#include <catch2/catch_amalgamated.hpp>

#include <algorithm>
#include <filesystem>
#include <sstream>

#include "app/version.h"
#include "base/utf8.h"
#include "cli/command_table.h"
#include "tests/cli/terminal.h"
#include "tests/support/shared_dir.h"

namespace assay::cli {

using test::Ran;
using test::Terminal;

namespace {

std::vector<std::string> wordsOf(std::string_view name) {
  std::vector<std::string> words;
  std::istringstream in{std::string(name)};
  for (std::string word; in >> word;) words.push_back(word);
  return words;
}

// A stream that takes nothing, as a full disk.
class FullDisk final : public std::streambuf {
 protected:
  int_type overflow(int_type /*c*/) override {
    errno = ENOSPC;
    return traits_type::eof();
  }
};

}  // namespace

TEST_CASE("the version is one line") {
  Terminal terminal;
  const Ran expected = test::done("assay " + std::string(app::version()) + "\n");
  CHECK(terminal.run("--version") == expected);
  CHECK(terminal.run("-V") == expected);
}

TEST_CASE("the licences name every model that ships, and every library") {
  Terminal terminal;
  const Ran ran = terminal.run("--version --licenses");
  CHECK(ran.code == 0);
  CHECK(ran.err.empty());
  CHECK(ran.out.starts_with("assay " + std::string(app::version()) +
                            "\nAssay is under the MIT licence.\n"));
  std::size_t models = 0;
  for (const auto& entry :
       std::filesystem::directory_iterator(test::sourceDir() / "assets" / "models")) {
    if (entry.path().extension() != ".bin") continue;
    ++models;
    INFO(entry.path().filename().string());
    CHECK(ran.out.find("  " + entry.path().filename().string()) != std::string::npos);
  }
  CHECK(models >= 3);
  for (const char* library : {"Dear ImGui", "ICU", "SQLite", "libxml2", "md4c", "CLI11", "Pango"}) {
    CHECK(ran.out.find(std::string("  ") + library) != std::string::npos);
  }
}

TEST_CASE("the overview shows every command on one screen") {
  Terminal terminal;
  const Ran ran = terminal.run("--help");
  CHECK(ran.code == 0);
  CHECK(ran.err.empty());
  CHECK(terminal.run("-h") == ran);
  CHECK(terminal.run("help") == ran);
  CHECK(std::count(ran.out.begin(), ran.out.end(), '\n') <= 64);
  std::istringstream lines(ran.out);
  for (std::string line; std::getline(lines, line);) CHECK(base::terminalColumns(line) <= 82);
  for (const CommandRow& row : commandTable()) {
    CHECK(ran.out.find("  " + std::string(row.name) + " ") != std::string::npos);
  }
}

TEST_CASE("every command explains itself with an example of its own") {
  Terminal terminal;
  for (const CommandRow& row : commandTable()) {
    CAPTURE(row.name);
    for (const char* help : {"--help", "-h"}) {
      std::vector<std::string> args = wordsOf(row.name);
      args.emplace_back(help);
      const Ran ran = terminal.runWords(args);
      CHECK(ran.code == 0);
      CHECK(ran.err.empty());
      CHECK(ran.out.starts_with("usage: assay " + std::string(row.name) + " "));
      const std::size_t examples = ran.out.find("\nExample");
      REQUIRE(examples != std::string::npos);
      CHECK(ran.out.find("assay " + std::string(row.name), examples) != std::string::npos);
      std::istringstream lines(ran.out.substr(0, examples));
      for (std::string line; std::getline(lines, line);) CHECK(base::terminalColumns(line) <= 80);
    }
  }
  CHECK(terminal.opened.empty());
  CHECK(terminal.files().empty());
}

TEST_CASE("two-word commands are explained together") {
  Terminal terminal;
  CHECK(terminal.run("source --help") == test::done("usage: assay source COMMAND [OPTION…]\n"
                                                    "\n"
                                                    "  assay source add   note down a source\n"
                                                    "  assay source edit  change a source\n"
                                                    "  assay source list  the sources of a store\n"
                                                    "\n"
                                                    "Example:\n"
                                                    "  assay source add --help\n"));
  CHECK(terminal.run("evidence") ==
        test::misused("“assay evidence” wants a second word. See: assay evidence --help"));
  CHECK(terminal.run("source remove S1") ==
        test::misused("“assay source” wants a second word. See: assay source --help"));
}

TEST_CASE("a word that is neither a command nor a file is refused") {
  Terminal terminal;
  CHECK(terminal.run("lits") ==
        test::refused(
            "There is neither a file nor a command “lits”. “assay --help” lists the commands."));
  CHECK(terminal.run("--colour") ==
        test::misused("There is no option --colour. See: assay open --help"));
}

TEST_CASE("output that cannot be written is a failure") {
  Terminal terminal;
  terminal.takeIn();
  for (const char* word : {"list", "--version", "--help"}) {
    FullDisk disk;
    std::ostream out(&disk);
    std::istringstream in;
    std::ostringstream err;
    const std::vector<std::string> args{word};
    const int code = run(args, {in, out, err}, {terminal.clock, terminal.ids, terminal.disk}, {});
    CHECK(code == 1);
    CHECK(err.str() ==
          "assay: Cannot write to standard output (No space left on device). Free some space, or "
          "send the output somewhere else.\n");
  }
}

}  // namespace assay::cli
