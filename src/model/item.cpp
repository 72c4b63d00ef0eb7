#include "model/item.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "base/utf8.h"

namespace assay::model {

namespace {

constexpr std::size_t kContext = 32;  // code points kept on each side of an anchor

constexpr std::array kItemKinds{
    ItemKindInfo{ItemKind::direct, "direct", "direct quote", 'Q'},
    ItemKindInfo{ItemKind::indirect, "indirect", "indirect quote", 'Q'},
    ItemKindInfo{ItemKind::mixed, "mixed", "mixed quote", 'Q'},
    ItemKindInfo{ItemKind::claim, "claim", "claim", 'C'},
};

}  // namespace

std::span<const ItemKindInfo> itemKinds() { return kItemKinds; }

const ItemKindInfo& info(ItemKind kind) { return kItemKinds[static_cast<std::size_t>(kind)]; }

std::optional<ItemKind> itemKindById(std::string_view id) {
  const auto row = std::find_if(kItemKinds.begin(), kItemKinds.end(),
                                [&](const ItemKindInfo& r) { return r.id == id; });
  return row == kItemKinds.end() ? std::nullopt : std::optional(row->kind);
}

ItemKind itemKind(QuoteKind kind) {
  switch (kind) {
    case QuoteKind::direct: return ItemKind::direct;
    case QuoteKind::indirect: return ItemKind::indirect;
    case QuoteKind::mixed: return ItemKind::mixed;
  }
  return ItemKind::direct;
}

std::string numberText(ItemKind kind, std::int64_t number) {
  return std::string(1, info(kind).letter) + std::to_string(number);
}

std::optional<ParsedNumber> parseNumber(std::string_view text) {
  if (text.size() < 2) return std::nullopt;
  char letter = text.front();
  if (letter >= 'a' && letter <= 'z') letter = static_cast<char>(letter - 'a' + 'A');
  if (letter < 'A' || letter > 'Z') return std::nullopt;
  std::int64_t number = 0;
  const char* end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data() + 1, end, number);
  if (error != std::errc{} || stop != end || number <= 0) return std::nullopt;
  return ParsedNumber{letter, number};
}

Anchor makeAnchor(std::string_view text, std::vector<base::Span> spans,
                  std::optional<base::Span> cue, std::optional<base::Span> source) {
  Anchor anchor;
  for (const base::Span& span : spans) {
    if (!anchor.exact.empty()) anchor.exact += " … ";
    anchor.exact += span.of(text);
  }
  if (!spans.empty()) {
    anchor.prefix = base::codePointsBefore(text, spans.front().begin, kContext);
    anchor.suffix = base::codePointsFrom(text, spans.back().end, kContext);
  }
  anchor.spans = std::move(spans);
  anchor.cue = cue;
  anchor.source = source;
  return anchor;
}

}  // namespace assay::model
