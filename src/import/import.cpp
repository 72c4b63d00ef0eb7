#include "import/import.h"

#include <fmt/format.h>
#include <unicode/uchar.h>

#include <exception>
#include <utility>

#include "base/hash.h"
#include "base/utf8.h"
#include "import/decode.h"
#include "import/document_builder.h"
#include "import/formats.h"
#include "import/known_kinds.h"

namespace assay::importer {

using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

// A text laced with marks is one finding, not ten thousand.
constexpr std::size_t kMostMarkWarnings = 20;

// Files have megabytes, limits in tests a few bytes.
std::string sizeText(std::uint64_t bytes) {
  if (bytes < 1'000'000) return fmt::format("{} bytes", bytes);
  return fmt::format("{:.1f} MB", static_cast<double>(bytes) / 1e6);
}

std::unexpected<base::Error> cancelledOf(std::string_view subject) {
  return fail(ErrorCode::cancelled,
              fmt::format("{}: the import was cancelled; nothing was taken in.", subject));
}

// Direction marks are invisible and can make a sentence look different from what it says. They
// are all in the range that begins with the bytes D8 or E2, which the search below relies on.
void warnOfDirectionMarks(model::Document& document) {
  const std::string& text = document.text;
  std::size_t runs = 0;
  for (std::size_t at = text.find_first_of("\xD8\xE2"); at != std::string::npos;) {
    const std::size_t begin = at;
    while (at < text.size()) {
      const base::CodePoint c = base::codePointAt(text, at);
      if (u_hasBinaryProperty(static_cast<UChar32>(c.value), UCHAR_BIDI_CONTROL) == 0) break;
      at += c.length;
    }
    if (at > begin && ++runs <= kMostMarkWarnings) {
      document.warnings.push_back(
          {"Hidden direction marks here: the words may be stored in another order than they show.",
           base::Span{begin, at}});
    }
    at = text.find_first_of("\xD8\xE2", at > begin ? at : begin + 1);
  }
  if (runs > kMostMarkWarnings) {
    document.warnings.push_back(
        {fmt::format("There are {} more places with hidden direction marks.",
                     runs - kMostMarkWarnings),
         std::nullopt});
  }
}

bool isBlank(std::string_view text) { return trimmedSpan(text, {0, text.size()}).empty(); }

// Cheap questions first: nothing is decoded of a file that is refused for its size or kind.
Result<model::Document> importChecked(const Input& input, const Limits& limits,
                                      const base::Job& job) {
  const std::string subject = subjectOf(input.name);
  if (input.bytes.empty()) {
    return fail(ErrorCode::invalidInput,
                subject + " is empty. Choose a file that holds the article.");
  }
  if (input.bytes.size() > limits.maxBytes) {
    return fail(ErrorCode::tooLarge,
                fmt::format("{} has {}; the most that is read is {}. Cut it into parts.", subject,
                            sizeText(input.bytes.size()), sizeText(limits.maxBytes)));
  }
  if (job.cancelled()) return cancelledOf(subject);
  const Result<Format> format = formatOf(input.name, input.bytes);
  if (!format) return base::passOn(format);

  job.report(0.1, "decoding");
  const std::string declared =
      *format == Format::html ? declaredCharset(input.bytes) : std::string();
  Result<Decoded> decoded = decode(input.bytes, subject, declared);
  if (!decoded) return base::passOn(decoded);
  if (isBlank(decoded->text)) {
    return fail(ErrorCode::invalidInput,
                subject + " holds only white space. Choose a file that holds the article.");
  }
  if (job.cancelled()) return cancelledOf(subject);

  job.report(0.3, "reading");
  const FormatRow& row = rowOf(*format);
  Result<model::Document> document =
      row.importer(std::move(decoded->text), Context{subject, limits, job});
  // An importer that was stopped gives half a document or an error of its own; neither is meant.
  if (job.cancelled()) return cancelledOf(subject);
  if (!document) return document;
  if (document->blocks.size() > limits.maxBlocks) {
    return fail(ErrorCode::tooLarge,
                fmt::format("{} has more than {} paragraphs, the most that is read. Cut it into "
                            "parts.",
                            subject, limits.maxBlocks));
  }
  if (document->blocks.empty()) {
    return fail(ErrorCode::invalidInput, subject +
                                             " holds no readable text, only markup. Copy the "
                                             "article's text and paste it instead.");
  }
  // What was guessed about the whole file goes before what was seen in places.
  document->warnings.insert(document->warnings.begin(), decoded->warnings.begin(),
                            decoded->warnings.end());
  warnOfDirectionMarks(*document);
  document->origin = input.name;
  document->format = row.id;
  document->sha256 = base::sha256Hex(document->text);
  job.report(1.0, "reading");
  return document;
}

}  // namespace

Result<model::Document> importDocument(const Input& input, const Limits& limits,
                                       const base::Job& job) {
  try {
    return importChecked(input, limits, job);
  } catch (const std::exception& error) {
    // Memory can run out on any line; the room's edge is where that becomes a value.
    return fail(ErrorCode::internal,
                fmt::format("{} could not be read: {}.", subjectOf(input.name), error.what()));
  }
}

}  // namespace assay::importer
