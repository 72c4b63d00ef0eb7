#include "import/known_kinds.h"

#include <catch2/catch_amalgamated.hpp>

#include <array>

namespace assay::importer {

using namespace std::string_view_literals;

TEST_CASE("Files of other programs are known by their first bytes") {
  struct Case {
    std::string_view bytes;
    std::string_view words;
  };
  constexpr std::array kCases{
      Case{"%PDF-1.7\n"sv, "a PDF"},
      Case{"{\\rtf1\\ansi"sv, "an RTF document"},
      Case{"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1\0\0"sv, "an old Office document (.doc)"},
      Case{"PK\x03\x04\x14\0[Content_Types].xml word/document.xml"sv, "a Word document (.docx)"},
      Case{"PK\x03\x04\x14\0[Content_Types].xml xl/workbook.xml"sv, "an Excel workbook (.xlsx)"},
      Case{"PK\x03\x04\x14\0[Content_Types].xml"sv, "an Office document (.docx)"},
      Case{"PK\x03\x04mimetypeapplication/vnd.oasis.opendocument.text"sv,
           "an OpenDocument file (.odt)"},
      Case{"PK\x03\x04mimetypeapplication/epub+zip"sv, "an e-book (.epub)"},
      Case{"PK\x03\x04\x14\0holiday.jpg"sv, "a ZIP archive"},
      Case{"SQLite format 3\0\x10\0"sv, "an SQLite database"},
      Case{"\x89PNG\r\n\x1A\n\0\0"sv, "a picture (PNG)"},
      Case{"\xFF\xD8\xFF\xE0\0\x10JFIF"sv, "a picture (JPEG)"},
      Case{"GIF89a\1\0"sv, "a picture (GIF)"},
      Case{"GIF87a\1\0"sv, "a picture (GIF)"},
      Case{"RIFF\x24\0\0\0WEBPVP8 "sv, "a picture (WebP)"},
      Case{"II*\0\x08\0"sv, "a picture (TIFF)"},
      Case{"MM\0*\0\x08"sv, "a picture (TIFF)"},
      Case{"\0\0\0\x20"
           "ftypisom"sv,
           "a video, sound or picture file"},
      Case{"ID3\x03\0"sv, "a sound file (MP3)"},
      Case{"ID3\x04\0"sv, "a sound file (MP3)"},
      Case{"\x1F\x8B\x08\0"sv, "a gzip archive"},
      Case{"7z\xBC\xAF\x27\x1C\0"sv, "a 7-Zip archive"},
      Case{"Rar!\x1A\x07\0"sv, "a RAR archive"},
      Case{"\x7F"
           "ELF\2\1"sv,
           "a program"},
  };
  for (const Case& c : kCases) {
    CAPTURE(c.words);
    CHECK(knownKind(c.bytes) == c.words);
  }
}

TEST_CASE("Texts that only resemble a magic number are of no known kind") {
  for (const std::string_view text :
       {"", "P", "PK is a shop", "The ftyp box", "RIFF of the sea, WEBP", "GIF", "ID3 tags",
        "SQLite format 3 is a file format", "% PDF-", "II* and MM", "{rtf}", "7z"}) {
    CAPTURE(text);
    CHECK(knownKind(text) == std::nullopt);
  }
}

TEST_CASE("Messages begin with the name, or say that the text was pasted") {
  CHECK(subjectOf("vote.txt") == "vote.txt");
  CHECK(subjectOf("pasted text") == "The pasted text");
  CHECK(subjectOf("") == "The input");
}

}  // namespace assay::importer
