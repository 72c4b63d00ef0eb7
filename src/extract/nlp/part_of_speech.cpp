#include "extract/nlp/part_of_speech.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "extract/nlp/characters.h"
#include "extract/nlp/linear_model.h"
#include "extract/nlp/memory.h"
#include "extract/nlp/reading.h"

namespace assay::extract::nlp {

namespace {

constexpr std::array<std::string_view, kPosCount> kNames = {
    "-",   "CC",  "CD",   "DT",  "EX",  "FW",  "IN",   "JJ",  "JJR", "JJS", "LS",  "MD",  "NN",
    "NNS", "NNP", "NNPS", "PDT", "POS", "PRP", "PRP$", "RB",  "RBR", "RBS", "RP",  "SYM", "TO",
    "UH",  "VB",  "VBD",  "VBG", "VBN", "VBP", "VBZ",  "WDT", "WP",  "WP$", "WRB", "."};

// The shape of a word: capitals, digits, hyphens, whether it begins its sentence.
std::uint64_t shapeOf(std::string_view word, bool first) {
  std::uint64_t shape = first ? 1 : 0;
  bool upper = false;
  bool lower = false;
  for (const char c : word) {
    upper = upper || (c >= 'A' && c <= 'Z');
    lower = lower || (c >= 'a' && c <= 'z');
    if (c >= '0' && c <= '9') shape |= 2;
    if (c == '-') shape |= 4;
    if (c == '.') shape |= 8;
  }
  if (!word.empty() && word[0] >= 'A' && word[0] <= 'Z') shape |= 16;
  if (upper) shape |= 32;
  if (lower) shape |= 64;
  return shape;
}

// Words with curly apostrophes count as those with straight ones; numbers as one word.
std::uint64_t wordHash(const Reading& reading, std::size_t token) {
  if (reading.tokens[token].kind == TokenKind::number) {
    return mixed(7, std::min<std::size_t>(reading.tokens[token].span.size(), 5));
  }
  const std::string_view word = reading.lowerWord(token);
  if (word.find("’") == std::string_view::npos) return hashOf(word);
  std::string plain;
  for (std::size_t at = 0; at < word.size(); ++at) {
    if (word.substr(at).starts_with("’")) {
      plain += '\'';
      at += 2;
    } else {
      plain += word[at];
    }
  }
  return hashOf(plain);
}

std::string_view suffix(std::string_view word, std::size_t count) {
  return word.size() <= count ? word : word.substr(word.size() - count);
}

}  // namespace

std::string_view posName(Pos pos) { return kNames[static_cast<std::size_t>(pos)]; }

Pos posByName(std::string_view name) {
  if (name == "HYPH" || name == "-LRB-" || name == "-RRB-" || name == "NFP" || name == "$") {
    return name == "$" ? Pos::sym : Pos::punct;
  }
  if (name == "#" || name == "ADD" || name == "AFX" || name == "GW" || name == "XX") {
    return name == "#" ? Pos::sym : Pos::fw;
  }
  for (std::size_t i = 1; i + 1 < kPosCount; ++i) {
    if (kNames[i] == name) return static_cast<Pos>(i);
  }
  return Pos::punct;
}

void posFeatures(const Reading& reading, Range sentence, std::size_t token, Pos before,
                 Pos beforeThat, std::vector<std::uint64_t>& out) {
  const std::string_view lower = reading.lowerWord(token);
  const auto wordAt = [&](std::size_t at, bool inside) {
    return inside ? reading.hashes[at] : std::uint64_t{3};
  };
  const std::uint64_t word = reading.hashes[token];
  const std::uint64_t left = wordAt(token - 1, token > sentence.begin);
  const std::uint64_t left2 = wordAt(token - 2, token > sentence.begin + 1);
  const std::uint64_t right = wordAt(token + 1, token + 1 < sentence.end);
  const std::uint64_t right2 = wordAt(token + 2, token + 2 < sentence.end);
  const auto tag = static_cast<std::uint64_t>(before);
  const auto tags = tag * 64 + static_cast<std::uint64_t>(beforeThat);
  const std::uint64_t shape = shapeOf(reading.word(token), token == sentence.begin);
  const std::uint64_t ending = hashOf(suffix(lower, 3));
  const auto push = [&](std::uint64_t kind, std::uint64_t value) {
    out.push_back(mixed(kind, value));
  };
  push(100, 0);
  push(101, word);
  push(102, left);
  push(103, right);
  push(104, left2);
  push(105, right2);
  push(106, tag);
  push(107, tags);
  push(108, mixed(word, tag));
  push(109, mixed(left, word));
  push(110, mixed(word, right));
  push(111, shape);
  push(112, mixed(shape, ending));
  push(113, hashOf(suffix(lower, 2)));
  push(114, ending);
  push(115, hashOf(suffix(lower, 4)));
  push(116, hashOf(lower.substr(0, std::min<std::size_t>(3, lower.size()))));
  push(117, mixed(shape, tag));
  push(118, mixed(ending, tags));
  push(119, mixed(tag, right));
  if (token + 1 < sentence.end) {
    push(120, hashOf(suffix(reading.lowerWord(token + 1), 3)));
    push(121, mixed(shapeOf(reading.word(token + 1), false), shape));
  }
  if (token > sentence.begin) push(122, hashOf(suffix(reading.lowerWord(token - 1), 3)));
}

void hashWords(Reading& reading) {
  reading.hashes.resize(reading.tokens.size());
  for (std::size_t t = 0; t < reading.tokens.size(); ++t) reading.hashes[t] = wordHash(reading, t);
}

namespace {

// The tags of a sentence depend on its words alone. False leaves the key to keep them under.
bool recallTags(Reading& reading, Range sentence, std::string& key) {
  if (reading.memory == nullptr) return false;
  key = "p";
  for (std::size_t t = sentence.begin; t < sentence.end; ++t) {
    key.append(reading.word(t)).push_back('\0');
    key.push_back(static_cast<char>(reading.tokens[t].kind));
  }
  const std::string* tags = reading.memory->recall(key);
  if (tags == nullptr) return false;
  for (std::size_t i = 0; i < sentence.size(); ++i) {
    reading.pos[sentence.begin + i] = static_cast<Pos>((*tags)[i]);
  }
  return true;
}

void keepTags(const Reading& reading, Range sentence, std::string key) {
  if (reading.memory == nullptr) return;
  std::string tags;
  for (std::size_t t = sentence.begin; t < sentence.end; ++t) {
    tags.push_back(static_cast<char>(reading.pos[t]));
  }
  reading.memory->keep(std::move(key), std::move(tags));
}

}  // namespace

void tagPartsOfSpeech(Reading& reading, const LinearModel& model) {
  reading.pos.assign(reading.tokens.size(), Pos::none);
  if (model.empty()) return;
  if (reading.hashes.size() != reading.tokens.size()) hashWords(reading);
  std::vector<std::uint64_t> features;
  std::vector<std::int32_t> scores(model.labelCount());
  std::vector<Pos> tags;
  tags.reserve(model.labelCount());
  for (std::size_t i = 0; i < model.labelCount(); ++i) tags.push_back(posByName(model.label(i)));
  std::string key;
  for (const Sentence& sentence : reading.sentences) {
    if (recallTags(reading, sentence.tokens, key)) continue;
    Pos before = Pos::none;
    Pos beforeThat = Pos::none;
    for (std::size_t token = sentence.tokens.begin; token < sentence.tokens.end; ++token) {
      features.clear();
      posFeatures(reading, sentence.tokens, token, before, beforeThat, features);
      std::fill(scores.begin(), scores.end(), 0);
      model.addAll(features, scores);
      const auto best = std::max_element(scores.begin(), scores.end());
      beforeThat = before;
      before = tags[static_cast<std::size_t>(best - scores.begin())];
      reading.pos[token] = before;
    }
    keepTags(reading, sentence.tokens, std::move(key));
  }
}

}  // namespace assay::extract::nlp
