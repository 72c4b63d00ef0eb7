// The one table of formats: adding an importer is one file with its function and one row.
//
// Inside the room only; what others may know is in import.h. Pure functions, safe from every
// thread.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "base/job.h"
#include "base/result.h"
#include "import/import.h"
#include "model/document.h"

namespace assay::importer {

/// What every importer is told besides the text. Refers to what the caller holds.
struct Context {
  std::string_view subject;  ///< how messages name the input: "notes.txt", "The pasted text"
  const Limits& limits;
  const base::Job& job;
};

/// Makes a document of decoded text: valid UTF-8, LF line ends, no byte order mark, no NUL, not
/// blank. Fills title, byline, url, text, blocks and warnings; the rest is import.cpp's.
using Importer = base::Result<model::Document> (*)(std::string text, const Context& context);

struct FormatRow {
  Format format;
  std::string_view id;
  /// Lower case, with the dot; the first is the one named to people.
  std::span<const std::string_view> extensions;
  /// Whether a text without a telling name is in this format, judged by how it begins.
  bool (*looksLike)(std::string_view start);
  Importer importer;
};

/// Every format that is read; the last one takes what no other one recognises.
[[nodiscard]] std::span<const FormatRow> formatRows();
[[nodiscard]] const FormatRow& rowOf(Format format);

// The importers, one file each.
[[nodiscard]] base::Result<model::Document> importText(std::string text, const Context& context);
[[nodiscard]] base::Result<model::Document> importMarkdown(std::string text,
                                                           const Context& context);
[[nodiscard]] base::Result<model::Document> importHtml(std::string text, const Context& context);

}  // namespace assay::importer
