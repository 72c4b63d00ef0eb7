#include "extract/neural/tree.h"

#include <algorithm>

namespace assay::extract::neural {

namespace {

constexpr std::size_t kNone = static_cast<std::size_t>(-1);

// Scores between nodes; a node may stand for a circle that was drawn together.
struct Graph {
  std::size_t size = 0;
  std::vector<float> scores;  // [dependent][head]

  [[nodiscard]] float at(std::size_t dependent, std::size_t head) const {
    return scores[dependent * size + head];
  }
};

// The word that is best as the root compared with the best head it could have instead.
std::size_t rootOf(const Graph& g) {
  std::size_t root = 0;
  float most = 0;
  for (std::size_t i = 0; i < g.size; ++i) {
    float other = -1e30F;
    for (std::size_t j = 0; j < g.size; ++j) {
      if (j != i) other = std::max(other, g.at(i, j));
    }
    const float gain = g.at(i, i) - other;
    if (i == 0 || gain > most) {
      most = gain;
      root = i;
    }
  }
  return root;
}

std::vector<std::size_t> bestHeads(const Graph& g, std::size_t root) {
  std::vector<std::size_t> heads(g.size, root);
  for (std::size_t i = 0; i < g.size; ++i) {
    if (i == root) continue;
    for (std::size_t j = 0; j < g.size; ++j) {
      if (j != i && g.at(i, j) > g.at(i, heads[i])) heads[i] = j;
    }
  }
  return heads;
}

// The nodes of one circle, or nothing.
std::vector<std::size_t> circleIn(const std::vector<std::size_t>& heads, std::size_t root) {
  std::vector<std::size_t> seen(heads.size(), kNone);
  seen[root] = root;
  for (std::size_t start = 0; start < heads.size(); ++start) {
    std::size_t at = start;
    while (seen[at] == kNone) {
      seen[at] = start;
      at = heads[at];
    }
    if (at == root || seen[at] != start || start == root) continue;
    std::vector<std::size_t> circle = {at};
    for (std::size_t next = heads[at]; next != at; next = heads[next]) circle.push_back(next);
    return circle;
  }
  return {};
}

// One circle drawn together into a node of its own, the last one.
struct Contraction {
  std::vector<std::size_t> circle;
  std::vector<std::size_t> heads;    // of all nodes before
  std::vector<std::size_t> outside;  // the node before of each node now, the circle's left out
  std::vector<std::size_t> enter;    // by node now: the circle's node that it would head
  std::vector<std::size_t> leave;    // by node now: the circle's node that would head it
};

Graph contract(const Graph& g, Contraction& c) {
  std::vector<bool> inside(g.size, false);
  for (const std::size_t node : c.circle) inside[node] = true;
  for (std::size_t i = 0; i < g.size; ++i) {
    if (!inside[i]) c.outside.push_back(i);
  }
  const std::size_t size = c.outside.size() + 1;
  const std::size_t joined = size - 1;
  Graph out{size, std::vector<float>(size * size, 0.0F)};
  c.enter.assign(size, c.circle.front());
  c.leave.assign(size, c.circle.front());
  for (std::size_t i = 0; i < joined; ++i) {
    const std::size_t node = c.outside[i];
    for (std::size_t j = 0; j < joined; ++j) {
      out.scores[i * size + j] = g.at(node, c.outside[j]);
    }
    float in = -1e30F;
    float from = -1e30F;
    for (const std::size_t member : c.circle) {
      const float gain = g.at(member, node) - g.at(member, c.heads[member]);
      if (gain > in) {
        in = gain;
        c.enter[i] = member;
      }
      if (g.at(node, member) > from) {
        from = g.at(node, member);
        c.leave[i] = member;
      }
    }
    out.scores[joined * size + i] = in;
    out.scores[i * size + joined] = from;
  }
  return out;
}

// The heads of the nodes before, from those of the nodes now.
std::vector<std::size_t> expand(const Contraction& c, const std::vector<std::size_t>& now) {
  const std::size_t joined = c.outside.size();
  std::vector<std::size_t> heads = c.heads;
  for (std::size_t i = 0; i < joined; ++i) {
    heads[c.outside[i]] = now[i] == joined ? c.leave[i] : c.outside[now[i]];
  }
  heads[c.enter[now[joined]]] = c.outside[now[joined]];
  return heads;
}

}  // namespace

std::vector<std::size_t> bestTree(const Rows& scores, std::size_t count) {
  Graph g{count, std::vector<float>(count * count)};
  for (std::size_t i = 0; i < count; ++i) std::copy_n(scores[i], count, &g.scores[i * count]);
  std::size_t root = rootOf(g);
  std::vector<Contraction> contractions;
  std::vector<std::size_t> heads;
  while (true) {
    heads = bestHeads(g, root);
    Contraction c;
    c.circle = circleIn(heads, root);
    if (c.circle.empty()) break;
    c.heads = heads;
    g = contract(g, c);
    root = static_cast<std::size_t>(std::find(c.outside.begin(), c.outside.end(), root) -
                                    c.outside.begin());
    contractions.push_back(std::move(c));
  }
  for (auto c = contractions.rbegin(); c != contractions.rend(); ++c) heads = expand(*c, heads);
  return heads;
}

}  // namespace assay::extract::neural
