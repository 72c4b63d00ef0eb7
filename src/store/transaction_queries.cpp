// Changes of queries and snapshots, and of the quote a claim belongs to (transaction.h).
#include <fmt/format.h>

#include "base/hash.h"
#include "base/utf8.h"
#include "store/fields.h"
#include "store/limits.h"
#include "store/transaction.h"

namespace assay::store {

using base::ErrorCode;
using base::Result;

Result<void> StoreTransaction::checkAbout(std::string_view article, std::string_view item) {
  if (auto ok = mustExist(Entity::item, item); !ok) return ok;
  const auto same = exists("SELECT 1 FROM item WHERE id = ?1 AND article = ?2", item, article);
  if (!same) return base::passOn(same);
  if (*same) return {};
  return base::fail(ErrorCode::invalidInput, "A query is about items of its own article.");
}

Result<void> StoreTransaction::add(const model::Query& query) {
  if (auto ok = mustBeNew(Entity::query, query.id.value); !ok) return ok;
  if (auto ok = mustExist(Entity::article, query.article.value); !ok) return ok;
  if (query.number <= 0) {
    return base::fail(
        ErrorCode::invalidInput,
        fmt::format("The number of a query is {}; numbers begin at 1.", query.number));
  }
  for (const auto& [what, text] :
       {std::pair<std::string_view, std::string_view>{"The recipient", query.recipient},
        {"The contact", query.contact},
        {"The text of a query", query.text},
        {"The answer", query.answer}}) {
    if (auto ok = checkText(what, text); !ok) return ok;
  }
  if (auto fault = model::faultOf(query)) return base::fail(ErrorCode::invalidInput, *fault);
  for (const model::ItemId& item : query.items) {
    if (auto ok = checkAbout(query.article.value, item.value); !ok) return ok;
  }
  Query taken = database_.query("SELECT 1 FROM query WHERE number = ?1");
  const auto row = taken.bind(1, query.number).step();
  if (!row) return base::passOn(row);
  if (*row) {
    return base::fail(ErrorCode::invalidInput, "The number " + std::to_string(query.number) +
                                                   " of a query is taken in this store.");
  }
  return recorder_.create(Entity::query, query.id.value, encode(query));
}

Result<void> StoreTransaction::add(const model::Snapshot& snapshot, std::string_view bytes) {
  if (auto ok = mustBeNew(Entity::snapshot, snapshot.id.value); !ok) return ok;
  if (auto ok = mustExist(Entity::source, snapshot.source.value); !ok) return ok;
  if (auto ok = checkText("The name of a snapshot", snapshot.name); !ok) return ok;
  if (snapshot.name != model::plainFileName(snapshot.name)) {
    return base::fail(ErrorCode::invalidInput,
                      "A snapshot is named like a file, without its folder.");
  }
  if (bytes.empty()) {
    return base::fail(ErrorCode::invalidInput,
                      fmt::format("{} is empty; there is nothing to keep.", snapshot.name));
  }
  if (bytes.size() > static_cast<std::size_t>(kMostBytesOfASnapshot)) {
    return base::fail(
        ErrorCode::tooLarge,
        fmt::format("{} is {} bytes long; a snapshot of at most {} is kept in the store. Keep the "
                    "file in the archive of your desk and note where, or take the pages that "
                    "matter.",
                    snapshot.name, bytes.size(), kMostBytesOfASnapshot));
  }
  if (snapshot.size != bytes.size() || snapshot.sha256 != base::sha256Hex(bytes)) {
    return base::fail(ErrorCode::invalidInput,
                      "Size and SHA-256 of a snapshot are not those of its bytes.");
  }
  return recorder_.create(Entity::snapshot, snapshot.id.value,
                          encode(SnapshotRecord{snapshot, std::string(bytes)}));
}

Result<void> StoreTransaction::set(const model::QueryId& id, QueryField field,
                                   std::string_view value) {
  // Told here and not by the state: an empty question would be nobody's to answer.
  if (field == QueryField::text && value.find_first_not_of(" \t\r\n") == std::string_view::npos) {
    return base::fail(ErrorCode::invalidInput,
                      "A query needs words. Write what is to be asked, or remove the query.");
  }
  return setChecked(Entity::query, id.value, fieldName(field), value);
}

Result<void> StoreTransaction::setAbout(const model::QueryId& id, const model::ItemId& item,
                                        bool about) {
  if (auto ok = mustExist(Entity::query, id.value); !ok) return ok;
  std::string article;
  {
    Query query = database_.query(
        "SELECT article, (SELECT count(*) FROM query_item WHERE query = ?1 AND item <> ?2) "
        "FROM query WHERE id = ?1");
    const auto row = query.bind(1, id.value).bind(2, item.value).step();
    if (!row) return base::passOn(row);
    if (*row) article = query.text(0);
    if (*row && !about && query.integer(1) == 0) {
      return base::fail(ErrorCode::invalidInput,
                        "A query is about one item at least. Remove the query instead.");
    }
    if (auto sound = query.sound(); !sound) return sound;
  }
  if (about) {
    if (auto ok = checkAbout(article, item.value); !ok) return ok;
  }
  return change(Entity::query, id.value, std::string(kAboutField) + item.value, about ? "1" : "0");
}

// A claim is made inside a quote; a quote stands for itself.
Result<void> StoreTransaction::checkParentOf(std::string_view item, std::string_view parent) {
  if (parent.empty()) return {};
  if (auto ok = mustExist(Entity::item, parent); !ok) return ok;
  const auto fits = exists(
      "SELECT 1 FROM item AS claim JOIN item AS quote ON quote.article = claim.article "
      "WHERE claim.id = ?1 AND claim.letter = 'C' AND quote.id = ?2 AND quote.letter = 'Q'",
      item, parent);
  if (!fits) return base::passOn(fits);
  if (*fits) return {};
  return base::fail(ErrorCode::invalidInput,
                    "Only a claim can belong to a quote, and only to one of its own article.");
}

Result<void> StoreTransaction::remove(const model::QueryId& id) {
  return setChecked(Entity::query, id.value, kRemovedField, "1");
}
Result<void> StoreTransaction::remove(const model::SnapshotId& id) {
  return setChecked(Entity::snapshot, id.value, kRemovedField, "1");
}

}  // namespace assay::store
