#include "report/suggested_edits.h"

#include <algorithm>
#include <map>
#include <numeric>

#include "base/utf8.h"

namespace assay::report {

namespace {

constexpr std::string_view kJoint = " … ";  // between the pieces of Anchor::exact

// Above this the table of the comparison would be larger than the report.
constexpr std::size_t kLargestTable = 1'000'000;

enum class TokenKind { blank, word, sign };

struct Token {
  base::Span span;
  TokenKind kind = TokenKind::sign;
  std::string_view text;

  bool operator==(const Token& other) const {
    return kind == other.kind && (kind == TokenKind::blank || text == other.text);
  }
};

TokenKind kindOf(char32_t c) {
  if (c == U' ' || c == U'\n' || c == U'\t' || c == 0xA0) return TokenKind::blank;
  if (c < 0x80) {
    const bool letter = (c >= U'0' && c <= U'9') || (c >= U'A' && c <= U'Z') ||
                        (c >= U'a' && c <= U'z') || c == U'\'';
    return letter ? TokenKind::word : TokenKind::sign;
  }
  // Quotation marks, dashes, guillemets; ’ is part of a word, joiners are part of an emoji.
  const bool sign = (c >= 0x2010 && c <= 0x2027 && c != 0x2019) || c == 0xAB || c == 0xBB;
  return sign ? TokenKind::sign : TokenKind::word;
}

std::vector<Token> tokensOf(std::string_view text) {
  std::vector<Token> tokens;
  for (std::size_t at = 0; at < text.size();) {
    const base::CodePoint c = base::codePointAt(text, at);
    const TokenKind kind = kindOf(c.value);
    // "9.5" and "48,000" are one word each.
    const bool point = (c.value == U'.' || c.value == U',') && !tokens.empty() &&
                       tokens.back().kind == TokenKind::word && tokens.back().span.end == at &&
                       text[at - 1] >= '0' && text[at - 1] <= '9' && at + 1 < text.size() &&
                       text[at + 1] >= '0' && text[at + 1] <= '9';
    const bool goesOn = !tokens.empty() && tokens.back().span.end == at &&
                        tokens.back().kind == kind && kind != TokenKind::sign;
    if (goesOn || point) {
      tokens.back().span.end += c.length;
    } else {
      tokens.push_back({{at, at + c.length}, kind, {}});
    }
    at += c.length;
  }
  for (Token& token : tokens) token.text = token.span.of(text);
  return tokens;
}

/// Runs of tokens that differ, as token indices of both sides.
struct Hunk {
  std::size_t oldBegin, oldEnd, newBegin, newEnd;
};

/// The hunks between the first `head` and the last `tail` tokens, which are equal, by the longest
/// common subsequence.
std::vector<Hunk> compared(const std::vector<Token>& before, const std::vector<Token>& after,
                           std::size_t head, std::size_t tail) {
  const std::size_t rows = before.size() - head - tail;
  const std::size_t columns = after.size() - head - tail;
  if (rows == 0 && columns == 0) return {};
  if ((rows + 1) * (columns + 1) > kLargestTable || rows == 0 || columns == 0) {
    return {{head, head + rows, head, head + columns}};
  }
  std::vector<std::uint32_t> longest((rows + 1) * (columns + 1), 0);
  const auto at = [&](std::size_t i, std::size_t j) -> std::uint32_t& {
    return longest[i * (columns + 1) + j];
  };
  // Words weigh more than what stands between them: "the 4 the" must not be matched by blanks.
  const auto weight = [](const Token& token) { return token.kind == TokenKind::word ? 4U : 1U; };
  for (std::size_t i = rows; i-- > 0;) {
    for (std::size_t j = columns; j-- > 0;) {
      const bool same = before[head + i] == after[head + j];
      at(i, j) = std::max(at(i + 1, j), at(i, j + 1));
      if (same) at(i, j) = std::max(at(i, j), at(i + 1, j + 1) + weight(before[head + i]));
    }
  }
  std::vector<Hunk> hunks;
  std::size_t i = 0;
  std::size_t j = 0;
  const auto differs = [&](std::size_t oldMore, std::size_t newMore) {
    const bool goesOn =
        !hunks.empty() && hunks.back().oldEnd == head + i && hunks.back().newEnd == head + j;
    if (!goesOn) hunks.push_back({head + i, head + i, head + j, head + j});
    hunks.back().oldEnd += oldMore;
    hunks.back().newEnd += newMore;
    i += oldMore;
    j += newMore;
  };
  while (i < rows || j < columns) {
    const bool same = i < rows && j < columns && before[head + i] == after[head + j] &&
                      at(i, j) == at(i + 1, j + 1) + weight(before[head + i]);
    if (same) {
      ++i;
      ++j;
    } else if (i < rows && (j == columns || at(i + 1, j) >= at(i, j + 1))) {
      differs(1, 0);
    } else {
      differs(0, 1);
    }
  }
  return hunks;
}

/// Changes with nothing but a blank or a sign between them read better as one.
std::vector<Hunk> joined(const std::vector<Hunk>& hunks, const std::vector<Token>& before) {
  std::vector<Hunk> out;
  for (const Hunk& hunk : hunks) {
    const bool wordBetween =
        out.empty() || std::any_of(before.begin() + static_cast<std::ptrdiff_t>(out.back().oldEnd),
                                   before.begin() + static_cast<std::ptrdiff_t>(hunk.oldBegin),
                                   [](const Token& t) { return t.kind == TokenKind::word; });
    if (wordBetween) {
      out.push_back(hunk);
    } else {
      out.back().oldEnd = hunk.oldEnd;
      out.back().newEnd = hunk.newEnd;
    }
  }
  return out;
}

std::size_t wordsIn(const std::vector<Token>& tokens, std::size_t begin, std::size_t end) {
  return static_cast<std::size_t>(
      std::count_if(tokens.begin() + static_cast<std::ptrdiff_t>(begin),
                    tokens.begin() + static_cast<std::ptrdiff_t>(end),
                    [](const Token& t) { return t.kind == TokenKind::word; }));
}

/// Less than a third of the words in common: two sentences, not two versions of one.
bool tooDifferent(const std::vector<Hunk>& hunks, const std::vector<Token>& before,
                  const std::vector<Token>& after) {
  std::size_t changed = 0;
  for (const Hunk& hunk : hunks) {
    changed += std::max(wordsIn(before, hunk.oldBegin, hunk.oldEnd),
                        wordsIn(after, hunk.newBegin, hunk.newEnd));
  }
  const std::size_t all =
      std::max(wordsIn(before, 0, before.size()), wordsIn(after, 0, after.size()));
  return hunks.size() > 1 && changed * 3 > all * 2;
}

base::Span bytesOf(const std::vector<Token>& tokens, std::size_t begin, std::size_t end) {
  if (begin < end) return {tokens[begin].span.begin, tokens[end - 1].span.end};
  const std::size_t at = begin == 0 ? 0 : tokens[begin - 1].span.end;
  return {at, at};
}

/// The pieces of a correction that belong to the pieces of its passage, or nothing.
std::vector<std::string_view> piecesOf(std::string_view correction, std::size_t count) {
  if (count == 1) return {correction};
  std::vector<std::string_view> pieces;
  for (std::size_t from = 0;;) {
    const std::size_t end = correction.find(kJoint, from);
    pieces.push_back(correction.substr(from, end - from));
    if (end == std::string_view::npos) break;
    from = end + kJoint.size();
  }
  return pieces.size() == count ? pieces : std::vector<std::string_view>{};
}

/// All of it lies in one block, between whole code points.
bool inOneBlock(std::string_view text, std::span<const MarkedBlock> blocks, base::Span span) {
  if (span.empty() || span.end > text.size()) return false;
  const auto midway = [&](std::size_t at) {
    return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U;
  };
  if (midway(span.begin) || midway(span.end)) return false;
  const auto block = std::partition_point(
      blocks.begin(), blocks.end(), [&](const MarkedBlock& b) { return b.span.end <= span.begin; });
  return block != blocks.end() && block->span.contains(span);
}

/// The edits of one item, or nothing when they have to be made by hand.
std::vector<SuggestedEdit> editsOf(const ReportData& data, std::span<const MarkedBlock> blocks,
                                   std::size_t index) {
  const model::Item& item = data.items[index].item;
  const auto& spans = item.anchor.spans;
  const auto pieces = piecesOf(item.correction, spans.size());
  std::vector<SuggestedEdit> edits;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    if (!inOneBlock(data.text, blocks, spans[i])) return {};
    for (SuggestedEdit& edit : wordEdits(spans[i].of(data.text), pieces[i])) {
      edit.behind = edit.span.empty() && edit.span.begin > 0;
      edit.span.begin += spans[i].begin;
      edit.span.end += spans[i].begin;
      edit.item = index;
      edits.push_back(std::move(edit));
    }
  }
  return edits;
}

bool changesNothing(const model::Item& item) {
  return base::oneLine(item.correction) == base::oneLine(item.anchor.exact);
}

std::size_t lengthOf(const model::Item& item) {
  std::size_t length = 0;
  for (const base::Span& span : item.anchor.spans) length += span.size();
  return length;
}

/// Edits taken so far, by where they begin.
class Taken {
 public:
  /// Takes all of them, or none when one touches what was taken before.
  bool take(std::vector<SuggestedEdit> edits) {
    for (const SuggestedEdit& edit : edits) {
      if (touches(edit.span)) return false;
    }
    for (SuggestedEdit& edit : edits) byBegin_.emplace(edit.span.begin, std::move(edit));
    return true;
  }
  [[nodiscard]] std::vector<SuggestedEdit> inOrder() {
    std::vector<SuggestedEdit> out;
    out.reserve(byBegin_.size());
    for (auto& [begin, edit] : byBegin_) out.push_back(std::move(edit));
    return out;
  }

