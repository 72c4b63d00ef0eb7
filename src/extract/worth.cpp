#include "extract/worth.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <string>
#include <utility>

#include "extract/extract.h"
#include "extract/models.h"
#include "extract/neural/findings.h"
#include "extract/nlp/characters.h"
#include "extract/nlp/dates.h"
#include "extract/nlp/memory.h"
#include "extract/nlp/people_words.h"
#include "extract/nlp/phrases.h"
#include "extract/quotation_marks.h"
#include "extract/worth_reasons.h"
#include "extract/worth_words.h"

namespace assay::extract {

namespace {

using model::ClaimReason;
using nlp::Pos;
using nlp::Range;
using nlp::Reading;

// What was seen in a clause: how often each reason, and what it is built of.
struct Seen {
  std::array<int, 17> times{};
  int words = 0;
  bool finite = false;
  bool firstPerson = false;
  bool secondPerson = false;

  int& of(ClaimReason reason) { return times[static_cast<std::size_t>(reason)]; }
  [[nodiscard]] bool has(ClaimReason reason) const {
    return times[static_cast<std::size_t>(reason)] > 0;
  }
};

std::string plain(std::string_view lower) {
  std::string out(lower);
  while (out.ends_with('.')) out.pop_back();
  return out;
}

void seeWord(const Reading& r, std::size_t t, Seen& seen) {
  const Pos p = r.pos[t];
  const std::string lower = plain(r.lowerWord(t));
  if (nlp::isYear(lower) || nlp::isMonth(lower) || nlp::isWeekday(lower) ||
      nlp::isTimeWord(lower)) {
    ++seen.of(ClaimReason::date);
  }
  if ((r.tokens[t].kind == nlp::TokenKind::number && !nlp::isYear(lower)) ||
      (numberWords().has(lower) && lower != "one") || lower == "%") {
    ++seen.of(ClaimReason::number);
  }
  if (comparisonWords().has(lower) || p == Pos::jjr || p == Pos::rbr) {
    ++seen.of(ClaimReason::comparison);
  }
  if (superlativeWords().has(lower) || p == Pos::jjs || p == Pos::rbs) {
    ++seen.of(ClaimReason::superlative);
  }
  if (lawWords().has(lower)) ++seen.of(ClaimReason::law);
  if (allegationWords().has(lower)) ++seen.of(ClaimReason::allegation);
  if (causalWords().has(lower)) ++seen.of(ClaimReason::causal);
  if (generalWords().has(lower)) ++seen.of(ClaimReason::general);
  if (harmWords().has(lower)) ++seen.of(ClaimReason::harm);
  if (recordWords().has(lower)) ++seen.of(ClaimReason::record);
  if (predictionWords().has(lower)) ++seen.of(ClaimReason::prediction);
  if (opinionWords().has(lower)) ++seen.of(ClaimReason::opinion);
  if (experienceWords().has(lower)) {
    seen.firstPerson = true;
    ++seen.of(ClaimReason::experience);
  }
  if (lower == "you" || lower == "your") seen.secondPerson = true;
  if (nlp::isName(p) && !nlp::isMonth(lower) && !nlp::isWeekday(lower)) {
    const bool shortForm = r.tokens[t].span.size() > 1 && nlp::allCapitals(r.word(t));
    const bool body = nlp::organisationWords().has(lower) || shortForm;
    ++seen.of(body ? ClaimReason::namedBody : ClaimReason::namedPerson);
  }
  if (r.word(t) == "?") ++seen.of(ClaimReason::question);
  seen.finite = seen.finite || nlp::isFinite(p);
}

// "Go home.", "Let's wait.", "Please call": a bare verb at the beginning.
bool orders(const Reading& r, Range range) {
  std::size_t t = range.begin;
  while (t < range.end && r.tokens[t].kind == nlp::TokenKind::mark) ++t;
  if (t >= range.end) return false;
  const std::string lower = plain(r.lowerWord(t));
  if (lower == "let" || lower == "please" || lower == "do" || lower == "don't") {
    return lower != "do" || r.pos[t] == Pos::vb;
  }
  return r.pos[t] == Pos::vb && t + 1 < range.end && !nlp::isFinite(r.pos[t + 1]);
}

double logistic(double x) { return 1.0 / (1.0 + std::exp(-x)); }

double ruleScore(const Seen& seen) {
  const auto weight = [&](ClaimReason reason, double each, int most) {
    return each * std::min(most, seen.times[static_cast<std::size_t>(reason)]);
  };
  double sum = -1.0;
  sum += weight(ClaimReason::number, 0.8, 3);
  sum += weight(ClaimReason::date, 0.45, 2);
  sum += weight(ClaimReason::comparison, 0.5, 2);
  sum += weight(ClaimReason::superlative, 0.35, 2);
  sum += weight(ClaimReason::namedPerson, 0.15, 3);
  sum += weight(ClaimReason::namedBody, 0.3, 2);
  sum += weight(ClaimReason::law, 0.4, 3);
  sum += weight(ClaimReason::allegation, 0.5, 2);
  sum += weight(ClaimReason::causal, 0.35, 2);
  sum += weight(ClaimReason::general, 0.1, 2);
  sum += weight(ClaimReason::harm, 0.5, 2);
  sum += weight(ClaimReason::record, 0.4, 2);
  sum -= weight(ClaimReason::prediction, 0.45, 2);
  sum -= weight(ClaimReason::opinion, 0.55, 3);
  sum -= weight(ClaimReason::experience, 0.3, 2);
  sum -= weight(ClaimReason::question, 2.5, 1);
  sum -= weight(ClaimReason::instruction, 1.5, 1);
  if (seen.words < 6) sum -= 0.8;
  if (seen.words > 14) sum += 0.3;
  return logistic(sum);
}

// Something in it that a source could confirm or refute.
int anchors(const Seen& seen) {
  int count = 0;
  for (const ClaimReason reason :
       {ClaimReason::number, ClaimReason::date, ClaimReason::comparison, ClaimReason::namedPerson,
        ClaimReason::namedBody, ClaimReason::law, ClaimReason::allegation, ClaimReason::harm,
        ClaimReason::record, ClaimReason::causal}) {
    count += seen.has(reason) ? 1 : 0;
  }
  return count;
}

bool checkable(const Seen& seen) {
  // The tagger may miss the verb of a clause that holds plenty to check.
  if (seen.words < 3 || (!seen.finite && anchors(seen) < 2)) return false;
  if (seen.has(ClaimReason::question) || seen.has(ClaimReason::instruction)) return false;
  const int opinion = seen.times[static_cast<std::size_t>(ClaimReason::opinion)] +
                      (seen.firstPerson ? 1 : 0) + (seen.secondPerson ? 1 : 0) +
                      (seen.has(ClaimReason::prediction) ? 1 : 0);
  return opinion <= anchors(seen);
}

Seen look(const Reading& reading, Range range) {
  Seen seen;
  for (std::size_t t = range.begin; t < range.end; ++t) {
    const nlp::TokenKind kind = reading.tokens[t].kind;
    if (kind == nlp::TokenKind::word || kind == nlp::TokenKind::number) ++seen.words;
    seeWord(reading, t, seen);
  }
  if (orders(reading, range)) ++seen.of(ClaimReason::instruction);
  return seen;
}

// The letters of a word as the model knows them: digits all alike, one kind of apostrophe.
void appendPlain(std::string_view lower, std::string& out) {
  for (std::size_t at = 0; at < lower.size(); ++at) {
    if (lower[at] >= '0' && lower[at] <= '9') {
      out += '0';
    } else if (lower.substr(at).starts_with("’")) {
      out += '\'';
      at += 2;
    } else {
      out += lower[at];
    }
  }
}

// Words, pairs and threes of them.
void addWords(const Reading& r, Range range, std::vector<std::uint64_t>& out) {
  std::uint64_t before = 0;
  std::uint64_t beforeThat = 0;
  std::string plain;
  for (std::size_t t = range.begin; t < range.end; ++t) {
    if (r.tokens[t].kind == nlp::TokenKind::mark) continue;
    plain.clear();
    appendPlain(r.lowerWord(t), plain);
    const std::uint64_t word = nlp::hashOf(plain);
    out.push_back(nlp::mixed(4, word));
    if (before != 0) out.push_back(nlp::mixed(5, nlp::mixed(before, word)));
    if (beforeThat != 0) {
      out.push_back(nlp::mixed(6, nlp::mixed(nlp::mixed(beforeThat, before), word)));
    }
    beforeThat = before;
    before = word;
  }
}

// Runs of two to five letters inside a word and its blanks.
void addLetters(std::string_view lower, std::vector<std::uint64_t>& out) {
  std::string line = " ";
  for (const char c : lower) {
    const bool blank = c == ' ' || c == '\n' || c == '\t' || c == '"';
    if (blank && line.back() == ' ') continue;
    line += blank ? ' ' : c;
  }
  if (line.back() != ' ') line += ' ';
  std::string plain;
  appendPlain(line, plain);
  for (std::size_t begin = 0; begin + 1 < plain.size(); ++begin) {
    std::uint64_t hash = 0xCBF29CE484222325ULL;
    for (std::size_t n = 1; n <= 5 && begin + n <= plain.size(); ++n) {
      const char c = plain[begin + n - 1];
      hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3ULL;
      if (n > 1) out.push_back(nlp::mixed(8 + n, hash));
      if (n > 1 && c == ' ') break;
    }
  }
}

// Reasons with how often, the length, pairs of parts of speech.
void addSigns(const Reading& r, Range range, std::vector<std::uint64_t>& out) {
  const Seen seen = look(r, range);
  for (std::size_t i = 0; i < seen.times.size(); ++i) {
    const int times = std::min(seen.times[i], 3);
    if (times > 0) out.push_back(nlp::mixed(2, i * 4 + static_cast<std::size_t>(times)));
  }
  out.push_back(nlp::mixed(3, static_cast<std::uint64_t>(std::min(seen.words / 4, 8))));
  std::uint64_t before = 0;
  for (std::size_t t = range.begin; t < range.end; ++t) {
    const auto pos = static_cast<std::uint64_t>(r.pos[t]);
    out.push_back(nlp::mixed(7, before * 64 + pos));
    before = pos;
  }
}

}  // namespace

WorthFeatures worthFeatures(const Reading& reading, Range range) {
  WorthFeatures features;
  if (range.size() == 0) return features;
  addWords(reading, range, features.groups[0]);
  addLetters(reading.spanOf(range).of(reading.lower), features.groups[1]);
  addSigns(reading, range, features.groups[2]);
  for (auto& group : features.groups) {
    std::sort(group.begin(), group.end());
    group.erase(std::unique(group.begin(), group.end()), group.end());
  }
  return features;
}

double learnedWorth(const WorthFeatures& features, const nlp::LinearModel& model) {
  if (model.empty()) return 0.5;
  const std::size_t labels = std::max<std::size_t>(1, model.labelCount());
  std::vector<std::int32_t> sum(labels);
  model.add(kWorthBias, sum);
  double total = sum[0];
  for (const auto& group : features.groups) {
    if (group.empty()) continue;
    std::fill(sum.begin(), sum.end(), 0);
    model.addAll(group, sum);
    total += sum[0] / std::sqrt(static_cast<double>(group.size()));
  }
  return logistic(total * model.scale());
}

namespace {

Worth workOut(const Reading& reading, Range range, const nlp::LinearModel& model) {
  const Seen seen = look(reading, range);
  Worth worth;
  worth.checkable = checkable(seen);
  worth.score = seen.words == 0 ? 0.0 : ruleScore(seen);
  if (!model.empty() && seen.words > 0) {
    worth.score = learnedWorth(worthFeatures(reading, range), model);
  }
  for (const model::ClaimReasonInfo& info : model::claimReasons()) {
    if (seen.has(info.reason)) worth.reasons.push_back(info.reason);
  }
  return worth;
}

// The worth of a clause depends on its words and their tags alone.
std::string keyOf(const Reading& reading, Range range) {
  std::string key = "w";
  if (range.size() > 0) key.append(reading.spanOf(range).of(reading.text));
  for (std::size_t t = range.begin; t < range.end; ++t) {
    key.push_back('\0');
    key.append(reading.word(t));
    key.push_back(static_cast<char>(reading.pos[t]));
    key.push_back(static_cast<char>(reading.tokens[t].kind));
  }
  return key;
}

std::string bytesOf(const Worth& worth) {
  std::string bytes(reinterpret_cast<const char*>(&worth.score), sizeof worth.score);
  bytes.push_back(worth.checkable ? '1' : '0');
  for (const ClaimReason reason : worth.reasons) bytes.push_back(static_cast<char>(reason));
  return bytes;
}

Worth worthIn(std::string_view bytes) {
  Worth worth;
  std::memcpy(&worth.score, bytes.data(), sizeof worth.score);
  worth.checkable = bytes[sizeof worth.score] == '1';
  for (const char reason : bytes.substr(sizeof worth.score + 1)) {
    worth.reasons.push_back(static_cast<ClaimReason>(reason));
  }
  return worth;
}

}  // namespace

Worth worthOf(const Reading& reading, Range range, const Models& models) {
  if (reading.memory == nullptr) return workOut(reading, range, models.worth);
  std::string key = keyOf(reading, range);
  if (const std::string* known = reading.memory->recall(key)) return worthIn(*known);
  Worth worth = workOut(reading, range, models.worth);
  reading.memory->keep(std::move(key), bytesOf(worth));
  return worth;
}

Worth worth(std::string_view sentence) {
  const model::Block block{{0, sentence.size()}, model::BlockRole::body, true};
  Reading reading = nlp::read(sentence, {&block, 1});
  nlp::tagPartsOfSpeech(reading, builtInModels().pos);
  if (reading.tokens.empty()) return {0.0, {}, false};
  Worth worth = worthOf(reading, {0, reading.tokens.size()}, builtInModels());
  // What has no words is worth nothing, and what is no sentence is left to the fast reader.
  if (worth.score == 0 || sentence.size() > kThoroughBytes) return worth;
  const neural::Findings found = neural::readThoroughly(
      reading, findMarked(sentence, {{0, sentence.size()}}), builtInEncoder());
  // Two readers that err in different places: their mean is better than either.
  if (!found.empty()) {
    const float best = *std::max_element(found.worth.begin(), found.worth.end());
    worth.score = (worth.score + static_cast<double>(best)) / 2;
  }
  return worth;
}

}  // namespace assay::extract
