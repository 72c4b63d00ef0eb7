#include "report/pieces.h"

#include <algorithm>
#include <tuple>

namespace assay::report {

namespace {

/// The share of one item's span that lies in one block.
struct Part {
  base::Span span;
  std::size_t item = 0;
  base::Span whole;    // of the item over the entire article, for the order of nesting
  bool first = false;  // of the item's parts, in the order of the text
  bool last = false;
};

std::vector<MarkedBlock> emptyBlocks(const ReportData& data) {
  std::vector<MarkedBlock> blocks;
  std::size_t from = 0;
  for (const model::Block& block : data.blocks) {
    const std::size_t end = std::min(block.span.end, data.text.size());
    const std::size_t begin = std::max(block.span.begin, from);
    if (begin >= end) continue;
    blocks.push_back({{begin, end}, block.role, {}, {}});
    from = end;
  }
  if (blocks.empty() && !data.text.empty()) {
    blocks.push_back({{0, data.text.size()}, model::BlockRole::body, {}, {}});
  }
  return blocks;
}

/// Gives every block the parts of the items on it.
std::vector<std::vector<Part>> partsByBlock(const ReportData& data,
                                            const std::vector<MarkedBlock>& blocks) {
  std::vector<std::vector<Part>> parts(blocks.size());
  for (std::size_t item = 0; item < data.items.size(); ++item) {
    const auto& spans = data.items[item].item.anchor.spans;
    if (spans.empty()) continue;
    const base::Span whole{spans.front().begin, spans.back().end};
    std::size_t lastBlock = blocks.size();  // none
    bool first = true;
    for (const base::Span& span : spans) {
      auto block = std::partition_point(blocks.begin(), blocks.end(), [&](const MarkedBlock& b) {
        return b.span.end <= span.begin;
      });
      for (; block != blocks.end() && block->span.begin < span.end; ++block) {
        const base::Span clipped{std::max(span.begin, block->span.begin),
                                 std::min(span.end, block->span.end)};
        if (clipped.empty()) continue;
        lastBlock = static_cast<std::size_t>(block - blocks.begin());
        parts[lastBlock].push_back({clipped, item, whole, first, false});
        first = false;
      }
    }
    if (lastBlock < blocks.size()) parts[lastBlock].back().last = true;
  }
  return parts;
}

bool outerFirst(const Part& a, const Part& b) {
  return std::tuple(a.whole.begin, b.whole.end, a.item, a.span.begin) <
         std::tuple(b.whole.begin, a.whole.end, b.item, b.span.begin);
}

std::vector<std::size_t> edgesOf(base::Span block, const std::vector<Part>& parts) {
  std::vector<std::size_t> edges{block.begin, block.end};
  for (const Part& part : parts) {
    edges.push_back(part.span.begin);
    edges.push_back(part.span.end);
  }
  std::sort(edges.begin(), edges.end());
  edges.erase(std::unique(edges.begin(), edges.end()), edges.end());
  return edges;
}

void cut(MarkedBlock& block, std::vector<Part>& parts) {
  std::sort(parts.begin(), parts.end(), outerFirst);
  const auto edges = edgesOf(block.span, parts);
  for (std::size_t i = 0; i + 1 < edges.size(); ++i) {
    block.pieces.push_back({{edges[i], edges[i + 1]}, {}, {}, {}});
  }
  const auto pieceAt = [&](std::size_t edge) {
    return static_cast<std::size_t>(std::lower_bound(edges.begin(), edges.end(), edge) -
                                    edges.begin());
  };
  for (const Part& part : parts) {
    const std::size_t from = pieceAt(part.span.begin);
    const std::size_t to = pieceAt(part.span.end);
    if (part.first) block.pieces[from].begins.push_back(part.item);
    if (part.last) {
      auto& ends = block.pieces[to - 1].ends;
      ends.insert(ends.begin(), part.item);
      block.items.push_back(part.item);
    }
    for (std::size_t i = from; i < to; ++i) {
      auto& marks = block.pieces[i].marks;
      const bool there = !marks.empty() && marks.back() == part.item;
      if (marks.size() < kDeepestMark && !there) marks.push_back(part.item);
    }
  }
  std::sort(block.items.begin(), block.items.end());
}

}  // namespace

std::vector<MarkedBlock> markedBlocks(const ReportData& data) {
  auto blocks = emptyBlocks(data);
  auto parts = partsByBlock(data, blocks);
  for (std::size_t i = 0; i < blocks.size(); ++i) cut(blocks[i], parts[i]);
  return blocks;
}

}  // namespace assay::report
