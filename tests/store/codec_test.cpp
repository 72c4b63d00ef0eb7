// Payloads: canonical in one form, read in every form that is JSON.
#include "store/codec.h"

#include <catch2/catch_amalgamated.hpp>
#include <nlohmann/json.hpp>

#include <cmath>
#include <limits>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

using namespace assay;

namespace {

/// What the library makes of the same values: keys in order, no blanks.
std::string tidied(const std::string& payload) { return nlohmann::json::parse(payload).dump(); }

store::ItemRecord fullItem() {
  store::ItemRecord record;
  record.draft.value = "d1";
  model::Item& item = record.item;
  item.article.value = "a1";
  item.kind = model::ItemKind::claim;
  item.number = 7;
  item.parent = model::ItemId{"q1"};
  item.speaker = model::SpeakerId{"p1"};
  item.anchor.spans = {{3, 9}, {12, 20}};
  item.anchor.cue = base::Span{21, 25};
  item.anchor.source = base::Span{26, 30};
  item.anchor.exact = "“2.3\tmillion”\n\\ \x01\x1f\x7f";
  item.anchor.prefix = "Fähre \"zu\" ";
  item.anchor.suffix = " 😀";
  item.confidence = 0.1;
  item.score = 1;
  item.reasons = {model::ClaimReason::number};
  item.verdict = "wrong";
  return record;
}

const std::string kOtherType = "a value is of another type than it should be";

std::string refusalOf(const std::string& payload) {
  const auto read = store::decodeCommand(payload);
  REQUIRE_FALSE(read);
  CHECK(read.error().code == base::ErrorCode::corrupt);
  return read.error().message;
}

}  // namespace

TEST_CASE("an item is written with its keys in order and no blanks") {
  const std::string payload = store::encode(fullItem());
  CHECK(payload == tidied(payload));
  CHECK(payload.starts_with(
      R"({"anchor":{"cue":[21,25],"exact":"“2.3\tmillion”\n\\ \u0001\u001f)"
      "\x7f"
      R"(","prefix":"Fähre \"zu\" ","source":[26,30],"spans":[[3,9],[12,20]],"suffix":" 😀"},)"));
}

TEST_CASE("every kind of payload is written as the library would") {
  model::Draft draft;
  draft.text = "One.\r\nTwo.\f\b";
  draft.blocks = {{{0, 4}, model::BlockRole::body, false}, {{6, 10}, model::BlockRole::body, true}};
  model::StoredSpeaker speaker;
  speaker.roles = {"mayor", "\"chair\""};
  model::Query query;
  query.items = {{"i1"}, {"i2"}};
  query.askedAt = 1'770'127'331'000;
  model::Snapshot snapshot;
  snapshot.size = 3;
  model::Source source;
  source.sensitive = true;
  for (const std::string& payload :
       {store::encode(store::CommandRecord{"undo", "Mark", "kim~t/3", 12}),
        store::encode(model::Article{}), store::encode(draft), store::encode(speaker),
        store::encode(source), store::encode(model::Evidence{}), store::encode(query),
        store::encode(store::SnapshotRecord{snapshot, "abc"}), store::encode(model::Anchor{}),
        store::encode(store::RedactionRecord{"asked for", "b", "p"}),
        store::encode(store::RedactionRecord{"asked for", std::nullopt, std::nullopt})}) {
    CHECK(payload == tidied(payload));
  }
}

TEST_CASE("numbers between 0 and 1 come back as they were") {
  for (const double share : {0.0, 1.0, 0.1, 1e-7, 1.0 / 3,
                             std::numeric_limits<double>::denorm_min(), std::nextafter(1.0, 0.0)}) {
    store::ItemRecord record = fullItem();
    record.item.confidence = share;
    const std::string payload = store::encode(record);
    CHECK(payload == tidied(payload));
    const auto back = store::decodeItem(payload);
    REQUIRE(back);
    CHECK(back->item.confidence == share);  // exactly
  }
}

