// The key table: names of keys, what is remapped and what is refused, nothing twice.
#include "ui/keys.h"

#include <catch2/catch_amalgamated.hpp>

#include <array>
#include <set>
#include <string>

namespace assay::ui {

TEST_CASE("a key is written and read the same way") {
  for (const char* text : {"V", "Shift+M", "Ctrl+Shift+Z", "?", "/", "[", "Space", "Backspace",
                           "F2", "F12", "Ctrl++", "Ctrl+-", "Ctrl+0", "Alt+Left", "Esc"}) {
    INFO(text);
    const auto chord = parseChord(text);
    REQUIRE(chord.has_value());
    CHECK(chordText(*chord) == text);
  }
}

TEST_CASE("a key may be written in any case") {
  CHECK(parseChord("ctrl+shift+z") == parseChord("Ctrl+Shift+Z"));
  CHECK(parseChord("SPACE") == parseChord("Space"));
  CHECK(parseChord("v") == parseChord("V"));
}

TEST_CASE("what is not a key is not read as one") {
  for (const char* text : {"", " ", "Hyper+V", "VV", "F25", "F0", "Ctrl+", "\t", "\xFF"}) {
    INFO(text);
    CHECK_FALSE(parseChord(text).has_value());
  }
}

TEST_CASE("every status with a key has a row, and its key is that of the table of statuses") {
  const KeyTable keys;
  for (const model::StatusInfo& status : model::statuses()) {
    const KeyRow* row = keys.find(Action::setStatus, static_cast<std::uint8_t>(status.status));
    REQUIRE(row != nullptr);
    if (status.key != 0) CHECK(chordText(row->key) == std::string(1, status.key));
  }
}

TEST_CASE("no two commands share an id or a key") {
  const KeyTable keys;
  std::set<std::string> ids;
  std::set<std::string> texts;
  for (const KeyRow& row : keys.rows()) {
    INFO(row.id);
    CHECK(ids.insert(row.id).second);
    CHECK_FALSE(row.label.empty());
    CHECK_FALSE(row.group.empty());
    for (const Chord& chord : {row.key, row.other}) {
      if (!chord.empty()) CHECK(texts.insert(chordText(chord)).second);
    }
  }
}

TEST_CASE("a command gets another key") {
  KeyTable keys;
  CHECK(keys.remap({{"mark-verified", "Y"}}).empty());
  CHECK(keys.keyText(Action::setStatus, static_cast<std::uint8_t>(model::Status::verified)) == "Y");
}

TEST_CASE("two commands may swap their keys") {
  KeyTable keys;
  CHECK(keys.remap({{"mark-verified", "D"}, {"mark-disputed", "V"}}).empty());
  CHECK(chordText(keys.find("mark-verified")->key) == "D");
  CHECK(chordText(keys.find("mark-disputed")->key) == "V");
}

TEST_CASE("a mapping that cannot be used is told and left out") {
  using Refusals = std::vector<KeyRefusal>;
  {
    KeyTable keys;
    CHECK(keys.remap({{"fly", "Y"}}) ==
          Refusals{{"fly", "There is no command \"fly\" to give a key to."}});
  }
  {
    KeyTable keys;
    CHECK(keys.remap({{"next", "Hyper+Y"}}) ==
          Refusals{{"next", "\"Hyper+Y\" is not a key; \"next\" keeps J."}});
  }
  {
    KeyTable keys;
    CHECK(keys.remap({{"mark-verified", "D"}}) ==
          Refusals{
              {"mark-verified", "D is the key of \"mark-disputed\"; \"mark-verified\" keeps V."}});
    CHECK(chordText(keys.find("mark-verified")->key) == "V");
  }
  {
    KeyTable keys;
    CHECK(keys.remap({{"mark-verified", "Y"}, {"mark-wrong", "Y"}}) ==
          Refusals{
              {"mark-wrong", "Y is given to \"mark-verified\" as well; \"mark-wrong\" keeps W."}});
  }
}

}  // namespace assay::ui
