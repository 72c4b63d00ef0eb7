#include "extract/neural/sequence.h"

#include <algorithm>
#include <array>

namespace assay::extract::neural {

namespace {

constexpr std::size_t kMostTags = 8;
constexpr float kNever = -1e9F;

bool mayFollow(std::size_t before, std::size_t next) {
  if (next == 0 || next % 2 == 1) return true;
  return before == next || before + 1 == next;
}

}  // namespace

std::vector<std::uint8_t> bestSequence(const Rows& scores, std::size_t tags) {
  const std::size_t count = scores.count();
  std::vector<std::uint8_t> out(count, 0);
  if (count == 0) return out;
  std::array<float, kMostTags> best{};
  for (std::size_t n = 0; n < tags; ++n) {
    best[n] = n > 0 && n % 2 == 0 ? kNever : scores[0][n];
  }
  std::vector<std::array<std::uint8_t, kMostTags>> from(count);
  for (std::size_t t = 1; t < count; ++t) {
    std::array<float, kMostTags> next{};
    for (std::size_t n = 0; n < tags; ++n) {
      std::size_t top = 0;
      float most = kNever * 2;
      for (std::size_t b = 0; b < tags; ++b) {
        if (mayFollow(b, n) && best[b] > most) {
          most = best[b];
          top = b;
        }
      }
      from[t][n] = static_cast<std::uint8_t>(top);
      next[n] = most + scores[t][n];
    }
    best = next;
  }
  auto last =
      static_cast<std::size_t>(std::max_element(best.begin(), best.begin() + tags) - best.begin());
  for (std::size_t t = count; t > 0; --t) {
    out[t - 1] = static_cast<std::uint8_t>(last);
    last = from[t - 1][last];
  }
  return out;
}

std::vector<nlp::Range> runsOf(const std::vector<std::uint8_t>& tags, std::uint8_t begin) {
  std::vector<nlp::Range> runs;
  for (std::size_t t = 0; t < tags.size();) {
    std::size_t end = t + 1;
    if (tags[t] == begin) {
      while (end < tags.size() && tags[end] == begin + 1) ++end;
      runs.push_back({t, end});
    }
    t = end;
  }
  return runs;
}

}  // namespace assay::extract::neural
