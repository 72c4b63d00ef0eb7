#include "tests/store/lab/script.h"

#include <algorithm>
#include <cstdlib>

#include "tests/store/desk.h"
#include "tests/store/raw.h"

namespace assay::test {

using store::ItemField;
using store::Store;
using store::Transaction;

namespace {

Step setNote(std::string item, std::string text) {
  return [item = std::move(item), text = std::move(text)](Store& store) {
    return store.write("Note", [&](Transaction& tx) {
      return tx.set(model::ItemId{item}, ItemField::note, text);
    });
  };
}

Step setStatus(std::string item, std::string status) {
  return [item = std::move(item), status = std::move(status)](Store& store) {
    return mark(store, item, status);
  };
}

Step import(std::string prefix, int quotes) {
  return [prefix = std::move(prefix), quotes](Store& store) {
    return store.write("Import",
                       [&](Transaction& tx) { return addArticle(store, tx, prefix, quotes); });
  };
}

Step removeItem(std::string item) {
  return [item = std::move(item)](Store& store) {
    return store.write("Remove", [&](Transaction& tx) { return tx.remove(model::ItemId{item}); });
  };
}

Step addSource(std::string id) {
  return [id = std::move(id)](Store& store) {
    return store.write("Source", [&](Transaction& tx) -> base::Result<void> {
      const auto number = store.nextSourceNumber();
      if (!number) return base::passOn(number);
      return tx.add(makeSource(id, *number));
    });
  };
}

Step addEvidence(std::string id, std::string item, std::string source) {
  return [id = std::move(id), item = std::move(item), source = std::move(source)](Store& store) {
    return store.write("Evidence",
                       [&](Transaction& tx) { return tx.add(makeEvidence(id, item, source)); });
  };
}

Step undo() {
  return [](Store& store) { return store.undo(); };
}
Step redo() {
  return [](Store& store) { return store.redo(); };
}

}  // namespace

std::vector<Script> scripts() {
  return {
      {"import", {import("y", 6), import("z", 2)}},
      {"marks",
       {setStatus("x-q1", "verified"), setStatus("x-c1", "wrong"), setNote("x-q2", "ask"),
        setStatus("x-q1", "disputed")}},
      {"undo",
       {setStatus("x-q1", "verified"), setNote("x-q1", "sure"), undo(), undo(), redo(), redo()}},
      {"evidence",
       {addSource("s1"), addEvidence("e1", "x-q1", "s1"), addEvidence("e2", "x-c1", "s1"), undo()}},
      {"take back an import", {import("y", 3), undo(), redo(), removeItem("y-q1")}},
      {"large",
       {setNote("x-q1", std::string(20'000, 'n')), setNote("x-q1", "short again"), undo()}},
  };
}

Bench::Bench() : path_((folder / "bench.assay").string()) {
  // The disk registers itself first; the store is made on the machine's own file system.
  disk.useSystem(true);
  {
    auto made = Store::open({path_, "kim"}, clock, ids_);
    REQUIRE_OK(made);
    REQUIRE_OK(import("x", 3)(**made));
  }
  disk.useSystem(false);
  fresh_[path_] = readFile(path_);
  disk.files = fresh_;
}

Bench::Bench(const std::string& sql) : path_((folder / "bench.assay").string()) {
  disk.useSystem(true);
  rawExec(path_, sql);
  disk.useSystem(false);
  fresh_[path_] = readFile(path_);
  disk.files = fresh_;
}

base::Result<std::unique_ptr<Store>> Bench::open(bool readOnly) {
  return Store::open({path_, "kim", false, readOnly}, clock, ids_);
}

void Bench::sweep() const {
  for (const auto& entry : std::filesystem::directory_iterator(folder.path())) {
    if (entry.path() != path_) std::filesystem::remove(entry.path());
  }
}

std::size_t rounds(std::size_t normal) {
  // Sanitizers and unoptimised builds look for other things, at a tenth of the speed.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__) || !defined(NDEBUG)
  normal = std::max<std::size_t>(1, normal / 25);
#endif
  return normal;
}

std::uint64_t soakRound() {
  const char* round = std::getenv("ASSAY_ROUND");
  return round != nullptr ? std::strtoull(round, nullptr, 10) : 0;
}

std::uint64_t seed(std::uint64_t usual) { return usual + 1'000'003 * soakRound(); }

}  // namespace assay::test
