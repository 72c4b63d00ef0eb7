#include "import/known_kinds.h"

#include <algorithm>
#include <array>

namespace assay::importer {

namespace {

using namespace std::string_view_literals;

struct Kind {
  std::string_view magic;  // the first bytes
  std::string_view words;  // with article, fit to follow "is"
  std::size_t at = 0;      // where more bytes stand that belong to the magic number
  std::string_view more{};
};

// Only magic numbers that no text begins with: "BM" of a bitmap is no proof, and its zero bytes
// give it away later.
constexpr std::array kKinds{
    Kind{"%PDF-"sv, "a PDF"sv},
    Kind{"{\\rtf"sv, "an RTF document"sv},
    Kind{"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv, "an old Office document (.doc)"sv},
    Kind{"SQLite format 3\0"sv, "an SQLite database"sv},
    Kind{"\x89PNG\r\n\x1A\n"sv, "a picture (PNG)"sv},
    Kind{"\xFF\xD8\xFF"sv, "a picture (JPEG)"sv},
    Kind{"GIF87a"sv, "a picture (GIF)"sv},
    Kind{"GIF89a"sv, "a picture (GIF)"sv},
    Kind{"RIFF"sv, "a picture (WebP)"sv, 8, "WEBP"sv},
    Kind{"II*\0"sv, "a picture (TIFF)"sv},
    Kind{"MM\0*"sv, "a picture (TIFF)"sv},
    Kind{"\0\0\0"sv, "a video, sound or picture file"sv, 4, "ftyp"sv},
    Kind{"ID3\x03"sv, "a sound file (MP3)"sv},
    Kind{"ID3\x04"sv, "a sound file (MP3)"sv},
    Kind{"\x1F\x8B"sv, "a gzip archive"sv},
    Kind{"7z\xBC\xAF\x27\x1C"sv, "a 7-Zip archive"sv},
    Kind{"Rar!\x1A\x07"sv, "a RAR archive"sv},
    Kind{"\x7F"
         "ELF"sv,
         "a program"sv},
};

// Word, OpenDocument and e-book files are ZIP archives; their first entries tell them apart.
std::optional<std::string_view> kindOfZip(std::string_view bytes) {
  if (!bytes.starts_with("PK\x03\x04"sv)) return std::nullopt;
  // Names of entries stand before their contents, the telling ones first.
  const std::string_view start = bytes.substr(0, 8192);
  const auto holds = [&](std::string_view part) {
    return start.find(part) != std::string_view::npos;
  };
  if (holds("application/vnd.oasis.opendocument")) return "an OpenDocument file (.odt)";
  if (holds("application/epub+zip")) return "an e-book (.epub)";
  if (holds("word/")) return "a Word document (.docx)";
  if (holds("xl/")) return "an Excel workbook (.xlsx)";
  if (holds("[Content_Types].xml")) return "an Office document (.docx)";
  return "a ZIP archive";
}

}  // namespace

std::optional<std::string_view> knownKind(std::string_view bytes) {
  if (const auto zip = kindOfZip(bytes)) return zip;
  const auto row = std::find_if(kKinds.begin(), kKinds.end(), [&](const Kind& kind) {
    return bytes.starts_with(kind.magic) && bytes.size() >= kind.at &&
           bytes.substr(kind.at).starts_with(kind.more);
  });
  if (row == kKinds.end()) return std::nullopt;
  return row->words;
}

std::string subjectOf(std::string_view name) {
  if (name == "pasted text") return "The pasted text";
  return name.empty() ? "The input" : std::string(name);
}

}  // namespace assay::importer
