#include "import/html_content.h"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "import/html_words.h"

namespace assay::importer {

using model::BlockRole;

namespace {

// Widths and weights are in letters; a short sentence has 40, a paragraph that needs no full stop
// to be one 120.
constexpr double kShortSentence = 40;
constexpr double kParagraph = 120;
constexpr double kMostLinked = 0.6;    // more of it in links: a menu, not a sentence
constexpr double kWorthWidening = 80;  // what a neighbour must weigh to belong to the body

bool endsSentence(std::string_view text) {
  constexpr std::array<std::string_view, 7> kClosers{"\"", "'", ")", "”", "’", "»", "」"};
  for (const std::string_view closer : kClosers) {
    if (text.ends_with(closer)) text.remove_suffix(closer.size());
  }
  constexpr std::array<std::string_view, 8> kEnds{".", "!", "?", "…", ":", "。", "！", "？"};
  return std::any_of(kEnds.begin(), kEnds.end(),
                     [&](std::string_view end) { return text.ends_with(end); });
}

bool isHeading(const Run& run) {
  return run.role == BlockRole::headline || run.role == BlockRole::subheading;
}

// How much a run speaks for being part of an article; negative speaks against.
double weightOf(const Run& run) {
  const auto width = static_cast<double>(run.width);
  const double linked = static_cast<double>(run.linked) / static_cast<double>(run.characters);
  if (isHeading(run)) return linked > 0.5 ? -20 : 0;
  if (linked > kMostLinked) return -(20 + width * 0.5);
  if (run.role == BlockRole::caption) return 0;
  const bool sentence = width >= kParagraph || (width >= kShortSentence && endsSentence(run.text));
  return sentence ? width * (1 - linked) * (1 - linked) : -10;
}

// Places in the list of runs.
struct Range {
  std::size_t begin = 0;
  std::size_t end = 0;
};

// Sums over the runs below each element: these are neighbours, since runs are in reading order.
class Sums {
 public:
  explicit Sums(const std::vector<Run>& runs)
      : weight_(runs.size() + 1), linked_(runs.size() + 1), characters_(runs.size() + 1) {
    for (std::size_t i = 0; i < runs.size(); ++i) {
      weight_[i + 1] = weight_[i] + weightOf(runs[i]);
      linked_[i + 1] = linked_[i] + runs[i].linked;
      characters_[i + 1] = characters_[i] + runs[i].characters;
      for (const Node* node = runs[i].block; node != nullptr; node = node->parent) {
        const auto [place, isNew] = ranges_.try_emplace(node, Range{i, i + 1});
        if (!isNew) place->second.end = i + 1;
      }
    }
  }

  [[nodiscard]] Range rangeOf(const Node& node) const {
    const auto found = ranges_.find(&node);
    return found == ranges_.end() ? Range{} : found->second;
  }
  [[nodiscard]] double weight(const Node& node) const {
    const Range range = rangeOf(node);
    return weight_[range.end] - weight_[range.begin];
  }
  [[nodiscard]] double linkedShare(const Node& node) const {
    const Range range = rangeOf(node);
    const auto all = static_cast<double>(characters_[range.end] - characters_[range.begin]);
    return static_cast<double>(linked_[range.end] - linked_[range.begin]) / std::max(1.0, all);
  }

