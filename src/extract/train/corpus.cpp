#include "extract/train/corpus.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <zlib.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>
#include <sstream>

#include "base/file_system.h"
#include "base/utf8.h"

namespace assay::extract::train {

namespace {

namespace fs = std::filesystem;
using base::Result;
using base::Span;

constexpr std::uint64_t kLargest = 1'000'000'000;

Result<std::string> slurp(const fs::path& path) {
  return base::RealFileSystem().read(path, kLargest);
}

// Inflates a whole .gz file.
Result<std::string> slurpGz(const fs::path& path) {
  gzFile file = gzopen(path.c_str(), "rb");
  if (file == nullptr) {
    return base::fail(base::ErrorCode::notFound, "The file cannot be opened.", path.string());
  }
  std::string out;
  std::string buffer(1U << 20U, '\0');
  int got = 0;
  while ((got = gzread(file, buffer.data(), static_cast<unsigned>(buffer.size()))) > 0) {
    out.append(buffer.data(), static_cast<std::size_t>(got));
  }
  gzclose(file);
  if (got < 0) {
    return base::fail(base::ErrorCode::corrupt, "The file is not whole.", path.string());
  }
  return out;
}

std::vector<std::string> splitAt(std::string_view line, char sign) {
  std::vector<std::string> parts;
  std::size_t begin = 0;
  while (true) {
    const std::size_t end = line.find(sign, begin);
    parts.emplace_back(line.substr(begin, end - begin));
    if (end == std::string_view::npos) return parts;
    begin = end + 1;
  }
}

// "Content 12 40;41 60" → the spans.
std::vector<Span> spansOf(std::string_view list, const base::CodePointIndex& index) {
  std::vector<Span> spans;
  for (const std::string& part : splitAt(list, ';')) {
    std::istringstream numbers(part);
    Span span;
    if (numbers >> span.begin >> span.end) spans.push_back(index.toBytes(span));
  }
  return spans;
}

// Brat standoff: T lines are spans, E lines join a source, a cue and contents.
std::vector<Attribution> readBrat(const std::string& file, const base::CodePointIndex& index) {
  std::map<std::string, std::vector<Span>> spans;
  std::vector<Attribution> out;
  std::istringstream lines(file);
  std::string line;
  while (std::getline(lines, line)) {
    const std::vector<std::string> columns = splitAt(line, '\t');
    if (columns.size() < 2 || columns[0].empty()) continue;
    if (columns[0][0] == 'T') {
      const std::size_t blank = columns[1].find(' ');
      if (blank == std::string::npos) continue;
      spans[columns[0]] = spansOf(std::string_view(columns[1]).substr(blank + 1), index);
    } else if (columns[0][0] == 'E') {
      Attribution attribution;
      for (const std::string& argument : splitAt(columns[1], ' ')) {
        const std::size_t colon = argument.find(':');
        if (colon == std::string::npos) continue;
        const std::vector<Span>& found = spans[argument.substr(colon + 1)];
        std::vector<Span>* list = nullptr;
        if (argument.starts_with("Source")) list = &attribution.source;
        if (argument.starts_with("Cue")) list = &attribution.cue;
        if (argument.starts_with("Content")) list = &attribution.content;
        if (list != nullptr) list->insert(list->end(), found.begin(), found.end());
      }
      for (auto* list : {&attribution.source, &attribution.cue, &attribution.content}) {
        std::sort(list->begin(), list->end());
      }
      if (!attribution.content.empty()) out.push_back(std::move(attribution));
    }
  }
  return out;
}

// Tags of all articles of a part, by article; heads are made indices into the article's list.
Result<std::map<std::string, std::vector<MachineToken>>> readTags(
    const fs::path& file, const std::map<std::string, const std::string*>& texts) {
  auto content = slurpGz(file);
  if (!content) return base::passOn(content);
  std::map<std::string, std::vector<MachineToken>> out;
  std::map<std::string, base::CodePointIndex> indices;
  std::istringstream lines(*content);
  std::string line;
  while (std::getline(lines, line)) {
    const nlohmann::json row = nlohmann::json::parse(line, nullptr, false);
    if (row.is_discarded()) return base::fail(base::ErrorCode::corrupt, "Broken line.", file);
    const std::string id = row["id"];
    const auto text = texts.find(id);
    if (text == texts.end()) continue;
    const base::CodePointIndex& index = indices.try_emplace(id, *text->second).first->second;
    std::vector<MachineToken>& list = out[id];
    const std::size_t first = list.size();
    // Heads count inside a sentence; a paragraph may hold several.
    std::map<std::pair<int, int>, std::size_t> positions;
    const std::size_t count = row["tokens"].size();
    for (std::size_t i = 0; i < count; ++i) {
      positions[{row["sent"][i].get<int>(), row["idx"][i].get<int>()}] = first + i;
    }
    for (std::size_t i = 0; i < count; ++i) {
      MachineToken token;
      token.span = index.toBytes({row["b"][i].get<std::size_t>(), row["e"][i].get<std::size_t>()});
      token.pos = row["pos"][i];
      token.entity = row["ner"][i];
      token.relation = row["dep"][i];
      const auto head = positions.find({row["sent"][i].get<int>(), row["head"][i].get<int>()});
      token.head = head == positions.end() ? kNoHead : head->second;
      list.push_back(std::move(token));
    }
  }
  return out;
}

}  // namespace

Result<std::vector<Article>> readArticles(const fs::path& quotes, std::string_view part,
                                          bool tags) {
  const fs::path folder = quotes / part;
  std::error_code error;
  std::vector<Article> articles;
  for (const auto& entry : fs::directory_iterator(folder / "text", error)) {
    auto text = slurp(entry.path());
    if (!text) return base::passOn(text);
    articles.push_back({entry.path().stem().string(), std::move(*text), {}, {}});
  }
  if (error || articles.empty()) {
    return base::fail(base::ErrorCode::notFound, "No articles are there.", folder.string());
  }
  std::sort(articles.begin(), articles.end(),
            [](const Article& a, const Article& b) { return a.name < b.name; });
  std::vector<fs::path> annotations;
  for (const auto& entry : fs::directory_iterator(folder / "gold", error)) {
    annotations.push_back(entry.path());
  }
  std::sort(annotations.begin(), annotations.end());
  std::map<std::string, const std::string*> texts;
  for (Article& article : articles) {
    texts[article.name] = &article.text;
    const base::CodePointIndex index(article.text);
    for (const fs::path& path : annotations) {
      const std::string stem = path.stem().string();
      if (stem.size() != article.name.size() + 5 || !stem.starts_with(article.name)) continue;
      auto file = slurp(path);
      if (!file) return base::passOn(file);
      article.gold.push_back(readBrat(*file, index));
    }
  }
  if (tags) {
    auto all = readTags(quotes / (std::string(part) + ".tokens.jsonl.gz"), texts);
    if (!all) return base::passOn(all);
    for (Article& article : articles) article.tokens = std::move((*all)[article.name]);
  }
  return articles;
}

Result<std::vector<TreeSentence>> readTreebank(const fs::path& conllu) {
  auto content = conllu.extension() == ".gz" ? slurpGz(conllu) : slurp(conllu);
  if (!content) return base::passOn(content);
  std::vector<TreeSentence> out;
  TreeSentence sentence;
  std::istringstream lines(*content);
  std::string line;
  while (std::getline(lines, line)) {
    if (line.empty()) {
      if (!sentence.forms.empty()) out.push_back(std::move(sentence));
      sentence = {};
      continue;
    }
    if (line[0] == '#') continue;
    const std::vector<std::string> columns = splitAt(line, '\t');
    if (columns.size() < 10 || columns[0].find_first_of("-.") != std::string::npos) continue;
    sentence.forms.push_back(columns[1]);
    sentence.tags.push_back(columns[4]);
    sentence.heads.push_back(static_cast<std::size_t>(std::stoul("0" + columns[6])));
    sentence.relations.push_back(columns[7]);
    sentence.spaceAfter.push_back(columns[9].find("SpaceAfter=No") == std::string::npos);
  }
  if (!sentence.forms.empty()) out.push_back(std::move(sentence));
  return out;
}

Result<std::vector<RatedSentence>> readRated(const fs::path& tsv) {
  auto content = slurp(tsv);
  if (!content) return base::passOn(content);
  std::vector<RatedSentence> out;
  std::istringstream lines(*content);
  std::string line;
  std::getline(lines, line);  // the names of the columns
  while (std::getline(lines, line)) {
    const std::size_t first = line.find('\t');
    const std::size_t last = line.rfind('\t');
    if (first == std::string::npos || last == first) continue;
    std::string text = line.substr(first + 1, last - first - 1);
    // A field in quotation marks has its own marks doubled.
    if (text.size() > 1 && text.front() == '"' && text.back() == '"') {
      text = text.substr(1, text.size() - 2);
      for (std::size_t at = 0; (at = text.find("\"\"", at)) != std::string::npos; ++at) {
        text.erase(at, 1);
      }
    }
    out.push_back({std::move(text), line.substr(last + 1).starts_with("Yes")});
  }
  return out;
}

Result<MarkedClauses> readMarkedClauses(const fs::path& file) {
  const auto content = slurp(file);
  if (!content) return base::passOn(content);
  MarkedClauses out;
  std::vector<MarkedClause>* article = nullptr;
  std::istringstream lines(*content);
  std::string line;
  for (std::size_t number = 1; std::getline(lines, line); ++number) {
    if (line.empty() || line.starts_with('#')) continue;
    if (line.starts_with("article ")) {
      article = &out[line.substr(8)];
      continue;
    }
    std::istringstream fields(line);
    MarkedClause clause;
    unsigned worth = 4;
    fields >> clause.points.begin >> clause.points.end >> worth;
    if (article == nullptr || fields.fail() || clause.points.begin >= clause.points.end ||
        worth > 3) {
      return base::fail(base::ErrorCode::invalidInput,
                        fmt::format("{}, line {}: expected \"begin end worth\" below an article, "
                                    "found \"{}\".",
                                    file.string(), number, line));
    }
    clause.worth = static_cast<std::uint8_t>(worth);
    article->push_back(clause);
  }
  return out;
}

}  // namespace assay::extract::train
