// assay-eval: what the finder says about a folder of texts, in the form the scorers read.
//
//   assay-eval extract OUT_FOLDER TEXT…     writes OUT_FOLDER/NAME.json for every NAME.txt
//   assay-eval clauses OUT_FOLDER TEXT…     likewise every clause with its signs, claim or not
//   assay-eval worth                        one sentence a line in, one score a line out
//   assay-eval golden RULES                 how many rules of sentence boundaries are kept
//   assay-eval trees CONLLU                 how good tags and parse are on a treebank
//
// For measuring only; the program's own JSON is written by report/.
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdio>
#include <exception>
#include <filesystem>
#include <iostream>
#include <string>
#include <string_view>
#include <vector>

#include "base/file_system.h"
#include "base/result.h"
#include "base/utf8.h"
#include "extract/claims.h"
#include "extract/extract.h"
#include "extract/models.h"
#include "extract/nlp/sentences.h"
#include "extract/read_quotes.h"
#include "extract/train/measure_trees.h"
#include "extract/worth.h"

namespace {

namespace base = assay::base;
namespace fs = std::filesystem;
using assay::base::CodePointIndex;
using assay::base::Span;
using nlohmann::json;

json spanOf(const CodePointIndex& index, Span span) {
  const Span points = index.toCodePoints(span);
  return {{"start", points.begin}, {"end", points.end}};
}

json written(const assay::model::Extraction& found, const CodePointIndex& index) {
  json out = {{"blocks", json::array()}, {"quotes", json::array()}, {"claims", json::array()}};
  for (const auto& block : found.blocks) {
    json row = spanOf(index, block.span);
    row["role"] = assay::model::info(block.role).id;
    out["blocks"].push_back(row);
  }
  for (const auto& quote : found.quotes) {
    json row = {{"kind", assay::model::info(quote.kind).id}, {"confidence", quote.confidence}};
    row["content"] = json::array();
    for (const Span span : quote.content) row["content"].push_back(spanOf(index, span));
    row["cue"] = quote.cue ? spanOf(index, *quote.cue) : json();
    row["source"] = quote.source ? spanOf(index, *quote.source) : json();
    row["speaker"] = json();
    if (quote.speaker) row["speaker"] = {{"name", found.speakers[*quote.speaker].name}};
    out["quotes"].push_back(row);
  }
  for (const auto& claim : found.claims) {
    json row = spanOf(index, claim.span);
    row["score"] = claim.score;
    row["quote"] = claim.quote ? json(*claim.quote) : json();
    row["reasons"] = json::array();
    for (const auto reason : claim.reasons) {
      row["reasons"].push_back(assay::model::info(reason).id);
    }
    out["claims"].push_back(row);
  }
  return out;
}

base::Result<json> allOf(const assay::model::Document& document) {
  const auto found = assay::extract::extract(document);
  if (!found) return base::passOn(found);
  return written(*found, CodePointIndex(document.text));
}

// What fit_claims.py learns from: all clauses, before any of them is judged.
base::Result<json> clausesOf(const assay::model::Document& document) {
  auto read = assay::extract::readQuotes(document, {}, nullptr, assay::extract::Setting::automatic);
  if (!read) return base::passOn(read);
  const CodePointIndex index(document.text);
  json out = json::array();
  for (const auto& clause : assay::extract::findClauses(
           read->reading, read->found.quotes, read->findings, assay::extract::builtInModels())) {
    json row = spanOf(index, clause.span);
    row["form"] = static_cast<int>(clause.form);
    row["signs"] = clause.signs;
    const auto sums = assay::extract::sumsOf(clause.signs);
    row["sums"] = {sums.checkable, sums.matters};
    if (clause.sense) row["senses"] = {clause.sense->checkable, clause.sense->matters};
    row["reasons"] = json::array();
    for (const auto reason : clause.reasons) {
      row["reasons"].push_back(assay::model::info(reason).id);
    }
    out.push_back(row);
  }
  return out;
}

int writeAll(int argc, char** argv, base::Result<json> (*what)(const assay::model::Document&)) {
  assay::base::RealFileSystem files;
  const fs::path folder = argv[2];
  if (const auto made = files.makeFolder(folder); !made) {
    std::fprintf(stderr, "%s\n", made.error().text().c_str());
    return 1;
  }
  for (int i = 3; i < argc; ++i) {
    auto text = files.read(argv[i], 1'000'000'000);
    if (!text) {
      std::fprintf(stderr, "%s\n", text.error().text().c_str());
      return 1;
    }
    assay::model::Document document;
    document.text = std::move(*text);
    const auto found = what(document);
    if (!found) return 1;
    const std::string bytes = found->dump();
    const fs::path out = folder / (fs::path(argv[i]).stem().string() + ".json");
    if (const auto done = files.writeAtomically(out, bytes); !done) {
      std::fprintf(stderr, "%s\n", done.error().text().c_str());
      return 1;
    }
  }
  return 0;
}

// The English Golden Rules of sentence boundaries: a list of {"text", "gold": [sentences]}.
int measureRules(const fs::path& file) {
  const auto content = assay::base::RealFileSystem().read(file, 10'000'000);
  if (!content) {
    std::fprintf(stderr, "%s\n", content.error().text().c_str());
    return 1;
  }
  const json rules = json::parse(*content);
  constexpr std::size_t kEnglish = 51;
  std::size_t passed = 0;
  for (std::size_t i = 0; i < std::min(rules.size(), kEnglish); ++i) {
    const auto text = rules[i]["text"].get<std::string>();
    std::vector<std::string> got;
    for (const Span span : assay::extract::nlp::sentences(text, {0, text.size()})) {
      got.push_back(assay::base::oneLine(span.of(text)));
    }
    passed += got == rules[i]["gold"].get<std::vector<std::string>>() ? 1U : 0U;
  }
  std::printf("%zu of %zu\n", passed, std::min(rules.size(), kEnglish));
  return 0;
}

int run(int argc, char** argv) {
  const std::string_view what = argc > 1 ? argv[1] : "";
  if (what == "extract" && argc > 3) return writeAll(argc, argv, allOf);
  if (what == "clauses" && argc > 3) return writeAll(argc, argv, clausesOf);
  if (what == "worth" && argc == 2) {
    std::string line;
    while (std::getline(std::cin, line)) {
      std::printf("%.4f\n", assay::extract::worth(line).score);
    }
    return 0;
  }
  if (what == "golden" && argc == 3) return measureRules(argv[2]);
  if (what == "trees" && argc == 3) {
    const auto told = assay::extract::train::measureTrees(argv[2]);
    if (!told) {
      std::fprintf(stderr, "%s\n", told.error().text().c_str());
      return 1;
    }
    std::fputs(told->c_str(), stdout);
    return 0;
  }
  std::fputs(
      "usage: assay-eval extract|clauses OUT_FOLDER TEXT…  |  worth  |  golden RULES  |  trees "
      "CONLLU\n",
      stderr);
  return 2;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    return run(argc, argv);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "%s\n", error.what());
    return 1;
  }
}
