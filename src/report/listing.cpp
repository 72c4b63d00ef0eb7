// The readable side of listing.h: for terminals and spreadsheets.
#include "report/listing.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "report/csv.h"
#include "report/escape.h"

namespace assay::report {

namespace {

constexpr std::size_t kIndent = 6;
constexpr std::size_t kTextWidth = 100;  // code points of a passage in the readable extraction
constexpr std::size_t kLeastText = 20;   // columns of the passage in a very narrow terminal

/// One line that a terminal cannot be led astray with: no escape sequences, no reordering.
std::string plainLine(std::string_view text) { return visible(base::oneLine(text)); }

std::string twoDecimals(double value) {
  const auto hundredths = static_cast<long>(value * 100 + 0.5);
  const std::string digits = std::to_string(hundredths % 100);
  return std::to_string(hundredths / 100) + "." + (digits.size() < 2 ? "0" : "") + digits;
}

/// `line` cut to `columns` with an ellipsis, or filled up with blanks.
std::string fitted(const std::string& line, std::size_t columns) {
  std::string out = line;
  for (std::size_t count = base::codePointCount(line);
       base::terminalColumns(out) > columns && count > 1; --count) {
    out = base::shortened(line, count - 1);
  }
  const std::size_t used = base::terminalColumns(out);
  if (used < columns) out.append(columns - used, ' ');
  return out;
}

std::string blanks(std::size_t count) { return std::string(count, ' '); }

std::string padded(const std::string& text, std::size_t columns) {
  const std::size_t used = base::terminalColumns(text);
  return used < columns ? text + blanks(columns - used) : text;
}

void appendPassage(std::string& out, std::string_view text) {
  out += blanks(kIndent) + base::shortened(plainLine(text), kTextWidth) + "\n";
}

void appendQuotes(std::string& out, const model::Document& document,
                  const model::Extraction& extraction) {
  for (std::size_t i = 0; i < extraction.quotes.size(); ++i) {
    const model::Quote& quote = extraction.quotes[i];
    std::string speaker = "speaker unknown";
    if (quote.speaker && *quote.speaker < extraction.speakers.size()) {
      const model::Speaker& known = extraction.speakers[*quote.speaker];
      speaker = plainLine(known.name);
      if (!known.roles.empty()) speaker += ", " + plainLine(known.roles.front());
    }
    out += padded("Q" + std::to_string(i + 1), kIndent) +
           padded(std::string(model::info(quote.kind).id), 10) + twoDecimals(quote.confidence) +
           "  " + speaker + "\n";
    std::string words;
    for (const base::Span& span : quote.content) {
      if (!words.empty()) words += " … ";
      words += span.of(document.text);
    }
    appendPassage(out, words);
  }
}

void appendClaims(std::string& out, const model::Document& document,
                  const model::Extraction& extraction) {
  for (std::size_t i = 0; i < extraction.claims.size(); ++i) {
    const model::Claim& claim = extraction.claims[i];
    std::string reasons;
    for (const model::ClaimReason reason : claim.reasons) {
      if (!reasons.empty()) reasons += ", ";
      reasons += model::info(reason).word;
    }
    out += padded("C" + std::to_string(i + 1), kIndent) + twoDecimals(claim.score);
    if (claim.quote) out += "  in Q" + std::to_string(*claim.quote + 1);
    if (!claim.checkable) out += "  not checkable";
    if (!reasons.empty()) out += "  " + reasons;
    out += "\n";
    appendPassage(out, claim.span.of(document.text));
  }
}

std::string counted(std::size_t count, std::string_view one, std::string_view many) {
  return std::to_string(count) + " " + std::string(count == 1 ? one : many);
}

}  // namespace

std::string extractionText(const model::Document& document, const model::Extraction& extraction) {
  std::string out;
  const std::string& title = extraction.title.empty() ? document.title : extraction.title;
  if (!title.empty()) out += plainLine(title) + "\n";
  const auto aside = static_cast<std::size_t>(
      std::count_if(extraction.blocks.begin(), extraction.blocks.end(),
                    [](const auto& block) { return block.role == model::BlockRole::boilerplate; }));
  out += counted(extraction.quotes.size(), "quote", "quotes") + ", " +
         counted(extraction.claims.size(), "claim", "claims") + ", " +
         counted(extraction.speakers.size(), "speaker", "speakers") + ", " +
         counted(aside, "block", "blocks") + " set aside\n";
  if (!extraction.quotes.empty()) out += "\n";
  appendQuotes(out, document, extraction);
  if (!extraction.claims.empty()) out += "\n";
  appendClaims(out, document, extraction);
  return out;
}

std::string itemsCsv(const std::vector<ListedItem>& items) {
  CsvFile csv(false);
  for (const char* column : {"article", "number", "kind", "status", "text", "speaker", "start",
                             "end", "score", "quote", "flags"}) {
    csv.cell(column);
  }
  csv.endRow();
  for (const ListedItem& item : items) {
    std::string flags;
    for (const model::FlagInfo& flag : model::flags()) {
      if (!item.flags.has(flag.flag)) continue;
      if (!flags.empty()) flags += '\n';
      flags += flag.id;
    }
    csv.cell(item.article);
    csv.cell(item.number);
    csv.cell(model::info(item.kind).id);
    csv.cell(model::info(item.status).id);
    csv.cell(item.text);
    csv.cell(item.speaker);
    csv.cell(item.start);
    csv.cell(item.end);
    csv.cell(twoDecimals(item.score));
    csv.cell(item.parent);
    csv.cell(flags);
    csv.endRow();
  }
  return csv.take();
}

std::string itemsTable(const std::vector<ListedItem>& items, std::size_t columns) {
  if (items.empty()) return "No items.\n";
  constexpr std::size_t kNumber = 0;
  constexpr std::size_t kStatus = 1;
  constexpr std::size_t kSpeaker = 3;
  constexpr std::size_t kSpeakerMost = 24;
  const bool severalArticles = std::any_of(items.begin(), items.end(), [&](const ListedItem& i) {
    return i.article != items.front().article;
  });
  std::vector<std::array<std::string, 4>> rows{{"No.", "Status", "Kind", "Speaker"}};
  for (const ListedItem& item : items) {
    const model::StatusInfo& status = model::info(item.status);
    const std::string number = severalArticles ? item.article + " " + item.number : item.number;
    // A claim inside a quote is set in, as in the workbench.
    rows.push_back({(item.parent.empty() ? "" : "  ") + number,
                    std::string(status.glyph) + " " + std::string(status.word),
                    std::string(model::info(item.kind).id), plainLine(item.speaker)});
  }
  std::array<std::size_t, 4> widths{};
  for (const auto& row : rows) {
    for (std::size_t i = kNumber; i < row.size(); ++i) {
      widths[i] = std::max(widths[i], base::terminalColumns(row[i]));
    }
  }
  widths[kSpeaker] = std::min(widths[kSpeaker], kSpeakerMost);
  widths[kStatus] = std::max(widths[kStatus], std::size_t{6});
  std::size_t before = 0;
  for (const std::size_t width : widths) before += width + 2;
  const std::size_t room = columns > before + kLeastText ? columns - before : kLeastText;

  std::string out;
  for (std::size_t r = 0; r < rows.size(); ++r) {
    for (std::size_t i = 0; i < widths.size(); ++i) out += fitted(rows[r][i], widths[i]) + "  ";
    const std::string text = r == 0 ? "Text" : plainLine(items[r - 1].text);
    out += fitted(text, room);
    out.erase(out.find_last_not_of(' ') + 1);
    out += '\n';
  }
  return out;
}

}  // namespace assay::report
