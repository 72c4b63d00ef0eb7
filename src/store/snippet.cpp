#include "store/snippet.h"

#include <sqlite3.h>

#include <algorithm>
#include <set>
#include <vector>

namespace assay::store {

using base::ErrorCode;
using base::Result;

namespace {

constexpr int kWindow = 16;  // words
constexpr std::string_view kCut = "…";

// What a window is worth: a word of the question that comes the first time, one that comes again,
// and the beginning of a sentence or of the text.
constexpr int kNew = 1'000;
constexpr int kAgain = 1;
constexpr int kSentence = 100;
constexpr int kBeginning = 120;

struct Words {
  std::vector<base::Span> spans;  ///< in bytes
  std::vector<int> sentences;     ///< words that begin one
};

/// A word after a full stop or a colon and a blank begins a sentence, and so does the first.
bool beginsSentence(std::string_view before) {
  const std::size_t end = before.find_last_not_of(" \t\r\n");
  if (end == std::string_view::npos || end + 1 == before.size()) return false;
  return before[end] == '.' || before[end] == ':';
}

struct Reading {
  std::string_view text;
  Words words;
};

int takeWord(void* context, int flags, const char*, int, int begin, int end) {
  if ((flags & FTS5_TOKEN_COLOCATED) != 0) return SQLITE_OK;
  Reading& reading = *static_cast<Reading*>(context);
  Words& words = reading.words;
  const auto from = static_cast<std::size_t>(begin);
  if (words.spans.empty() || beginsSentence(reading.text.substr(0, from))) {
    words.sentences.push_back(static_cast<int>(words.spans.size()));
  }
  words.spans.push_back({from, static_cast<std::size_t>(end)});
  return SQLITE_OK;
}

struct Window {
  int score = 0;
  int centred = 0;  ///< where it would begin to have its words in the middle
};

Window windowAt(int begin, std::span<const Place> places, int count) {
  Window window;
  std::set<int> seen;
  int first = -1;
  int last = 0;
  for (const Place& place : places) {
    if (place.word < begin || place.word >= begin + kWindow) continue;
    window.score += seen.insert(place.phrase).second ? kNew : kAgain;
    if (first < 0) first = place.word;
    last = place.word + place.size;
  }
  const int centred = first - (kWindow - (last - first)) / 2;
  window.centred = std::max(0, std::min(centred, count - kWindow));
  return window;
}

/// The word with which the best window begins.
int bestWindow(const Words& words, std::span<const Place> places) {
  const auto count = static_cast<int>(words.spans.size());
  int best = 0;
  int begin = 0;
  for (const Place& place : places) {
    const Window here = windowAt(place.word, places, count);
    if (here.score > best) {
      best = here.score;
      begin = here.centred;
    }
    if (count <= kWindow) continue;
    const auto after = std::ranges::upper_bound(words.sentences, place.word);
    if (after == words.sentences.begin()) continue;
    const int sentence = *std::prev(after);
    if (sentence == place.word) continue;
    const int score =
        windowAt(sentence, places, count).score + (sentence == 0 ? kBeginning : kSentence);
    if (score > best) {
      best = score;
      begin = sentence;
    }
  }
  return begin;
}

}  // namespace

Result<std::unique_ptr<Cutter>> Cutter::make(Database& database) {
  std::unique_ptr<Cutter> cutter(new Cutter());
  cutter->functions_ = std::make_unique<fts5_tokenizer>();
  fts5_api* api = fts5Of(database.handle());
  void* context = nullptr;
  const char* options[] = {"remove_diacritics", "2"};
  if (api == nullptr ||
      api->xFindTokenizer(api, "unicode61", &context, cutter->functions_.get()) != SQLITE_OK ||
      cutter->functions_->xCreate(context, options, 2, &cutter->tokenizer_) != SQLITE_OK) {
    return base::fail(ErrorCode::internal, "SQLite has no tokenizer for the search.");
  }
  return cutter;
}

Cutter::~Cutter() {
  if (tokenizer_ != nullptr) functions_->xDelete(tokenizer_);
}

Result<void> Cutter::cut(std::string_view text, std::span<const Place> places, SearchHit& hit) {
  Reading reading{text, {}};
  // Values of the file are at most kMostBytesOfAValue long.
  const int code = functions_->xTokenize(tokenizer_, &reading, FTS5_TOKENIZE_AUX, text.data(),
                                         static_cast<int>(text.size()), takeWord);
  if (code != SQLITE_OK) {
    return base::fail(ErrorCode::internal, "A text that was found cannot be cut into words.");
  }
  const std::vector<base::Span>& words = reading.words.spans;
  const auto count = static_cast<int>(words.size());
  if (count == 0) return {};
  const int first = std::min(bestWindow(reading.words, places), count - 1);
  const int last = std::min(first + kWindow, count) - 1;
  const auto spanOf = [&](int word) { return words[static_cast<std::size_t>(word)]; };
  const std::size_t begin = first == 0 ? 0 : spanOf(first).begin;
  const std::size_t end = last == count - 1 ? text.size() : spanOf(last).end;
  const std::size_t shift = first == 0 ? 0 : kCut.size();
  hit.snippet = first == 0 ? "" : kCut;
  hit.snippet += text.substr(begin, end - begin);
  if (last < count - 1) hit.snippet += kCut;
  int marked = -1;  // the last word that has a mark
  for (const Place& place : places) {
    const int from = std::max(place.word, first);
    const int to = std::min(place.word + place.size - 1, last);
    if (to < from) continue;
    const std::size_t markEnd = spanOf(to).end - begin + shift;
    if (place.word <= marked) {  // phrases that overlap have one mark
      hit.marks.back().end = std::max(hit.marks.back().end, markEnd);
    } else {
      hit.marks.push_back({spanOf(from).begin - begin + shift, markEnd});
    }
    marked = std::max(marked, to);
  }
  return {};
}

}  // namespace assay::store
