#include "extract/neural/findings.h"

#include <algorithm>
#include <cmath>

#include "extract/neural/inputs.h"
#include "extract/neural/sequence.h"
#include "extract/neural/tree.h"
#include "extract/neural/window_findings.h"
#include "extract/neural/windows.h"
#include "extract/nlp/memory.h"

namespace assay::extract::neural {

namespace {

using nlp::Range;

constexpr std::uint8_t kCue = 1;
constexpr std::uint8_t kSource = 1;
constexpr std::uint8_t kContent = 3;
constexpr std::size_t kCueTags = 3;
constexpr std::size_t kRoleTags = 5;

// 0 inside the cue, 1–7 before it, 8–14 behind it: what encoder.py calls distance().
std::size_t distanceTo(Range cue, std::size_t token) {
  const auto step = [](std::size_t far) {
    constexpr std::size_t kSteps[] = {0, 1, 2, 4, 8, 16, 32};
    std::size_t i = 0;
    while (i < std::size(kSteps) && kSteps[i] < far) ++i;
    return i;
  };
  if (token < cue.begin) return step(cue.begin - token);
  return token < cue.end ? 0 : step(token - (cue.end - 1)) + 7;
}

// Rows `from` to `to` of others.
Rows slice(const Rows& rows, std::size_t from, std::size_t to) {
  const auto at = [&](std::size_t row) {
    return rows.values.begin() + static_cast<std::ptrdiff_t>(row * rows.width);
  };
  return {rows.width, std::vector<float>(at(from), at(to))};
}

void cutAtZero(Rows& rows) {
  for (float& value : rows.values) value = std::max(value, 0.0F);
}

class Reader {
 public:
  Reader(const nlp::Reading& reading, const std::vector<Marked>& marked, const EncoderModel& model)
      : r_(reading),
        m_(model),
        encoder_(model),
        pieces_(piecesOf(reading, model.pieces)),
        marks_(markStates(reading, marked)) {
    found_.pos.resize(r_.tokens.size(), nlp::Pos::none);
    found_.heads.resize(r_.tokens.size());
    found_.relations.resize(r_.tokens.size());
    found_.worth.resize(r_.sentences.size());
    found_.claims.resize(r_.tokens.size());
  }

  Findings run(const std::function<bool()>& stop) {
    for (const Window& window : cutIntoWindows(r_, pieces_, m_.window - 2)) {
      if (stop && stop()) return {};
      read(window);
    }
    return std::move(found_);
  }

 private:
  void read(const Window& window) {
    gather(window);
    if (r_.memory == nullptr) {
      findAll(window);
    } else {
      std::string key = windowKey(m_, inputs_, window);
      if (const std::string* known = r_.memory->recall(key)) {
        here_ = windowFindings(*known);
      } else {
        findAll(window);
        r_.memory->keep(std::move(key), bytesOf(here_));
      }
    }
    take(window);
  }

  void findAll(const Window& window) {
    here_ = {};
    encode();
    findTags();
    findClaims();
    findQuotes();
    first_ = window.front().tokens.begin;
    for (const WindowPart& part : window) {
      findTree(part);
      findWorth(part);
    }
  }

  // What was found in the window becomes what was found in the text.
  void take(const Window& window) {
    const std::size_t first = window.front().tokens.begin;
    for (std::size_t i = 0; i < here_.pos.size(); ++i) {
      found_.pos[first + i] = static_cast<nlp::Pos>(here_.pos[i]);
      found_.heads[first + i] = static_cast<std::uint32_t>(first) + here_.heads[i];
      found_.relations[first + i] = m_.relations[here_.relations[i]];
      found_.claims[first + i] = here_.claims[i];
    }
    for (std::size_t i = 0; i < window.size(); ++i) {
      float& worth = found_.worth[r_.sentenceOf[window[i].tokens.begin]];
      worth = std::max(worth, here_.worth[i]);
    }
    const auto spanOf = [&](TokenRun run) {
      return r_.spanOf({first + run.begin, first + run.end});
    };
    for (const Reported& reported : here_.reported) {
      Attribution a;
      for (const TokenRun content : reported.content) a.content.push_back(spanOf(content));
      a.kind = model::QuoteKind::indirect;
      a.cue = spanOf(reported.cue);
      if (!reported.source.empty()) {
        a.source = spanOf(reported.source.front());
        a.from = SourceFrom::clause;
      }
      a.confidence = 0.8;
      found_.attributions.push_back(std::move(a));
    }
  }

  // Fills inputs_ and rows_: where the first piece of each token lies.
  void gather(const Window& window) {
    inputs_.clear();
    rows_.clear();
    inputs_.add(m_.pieces.start(), 0, 0, 0);
    for (const WindowPart& part : window) {
      for (std::size_t t = part.tokens.begin; t < part.tokens.end; ++t) {
        rows_.push_back(inputs_.size());
        const auto shape = static_cast<std::uint8_t>(shapeOf(r_.word(t)));
        for (std::size_t p = pieces_.begins[t]; p < pieces_.begins[t + 1]; ++p) {
          // A token too long for a window ends where the window does.
          if (inputs_.size() + 1 >= m_.window && p > pieces_.begins[t]) break;
          const Edge edge = p == pieces_.begins[t] ? edgeOf(r_, t) : Edge::insideToken;
          inputs_.add(pieces_.pieces[p], shape, marks_[t], static_cast<std::uint8_t>(edge));
        }
      }
      if (part.endsParagraph) inputs_.add(m_.pieces.separator(), 0, 0, 0);
    }
  }

