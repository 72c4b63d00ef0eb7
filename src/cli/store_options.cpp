#include "cli/store_options.h"

#include <algorithm>

namespace assay::cli {

void StoreOptions::addStore(Parser& parser) {
  parser.option("--store", std::string(kFile),
                "the store; else $ASSAY_STORE, else desk.assay in your data folder", store_);
}

void StoreOptions::addActor(Parser& parser) {
  parser.option("--actor", "NAME",
                "who decides, for the history; else $ASSAY_ACTOR, else your user name", actor_);
}

void StoreOptions::addArticle(Parser& parser) {
  parser.option("--article", "A1", "the article, when the store holds several", article_);
}

std::filesystem::path StoreOptions::path() const {
  return store_ ? std::filesystem::path(*store_) : app::defaultStore();
}

base::Result<std::unique_ptr<app::Session>> StoreOptions::open(Invocation& call,
                                                               Access access) const {
  const std::filesystem::path store = path();
  if (access != Access::create && !call.environment().files.exists(store)) {
    return base::fail(base::ErrorCode::notFound, "There is no store " + store.string() +
                                                     ". “assay import FILE --store " +
                                                     store.string() + "” makes one.");
  }
  return app::Session::open(
      {.store = store,
       .actor = actor(),
       .create = access == Access::create,
       .readOnly = access == Access::read,
       .backups = app::defaultBackups(),
       .backupFailed =
           [&call](const base::Error& error) {
             call.refuse(
                 {error.code, "No backup was laid down. " + error.message, error.where, nullptr});
           }},
      call.environment());
}

base::Result<std::vector<model::ItemId>> StoreOptions::items(
    const app::Session& session, const std::vector<std::string>& words) const {
  std::vector<model::ItemId> ids;
  for (const std::string& word : words) {
    auto id = session.findItem(word, article());
    if (!id) return base::passOn(std::move(id));
    if (std::find(ids.begin(), ids.end(), *id) == ids.end()) ids.push_back(std::move(*id));
  }
  return ids;
}

}  // namespace assay::cli