TEST_CASE("a payload says the same in every form of JSON") {
  const store::ItemRecord record = fullItem();
  const std::string payload = store::encode(record);
  const nlohmann::json value = nlohmann::json::parse(payload);
  nlohmann::ordered_json turned;  // the keys from the last to the first
  for (const auto& [key, each] : value.items()) turned = nlohmann::ordered_json{{key, each}};
  for (const std::string& form :
       {payload, value.dump(2), value.dump(-1, ' ', true),
        "{\"score\":0.5," + payload.substr(1)}) {  // a key twice: the last one counts
    INFO(form);
    const auto back = store::decodeItem(form);
    REQUIRE(back);
    CHECK(store::encode(*back) == payload);
  }
}

TEST_CASE("a payload that is not sound is refused with what is wrong") {
  const std::string sound = store::encode(store::CommandRecord{"do", "Mark", std::nullopt, 12});
  REQUIRE(sound == R"({"at":12,"kind":"do","label":"Mark"})");
  for (std::size_t size = 1; size < sound.size(); ++size) {
    INFO(size);
    CHECK(refusalOf(sound.substr(0, size)).starts_with("The record of a command cannot be read: "));
  }
  using namespace std::string_literals;
  const std::vector<std::pair<std::string, std::string>> wrongs{
      {"", "it is empty"},
      {sound + " x", "it is not JSON"},
      {sound + sound, "it is not JSON"},
      {sound + "\0"s, "it is not JSON"},
      {"\xef\xbb\xbf" + sound, "it is not JSON"},
      {R"({"at":12,"kind":"do","label":"Mark",})", "it is not JSON"},
      {R"({"at":-,"kind":"do","label":"Mark"})", "a number in it is not JSON or too large"},
      {R"({"at":012,"kind":"do","label":"Mark"})", "a number in it is not JSON or too large"},
      {R"({"at":12,"kind":"do","label":"\x"})", "a text in it is not JSON"},
      {R"({"at":12,"kind":"do","label":"\u00"})", "a text in it is not JSON"},
      {R"({"at":12,"kind":"do","label":"\ud800"})", "a text in it is not JSON"},
      {R"({"at":12,"kind":"do","label":"\udc00"})", "a text in it is not JSON"},
      {R"({"at":12,"kind":"do","label":"\ud800\u0041"})", "a text in it is not JSON"},
      {"{\"at\":12,\"kind\":\"do\",\"label\":\"M\n\"}", "a text in it is not JSON"},
      {"{\"at\":12,\"kind\":\"do\",\"label\":\"M\0k\"}"s, "a text in it is not JSON"},
      {"{\"at\":12,\"kind\":\"do\",\"label\":\"\xff\"}", "it is not valid UTF-8"},
      {"{\"at\":12,\"kind\":\"do\",\"label\":\"\xed\xa0\x80\"}", "it is not valid UTF-8"},
      {R"({"at":12,"kind":"do"})", "\"label\" is missing"},
      {R"({"at":"12","kind":"do","label":"Mark"})", kOtherType},
      {R"({"at":12.5,"kind":"do","label":"Mark"})", kOtherType},
      {R"({"at":true,"kind":"do","label":"Mark"})", kOtherType},
      {R"({"at":12,"kind":1,"label":"Mark"})", kOtherType},
      {R"({"at":12,"kind":"do","label":null})", kOtherType},
      {R"({"at":12,"kind":"do","label":"Mark","target":null})", kOtherType},
      {R"([1])", kOtherType},
      {"12", kOtherType}};
  for (const auto& [payload, reason] : wrongs) {
    INFO(payload);
    CHECK(refusalOf(payload) == "The record of a command cannot be read: " + reason + ".");
  }
}

