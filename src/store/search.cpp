#include "store/search.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <utility>

#include "base/utf8.h"
#include "store/event.h"
#include "store/schema.h"
#include "store/snippet.h"

namespace assay::store {

using base::ErrorCode;
using base::Result;

namespace {

constexpr std::size_t kLongestQuestion = 1'000;

bool isWordByte(char byte) {
  const auto value = static_cast<unsigned char>(byte);
  return value >= 0x80 || (value >= '0' && value <= '9') || (value >= 'A' && value <= 'Z') ||
         (value >= 'a' && value <= 'z');
}

/// One word or phrase, quoted, so that nothing in it is taken for an operator.
void append(std::string& expression, std::string_view words, bool prefix) {
  if (std::ranges::none_of(words, isWordByte)) return;
  if (!expression.empty()) expression += ' ';
  expression += fmt::format("\"{}\"{}", words, prefix ? " *" : "");
}

/// Where a passage belongs, and whether it is in sight. Columns: number of its own, letter or '',
/// article, number of the article.
Result<bool> locate(Query&& query, std::string_view thing, SearchHit& hit) {
  const auto row = query.bind(1, thing).step();
  if (!row || !*row) return row;
  const std::string article = query.isNull(3) ? "" : fmt::format("A{}", query.integer(3));
  const std::string own = query.text(1) + query.text(0);
  hit.number = article.empty() || own.empty() ? article + own : article + ":" + own;
  hit.article = {query.text(2)};
  if (query.columns() > 4 && !query.isNull(4)) hit.item = model::ItemId{query.text(4)};
  if (auto sound = query.sound(); !sound) return base::passOn(sound);
  return true;
}

Result<bool> locate(Database& database, Entity entity, std::string_view thing, SearchHit& hit) {
  switch (entity) {
    case Entity::item:
      hit.item = model::ItemId{std::string(thing)};
      return locate(database.query("SELECT i.number, i.letter, a.id, a.number FROM item i "
                                   "JOIN article a ON a.id = i.article "
                                   "WHERE i.id = ?1 AND i.removed = 0 AND a.removed = 0"),
                    thing, hit);
    case Entity::evidence:
      return locate(database.query("SELECT i.number, i.letter, a.id, a.number, i.id "
                                   "FROM evidence e JOIN item i ON i.id = e.item "
                                   "JOIN source s ON s.id = e.source "
                                   "JOIN article a ON a.id = i.article WHERE e.id = ?1 AND "
                                   "e.removed = 0 AND s.removed = 0 AND i.removed = 0 AND "
                                   "a.removed = 0"),
                    thing, hit);
    case Entity::query:
      // Shown with the first of the items it is about.
      return locate(database.query("SELECT q.number, 'query ', a.id, NULL, "
                                   "(SELECT i.id FROM query_item qi JOIN item i ON i.id = qi.item "
                                   "WHERE qi.query = q.id AND i.removed = 0 "
                                   "ORDER BY i.letter DESC, i.number LIMIT 1) "
                                   "FROM query q JOIN article a ON a.id = q.article "
                                   "WHERE q.id = ?1 AND q.removed = 0 AND a.removed = 0"),
                    thing, hit);
    case Entity::source:
      hit.source = model::SourceId{std::string(thing)};
      return locate(database.query("SELECT number, 'S', '', NULL FROM source "
                                   "WHERE id = ?1 AND removed = 0"),
                    thing, hit);
    case Entity::speaker:
      return locate(database.query("SELECT '', '', a.id, a.number FROM speaker s "
                                   "JOIN article a ON a.id = s.article "
                                   "WHERE s.id = ?1 AND s.removed = 0 AND a.removed = 0"),
                    thing, hit);
    case Entity::article:
      return locate(database.query("SELECT '', '', id, number FROM article "
                                   "WHERE id = ?1 AND removed = 0"),
                    thing, hit);
    case Entity::draft:
      return locate(
          database.query("SELECT '', '', a.id, a.number FROM draft d "
                         "JOIN article a ON a.id = d.article WHERE d.id = ?1 AND d.removed = 0 AND "
                         "a.removed = 0 AND d.number = (SELECT max(number) FROM draft "
                         "WHERE article = a.id AND removed = 0)"),
          thing, hit);
    default: return false;
  }
}

/// A passage that has the words.
struct Candidate {
  std::int64_t passage = 0;
  double closeness = 0;
  std::vector<Place> places;
};

/// The newest matches, best first; the newer of two that are as good.
Result<std::vector<Candidate>> rank(Database& database, std::string_view expression) {
  Query rows = database.query(
      "SELECT rowid, closeness(search), places(search) FROM search WHERE search MATCH ?1 "
      "ORDER BY rowid DESC LIMIT ?2");
  rows.bind(1, expression).bind(2, kMostRanked);
  std::vector<Candidate> candidates;
  while (true) {
    const auto row = rows.step();
    if (!row) return base::passOn(row);
    if (!*row) break;
    candidates.push_back({rows.integer(0), rows.real(1), placesOf(rows.blob(2))});
  }
  std::ranges::stable_sort(candidates, std::ranges::greater{}, &Candidate::closeness);
  return candidates;
}

/// The first `limit` of them that can be seen.
Result<std::vector<SearchHit>> inSight(Database& database, const std::vector<Candidate>& candidates,
                                       std::size_t limit) {
  std::vector<SearchHit> hits;
  const auto cutter = Cutter::make(database);
  if (!cutter) return base::passOn(cutter);
  for (const Candidate& candidate : candidates) {
    if (hits.size() >= limit) break;
    Query query = database.query("SELECT entity, thing, field, text FROM passage WHERE id = ?1");
    const auto row = query.bind(1, candidate.passage).step();
    if (!row) return base::passOn(row);
    if (!*row) continue;  // an index that has more than the table: verify says so
    const auto entity = entityByName(query.text(0));
    const std::string thing = query.text(1);
    SearchHit hit;
    hit.field = query.text(2);
    if (auto sound = query.sound(); !sound) return base::passOn(sound);
    if (!entity) continue;
    hit.what = std::string(entityName(*entity));
    const auto seen = locate(database, *entity, thing, hit);
    if (!seen) return base::passOn(seen);
    if (!*seen) continue;
    const std::string text = query.text(3);
    if (auto sound = query.sound(); !sound) return base::passOn(sound);
    if (auto cut = (*cutter)->cut(text, candidate.places, hit); !cut) return base::passOn(cut);
    hits.push_back(std::move(hit));
  }
  return hits;
}

}  // namespace

Result<std::string> searchExpression(std::string_view question) {
  if (question.size() > kLongestQuestion || base::firstInvalidByte(question) ||
      question.find('\0') != std::string_view::npos) {
    return base::fail(ErrorCode::invalidInput,
                      "A search takes a few words of valid UTF-8. Shorten it.");
  }
  std::string expression;
  std::size_t at = 0;
  while (true) {
    at = question.find_first_not_of(" \t\r\n", at);
    if (at == std::string_view::npos) break;
    const bool phrase = question[at] == '"';
    const std::size_t begin = at + (phrase ? 1 : 0);
    const std::size_t end =
        std::min(question.find_first_of(phrase ? "\"" : " \t\r\n\"", begin), question.size());
    std::string_view words = question.substr(begin, end - begin);
    at = std::min(phrase ? end + 1 : end, question.size());
    bool prefix = !phrase && words.ends_with('*');
    if (phrase && at < question.size() && question[at] == '*') {
      prefix = true;
      ++at;
    }
    while (words.ends_with('*')) words.remove_suffix(1);
    append(expression, words, prefix);
  }
  if (!expression.empty()) return expression;
  return base::fail(ErrorCode::invalidInput,
                    "There is no word to search for. Type words, \"words in a row\", or the "
                    "beginning of a word with a star: harb*");
}

Result<std::vector<SearchHit>> search(Database& database, std::string_view question,
                                      std::size_t limit) {
  const auto expression = searchExpression(question);
  if (!expression) return base::passOn(expression);
  const ReadScope scope(database);
  if (!scope.begun()) return base::passOn(scope.begun());
  const auto version = storedSchema(database);
  if (!version) return base::passOn(version);
  if (*version < kFirstSchemaWithSearch) {
    return base::fail(ErrorCode::unsupported,
                      "The store " + database.path().string() +
                          " is of an older version, which had no search. Open it once for writing "
                          "to bring it up to date.");
  }
  const auto ranked = rank(database, *expression);
  if (!ranked) return base::passOn(ranked);
  return inSight(database, *ranked, limit);
}

}  // namespace assay::store