  // Fills states_: one row a token, that of its first piece.
  void encode() {
    encoder_.read(inputs_, all_);
    states_.width = m_.width;
    states_.values.resize(rows_.size() * m_.width);
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      std::copy_n(all_[rows_[i]], m_.width, states_[i]);
    }
  }

  void findTags() {
    encoder_.multiply(m_.tag, states_, scores_);
    for (std::size_t i = 0; i < states_.count(); ++i) {
      const float* row = scores_[i];
      here_.pos.push_back(
          static_cast<std::uint8_t>(std::max_element(row, row + nlp::kPosCount) - row));
    }
  }

  void findClaims() {
    encoder_.multiply(m_.claim, states_, scores_);
    here_.claims.resize(states_.count());
    for (std::size_t i = 0; i < states_.count(); ++i) {
      std::copy_n(scores_[i], kClaimSenses, here_.claims[i].begin());
    }
  }

  void findQuotes() {
    encoder_.multiply(m_.cue, states_, scores_);
    const std::vector<Range> cues = runsOf(bestSequence(scores_, kCueTags), kCue);
    if (cues.empty()) return;
    encoder_.multiply(m_.token, states_, tokenPart_);
    encoder_.multiply(m_.cueBegin, states_, beginPart_);
    encoder_.multiply(m_.cueEnd, states_, endPart_);
    for (const Range cue : cues) findRoles(cue);
  }

  void findRoles(Range cue) {
    pair_.width = m_.pair;
    pair_.values.resize(states_.count() * m_.pair);
    const float* begin = beginPart_[cue.begin];
    const float* end = endPart_[cue.end - 1];
    for (std::size_t t = 0; t < states_.count(); ++t) {
      const float* near = m_.near + distanceTo(cue, t) * m_.pair;
      const float* token = tokenPart_[t];
      float* pair = pair_[t];
      for (std::size_t d = 0; d < m_.pair; ++d) {
        pair[d] = std::max(0.0F, (begin[d] + end[d]) + (token[d] + near[d]));
      }
    }
    encoder_.multiply(m_.role, pair_, scores_);
    const std::vector<std::uint8_t> roles = bestSequence(scores_, kRoleTags);
    Reported reported;
    for (const Range content : runsOf(roles, kContent)) reported.content.push_back(runOf(content));
    if (reported.content.empty()) return;
    reported.cue = runOf(cue);
    for (const Range source : runsOf(roles, kSource)) reported.source.push_back(runOf(source));
    here_.reported.push_back(std::move(reported));
  }

  static TokenRun runOf(Range range) {
    return {static_cast<std::uint32_t>(range.begin), static_cast<std::uint32_t>(range.end)};
  }

  void findTree(const WindowPart& part) {
    const std::size_t from = part.tokens.begin - first_;
    const Rows words = slice(states_, from, part.tokens.end - first_);
    encoder_.multiply(m_.arcDependent, words, dependents_);
    encoder_.multiply(m_.arcHead, words, hidden_);
    cutAtZero(dependents_);
    cutAtZero(hidden_);
    encoder_.multiply(m_.arc, hidden_, heads_);
    encoder_.compare(dependents_, heads_, 1.0F, scores_);
    const std::vector<std::size_t> tree = bestTree(scores_, words.count());
    encoder_.multiply(m_.relationDependent, words, dependents_);
    encoder_.multiply(m_.relationHead, words, heads_);
    for (std::size_t i = 0; i < words.count(); ++i) {
      float* own = dependents_[i];
      const float* head = heads_[tree[i]];
      for (std::size_t d = 0; d < m_.pair; ++d) own[d] = std::max(0.0F, own[d] + head[d]);
      here_.heads.push_back(static_cast<std::uint32_t>(from + tree[i]));
    }
    encoder_.multiply(m_.relation, dependents_, scores_);
    for (std::size_t i = 0; i < words.count(); ++i) {
      const float* row = scores_[i];
      const auto best = std::max_element(row, row + m_.relations.size()) - row;
      here_.relations.push_back(static_cast<std::uint32_t>(best));
    }
  }

  void findWorth(const WindowPart& part) {
    const std::size_t from = part.tokens.begin - first_;
    encoder_.multiply(m_.worthToken, slice(states_, from, part.tokens.end - first_), hidden_);
    cutAtZero(hidden_);
    Rows mean{hidden_.width, std::vector<float>(hidden_.width, 0.0F)};
    for (std::size_t i = 0; i < hidden_.count(); ++i) {
      for (std::size_t d = 0; d < mean.width; ++d) mean.values[d] += hidden_[i][d];
    }
    const float share = 1.0F / static_cast<float>(hidden_.count());
    for (float& value : mean.values) value *= share;
    encoder_.multiply(m_.worth, mean, scores_);
    here_.worth.push_back(likelihood(scores_.values.front()));
  }

  const nlp::Reading& r_;
  const EncoderModel& m_;
  Encoder encoder_;
  PiecesOfTokens pieces_;
  std::vector<std::uint8_t> marks_;
  Findings found_;
  std::size_t first_ = 0;  // the window's first token
  WindowInputs inputs_;
  std::vector<std::size_t> rows_;
  WindowFindings here_;
  Rows all_, states_, scores_, tokenPart_, beginPart_, endPart_, pair_;
  Rows dependents_, heads_, hidden_;
};

}  // namespace

Findings readThoroughly(const nlp::Reading& reading, const std::vector<Marked>& marked,
                        const EncoderModel& model, const std::function<bool()>& stop) {
  if (model.empty() || reading.tokens.empty()) return {};
  return Reader(reading, marked, model).run(stop);
}

}  // namespace assay::extract::neural
