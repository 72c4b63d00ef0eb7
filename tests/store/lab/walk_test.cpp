// Random walks of edits, undo, redo and restarts against a model in memory: the store agrees with
// the model at every step, and its state is the fold of its events at the end.
#include <fmt/format.h>

#include <map>
#include <random>

#include "tests/store/desk.h"
#include "tests/store/lab/script.h"
#include "tests/store/lab/tally.h"

using namespace assay;
using namespace assay::test;
using store::ItemField;

namespace {

/// Undo and redo as a person expects them: whole states on two stacks.
struct Model {
  using State = std::map<std::string, std::string>;  // "x-q1.note" -> value
  State now;
  std::vector<State> done;
  std::vector<State> undone;

  void change(const State& next) {
    done.push_back(now);
    now = next;
    undone.clear();
  }
  bool undo() { return move(done, undone); }
  bool redo() { return move(undone, done); }

 private:
  bool move(std::vector<State>& from, std::vector<State>& to) {
    if (from.empty()) return false;
    to.push_back(now);
    now = from.back();
    from.pop_back();
    return true;
  }
};

struct Field {
  ItemField field;
  const char* name;
  std::vector<std::string> values;
};

const std::vector<Field>& fields() {
  static const std::vector<Field> all{
      {ItemField::note, "note", {"", "a", "b", "ask again"}},
      {ItemField::status, "status", {"unchecked", "verified", "wrong"}},
      {ItemField::flags, "flags", {"0", "2", "34"}},
      {ItemField::speaker, "speaker", {"", "x-s"}},
      {ItemField::correction, "correction", {"", "2.4 million"}},
  };
  return all;
}

const std::vector<std::string>& items() {
  static const std::vector<std::string> all{"x-q1", "x-q2", "x-c1", "x-c2"};
  return all;
}

Model::State stateOf(const store::Store& store) {
  Model::State state;
  for (const std::string& id : items()) {
    const auto item = store.item({id});
    if (!item) {
      state[id] = "removed";
      continue;
    }
    state[id + ".note"] = item->note;
    state[id + ".status"] = model::info(item->status).id;
    state[id + ".flags"] = std::to_string(item->flags.bits);
    state[id + ".speaker"] = item->speaker ? item->speaker->value : "";
    state[id + ".correction"] = item->correction;
  }
  return state;
}

class Walk {
 public:
  explicit Walk(Bench& bench, std::uint64_t seed) : bench_(bench), chance_(seed) {
    bench_.load(bench_.fresh());
    reopen();
    model_.now = stateOf(*store_);
  }

  void step() {
    const auto steps = ++steps_;
    const auto lot = chance_() % 100;
    if (lot < 55) {
      edit();
    } else if (lot < 77) {
      // Undoing the import of the bench itself is the end of the stack of this model.
      if (model_.done.empty()) return;
      REQUIRE_OK(store_->undo());
      REQUIRE(model_.undo());
    } else if (lot < 95) {
      const auto redone = store_->redo();
      REQUIRE(redone.has_value() == model_.redo());
    } else {
      reopen();
    }
    // What a step got wrong is still wrong a step later; looking is what takes the time.
    if (steps % 2 == 0) REQUIRE(stateOf(*store_) == model_.now);
  }

  void finish() {
    reopen();
    REQUIRE(stateOf(*store_) == model_.now);
    requireSound(*store_);
  }

 private:
  template <class List>
  const auto& any(const List& list) {
    return list[chance_() % list.size()];
  }

  void reopen() {
    store_.reset();
    // The clock of a real machine jumps, backwards as well.
    bench_.clock.set(1'770'127'331'000 + static_cast<base::Millis>(chance_() % 100'000));
    auto opened = bench_.open();
    REQUIRE_OK(opened);
    store_ = std::move(*opened);
  }

  void edit() {
    Model::State next = model_.now;
    const std::size_t changes = 1 + chance_() % 3;
    const auto commit = store_->write("Edit", [&](store::Transaction& tx) -> base::Result<void> {
      for (std::size_t i = 0; i < changes; ++i) {
        const std::string& id = any(items());
        if (next.contains(id)) continue;  // removed
        if (chance_() % 20 == 0) {
          if (auto done = tx.remove(model::ItemId{id}); !done) return done;
          std::erase_if(next, [&](const auto& entry) { return entry.first.starts_with(id); });
          next[id] = "removed";
          continue;
        }
        const Field& field = any(fields());
        const std::string& value = any(field.values);
        if (auto done = tx.set(model::ItemId{id}, field.field, value); !done) return done;
        next[id + "." + field.name] = value;
      }
      return {};
    });
    REQUIRE_OK(commit);
    // Nothing written is no step of undo, and a value set back within one command is one.
    if (commit->events > 0) model_.change(next);
  }

  Bench& bench_;
  std::mt19937_64 chance_;
  Model model_;
  std::size_t steps_ = 0;
  std::unique_ptr<store::Store> store_;
};

}  // namespace

TEST_CASE("random walks of edits, undo and redo end where the model ends") {
  Bench bench;
  const std::size_t walks = rounds(2'000);
  for (std::size_t n = 1; n <= walks; ++n) {
    INFO("walk " << n << " of round " << soakRound());
    Walk walk(bench, seed(n));
    for (int i = 0; i < 100; ++i) walk.step();
    walk.finish();
  }
  tally("walks", walks, 0);
  WARN(fmt::format("{} walks of 100 steps agree with the model", walks));
}
