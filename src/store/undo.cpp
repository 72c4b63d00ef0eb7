#include "store/undo.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <span>
#include <vector>

#include "base/utf8.h"
#include "store/fields.h"
#include "store/names.h"

namespace assay::store {

using base::ErrorCode;
using base::Result;

namespace {

/// One change of the command, as far as taking it back needs it.
struct Change {
  bool creates = false;
  Entity entity = Entity::item;
  std::string id;
  std::string field;
  std::string from;
  std::string to;
};

// The events of a command are those between its own and the next command of the same actor.
Result<std::vector<Change>> changesOf(Database& database, const UndoTarget& target) {
  Query rows = database.query(
      "SELECT op, entity, id, field, base, iif(op = 'set', payload, '') FROM event "
      "WHERE actor = ?1 AND aseq > ?2 AND aseq < ifnull((SELECT min(first) FROM command "
      "WHERE actor = ?1 AND first > ?2), 9223372036854775807) ORDER BY aseq");
  rows.bind(1, target.actor).bind(2, target.first);
  std::vector<Change> changes;
  while (true) {
    const auto row = rows.step();
    if (!row) return base::passOn(row);
    if (!*row) return changes;
    const auto op = opByName(rows.text(0));
    const auto entity = entityByName(rows.text(1));
    if (!op || !entity || *op == Op::redact) {
      return base::fail(ErrorCode::unsupported,
                        "\"" + target.label + "\" holds a change that cannot be taken back.");
    }
    changes.push_back(
        Change{*op == Op::create, *entity, rows.text(2), rows.text(3), rows.text(4), rows.text(5)});
  }
}

/// A thing the command made is hidden or shown as a whole; what else the command did to it stays.
std::vector<Change> condensed(const std::vector<Change>& changes) {
  std::map<std::string, std::size_t> made;
  std::vector<Change> out;
  for (const Change& change : changes) {
    const auto own = made.find(change.id);
    if (change.creates) {
      made.emplace(change.id, out.size());
      out.push_back(Change{true, change.entity, change.id, std::string(kRemovedField), "1", "0"});
    } else if (own == made.end()) {
      out.push_back(change);
    } else if (change.field == kRemovedField) {
      out[own->second].to = change.to;
    }
  }
  // Made and removed again by the same command: it was never in sight.
  std::erase_if(out, [](const Change& change) { return change.creates && change.to == "1"; });
  return out;
}

// A value inside a sentence: short, and an empty one has to be seen.
std::string inQuotes(std::string_view value) {
  return value.empty() ? "empty" : "\"" + base::shortened(value, 40) + "\"";
}

/// Who set the field last, as " by lee at 2026-02-03T14:02:11Z".
Result<std::string> lastSetBy(Database& database, const Change& change) {
  Query query = database.query(
      "SELECT actor, hlc FROM event WHERE id = ?1 AND field = ?2 ORDER BY hlc DESC LIMIT 1");
  const auto row = query.bind(1, change.id).bind(2, change.field).step();
  if (!row) return base::passOn(row);
  if (!*row) return std::string();
  return fmt::format(" by {} at {}", actorName(query.text(0)),
                     base::utcTimestamp(millisOf(query.integer(1))));
}

std::string_view verbOf(Direction direction) {
  return direction == Direction::undo ? "undo" : "redo";
}

// Says what stands there now, who put it there and when, and what was expected: enough to decide
// without opening the history.
Result<void> conflict(Database& database, const Change& change, std::string_view present,
                      std::string_view expected, const UndoTarget& target, Direction direction) {
  const auto name = thingName(database, change.entity, change.id);
  if (!name) return base::passOn(name);
  const auto who = lastSetBy(database, change);
  if (!who) return base::passOn(who);
  const std::string opening = fmt::format("Cannot {} \"{}\": ", verbOf(direction), target.label);
  if (change.field == kRemovedField) {
    return base::fail(ErrorCode::conflict,
                      fmt::format("{}{} was {} since{}.", opening, *name,
                                  present == "1" ? "removed" : "brought back", *who));
  }
  const auto now = shownValue(database, change.entity, change.field, present);
  if (!now) return base::passOn(now);
  const auto then = shownValue(database, change.entity, change.field, expected);
  if (!then) return base::passOn(then);
  return base::fail(
      ErrorCode::conflict,
      fmt::format("{}the {} of {} is {} by now, set{}, and no longer {}. Change it by "
                  "hand if it is to be taken back.",
                  opening, shownField(change.field), *name, inQuotes(*now), *who, inQuotes(*then)));
}

/// What would lose its footing if the thing were hidden: rows in sight that refer to it.
std::string_view dependentsSql(Entity entity) {
  switch (entity) {
    case Entity::article:
      return "SELECT EXISTS (SELECT 1 FROM draft WHERE article = ?1 AND removed = 0) OR "
             "EXISTS (SELECT 1 FROM item WHERE article = ?1 AND removed = 0) OR "
             "EXISTS (SELECT 1 FROM speaker WHERE article = ?1 AND removed = 0) OR "
             "EXISTS (SELECT 1 FROM query WHERE article = ?1 AND removed = 0)";
    case Entity::draft:
      return "SELECT EXISTS (SELECT 1 FROM anchor JOIN item ON item.id = anchor.item "
             "WHERE anchor.draft = ?1 AND item.removed = 0)";
    case Entity::speaker:
      return "SELECT EXISTS (SELECT 1 FROM item WHERE speaker = ?1 AND removed = 0)";
    case Entity::item:
      return "SELECT EXISTS (SELECT 1 FROM evidence WHERE item = ?1 AND removed = 0) OR "
             "EXISTS (SELECT 1 FROM item WHERE parent = ?1 AND removed = 0) OR "
             "EXISTS (SELECT 1 FROM query_item JOIN query ON query.id = query_item.query "
             "WHERE query_item.item = ?1 AND query.removed = 0)";
    case Entity::source:
      return "SELECT EXISTS (SELECT 1 FROM evidence WHERE source = ?1 AND removed = 0) OR "
             "EXISTS (SELECT 1 FROM snapshot WHERE source = ?1 AND removed = 0)";
    default: return {};
  }
}

/// Somebody else's change of a thing that the undone command made.
constexpr std::string_view kBuiltOnSql =
    "SELECT e.field, c.name FROM event e JOIN command c ON c.actor = e.actor AND c.first = "
    "(SELECT max(first) FROM command WHERE actor = e.actor AND first < e.aseq) "
    "WHERE e.id = ?1 AND e.op = 'set' AND c.kind = 'do' AND c.undone_at IS NULL AND c.id <> ?2 "
    "LIMIT 1";

/// Refuses to hide what others have built on. The command's own things come last first, so all
/// that is still in sight here is somebody else's.
Result<void> checkNotBuiltOn(Database& database, const Change& change, const UndoTarget& target) {
  const auto refuse = [&](std::string_view what, std::string_view who) -> Result<void> {
    const auto name = thingName(database, change.entity, change.id);
    if (!name) return base::passOn(name);
    return base::fail(ErrorCode::conflict,
                      fmt::format("Cannot undo \"{}\": {} {}{} since. Take that back first.",
                                  target.label, *name, what, who));
  };
  {
    Query built = database.query(kBuiltOnSql);
    const auto row = built.bind(1, change.id).bind(2, target.id).step();
    if (!row) return base::passOn(row);
    if (*row) {
      return refuse("was changed",
                    fmt::format(" ({}, by {})", shownField(built.text(0)), built.text(1)));
    }
  }
  const std::string_view sql = dependentsSql(change.entity);
  if (sql.empty()) return {};
  Query dependents = database.query(sql);
  const auto row = dependents.bind(1, change.id).step();
  if (!row) return base::passOn(row);
  if (*row && dependents.integer(0) != 0) return refuse("has had something added to it", "");
  return {};
}

// One change backwards or forwards, if the value is still the one that the command left.
Result<void> apply(Database& database, Recorder& recorder, const Change& change,
                   const UndoTarget& target, Direction direction) {
  const bool undoing = direction == Direction::undo;
  const std::string& expected = undoing ? change.to : change.from;
  const std::string& wanted = undoing ? change.from : change.to;
  const auto present = currentValue(database, change.entity, change.id, change.field);
  if (!present) return base::passOn(present);
  if (!*present || **present != expected) {
    return conflict(database, change, present->value_or(""), expected, target, direction);
  }
  if (change.creates && undoing) {
    if (auto free = checkNotBuiltOn(database, change, target); !free) return free;
  }
  return recorder.set(change.entity, change.id, change.field, expected, wanted);
}

// By the person's name, not by actor: in a copy, or after a move, one's own commands stay one's
// own.
constexpr std::string_view kUndoSql =
    "SELECT id, actor, first, label FROM command "
    "WHERE name = ?1 AND kind = 'do' AND undone_at IS NULL ORDER BY hlc DESC LIMIT 1";
constexpr std::string_view kRedoSql =
    "SELECT id, actor, first, label FROM command AS c "
    "WHERE name = ?1 AND undone_at IS NOT NULL AND NOT EXISTS (SELECT 1 FROM command "
    "WHERE name = ?1 AND kind = 'do' AND hlc > c.undone_at) ORDER BY undone_at DESC LIMIT 1";

}  // namespace

Result<std::optional<UndoTarget>> undoTarget(Database& database, std::string_view name,
                                             Direction direction) {
  Query query = database.query(direction == Direction::undo ? kUndoSql : kRedoSql);
  const auto row = query.bind(1, name).step();
  if (!row) return base::passOn(row);
  if (!*row) return std::optional<UndoTarget>();
  UndoTarget target{query.text(0), query.text(1), query.integer(2), query.text(3)};
  if (auto sound = query.sound(); !sound) return base::passOn(sound);
  return target;
}

Result<void> compensate(Database& database, Recorder& recorder, const UndoTarget& target,
                        Direction direction) {
  const auto all = changesOf(database, target);
  if (!all) return base::passOn(all);
  std::vector<Change> changes = condensed(*all);
  if (direction == Direction::undo) std::ranges::reverse(changes);
  if (auto begun = recorder.begin(); !begun) return begun;
  for (const Change& change : changes) {
    if (auto done = apply(database, recorder, change, target, direction); !done) return done;
  }
  return {};
}

}  // namespace assay::store
