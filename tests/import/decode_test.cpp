#include "import/decode.h"

#include <catch2/catch_amalgamated.hpp>

#include <string>

#include "base/utf8.h"

namespace assay::importer {

using namespace std::string_literals;

namespace {

std::string textOf(std::string_view bytes, std::string_view declared = {}) {
  auto decoded = decode(bytes, "a.txt", declared);
  if (!decoded) return "refused: " + decoded.error().message;
  return decoded->text;
}

std::string warningOf(std::string_view bytes, std::string_view declared = {}) {
  const auto decoded = decode(bytes, "a.txt", declared);
  if (!decoded || decoded->warnings.empty()) return "";
  CHECK_FALSE(decoded->warnings.front().span);
  CHECK(decoded->warnings.size() == 1);
  return decoded->warnings.front().message;
}

std::string errorOf(std::string_view bytes) {
  const auto decoded = decode(bytes, "a.txt");
  if (decoded) return "taken: " + decoded->text;
  CHECK(decoded.error().code == base::ErrorCode::invalidInput);
  return decoded.error().message;
}

// German, in windows-1252: "Die Brücke bleibt geschlossen", sagte der Bürgermeister …
const std::string kGerman =
    "\x84"
    "Die Br\xFC"
    "cke bleibt geschlossen\x93, sagte der B\xFCrgermeister am Montag. "
    "Die Gr\xFC"
    "nde daf\xFCr nannte er nicht.";

}  // namespace

TEST_CASE("UTF-8 is taken as it is, with or without a byte order mark") {
  CHECK(textOf("“Né” 😀\n") == "“Né” 😀\n");
  CHECK(textOf("\xEF\xBB\xBF“Né”") == "“Né”");
  CHECK(textOf("\xEF\xBB\xBF\xEF\xBB\xBFx") == "\xEF\xBB\xBFx");  // only the first is a mark
  CHECK(warningOf("“Né”").empty());
}

TEST_CASE("UTF-16 and UTF-32 are known by their marks") {
  CHECK(textOf("\xFF\xFEN\0\xE9\0\x1D\x20"s) == "Né”");
  CHECK(textOf("\xFE\xFF\0N\0\xE9\x20\x1D"s) == "Né”");
  CHECK(textOf("\xFF\xFE\x3D\xD8\x00\xDE"s) == "😀");
  CHECK(textOf("\xFF\xFE\0\0N\0\0\0\xE9\0\0\0"s) == "Né");
  CHECK(textOf("\0\0\xFE\xFF\0\0\0N\0\x01\xF6\0"s) == "N😀");
  CHECK(warningOf("\xFF\xFEN\0\xE9\0"s).empty());
}

TEST_CASE("A long UTF-16 text with pairs across the converter's buffers comes through whole") {
  std::string bytes = "\xFF\xFEx\0"s;
  std::string expected = "x";
  for (int i = 0; i < 10'000; ++i) {
    bytes += "\x3D\xD8\x00\xDE"s;
    expected += "😀";
  }
  CHECK(textOf(bytes) == expected);
}

TEST_CASE("Half a character in UTF-16 or UTF-32 is refused with its byte") {
  CHECK(errorOf("\xFF\xFEN\0\x3D\xD8N\0"s) ==
        "a.txt is not valid UTF-16: half a character at byte 4. Save it as UTF-8 and import it "
        "again.");
  CHECK(errorOf("\xFF\xFEN\0N"s) ==
        "a.txt is not valid UTF-16: half a character at byte 4. Save it as UTF-8 and import it "
        "again.");
  CHECK(errorOf("\xFF\xFE\0\0\0\0\x11\0"s) ==
        "a.txt is not valid UTF-32: half a character at byte 4. Save it as UTF-8 and import it "
        "again.");
}

TEST_CASE("Line ends become line feeds and nothing else changes") {
  CHECK(textOf("a\r\nb\rc\nd\n\re\r\r\nf\r") == "a\nb\nc\nd\n\ne\n\nf\n");
  CHECK(textOf("no line end\t \v\f") == "no line end\t \v\f");
  CHECK(textOf("\r") == "\n");
  CHECK(textOf("\xFF\xFE\x0D\0\x0A\0x\0"s) == "\nx");
}

TEST_CASE("Another encoding is guessed when the text is clear enough, with a warning") {
  CHECK(textOf(kGerman) ==
        "„Die Brücke bleibt geschlossen“, sagte der Bürgermeister am Montag. Die Gründe dafür "
        "nannte er nicht.");
  CHECK(warningOf(kGerman) ==
        "The file is not UTF-8; it was read as windows-1252. Check accents and quotation marks.");
  // Without the signs that only windows-1252 has, ICU says ISO-8859-1; the two agree on the rest.
  const std::string french =
      "Le maire a d\xE9"
      "clar\xE9 que le pont serait ferm\xE9 apr\xE8s la r\xE9union.";
  CHECK(textOf(french) == "Le maire a déclaré que le pont serait fermé après la réunion.");
  CHECK(warningOf(french) ==
        "The file is not UTF-8; it was read as windows-1252. Check accents and quotation marks.");
}

TEST_CASE("Russian and Japanese texts are guessed in their own encodings") {
  const std::string russian =
      "\xCC\xFD\xF0 \xE3\xEE\xF0\xEE\xE4\xE0 \xF1\xEA\xE0\xE7\xE0\xEB, \xF7\xF2\xEE "
      "\xEC\xEE\xF1\xF2 \xE7\xE0\xEA\xF0\xEE\xFE\xF2.";
  CHECK(textOf(russian) == "Мэр города сказал, что мост закроют.");
  CHECK(warningOf(russian) ==
        "The file is not UTF-8; it was read as windows-1251. Check accents and quotation marks.");
  const std::string japanese =
      "\x8E\x73\x92\xB7\x82\xCD\x8B\xB4\x82\xF0\x95\xC2\x8D\xBD\x82\xB7\x82\xE9\x82\xC6\x8F\x71"
      "\x82\xD7\x82\xBD\x81\x42";
  CHECK(textOf(japanese) == "市長は橋を閉鎖すると述べた。");
  CHECK(warningOf(japanese) ==
        "The file is not UTF-8; it was read as Shift_JIS. Check accents and quotation marks.");
}

TEST_CASE("UTF-8 with damage is not taken for another encoding, but refused with the byte") {
  CHECK(errorOf("Müller\nund Grün\nund Caf\xFF und Süd") ==
        "a.txt: expected UTF-8, found byte 0xFF at byte 25 (line 3). Save it as UTF-8 and import "
        "it again.");
  // Cut in the middle of the last character.
  CHECK(errorOf("“Zwölf” sagte er “ja\xE2\x80") ==
        "a.txt: expected UTF-8, found byte 0xE2 at byte 27 (line 1). Save it as UTF-8 and import "
        "it again.");
  // With a mark there is nothing to guess.
  CHECK(errorOf("\xEF\xBB\xBF"
                "ab\xFC") ==
        "a.txt: expected UTF-8, found byte 0xFC at byte 5 (line 1). Save it as UTF-8 and import "
        "it again.");
}

TEST_CASE("Bytes that are in no encoding are refused with the first that breaks UTF-8") {
  CHECK(errorOf("\x80\x81\x82\x83\x84\x85\x90\x91\xFF\xFE\xFA\xAB\xCD\xEF") ==
        "a.txt: expected UTF-8, found byte 0x80 at byte 0 (line 1). Save it as UTF-8 and import "
        "it again.");
}

TEST_CASE("What is no text is refused") {
  CHECK(errorOf("abc\0def"s) ==
        "a.txt is not text: it holds a zero byte at byte 3. Assay reads text only; save the "
        "article as UTF-8.");
  CHECK(errorOf("\xEF\xBB\xBF"
                "abc\0def"s) == "a.txt is not text: it holds a zero character at byte 6.");
  CHECK(errorOf("\xFF\xFEN\0\0\0x\0"s) ==
        "a.txt is not text: it holds a zero character at byte 4.");
  CHECK(errorOf("some\1\2\3\4\5\6\7\x0E\x0F words") ==
        "a.txt is not text: 9 of its 19 bytes are control characters.");
}

TEST_CASE("A few control characters among many words are let through") {
  const std::string text = std::string(600, 'x') + "\x1B[1m\x01";
  CHECK(textOf(text) == text);
  CHECK(textOf("one\x07") == "one\x07");
}

TEST_CASE("A page's own word about its encoding is believed when its bytes are not UTF-8") {
  CHECK(textOf("caf\xE9", "iso-8859-1") == "café");
  CHECK(textOf("caf\xE9 \x93x\x94", "ISO-8859-1") == "café “x”");  // read as windows-1252
  CHECK(textOf("\xEC\xEE\xF1\xF2", "windows-1251") == "мост");
  CHECK(warningOf("caf\xE9", "iso-8859-1").empty());
  CHECK(textOf("café", "iso-8859-1") == "café");  // valid UTF-8: the word is left over
  CHECK(textOf("\x1B$B;TD9\x1B(B", "iso-2022-jp") == "市長");
}

TEST_CASE("A page's word that cannot be true is passed over") {
  CHECK(textOf(kGerman, "utf-8").starts_with("„Die Brücke"));
  CHECK(textOf(kGerman, "no-such-charset").starts_with("„Die Brücke"));
  CHECK(textOf("café", "no-such-charset") == "café");
}

TEST_CASE("The encoding of a page is read from its first markup") {
  CHECK(declaredCharset("<html><head><meta charset=\"Windows-1251\">") == "windows-1251");
  CHECK(declaredCharset("<META CHARSET='utf-8'/>") == "utf-8");
  CHECK(declaredCharset("<meta charset = big5 >") == "big5");
  CHECK(declaredCharset(
            "<meta http-equiv=\"Content-Type\" content=\"text/html; charset=ISO-8859-15\">") ==
        "iso-8859-15");
  CHECK(declaredCharset("<?xml version=\"1.0\" encoding=\"koi8-r\"?><html>") == "koi8-r");
  CHECK(declaredCharset("<meta name=viewport><meta charset=gbk>") == "gbk");
}

TEST_CASE("No encoding is read from words that are not markup of its kind") {
  CHECK(declaredCharset("").empty());
  CHECK(declaredCharset("<p>charset=utf-8</p>").empty());
  CHECK(declaredCharset("<script>var charset='x'</script>").empty());
  CHECK(declaredCharset("<meta charset>").empty());
  CHECK(declaredCharset("<meta charset=").empty());
  CHECK(declaredCharset(std::string(5'000, ' ') + "<meta charset=gbk>").empty());
}

}  // namespace assay::importer
