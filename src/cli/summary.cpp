#include "cli/summary.h"

#include <algorithm>
#include <numeric>
#include <vector>

#include "base/utf8.h"
#include "cli/lines.h"
#include "cli/parser.h"
#include "cli/words.h"

namespace assay::cli {

namespace {

constexpr std::size_t kWidth = 80;
constexpr std::size_t kIndent = 12;       // of `labelled`
constexpr std::size_t kLineLength = 68;   // code points of a block shown on one line
constexpr std::size_t kMostSetAside = 8;  // more are counted, not shown

std::string listRow(std::string_view label, const std::string& text) {
  std::string row(label);
  row.resize(kIndent, ' ');
  return row + wrapped(harmless(text), kIndent, kWidth) + "\n";
}

std::string joined(const std::vector<std::string>& parts) {
  std::string out;
  for (const std::string& part : parts) out += (out.empty() ? "" : ", ") + part;
  return out;
}

std::string blocksByRole(const std::vector<model::Block>& blocks) {
  std::vector<std::string> parts;
  for (const model::BlockRoleInfo& role : model::blockRoles()) {
    const auto count = std::count_if(blocks.begin(), blocks.end(), [&](const model::Block& block) {
      return block.role == role.role;
    });
    if (count > 0) parts.push_back(std::to_string(count) + " " + std::string(role.word));
  }
  return std::to_string(blocks.size()) + ": " + joined(parts);
}

std::string quotesByKind(const std::vector<model::Quote>& quotes) {
  if (quotes.empty()) return "none";
  std::vector<std::string> parts;
  for (const model::QuoteKindInfo& kind : model::quoteKinds()) {
    const auto count = std::count_if(quotes.begin(), quotes.end(), [&](const model::Quote& quote) {
      return quote.kind == kind.kind;
    });
    if (count > 0) parts.push_back(std::to_string(count) + " " + std::string(kind.id));
  }
  return std::to_string(quotes.size()) + ": " + joined(parts);
}

std::string claimsLine(const std::vector<model::Claim>& claims) {
  if (claims.empty()) return "none";
  const auto inside = std::count_if(claims.begin(), claims.end(), [](const model::Claim& claim) {
    return claim.quote.has_value();
  });
  std::string out = std::to_string(claims.size());
  if (inside > 0) out += ", " + std::to_string(inside) + " of them inside quotes";
  return out;
}

// Who speaks most comes first; those who speak alike stay in the order of the article.
std::string speakersLine(const model::Extraction& found) {
  const std::size_t unknown = found.speakers.size();
  std::vector<std::size_t> counts(unknown + 1);
  for (const model::Quote& quote : found.quotes) ++counts[quote.speaker.value_or(unknown)];
  std::vector<std::size_t> order(counts.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return counts[a] != counts[b] ? counts[a] > counts[b] : a < b;
  });
  std::vector<std::string> parts;
  for (const std::size_t i : order) {
    const std::string name = i == unknown ? "unknown" : found.speakers[i].name;
    if (counts[i] > 0) parts.push_back(name + " " + std::to_string(counts[i]));
  }
  return parts.empty() ? "none" : joined(parts);
}

std::string setAside(const model::Document& document, const std::vector<model::Block>& blocks) {
  std::string out;
  std::size_t count = 0;
  for (const model::Block& block : blocks) {
    if (block.role != model::BlockRole::boilerplate) continue;
    if (++count > kMostSetAside) continue;
    if (count > 1) out += '\n';
    out += brief(block.span.of(document.text), kLineLength);
  }
  if (count > kMostSetAside) out += "\nand " + std::to_string(count - kMostSetAside) + " more";
  return out;
}

std::size_t lineOf(std::string_view text, std::size_t at) {
  const std::string_view before = text.substr(0, at);
  return static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n')) + 1;
}

}  // namespace

std::string importSummary(const app::ImportArticle& taken, std::string_view number,
                          std::string_view title) {
  const model::Document& document = taken.document;
  const model::Extraction& found = taken.extraction;
  std::string out = labelled(number, base::oneLine(title));
  out += labelled("File", document.origin + " (" + document.format + ")");
  out += listRow("Blocks", blocksByRole(found.blocks));
  out += listRow("Quotes", quotesByKind(found.quotes));
  out += listRow("Claims", claimsLine(found.claims));
  out += listRow("Speakers", speakersLine(found));
  const std::string aside = setAside(document, found.blocks);
  if (!aside.empty()) out += labelled("Set aside", aside);
  for (const model::Warning& warning : document.warnings) {
    std::string text = warning.message;
    if (warning.span) {
      text = "line " + std::to_string(lineOf(document.text, warning.span->begin)) + ": " + text;
    }
    out += listRow("Note", text);
  }
  return out;
}

std::string blockLines(const model::Document& document) {
  const base::CodePointIndex index(document.text);
  std::string out;
  for (const model::Block& block : document.blocks) {
    const base::Span span = index.toCodePoints(block.span);
    out += std::to_string(span.begin) + "-" + std::to_string(span.end) + " " +
           std::string(model::info(block.role).id) + ": " +
           harmless(base::oneLine(block.span.of(document.text))) + "\n";
  }
  return out;
}

}  // namespace assay::cli
