#include "import/decode.h"

#include <fmt/format.h>
#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>
#include <optional>

#include "base/utf8.h"
#include "import/ascii.h"

namespace assay::importer {

using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

using namespace std::string_view_literals;

// ICU gives 10 to what merely could be; real sentences of one line reach 40 and more.
constexpr std::int32_t kSure = 30;
// A text file may hold an odd form feed or escape; a program or a picture is full of them.
constexpr std::size_t kFewControls = 8;
constexpr std::size_t kControlShare = 50;  // one in fifty

struct Mark {
  std::string_view bytes;
  const char* converter;
  std::string_view word;
  std::size_t unit;  // bytes of the smallest unit
};

// UTF-32 before UTF-16: the little-endian marks begin alike.
constexpr std::array kMarks{
    Mark{"\xEF\xBB\xBF"sv, "UTF-8", "UTF-8"sv, 1},
    Mark{"\xFF\xFE\0\0"sv, "UTF-32LE", "UTF-32"sv, 4},
    Mark{"\0\0\xFE\xFF"sv, "UTF-32BE", "UTF-32"sv, 4},
    Mark{"\xFF\xFE"sv, "UTF-16LE", "UTF-16"sv, 2},
    Mark{"\xFE\xFF"sv, "UTF-16BE", "UTF-16"sv, 2},
};

// ICU's C interface: what was opened is closed.
struct Close {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
  void operator()(UCharsetDetector* detector) const { ucsdet_close(detector); }
};
using Converter = std::unique_ptr<UConverter, Close>;
using Detector = std::unique_ptr<UCharsetDetector, Close>;

struct Converted {
  std::string text;
  std::optional<std::size_t> badAt;  // byte of the first sequence that means nothing
};

// Nothing is replaced silently: the first sequence without a meaning stops the conversion.
std::optional<Converted> convert(std::string_view bytes, const char* charset) {
  UErrorCode status = U_ZERO_ERROR;
  const Converter converter(ucnv_open(charset, &status));
  if (U_FAILURE(status)) return std::nullopt;
  ucnv_setToUCallBack(converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
  Converted out;
  std::array<UChar, 4096> units{};
  const char* source = bytes.data();
  const char* const end = source + bytes.size();
  char16_t high = 0;  // half of a pair that the end of the buffer cut
  // ICU fills the buffer again and again; its state between the rounds is in the converter.
  do {
    status = U_ZERO_ERROR;
    UChar* target = units.data();
    ucnv_toUnicode(converter.get(), &target, units.data() + units.size(), &source, end, nullptr, 1,
                   &status);
    for (const UChar* unit = units.data(); unit != target; ++unit) {
      if ((*unit & 0xFC00) == 0xD800) {
        high = *unit;
      } else if ((*unit & 0xFC00) == 0xDC00) {
        base::appendCodePoint(out.text, 0x10000U + ((high & 0x3FFU) << 10U) + (*unit & 0x3FFU));
      } else {
        base::appendCodePoint(out.text, *unit);
      }
    }
  } while (status == U_BUFFER_OVERFLOW_ERROR);
  if (U_FAILURE(status)) {
    std::array<char, 32> bad{};
    auto length = static_cast<std::int8_t>(bad.size());
    UErrorCode ignored = U_ZERO_ERROR;
    ucnv_getInvalidChars(converter.get(), bad.data(), &length, &ignored);
    out.badAt = static_cast<std::size_t>(source - bytes.data()) -
                static_cast<std::size_t>(std::max<std::int8_t>(length, 0));
  }
  return out;
}

// Form feeds part the pages of old texts; tabs and line ends are everywhere.
bool isControl(char32_t c) {
  const bool usual = c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\v';
  return (c < 0x20 && !usual) || c == 0x7F;
}

// Characters that a wrong guess yields and an article never holds.
bool implausible(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const base::CodePoint c = base::codePointAt(text, at);
    if ((c.value >= 0x80 && c.value < 0xA0) || c.value == 0xFFFD) return true;
    at += c.length;
  }
  return false;
}

// The web's rule: what calls itself ISO-8859-1 was written on Windows, which agrees with it
// wherever both have a character.
std::string webName(std::string_view charset) {
  const bool latin = equalAnyCase(charset, "iso-8859-1") || equalAnyCase(charset, "latin1") ||
                     equalAnyCase(charset, "us-ascii") || equalAnyCase(charset, "ascii");
  return latin ? "windows-1252" : std::string(charset);
}

// ICU also proposes EBCDIC and UTF-16 without a mark; a text file of today is in neither.
bool isCandidate(std::string_view charset) {
  return !charset.starts_with("UTF-") && !charset.starts_with("IBM") &&
         !charset.starts_with("ISO-2022");
}

std::optional<Decoded> guess(std::string_view bytes) {
  UErrorCode status = U_ZERO_ERROR;
  const Detector detector(ucsdet_open(&status));
  if (U_FAILURE(status)) return std::nullopt;
  // The accents of an article are spread over it; its first part tells as much as the whole.
  const std::size_t looked = std::min<std::size_t>(bytes.size(), 200'000);
  ucsdet_setText(detector.get(), bytes.data(), static_cast<std::int32_t>(looked), &status);
  std::int32_t count = 0;
  const UCharsetMatch** matches = ucsdet_detectAll(detector.get(), &count, &status);
  for (std::int32_t i = 0; U_SUCCESS(status) && i < count; ++i) {
    if (ucsdet_getConfidence(matches[i], &status) < kSure) break;  // best first
    const char* name = ucsdet_getName(matches[i], &status);
    if (name == nullptr || !isCandidate(name)) continue;
    const std::string charset = webName(name);
    auto converted = convert(bytes, charset.c_str());
    if (!converted || converted->badAt || implausible(converted->text)) continue;
    return Decoded{std::move(converted->text),
                   {{"The file is not UTF-8; it was read as " + charset +
                         ". Check accents and quotation marks.",
                     std::nullopt}}};
  }
  return std::nullopt;
}

// Whether the bytes are UTF-8 with damage rather than another encoding: in those, high bytes
// hardly ever line up as valid sequences.
bool isDamagedUtf8(std::string_view bytes) {
  std::size_t good = 0;
  std::size_t bad = 0;
  while (true) {
    const std::optional<std::size_t> broken = base::firstInvalidByte(bytes);
    const std::string_view valid = bytes.substr(0, broken.value_or(bytes.size()));
    good += valid.size() - base::codePointCount(valid);  // counts continuation bytes
    if (!broken) break;
    ++bad;
    bytes.remove_prefix(*broken + 1);
  }
  return good > bad;
}

std::unexpected<base::Error> notUtf8(std::string_view bytes, std::size_t at,
                                     std::string_view subject) {
  const auto line =
      1 + std::count(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(at), '\n');
  return fail(ErrorCode::invalidInput,
              fmt::format("{}: expected UTF-8, found byte 0x{:02X} at byte {} (line {}). Save it "
                          "as UTF-8 and import it again.",
                          subject, static_cast<unsigned char>(bytes[at]), at, line));
}

// In UTF-16 and UTF-32 every second byte may be zero: only a whole unit of zeros is a character.
std::optional<std::size_t> firstNul(std::string_view bytes, std::size_t unit) {
  if (unit == 1) {
    const std::size_t at = bytes.find('\0');
    return at == std::string_view::npos ? std::nullopt : std::optional(at);
  }
  for (std::size_t at = 0; at + unit <= bytes.size(); at += unit) {
    const std::string_view one = bytes.substr(at, unit);
    if (std::all_of(one.begin(), one.end(), [](char c) { return c == '\0'; })) return at;
  }
  return std::nullopt;
}

// A mark is a promise: what does not keep it is refused, and nothing is guessed.
Result<Decoded> decodeMarked(std::string_view bytes, const Mark& mark, std::string_view subject) {
  const std::string_view body = bytes.substr(mark.bytes.size());
  if (const auto nul = firstNul(body, mark.unit)) {
    return fail(ErrorCode::invalidInput,
                fmt::format("{} is not text: it holds a zero character at byte {}.", subject,
                            *nul + mark.bytes.size()));
  }
  if (mark.unit == 1) {
    const auto broken = base::firstInvalidByte(body);
    if (broken) return notUtf8(bytes, *broken + mark.bytes.size(), subject);
    return Decoded{std::string(body), {}};
  }
  auto converted = convert(body, mark.converter);
  if (!converted) {
    return fail(ErrorCode::internal, fmt::format("ICU has no converter for {}.", mark.word));
  }
  if (converted->badAt) {
    return fail(ErrorCode::invalidInput,
                fmt::format("{} is not valid {}: half a character at byte {}. Save it as UTF-8 "
                            "and import it again.",
                            subject, mark.word, *converted->badAt + mark.bytes.size()));
  }
  return Decoded{std::move(converted->text), {}};
}

Result<Decoded> decodeUnmarked(std::string_view bytes, std::string_view subject,
                               std::string_view declared) {
  if (const auto nul = firstNul(bytes, 1)) {
    return fail(ErrorCode::invalidInput,
                fmt::format("{} is not text: it holds a zero byte at byte {}. Assay reads text "
                            "only; save the article as UTF-8.",
                            subject, *nul));
  }
  const auto broken = base::firstInvalidByte(bytes);
  // ISO-2022 is written in ASCII bytes, so that only the page itself can say what it is.
  const bool escaped = startsWithAnyCase(declared, "iso-2022");
  if (!broken && !escaped) return Decoded{std::string(bytes), {}};
  // A page that says UTF-8 and is not was saved by something else: its word is worth nothing.
  if (!declared.empty() && !startsWithAnyCase(declared, "utf")) {
    auto converted = convert(bytes, webName(declared).c_str());
    if (converted && !converted->badAt) return Decoded{std::move(converted->text), {}};
  }
  if (!broken) return Decoded{std::string(bytes), {}};
  if (!isDamagedUtf8(bytes)) {
    if (auto guessed = guess(bytes)) return std::move(*guessed);
  }
  return notUtf8(bytes, *broken, subject);
}

// In place, since texts are large and most have nothing to change.
void makeLineEndsLf(std::string& text) {
  std::size_t at = text.find('\r');
  if (at == std::string::npos) return;
  std::size_t to = at;
  for (; at < text.size(); ++at) {
    if (text[at] == '\r') {
      if (at + 1 < text.size() && text[at + 1] == '\n') continue;
      text[to++] = '\n';
    } else {
      text[to++] = text[at];
    }
  }
  text.resize(to);
}

}  // namespace

Result<Decoded> decode(std::string_view bytes, std::string_view subject,
                       std::string_view declared) {
  const auto mark = std::find_if(kMarks.begin(), kMarks.end(),
                                 [&](const Mark& m) { return bytes.starts_with(m.bytes); });
  Result<Decoded> decoded = mark != kMarks.end() ? decodeMarked(bytes, *mark, subject)
                                                 : decodeUnmarked(bytes, subject, declared);
  if (!decoded) return decoded;
  std::string& text = decoded->text;
  const auto controls = static_cast<std::size_t>(std::count_if(
      text.begin(), text.end(), [](char c) { return isControl(static_cast<unsigned char>(c)); }));
  if (controls >= kFewControls && controls > text.size() / kControlShare) {
    return fail(ErrorCode::invalidInput,
                fmt::format("{} is not text: {} of its {} bytes are control characters.", subject,
                            controls, text.size()));
  }
  makeLineEndsLf(text);
  return decoded;
}

std::string declaredCharset(std::string_view html) {
  const std::string start = lower(html.substr(0, 4096));
  // A page can carry the word in a script before its meta: only markup that may declare counts.
  for (std::size_t at = start.find('<'); at != std::string::npos; at = start.find('<', at + 1)) {
    const std::string_view tag = std::string_view(start).substr(at);
    const bool declaration = tag.starts_with("<?xml");
    if (!declaration && !tag.starts_with("<meta")) continue;
    const std::string_view inside = tag.substr(0, tag.find('>'));
    const std::string_view key = declaration ? "encoding" : "charset";
    std::size_t name = inside.find(key);
    if (name == std::string_view::npos) continue;
    name = inside.find_first_not_of(" \t\r\n=\"'", name + key.size());
    if (name == std::string_view::npos) continue;
    const std::string_view rest = inside.substr(name);
    return std::string(rest.substr(0, rest.find_first_of(" \t\r\n\"'/;?")));
  }
  return {};
}

}  // namespace assay::importer