 private:
  std::vector<double> weight_;
  std::vector<std::size_t> linked_;
  std::vector<std::size_t> characters_;
  std::unordered_map<const Node*, Range> ranges_;
};

double sentencesIn(const std::vector<Run>& runs) {
  double sum = 0;
  for (const Run& run : runs) sum += std::max(0.0, weightOf(run));
  return sum;
}

// Chance letters in the names of a paragraph are no word, and a frame's names are the site's.
bool namesCount(const Node& node) { return !isFrame(node) && !node.is("p"); }

// The page without its asides, unless so much of the text is in them that the names must lie.
// Comments are left out always: there can be more of them than of the article.
std::vector<Run> readableRuns(const Page& page) {
  const auto lenient = [](const Node& node) {
    return isNeverRead(node) || (namesCount(node) && isNamedComments(node));
  };
  const auto strict = [](const Node& node) {
    return isNeverRead(node) || (namesCount(node) && (isNamedComments(node) || isNamedAside(node)));
  };
  std::vector<Run> all = runsOf(page.root(), lenient);
  std::vector<Run> some = runsOf(page.root(), strict);
  return sentencesIn(some) * 6 >= sentencesIn(all) ? some : all;
}

// The element whose children a run's paragraph is one of.
const Node* containerOf(const Run& run) {
  const auto isPart = [](const Node& n) {
    return n.is("p") || n.is("li") || n.is("ul") || n.is("ol") || n.is("pre") ||
           n.is("blockquote") || headingLevel(n) > 0;
  };
  const Node* node = run.block;
  while (node != nullptr && node->parent != nullptr && isPart(*node)) node = node->parent;
  return node;
}

// Each run votes for the element it stands in, with half its weight for the next one out, and
// less and less above: the article is where the votes meet. Items of a list have half a vote, so
// that a list of other stories does not beat a story.
const Node* votedFor(const std::vector<Run>& runs) {
  constexpr int kLevels = 6;
  std::unordered_map<const Node*, double> votes;
  std::vector<const Node*> candidates;  // in reading order: equals are decided alike every time
  for (const Run& run : runs) {
    double vote = weightOf(run) * (run.block != nullptr && run.block->is("li") ? 0.5 : 1);
    const Node* node = containerOf(run);
    for (int level = 0; node != nullptr && level < kLevels; node = node->parent, ++level) {
      const auto [place, isNew] = votes.try_emplace(node, 0);
      if (isNew) candidates.push_back(node);
      place->second += vote;
      vote *= level == 0 ? 0.5 : 0.4;
    }
  }
  const Node* best = nullptr;
  double most = 0;
  for (const Node* node : candidates) {
    if (votes[node] > most) {
      best = node;
      most = votes[node];
    }
  }
  return best;
}

// Elements without a class are no kind: half of all divisions on the web have none.
bool isAlike(const Node& a, const Node& b) {
  const std::string_view kind = a.attribute("class");
  return a.name == b.name && !kind.empty() && kind == b.attribute("class");
}

bool isMarkedBody(const Node& node) {
  return node.is("article") ||
         node.attribute("itemprop").find("articleBody") != std::string_view::npos;
}

// A body that is cut into several elements of one kind (by advertisements, by "story columns") is
// the element around them; so is what an <article> holds beside its first part.
const Node* widened(const Node* main, const Sums& sums) {
  const Node* marked = main;
  while (marked != nullptr && !isMarkedBody(*marked)) marked = marked->parent;
  const Node* best = main;
  for (const Node* node = main; node != marked && node->parent != nullptr && !node->is("body");
       node = node->parent) {
    double gain = 0;
    for (const Node* other : node->parent->children) {
      // An <article> beside it is another one.
      if (other == node || other->isText() || other->is("article")) continue;
      if (marked != nullptr || isAlike(*other, *node)) gain += std::max(0.0, sums.weight(*other));
    }
    if (gain >= kWorthWidening) best = node->parent;
  }
  return best;
}

// Whether the run stands, inside the article, in something that is mostly links.
bool isAmongLinks(const Run& run, const Node* main, const Sums& sums) {
  if (run.role == BlockRole::byline) return false;  // names of authors usually are links
  for (const Node* node = run.block; node != main && node != nullptr; node = node->parent) {
    if (sums.linkedShare(*node) > kMostLinked) return true;
  }
  return false;
}

}  // namespace

std::vector<Run> articleOf(const Page& page) {
  std::vector<Run> runs = readableRuns(page);
  const Node* main = votedFor(runs);
  if (main == nullptr) return runs;  // a page of a few words: all of them
  const Sums sums(runs);
  main = widened(main, sums);
  const Range range = sums.rangeOf(*main);

  std::vector<Run> out;
  std::unordered_set<std::string> captions;
  bool emptyHeading = false;  // the last run is a subheading, and nothing stands below it yet
  for (std::size_t i = range.begin; i < range.end; ++i) {
    Run& run = runs[i];
    // A slide show repeats its captions, once for every size of screen.
    const bool dropped = isAmongLinks(run, main, sums) ||
                         (run.role == BlockRole::caption && !captions.insert(run.text).second);
    // A heading over nothing but links goes with them.
    if (emptyHeading && (dropped || isHeading(run))) out.pop_back();
    emptyHeading = !dropped && run.role == BlockRole::subheading;
    if (!dropped) out.push_back(std::move(run));
  }
  if (emptyHeading) out.pop_back();
  return out;
}

}  // namespace assay::importer
