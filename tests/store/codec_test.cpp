// Payloads: canonical in one form, read in every form that is JSON.
#include "store/codec.h"

#include <catch2/catch_amalgamated.hpp>
#include <nlohmann/json.hpp>

#include <limits>

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
  const auto refusal = [](const std::string& payload) {
    const auto read = store::decodeCommand(payload);
    REQUIRE_FALSE(read);
    return read.error().message;
  };
  const std::string sound = store::encode(store::CommandRecord{"do", "Mark", std::nullopt, 12});
  REQUIRE(sound == R"({"at":12,"kind":"do","label":"Mark"})");
  const std::string opening = "The record of a command cannot be read: ";
  for (std::size_t size = 0; size < sound.size(); ++size) {
    CHECK(refusal(sound.substr(0, size)).starts_with(opening));
  }
  for (const char* wrong :
       {R"({"at":012,"kind":"do","label":"Mark"})",
        R"({"at":12,"kind":"do","label":"M)"
        "\n"
        R"("})",
        R"({"at":12,"kind":"do","label":"\x"})", R"({"at":12,"kind":"do","label":"\u00"})",
        "{\"at\":12,\"kind\":\"do\",\"label\":\"\xff\"}", R"({"at":12,"kind":"do"})",
        R"({"at":"12","kind":"do","label":"Mark"})",
        R"({"at":12,"kind":"do","label":"Mark"} )"
        "x",
        R"({"at":12,"kind":"do","label":null})", R"([1])", R"({"at":12,"kind":1,"label":"Mark"})",
        R"({"at":12,"kind":"do","label":"Mark","target":null})", R"({"at":-,"kind":"do"})"}) {
    INFO(wrong);
    CHECK(refusal(wrong).starts_with(opening));
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

TEST_CASE("a span that is not two rising numbers is refused in both readers") {
  for (const char* spans : {"[[9,3]]", "[[-1,3]]", "[[1]]", "[[ 9,3]]", "[[1.5,3]]"}) {
    const auto read = store::decodeAnchor(std::string(R"({"exact":"x","prefix":"","spans":)") +
                                          spans + R"(,"suffix":""})");
    INFO(spans);
    REQUIRE_FALSE(read);
    CHECK(read.error().message.starts_with("The record of an anchor cannot be read: "));
  }
}
