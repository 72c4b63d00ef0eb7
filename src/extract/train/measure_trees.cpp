#include "extract/train/measure_trees.h"

#include <fmt/core.h>

#include "extract/models.h"
#include "extract/neural/findings.h"
#include "extract/train/corpus.h"
#include "extract/train/treebank_text.h"

namespace assay::extract::train {

namespace {

std::string_view plain(std::string_view relation) { return relation.substr(0, relation.find(':')); }

struct Gold {
  std::vector<nlp::Pos> tags;
  std::vector<std::size_t> heads;  // tokens of the text; a root is its own
  std::vector<std::string> relations;
};

Gold goldOf(const std::vector<TreeSentence>& sentences) {
  Gold gold;
  for (const TreeSentence& sentence : sentences) {
    const std::size_t first = gold.tags.size();
    for (std::size_t i = 0; i < sentence.forms.size(); ++i) {
      gold.tags.push_back(nlp::posByName(sentence.tags[i]));
      gold.heads.push_back(sentence.heads[i] == 0 ? first + i : first + sentence.heads[i] - 1);
      gold.relations.push_back(sentence.relations[i]);
    }
  }
  return gold;
}

double percent(std::size_t right, std::size_t all) {
  return all == 0 ? 0.0 : 100.0 * static_cast<double>(right) / static_cast<double>(all);
}

std::size_t agreeing(const std::vector<nlp::Pos>& a, const std::vector<nlp::Pos>& b) {
  std::size_t right = 0;
  for (std::size_t i = 0; i < a.size(); ++i) right += a[i] == b[i] ? 1U : 0U;
  return right;
}

}  // namespace

base::Result<std::string> measureTrees(const std::filesystem::path& conllu) {
  const auto sentences = readTreebank(conllu);
  if (!sentences) return base::passOn(sentences);
  const Gold gold = goldOf(*sentences);
  TreebankText text(*sentences);
  nlp::Reading& reading = text.reading();
  nlp::tagPartsOfSpeech(reading, builtInModels().pos);
  const std::size_t all = gold.tags.size();
  std::string out =
      fmt::format("fast: tags {:.2f} %\n", percent(agreeing(reading.pos, gold.tags), all));
  const neural::EncoderModel& encoder = builtInEncoder();
  const neural::Findings found = neural::readThoroughly(reading, markedIn(reading), encoder);
  if (found.empty()) return out;
  std::size_t heads = 0;
  std::size_t relations = 0;
  for (std::size_t t = 0; t < all; ++t) {
    if (found.heads[t] != gold.heads[t]) continue;
    ++heads;
    const std::string_view relation = found.relations[t];
    relations += plain(relation) == plain(gold.relations[t]) ? 1U : 0U;
  }
  return out + fmt::format("thorough: tags {:.2f} % heads {:.2f} % heads with relations {:.2f} %\n",
                           percent(agreeing(found.pos, gold.tags), all), percent(heads, all),
                           percent(relations, all));
}

}  // namespace assay::extract::train