TEST_CASE("a number that its place cannot hold is refused") {
  const auto refusal = [](std::string_view number) {
    return refusalOf(R"({"at":)" + std::string(number) + R"(,"kind":"do","label":"Mark"})");
  };
  const std::string opening = "The record of a command cannot be read: ";
  CHECK(refusal("9223372036854775808") == opening + "a number is out of range.");
  CHECK(refusal("18446744073709551616") == opening + "a number in it is not JSON or too large.");
  CHECK(refusal("-9223372036854775809") == opening + "a number in it is not JSON or too large.");
  CHECK(refusal("1e400") == opening + "a number in it is not JSON or too large.");
  const auto lowest =
      store::decodeCommand(R"({"at":-9223372036854775808,"kind":"do","label":"Mark"})");
  REQUIRE(lowest);
  CHECK(lowest->at == std::numeric_limits<std::int64_t>::min());

  std::string payload = store::encode(fullItem());
  payload.replace(payload.find("\"flags\":0"), 9, "\"flags\":256");
  const auto flags = store::decodeItem(payload);
  REQUIRE_FALSE(flags);
  CHECK(flags.error().message == "The record of an item cannot be read: a number is out of range.");
}

TEST_CASE("deep nesting is refused, not followed") {
  const auto nested = [](std::size_t depth) {
    return R"({"at":12,"kind":"do","label":"Mark","new":)" + std::string(depth, '[') +
           std::string(depth, ']') + "}";
  };
  CHECK(store::decodeCommand(nested(100)));  // a key that is not known is passed over
  CHECK(refusalOf(nested(1'000'000)) ==
        "The record of a command cannot be read: it is nested too deep.");
}

TEST_CASE("every character that JSON escapes is written and read back") {
  std::string all;
  for (char byte = 0; byte < 0x20; ++byte) all += byte;
  all += "\"\\/\x7f";
  const store::CommandRecord command{"do", all, std::nullopt, 12};
  const std::string payload = store::encode(command);
  CHECK(
      payload ==
      R"({"at":12,"kind":"do","label":")"
      R"(\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\b\t\n\u000b\f\r\u000e\u000f)"
      R"(\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001a\u001b\u001c\u001d\u001e\u001f)"
      R"(\"\\/)"
      "\x7f\"}");
  const auto back = store::decodeCommand(payload);
  REQUIRE(back);
  CHECK(back->label == all);
  const auto escaped = store::decodeCommand(
      R"({"at":12,"kind":"\u0064\u006F","label":"\/\u001F\u00e4\ud83d\ude00"})");
  REQUIRE(escaped);
  CHECK(escaped->kind == "do");
  CHECK(escaped->label == "/\x1fä😀");
}

TEST_CASE("bytes that are not UTF-8 are replaced where they are written") {
  CHECK(store::encode(store::CommandRecord{"do",
                                           "a\xff"
                                           "b",
                                           std::nullopt, 12}) ==
        R"({"at":12,"kind":"do","label":"a�b"})");
}

TEST_CASE("a large payload after small ones, and small ones after it, are read the same") {
  for (const std::size_t size : {10U, 1'000'000U, 20U, 70'000U, 10U}) {
    const store::CommandRecord command{"do", std::string(size, 'x'), std::nullopt, 12};
    const auto back = store::decodeCommand(store::encode(command));
    REQUIRE(back);
    CHECK(back->label == command.label);
  }
}

TEST_CASE("a word of a newer program is named") {
  std::string payload = store::encode(fullItem());
  payload.replace(payload.find("\"unchecked\""), 11, "\"in doubt\"");
  const auto read = store::decodeItem(payload);
  REQUIRE_FALSE(read);
  CHECK(read.error().code == base::ErrorCode::unsupported);
  CHECK(read.error().message ==
        "The word \"in doubt\" in the record of an item is not known to this version.");
}

TEST_CASE("a span that is not two rising numbers is refused") {
  for (const auto& [spans, reason] : std::vector<std::pair<std::string, std::string>>{
           {"[[9,3]]", "a span is not two rising numbers"},
           {"[[-1,3]]", "a number is out of range"},
           {"[[1]]", "a list is too short"},
           {"[[1.5,3]]", kOtherType},
           {"[3]", kOtherType}}) {
    const auto read =
        store::decodeAnchor(R"({"exact":"x","prefix":"","spans":)" + spans + R"(,"suffix":""})");
    INFO(spans);
    REQUIRE_FALSE(read);
    CHECK(read.error().message == "The record of an anchor cannot be read: " + reason + ".");
  }
}
