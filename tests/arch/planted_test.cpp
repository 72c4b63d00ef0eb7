// Violations planted on purpose: each rule must catch its own, word for word, and leave good code
// be.
#include <catch2/catch_amalgamated.hpp>

#include "tests/arch/include_rules.h"
#include "tests/arch/mutable_state.h"
#include "tests/arch/tree_rules.h"

using namespace assay::arch;

namespace {

using Sentences = std::vector<std::string>;

constexpr const char* kReadme = R"(# The rooms
| folder | rank | purpose | may include | third party allowed inside |
|---|---|---|---|---|
| `src/base/` | 0 | ground | – | ICU, fmt |
| `src/extract/` | 2 | finds | base | ICU |
| `src/store/` | 2 | keeps | base | sqlite3 |
| `src/ui/` | 4 | draws | base | imgui |
| `src/main/` | 6 | runs | all | – |
)";

RoomTable rooms() {
  Sentences problems;
  RoomTable table = parseRoomTable(kReadme, problems);
  REQUIRE(problems == Sentences{});
  return table;
}

}  // namespace

TEST_CASE("the table is read as it is written") {
  const RoomTable table = rooms();
  CHECK(table.size() == 5);
  CHECK(table.at("extract").rank == 2);
  CHECK(table.at("base").mayInclude.empty());
  CHECK(table.at("store").libraries == std::set<std::string>{"sqlite3"});
  CHECK(table.at("main").mayInclude == std::set<std::string>{"base", "extract", "store", "ui"});
}

TEST_CASE("a table that contradicts itself is told so") {
  Sentences problems;
  const std::string readme = std::string("| `src/a/` | 1 | x | b, ghost | – |\n") +
                             "| `src/b/` | 1 | x | – | – |\n" + "| `src/c/` | 1 | x |\n";
  (void)parseRoomTable(readme, problems);
  CHECK(problems ==
        Sentences{"src/README.md: a row of the table has not 5 cells: | `src/c/` | 1 | x |",
                  "src/README.md: a may include b, which is not of a lower rank",
                  "src/README.md: a may include ghost, which has no row"});

  problems.clear();
  (void)parseRoomTable("no table here", problems);
  CHECK(problems == Sentences{"src/README.md: no table of rooms found"});
}

TEST_CASE("an edge between rooms of one rank is caught") {
  const Tree tree{{"src/extract/cue.cpp",
                   "#include \"extract/cue.h\"\n#include <string>\n"
                   "#  include \"store/store.h\"\n"}};
  CHECK(forbiddenIncludes(tree, rooms()) ==
        Sentences{"src/extract/cue.cpp:3: extract must not include store (store/store.h); "
                  "it may include base, extract"});
}

TEST_CASE("an edge upwards is caught") {
  const Tree tree{{"src/base/text.h", "#include \"ui/panel.h\"\n"}};
  CHECK(forbiddenIncludes(tree, rooms()) ==
        Sentences{"src/base/text.h:1: base must not include ui (ui/panel.h); it may include base"});
}

TEST_CASE("a stray library is caught") {
  const Tree tree{{"src/ui/list.cpp", "#include <imgui.h>\n#include <sqlite3.h>\n"},
                  {"src/base/hash.cpp", "#include <openssl/sha.h>\n#include <unistd.h>\n"},
                  {"src/store/odd.cpp", "#include <boost/any.hpp>\n"}};
  CHECK(forbiddenIncludes(tree, rooms()) ==
        Sentences{"src/base/hash.cpp:1: base must not use OpenSSL (openssl/sha.h); "
                  "it may use ICU, fmt",
                  "src/store/odd.cpp:1: boost/any.hpp belongs to no room and to no library that "
                  "tests/arch/room_table.cpp knows",
                  "src/ui/list.cpp:2: ui must not use sqlite3 (sqlite3.h); it may use imgui"});
}

