#include "store/search.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/utf8.h"
#include "store/event.h"
#include "store/schema.h"

namespace assay::store {

using base::ErrorCode;
using base::Result;

namespace {

// Around what was found, inside snippets of SQLite; no text that people type has them.
constexpr char kOpen = '\x01';
constexpr char kClose = '\x02';

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

/// Takes the marks out of a snippet and notes where they stood.
void place(SearchHit& hit, std::string_view marked) {
  for (const char byte : marked) {
    if (byte == kOpen) {
      hit.marks.push_back({hit.snippet.size(), hit.snippet.size()});
    } else if (byte == kClose) {
      if (!hit.marks.empty()) hit.marks.back().end = hit.snippet.size();
    } else {
      hit.snippet += byte;
    }
  }
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
  Query rows = database.query(fmt::format(
      "SELECT p.entity, p.thing, p.field, snippet(search, 0, char(1), char(2), '…', 16) "
      "FROM search JOIN passage p ON p.id = search.rowid "
      "WHERE search MATCH ?1 AND search.rowid >= ifnull((SELECT min(rowid) FROM (SELECT rowid "
      "FROM search WHERE search MATCH ?1 ORDER BY rowid DESC LIMIT {})), 0) ORDER BY search.rank",
      kMostRanked));
  rows.bind(1, *expression);
  std::vector<SearchHit> hits;
  while (hits.size() < limit) {
    const auto row = rows.step();
    if (!row) return base::passOn(row);
    if (!*row) break;
    const auto entity = entityByName(rows.text(0));
    if (!entity) continue;
    SearchHit hit;
    const auto inSight = locate(database, *entity, rows.text(1), hit);
    if (!inSight) return base::passOn(inSight);
    if (!*inSight) continue;
    hit.what = std::string(entityName(*entity));
    hit.field = rows.text(2);
    place(hit, rows.text(3));
    if (auto sound = rows.sound(); !sound) return base::passOn(sound);
    hits.push_back(std::move(hit));
  }
  return hits;
}

}  // namespace assay::store