 private:
  [[nodiscard]] bool touches(base::Span span) const {
    const auto next = byBegin_.lower_bound(span.begin);
    if (next != byBegin_.end() && next->first <= span.end) return true;
    return next != byBegin_.begin() && std::prev(next)->second.span.end >= span.begin;
  }

  std::map<std::size_t, SuggestedEdit> byBegin_;
};

}  // namespace

std::vector<SuggestedEdit> wordEdits(std::string_view before, std::string_view after) {
  const auto old = tokensOf(before);
  const auto fresh = tokensOf(after);
  std::size_t head = 0;
  while (head < old.size() && head < fresh.size() && old[head] == fresh[head]) ++head;
  std::size_t tail = 0;
  while (head + tail < old.size() && head + tail < fresh.size() &&
         old[old.size() - 1 - tail] == fresh[fresh.size() - 1 - tail]) {
    ++tail;
  }
  auto hunks = joined(compared(old, fresh, head, tail), old);
  if (tooDifferent(hunks, old, fresh)) {
    hunks = {{head, old.size() - tail, head, fresh.size() - tail}};
  }
  std::vector<SuggestedEdit> edits;
  for (const Hunk& hunk : hunks) {
    SuggestedEdit edit;
    edit.span = bytesOf(old, hunk.oldBegin, hunk.oldEnd);
    edit.words = bytesOf(fresh, hunk.newBegin, hunk.newEnd).of(after);
    edits.push_back(std::move(edit));
  }
  return edits;
}

SuggestedEdits suggestedEdits(const ReportData& data, std::span<const MarkedBlock> blocks) {
  SuggestedEdits out;
  out.suggestions.assign(data.items.size(), Suggestion::none);
  std::vector<std::size_t> order(data.items.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return lengthOf(data.items[a].item) < lengthOf(data.items[b].item);
  });
  Taken taken;
  for (const std::size_t index : order) {
    const model::Item& item = data.items[index].item;
    if (item.correction.empty() || changesNothing(item)) continue;
    auto edits = editsOf(data, blocks, index);
    const bool made = !edits.empty() && taken.take(std::move(edits));
    out.suggestions[index] = made ? Suggestion::tracked : Suggestion::byHand;
  }
  out.edits = taken.inOrder();
  return out;
}

}  // namespace assay::report