TEST_CASE("an own header in angle brackets does not slip through") {
  const Tree tree{{"src/store/a.cpp", "#include <base/text.h>\n"}};
  CHECK(forbiddenIncludes(tree, rooms()) ==
        Sentences{"src/store/a.cpp:1: write \"base/text.h\", it is our own"});
}

TEST_CASE("a room without a row is caught once") {
  const Tree tree{{"src/cellar/a.cpp", ""}, {"src/cellar/b.cpp", ""}};
  CHECK(forbiddenIncludes(tree, rooms()) ==
        Sentences{"src/cellar has no row in the table of src/README.md"});
}

TEST_CASE("a source that includes tests is caught") {
  const Tree tree{{"src/store/a.cpp", "#include \"tests/support/fake_clock.h\"\n"}};
  CHECK(forbiddenIncludes(tree, rooms()) ==
        Sentences{"src/store/a.cpp:1: store must not include tests/support/fake_clock.h of "
                  "tests/support"});
}

TEST_CASE("a test that reaches past its room is caught") {
  const Tree tree{{"tests/extract/cue_test.cpp",
                   "#include <catch2/catch_amalgamated.hpp>\n"
                   "#include \"extract/cue.h\"\n"
                   "#include \"base/text.h\"\n"
                   "#include \"tests/support/golden.h\"\n"
                   "#include \"store/store.h\"\n"
                   "#include \"tests/store/rows.h\"\n"},
                  {"tests/attic/a_test.cpp", ""}};
  CHECK(forbiddenTestIncludes(tree, rooms()) ==
        Sentences{"tests/attic/a_test.cpp: tests/attic is the folder of no room",
                  "tests/extract/cue_test.cpp:5: tests/extract must not include store "
                  "(store/store.h); it may include base, extract",
                  "tests/extract/cue_test.cpp:6: tests/extract must not include "
                  "tests/store/rows.h of tests/store"});
}

TEST_CASE("a ring of headers is caught once") {
  const Tree tree{{"src/base/a.h", "#include \"base/b.h\"\n"},
                  {"src/base/b.h", "#include \"base/c.h\"\n"},
                  {"src/base/c.h", "#include \"base/a.h\"\n"},
                  {"src/base/d.h", "#include \"base/a.h\"\n"}};
  CHECK(includeCycles(tree) ==
        Sentences{"headers include each other in a ring: src/base/a.h → src/base/b.h → "
                  "src/base/c.h → src/base/a.h"});
}

TEST_CASE("a test that nothing builds is caught") {
  const Tree tree{{"src/store/event.cpp", ""},       {"src/store/fold.cpp", ""},
                  {"src/store/event.h", ""},         {"tests/store/event_test.cpp", ""},
                  {"tests/store/fold_test.cpp", ""}, {"tests/fuzz/fold_fuzz.cpp", ""},
                  {"tests/store/helpers.cpp", ""}};
  CHECK(unbuiltFiles(tree, {"src/store/event.cpp", "tests/store/event_test.cpp"}) ==
        Sentences{"src/store/fold.cpp: no target builds it; name it in src/store/CMakeLists.txt",
                  "tests/fuzz/fold_fuzz.cpp: no target builds it; name it in "
                  "tests/fuzz/CMakeLists.txt",
                  "tests/store/fold_test.cpp: no target builds it; name it in "
                  "tests/store/CMakeLists.txt"});
}

TEST_CASE("long files are caught, each by its own limit") {
  const auto lines = [](std::size_t count) { return std::string(count, '\n'); };
  const Tree tree{{"src/main/main.cpp", lines(101)},
                  {"src/main/run.cpp", lines(100)},
                  {"src/ui/list.cpp", lines(601)},
                  {"src/ui/rows.cpp", lines(600)},
                  {"tests/ui/a_test.cpp", lines(1001)}};
  CHECK(longFiles(tree) ==
        Sentences{"src/main/main.cpp: 101 lines, the limit is 100; it holds more than one thing",
                  "src/ui/list.cpp: 601 lines, the limit is 600; it holds more than one thing",
                  "tests/ui/a_test.cpp: 1001 lines, the limit is 1000; it holds more than one "
                  "thing"});
}

