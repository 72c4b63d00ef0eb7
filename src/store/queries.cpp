#include "store/queries.h"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <tuple>

#include "base/utf8.h"
#include "store/codec.h"
#include "store/query_rows.h"

namespace assay::store {

using base::Result;

namespace {

Result<model::Article> readArticle(const Query& row) {
  model::Article article;
  article.id.value = row.text(0);
  article.number = row.integer(1);
  article.title = row.text(2);
  article.byline = row.text(3);
  article.outlet = row.text(4);
  article.url = row.text(5);
  article.addedAt = row.integer(6);
  article.draft.value = row.text(7);
  return article;
}

// The newest draft is the one with the highest number, not the one added last: after a merge these
// can differ.
constexpr std::string_view kArticleSql =
    "SELECT id, number, title, byline, outlet, url, added_at, "
    "(SELECT d.id FROM draft d WHERE d.article = a.id AND d.removed = 0 "
    "ORDER BY d.number DESC LIMIT 1) FROM article a WHERE removed = 0 ";

Result<model::Block> readBlock(const Query& row) {
  const std::string role = row.text(2);
  const auto known = model::blockRoleById(role);
  if (!known) return unknownWord("role of a block", role);
  return model::Block{
      {static_cast<std::size_t>(row.integer(0)), static_cast<std::size_t>(row.integer(1))},
      *known,
      row.integer(3) != 0};
}

Result<model::Draft> readDraft(const Query& row) {
  model::Draft draft;
  draft.id.value = row.text(0);
  draft.article.value = row.text(1);
  draft.number = row.integer(2);
  draft.sha256 = row.text(3);
  draft.origin = row.text(4);
  draft.format = row.text(5);
  draft.addedAt = row.integer(6);
  draft.text = row.text(7);
  return draft;
}

Result<model::StoredSpeaker> readSpeaker(const Query& row) {
  const std::string kind = row.text(3);
  const auto known = model::speakerKindById(kind);
  if (!known) return unknownWord("kind of a speaker", kind);
  return model::StoredSpeaker{
      {row.text(0)}, {row.text(1)}, row.text(2), *known, splitLines(row.text(4))};
}

Result<model::Item> readItem(const Query& row) {
  model::Item item;
  item.id.value = row.text(0);
  item.article.value = row.text(1);
  const std::string kind = row.text(2);
  item.number = row.integer(3);
  if (!row.isNull(4)) item.parent = model::ItemId{row.text(4)};
  if (!row.isNull(5)) item.speaker = model::SpeakerId{row.text(5)};
  item.confidence = row.real(6);
  item.score = row.real(7);
  item.checkable = row.integer(9) != 0;
  const std::string status = row.text(10);
  const std::string wording = row.text(11);
  item.flags.bits = static_cast<std::uint8_t>(row.integer(12));
  item.verdict = row.text(13);
  item.explanation = row.text(14);
  item.note = row.text(15);
  item.correction = row.text(16);
  item.decidedBy = row.text(18);
  item.decidedAt = row.integer(19);
  const auto knownKind = model::itemKindById(kind);
  if (!knownKind) return unknownWord("kind of an item", kind);
  item.kind = *knownKind;
  const auto knownStatus = model::statusById(status);
  if (!knownStatus) return unknownWord("status", status);
  item.status = *knownStatus;
  const auto knownWording = model::wordingVerdictById(wording);
  if (!knownWording) return unknownWord("wording verdict", wording);
  item.wording = *knownWording;
  auto reasons = reasonsFromText(row.text(8));
  if (!reasons) return base::passOn(reasons);
  item.reasons = std::move(*reasons);
  // Not carried over to the newest draft: the item has no place there, but words all the same.
  if (row.isNull(17)) {
    if (row.isNull(20)) return item;
    auto last = decodeAnchor(row.text(20));
    if (!last) return base::passOn(last);
    item.anchor = std::move(*last);
    item.anchor.spans.clear();
    item.anchor.cue.reset();
    item.anchor.source.reset();
    return item;
  }
  auto anchor = decodeAnchor(row.text(17));
  if (!anchor) return base::passOn(anchor);
  item.anchor = std::move(*anchor);
  return item;
}

Result<std::pair<model::ItemId, model::Anchor>> readPlace(const Query& row) {
  auto anchor = decodeAnchor(row.text(1));
  if (!anchor) return base::passOn(anchor);
  return std::pair(model::ItemId{row.text(0)}, std::move(*anchor));
}

// Ends before the draft that the anchor is wanted in.
constexpr std::string_view kItemSql =
    "SELECT i.id, i.article, i.kind, i.number, p.id, s.id, i.confidence, i.score, i.reasons, "
    "i.checkable, i.status, i.wording, i.flags, i.verdict, i.explanation, i.note, i.correction, "
    "a.value, i.decided_by, i.decided_at, CASE WHEN a.value IS NULL THEN (SELECT o.value FROM "
    "anchor o JOIN draft d ON d.id = o.draft WHERE o.item = i.id AND d.removed = 0 "
    "ORDER BY d.number DESC LIMIT 1) END FROM item i "
    "LEFT JOIN item p ON p.id = i.parent AND p.removed = 0 "
    "LEFT JOIN speaker s ON s.id = i.speaker AND s.removed = 0 "
    "LEFT JOIN anchor a ON a.item = i.id AND a.draft = ";

constexpr std::string_view kNewestDraftSql =
    "SELECT id FROM draft WHERE article = ?1 AND removed = 0 ORDER BY number DESC LIMIT 1";

Result<model::Source> readSource(const Query& row) {
  model::Source source;
  source.id.value = row.text(0);
  source.number = row.integer(1);
  const std::string kind = row.text(2);
  const auto known = model::sourceKindById(kind);
  if (!known) return unknownWord("kind of a source", kind);
  source.kind = *known;
  source.title = row.text(3);
  source.author = row.text(4);
  source.publisher = row.text(5);
  source.url = row.text(6);
  source.archivedUrl = row.text(7);
  source.lookedAt = row.text(8);
  source.contact = row.text(9);
  source.note = row.text(10);
  source.sensitive = row.integer(11) != 0;
  return source;
}

constexpr std::string_view kSourceSql =
    "SELECT id, number, kind, title, author, publisher, url, archived_url, looked_at, contact, "
    "note, sensitive FROM source WHERE removed = 0 ";

Result<model::Evidence> readEvidence(const Query& row) {
  const std::string stance = row.text(3);
  const auto known = model::stanceById(stance);
  if (!known) return unknownWord("stance", stance);
  return model::Evidence{{row.text(0)}, {row.text(1)}, {row.text(2)}, *known,
                         row.text(4),   row.text(5),   row.text(6)};
}

// In sight only while the item and the source are.
constexpr std::string_view kEvidenceSql =
    "SELECT e.id, e.item, e.source, e.stance, e.excerpt, e.locator, e.note FROM evidence e "
    "JOIN item i ON i.id = e.item AND i.removed = 0 "
    "JOIN source s ON s.id = e.source AND s.removed = 0 WHERE e.removed = 0 ";

std::string sql(std::string_view select, std::string_view rest) {
  return std::string(select) + std::string(rest);
}

/// By place in the text, items without one last; quotes before the claims inside them.
bool standsBefore(const model::Item& a, const model::Item& b) {
  const auto rank = [](const model::Item& item) {
    constexpr std::size_t kNowhere = std::numeric_limits<std::size_t>::max();
    const std::size_t begin = item.anchor.spans.empty() ? kNowhere : item.anchor.spans[0].begin;
    return std::tuple(begin, !model::isQuote(item.kind), item.number);
  };
  return rank(a) < rank(b);
}

// max() over removed rows as well.
Result<std::int64_t> nextNumber(Query& query) {
  const auto row = query.step();
  if (!row) return base::passOn(row);
  return query.integer(0) + 1;
}

}  // namespace

Result<std::vector<model::Article>> Queries::articles() const {
  Query query = database_.query(sql(kArticleSql, "ORDER BY number"));
  return all(query, readArticle);
}

Result<model::Article> Queries::article(const model::ArticleId& id) const {
  Query query = database_.query(sql(kArticleSql, "AND id = ?1"));
  return one(query.bind(1, id.value), readArticle, "article", id.value);
}

Result<model::Draft> Queries::draft(const model::DraftId& id) const {
  const ReadScope scope(database_);
  if (!scope.begun()) return base::passOn(scope.begun());
  Query query = database_.query(
      "SELECT id, article, number, sha256, origin, format, added_at, text FROM draft "
      "WHERE id = ?1 AND removed = 0");
  auto draft = one(query.bind(1, id.value), readDraft, "draft", id.value);
  if (!draft) return draft;
  Query rows = database_.query(
      "SELECT first, last, role, given FROM block WHERE draft = ?1 ORDER BY ordinal");
  auto blocks = all(rows.bind(1, id.value), readBlock);
  if (!blocks) return base::passOn(blocks);
  draft->blocks = std::move(*blocks);
  return draft;
}

Result<std::vector<model::Draft>> Queries::drafts(const model::ArticleId& article) const {
  Query query = database_.query(
      "SELECT id, article, number, sha256, origin, format, added_at, '' FROM draft "
      "WHERE article = ?1 AND removed = 0 ORDER BY number, id");
  return all(query.bind(1, article.value), readDraft);
}

Result<std::vector<std::pair<model::ItemId, model::Anchor>>> Queries::anchors(
    const model::DraftId& draft) const {
  Query query = database_.query(
      "SELECT a.item, a.value FROM anchor a JOIN item i ON i.id = a.item AND i.removed = 0 "
      "WHERE a.draft = ?1");
  return all(query.bind(1, draft.value), readPlace);
}

Result<std::optional<model::ArticleId>> Queries::articleWithText(std::string_view sha256) const {
  Query query = database_.query(
      "SELECT d.article FROM draft d JOIN article a ON a.id = d.article AND a.removed = 0 "
      "WHERE d.sha256 = ?1 AND d.removed = 0 ORDER BY a.number LIMIT 1");
  const auto row = query.bind(1, sha256).step();
  if (!row) return base::passOn(row);
  if (!*row) return std::optional<model::ArticleId>();
  model::ArticleId id{query.text(0)};
  if (auto sound = query.sound(); !sound) return base::passOn(sound);
  return id;
}

Result<std::vector<model::Item>> Queries::items(const model::ArticleId& article) const {
  // The newest draft is looked up once, not once an item.
  Query query = database_.query(
      sql(kItemSql, fmt::format("({}) WHERE i.article = ?1 AND i.removed = 0", kNewestDraftSql)));
  auto items = all(query.bind(1, article.value), readItem);
  if (items) std::ranges::sort(*items, standsBefore);
  return items;
}

Result<model::Item> Queries::item(const model::ItemId& id) const {
  Query query =
      database_.query(sql(kItemSql,
                          "(SELECT d.id FROM draft d WHERE d.article = i.article AND d.removed = 0 "
                          "ORDER BY d.number DESC LIMIT 1) WHERE i.id = ?1 AND i.removed = 0"));
  return one(query.bind(1, id.value), readItem, "item", id.value);
}

Result<std::vector<model::StoredSpeaker>> Queries::speakers(const model::ArticleId& article) const {
  Query query = database_.query(
      "SELECT id, article, name, kind, roles FROM speaker WHERE article = ?1 AND removed = 0 "
      "ORDER BY rowid");
  return all(query.bind(1, article.value), readSpeaker);
}

Result<std::vector<model::Source>> Queries::sources() const {
  Query query = database_.query(sql(kSourceSql, "ORDER BY number"));
  return all(query, readSource);
}

Result<model::Source> Queries::source(const model::SourceId& id) const {
  Query query = database_.query(sql(kSourceSql, "AND id = ?1"));
  return one(query.bind(1, id.value), readSource, "source", id.value);
}

Result<std::vector<model::Evidence>> Queries::evidence(const model::ArticleId& article) const {
  Query query = database_.query(sql(kEvidenceSql, "AND i.article = ?1 ORDER BY e.added"));
  return all(query.bind(1, article.value), readEvidence);
}

Result<std::vector<model::Evidence>> Queries::evidence(const model::ItemId& item) const {
  Query query = database_.query(sql(kEvidenceSql, "AND e.item = ?1 ORDER BY e.added"));
  return all(query.bind(1, item.value), readEvidence);
}

Result<model::Evidence> Queries::evidence(const model::EvidenceId& id) const {
  Query query = database_.query(sql(kEvidenceSql, "AND e.id = ?1"));
  return one(query.bind(1, id.value), readEvidence, "piece of evidence", id.value);
}

Result<std::int64_t> Queries::nextArticleNumber() const {
  Query query = database_.query("SELECT ifnull(max(number), 0) FROM article");
  return nextNumber(query);
}

Result<std::int64_t> Queries::nextDraftNumber(const model::ArticleId& article) const {
  Query query = database_.query("SELECT ifnull(max(number), 0) FROM draft WHERE article = ?1");
  return nextNumber(query.bind(1, article.value));
}

Result<std::int64_t> Queries::nextItemNumber(const model::ArticleId& article, char letter) const {
  Query query =
      database_.query("SELECT ifnull(max(number), 0) FROM item WHERE article = ?1 AND letter = ?2");
  return nextNumber(query.bind(1, article.value).bind(2, std::string_view(&letter, 1)));
}

Result<std::int64_t> Queries::nextSourceNumber() const {
  Query query = database_.query("SELECT ifnull(max(number), 0) FROM source");
  return nextNumber(query);
}

}  // namespace assay::store
