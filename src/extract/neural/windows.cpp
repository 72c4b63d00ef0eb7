#include "extract/neural/windows.h"

#include <algorithm>

namespace assay::extract::neural {

namespace {

// Sentences, endless ones in pieces.
std::vector<WindowPart> partsOf(const nlp::Reading& r, const PiecesOfTokens& pieces,
                                std::size_t budget) {
  std::vector<WindowPart> parts;
  for (const nlp::Sentence& sentence : r.sentences) {
    const std::size_t paragraphEnd = r.paragraphs[sentence.paragraph].tokens.end;
    for (std::size_t begin = sentence.tokens.begin; begin < sentence.tokens.end;) {
      std::size_t end = begin;
      std::size_t count = 0;
      while (end < sentence.tokens.end &&
             (end == begin || count + pieces.count(end) + 1 <= budget)) {
        count += pieces.count(end);
        ++end;
      }
      const bool last = end == paragraphEnd;
      parts.push_back({{begin, end}, last, std::min(count, budget - 1) + (last ? 1 : 0)});
      begin = end;
    }
  }
  return parts;
}

// How many parts of a full window stay in it: those up to its last whole paragraph, if they fill
// half of it.
std::size_t keptOf(const Window& window, std::size_t budget) {
  std::size_t kept = window.size();
  while (kept > 1 && !window[kept - 1].endsParagraph) --kept;
  std::size_t used = 0;
  for (std::size_t i = 0; i < kept; ++i) used += window[i].pieces;
  return window[kept - 1].endsParagraph && used * 2 > budget ? kept : window.size();
}

}  // namespace

PiecesOfTokens piecesOf(const nlp::Reading& reading, const WordPieces& pieces) {
  PiecesOfTokens out;
  out.begins.reserve(reading.tokens.size() + 1);
  out.begins.push_back(0);
  for (std::size_t t = 0; t < reading.tokens.size(); ++t) {
    pieces.append(reading.word(t), out.pieces);
    out.begins.push_back(out.pieces.size());
  }
  return out;
}

std::vector<Window> cutIntoWindows(const nlp::Reading& reading, const PiecesOfTokens& pieces,
                                   std::size_t budget) {
  const std::vector<WindowPart> parts = partsOf(reading, pieces, budget);
  std::vector<Window> windows;
  Window window;
  std::size_t used = 0;
  for (std::size_t i = 0; i < parts.size();) {
    if (!window.empty() && used + parts[i].pieces > budget) {
      const std::size_t kept = keptOf(window, budget);
      i -= window.size() - kept;
      window.resize(kept);
      windows.push_back(std::move(window));
      window.clear();
      used = 0;
      continue;
    }
    used += parts[i].pieces;
    window.push_back(parts[i++]);
  }
  if (!window.empty()) windows.push_back(std::move(window));
  return windows;
}

}  // namespace assay::extract::neural
