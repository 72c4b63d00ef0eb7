#include "extract/train/encoder_texts.h"

#include <nlohmann/json.hpp>

#include <vector>

#include "base/hash.h"
#include "base/utf8.h"
#include "extract/blocks.h"
#include "extract/neural/inputs.h"
#include "extract/neural/word_pieces.h"
#include "extract/train/corpus.h"
#include "extract/train/treebank_text.h"

namespace assay::extract::train {

namespace {

using base::Result;
using base::Span;
using nlohmann::json;
using nlp::Range;
using nlp::Reading;

json pair(Range range) { return json::array({range.begin, range.end}); }

class Writer {
 public:
  explicit Writer(std::string_view pieces) : pieces_(pieces) {}

  // What the encoder sees of a reading; the caller adds what it should learn from it.
  [[nodiscard]] json seen(const Reading& r, std::string_view kind, std::string_view part,
                          std::string_view name) const {
    json row = {{"kind", kind}, {"part", part}, {"name", name}};
    for (const nlp::Paragraph& p : r.paragraphs) row["paragraphs"].push_back(pair(p.tokens));
    for (const nlp::Sentence& s : r.sentences) row["sentences"].push_back(pair(s.tokens));
    row["marks"] = neural::markStates(r, markedIn(r));
    const base::CodePointIndex index(r.text);
    std::vector<neural::Piece> pieces;
    for (std::size_t t = 0; t < r.tokens.size(); ++t) {
      pieces.clear();
      pieces_.append(r.word(t), pieces);
      row["pieces"].push_back(pieces);
      row["shape"].push_back(neural::shapeOf(r.word(t)));
      row["edge"].push_back(neural::edgeOf(r, t));
      const Span points = index.toCodePoints(r.tokens[t].span);
      row["begin"].push_back(points.begin);
      row["end"].push_back(points.end);
    }
    return row;
  }

  void add(const json& row) { out_ += row.dump() + "\n"; }
  std::string result() { return std::move(out_); }

 private:
  neural::WordPieces pieces_;
  std::string out_;
};

json ranges(const Reading& r, const std::vector<Span>& spans) {
  json out = json::array();
  for (const Span span : spans) {
    const Range range = r.tokensIn(span);
    if (range.size() > 0) out.push_back(pair(range));
  }
  return out;
}

// What clauses.txt calls an article.
std::string markedName(const Article& article) {
  return base::sha256Hex(article.text).substr(0, 16);
}

json tokensOf(const Reading& r, const std::vector<MarkedClause>& clauses) {
  const base::CodePointIndex index(r.text);
  json out = json::array();
  for (const MarkedClause& clause : clauses) {
    const Range range = r.tokensIn(index.toBytes(clause.points));
    if (range.size() > 0) out.push_back({range.begin, range.end, clause.worth});
  }
  return out;
}

void addArticle(const Article& article, std::string_view part, const MarkedClauses& marked,
                Writer& writer) {
  const Reading r = nlp::read(article.text, settleBlocks(article.text, {}));
  json row = writer.seen(r, "quotes", part, article.name);
  for (const auto& annotator : article.gold) {
    json list = json::array();
    for (const Attribution& a : annotator) {
      list.push_back({{"source", ranges(r, a.source)},
                      {"cue", ranges(r, a.cue)},
                      {"content", ranges(r, a.content)}});
    }
    row["gold"].push_back(std::move(list));
  }
  if (const auto clauses = marked.find(markedName(article)); clauses != marked.end()) {
    row["clauses"] = tokensOf(r, clauses->second);
  }
  writer.add(row);
}

void addTrees(const std::vector<TreeSentence>& sentences, std::string_view part,
              std::string_view name, Writer& writer) {
  const TreebankText text(sentences);
  json row = writer.seen(text.reading(), "tree", part, name);
  for (const TreeSentence& sentence : sentences) {
    for (std::size_t i = 0; i < sentence.forms.size(); ++i) {
      row["tags"].push_back(nlp::posByName(sentence.tags[i]));
      row["heads"].push_back(sentence.heads[i]);
      row["relations"].push_back(sentence.relations[i]);
    }
  }
  writer.add(row);
}

void addRated(const std::vector<RatedSentence>& sentences, std::string_view part,
              std::string_view name, Writer& writer) {
  for (const RatedSentence& sentence : sentences) {
    model::Block block;
    block.span = {0, sentence.text.size()};
    const Reading r = nlp::read(sentence.text, std::vector<model::Block>{block});
    if (r.tokens.empty()) continue;
    json row = writer.seen(r, "worth", part, name);
    row["worth"] = sentence.worth;
    writer.add(row);
  }
}

}  // namespace

Result<std::string> encoderTexts(const std::filesystem::path& data, std::string_view pieces,
                                 const std::filesystem::path& clauses) {
  const auto marked = readMarkedClauses(clauses);
  if (!marked) return base::passOn(marked);
  Writer writer(pieces);
  for (const std::string_view part : {"train", "dev"}) {
    const auto articles = readArticles(data / "quotes", part, false);
    if (!articles) return base::passOn(articles);
    for (const Article& article : *articles) addArticle(article, part, *marked, writer);
    for (const std::string name : {"en_ewt-", "en_gum_ccby-"}) {
      const auto trees = readTreebank(data / "syntax" / (name + std::string(part) + ".conllu"));
      if (!trees) return base::passOn(trees);
      addTrees(*trees, part, name, writer);
    }
  }
  for (const std::string name : {"train", "dev", "dev-test"}) {
    const auto rated = readRated(data / "worth" / ("ct24_" + name + ".tsv"));
    if (!rated) return base::passOn(rated);
    addRated(*rated, name == "train" ? "train" : "dev", name, writer);
  }
  return writer.result();
}

}  // namespace assay::extract::train
