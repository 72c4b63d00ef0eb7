// assay search: where words stand, in everything a store holds.
#include <charconv>

#include "cli/commands/commands.h"
#include "cli/lines.h"
#include "cli/store_options.h"
#include "cli/words.h"

namespace assay::cli {

namespace {

constexpr std::size_t kUsualHits = 20;
constexpr std::size_t kMostHits = 1'000;

// "note" of an item; of other things with their kind in front: "source title".
std::string placeOf(const store::SearchHit& hit) {
  if (hit.what == "draft") return "text";
  if (hit.what == "item") return hit.field == "text" ? "item" : hit.field;
  return hit.what + " " + hit.field;
}

std::string marked(const store::SearchHit& hit) {
  std::string out;
  std::size_t at = 0;
  for (const base::Span mark : hit.marks) {
    out += hit.snippet.substr(at, mark.begin - at) + "[";
    out += hit.snippet.substr(mark.begin, mark.size()) + "]";
    at = mark.end;
  }
  return out + hit.snippet.substr(at);
}

std::optional<std::size_t> limitFrom(const std::optional<std::string>& text) {
  if (!text) return kUsualHits;
  std::size_t limit = 0;
  const char* end = text->data() + text->size();
  const auto [stop, error] = std::from_chars(text->data(), end, limit);
  if (error != std::errc{} || stop != end || limit < 1 || limit > kMostHits) return std::nullopt;
  return limit;
}

}  // namespace

ExitCode runSearch(Invocation& call) {
  StoreOptions store;
  std::vector<std::string> words;
  std::optional<std::string> most;
  Parser parser("search", "Finds words in quotes, claims, notes, sources and article texts.");
  parser.about(
      "All of the words have to be there; accents and capitals do not count. \"Words in a row\" "
      "need quotes of their own, a star finds beginnings: harb*. Of the newest 200 "
      "places that have them the best comes first.");
  parser.words("WORD…", "what to look for", 1, SIZE_MAX, words);
  store.addStore(parser);
  parser.option("--limit", "N", "how many places; 20 unless said, at most 1000", most)
      .example("assay search --store desk.assay harbour board")
      .example("assay search --store desk.assay '\"twice the estimate\"' harb*");
  if (const auto ended = call.parse(parser)) return *ended;
  const auto limit = limitFrom(most);
  if (!limit) return call.wrongUsage("--limit takes a number from 1 to 1000.", "search");
  std::string question;
  for (const std::string& word : words) question += (question.empty() ? "" : " ") + word;
  const auto session = store.open(call, StoreOptions::Access::read);
  if (!session) return call.refuse(session.error());
  const auto hits = (*session)->search(question, *limit);
  if (!hits) return call.refuse(hits.error());
  std::vector<std::vector<std::string>> rows;
  for (const store::SearchHit& hit : *hits) {
    rows.push_back({hit.number, placeOf(hit), brief(marked(hit), call.columns())});
  }
  call.print(rows.empty() ? "Nothing was found.\n" : aligned(rows));
  return ExitCode::done;
}

}  // namespace assay::cli