TEST_CASE("a row without a room is caught") {
  const Tree tree{
      {"src/base/a.h", ""}, {"src/store/a.h", ""}, {"src/uix/a.h", ""}, {"src/main/main.cpp", ""}};
  CHECK(emptyRooms(tree, rooms()) == Sentences{"src/README.md: extract has a row but no files",
                                               "src/README.md: ui has a row but no files"});
}

TEST_CASE("a header that says nothing is caught") {
  const Tree tree{{"src/base/a.h", "#pragma once\n"},
                  {"src/base/b.h", "// What it is.\n"},
                  {"src/base/c.h", "// What it is.\n#pragma once\n"}};
  CHECK(bareHeaders(tree) ==
        Sentences{"src/base/a.h: a header opens with what it is and what it is not",
                  "src/base/a.h: #pragma once is missing",
                  "src/base/b.h: #pragma once is missing"});
}

TEST_CASE("state that outlives a frame is caught wherever it hides") {
  const Tree tree{{"src/ui/panel.cpp", R"code(#include <vector>
namespace assay::ui {
int drawn = 0;
namespace {
std::vector<int> cache{1, 2};
const char* lastError = nullptr;
thread_local int depth;
}
void late(Size size = {});
struct Panel {
  static inline int open = 0;
  int perObject = 0;
};
void draw(int rows) {
  static int frames = 0;
  if (rows > 0) {
    static std::vector<int> seen;
    auto later = [] { static bool once{false}; return once; };
  }
}
}
)code"},
                  {"src/store/fine.cpp", "static int counter = 0;\n"}};
  const std::string why = "' keeps state between frames; it belongs in UiState";
  CHECK(mutableStateInUi(tree) ==
        Sentences{"src/ui/panel.cpp:3: 'int drawn" + why,
                  "src/ui/panel.cpp:5: 'std::vector<int> cache" + why,
                  "src/ui/panel.cpp:6: 'const char* lastError" + why,
                  "src/ui/panel.cpp:7: 'thread_local int depth" + why,
                  "src/ui/panel.cpp:11: 'static inline int open" + why,
                  "src/ui/panel.cpp:15: 'static int frames" + why,
                  "src/ui/panel.cpp:17: 'static std::vector<int> seen" + why,
                  "src/ui/panel.cpp:18: 'static bool once" + why});
}

TEST_CASE("constants, functions and members are no state") {
  const std::string text = R"code(#define MANY \
  static int x = 0;
// static int comment = 0;
/* static int block = 0; */
namespace assay::ui {
using Rows = int;
class Model;
enum class Side { left, right };
template <class T>
concept Small = sizeof(T) < 8;
constexpr std::array kKeys{1, 2, 3};
const std::string kText = "static int quoted = 0;";
const char* const kWord = R"x(static int raw = 0;)x";
static_assert(sizeof(int) == 4);
static int helper(int a, int b = 2);
bool button(const char* label, Size size = {}, std::function<void()> act = [] { int x = 0; });
int helper2(std::function<void()> f = nullptr) { return 1'000; }
struct Value {
  int rows = 0;
  std::string name{"x"};
  static constexpr int kLimit = 3;
  static Value make(int rows) { return {rows, "y"}; }
  bool operator==(const Value&) const = default;

 private:
  static const int kOther;
};
void draw() {
  static const Rows kTable = 1;
  static constexpr char kMark = '"';
  int local = static_cast<int>(kMark);
  struct Row {
    int a = 0;
  };
  for (int i = 0; i < 3; ++i) {
    local += i;
  }
}
}  // namespace assay::ui
)code";
  CHECK(mutableState("src/ui/fine.cpp", text) == Sentences{});
}
