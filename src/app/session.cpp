#include "app/session.h"

#include <pwd.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <map>

#include "app/view_builder.h"
#include "base/utf8.h"
#include "store/keeper.h"

namespace assay::app {

namespace {

constexpr std::size_t kHistoryOfItem = 500;

}  // namespace

base::Result<std::unique_ptr<Session>> Session::open(const SessionOptions& options,
                                                     Environment environment) {
  if (options.create && !options.readOnly && options.store.has_parent_path()) {
    auto made = environment.files.makeFolder(options.store.parent_path());
    if (!made) return base::passOn(std::move(made));
  }
  const store::OpenOptions wanted{options.store, options.actor, options.create, options.readOnly,
                                  options.backups};
  auto store = store::Store::open(wanted, environment.clock, environment.ids);
  if (!store) return base::passOn(std::move(store));
  std::unique_ptr<Session> session(new Session(std::move(*store), environment));
  if (!options.readOnly) session->backups_ = options.backups;
  session->backupFailed_ = options.backupFailed;
  return session;
}

Session::~Session() {
  if (backups_.empty()) return;
  const std::filesystem::path path = store_->path();
  store_.reset();
  const auto made = store::backUpWhenDue(path, backups_, environment_.clock.now());
  if (!made && backupFailed_) backupFailed_(made.error());
}

base::Result<std::vector<ArticleSummary>> Session::articles() const {
  auto articles = store_->articles();
  if (!articles) return base::passOn(std::move(articles));
  std::vector<ArticleSummary> summaries;
  for (model::Article& article : *articles) {
    auto items = store_->items(article.id);
    if (!items) return base::passOn(std::move(items));
    ArticleSummary summary;
    summary.number = "A" + std::to_string(article.number);
    for (const model::Item& item : *items) {
      ++(model::isQuote(item.kind) ? summary.quotes : summary.claims);
      if (model::info(item.status).settled) ++summary.settled;
    }
    summary.article = std::move(article);
    summaries.push_back(std::move(summary));
  }
  return summaries;
}

void Session::forgetOldViews() const {
  const std::uint64_t now = store_->revision();
  if (now == cachedRevision_) return;
  cachedRevision_ = now;
  articleCache_.clear();
  itemCache_.clear();
}

void Session::keepView(std::uint64_t before, const store::Commit& commit) const {
  const bool onlyOurs = cachedRevision_ == before && store_->revision() == before + 1;
  if (!onlyOurs || articleCache_.size() != 1) return;
  // Held until the patch is made: what the two share is nobody's own meanwhile (shared.h).
  const std::shared_ptr<const ArticleView> view = articleCache_.begin()->second;
  auto patched = patchedView(*store_, *view, commit);
  forgetOldViews();
  // An error here is met again, and said, when the view is read whole.
  if (patched && *patched) articleCache_[(*patched)->article.id] = *patched;
}

base::Result<std::shared_ptr<const ArticleView>> Session::article(
    const model::ArticleId& id) const {
  forgetOldViews();
  if (const auto cached = articleCache_.find(id); cached != articleCache_.end()) {
    return cached->second;
  }
  auto view = buildView(*store_, id);
  if (view) articleCache_[id] = *view;
  return view;
}

base::Result<std::shared_ptr<const ItemDetail>> Session::item(const model::ItemId& id) const {
  forgetOldViews();
  if (const auto cached = itemCache_.find(id); cached != itemCache_.end()) return cached->second;
  std::shared_ptr<const ItemDetail> detail;
  auto read = store_->reading([&]() -> base::Result<void> {
    auto item = readItem(id);
    if (!item) return base::passOn(std::move(item));
    detail = std::move(*item);
    return {};
  });
  if (!read) return base::passOn(std::move(read));
  itemCache_[id] = detail;
  return detail;
}

base::Result<std::shared_ptr<const ItemDetail>> Session::readItem(const model::ItemId& id) const {
  auto item = store_->item(id);
  if (!item) return base::passOn(std::move(item));
  auto view = article(item->article);
  if (!view) return base::passOn(std::move(view));
  auto links = store_->evidence(id);
  if (!links) return base::passOn(std::move(links));
  auto queries = store_->queriesAbout(id);
  if (!queries) return base::passOn(std::move(queries));
  auto history = store_->history(id, kHistoryOfItem);
  if (!history) return base::passOn(std::move(history));

  auto detail = std::make_shared<ItemDetail>();
  detail->item = std::move(*item);
  if (const auto row = (*view)->rowOf(id)) detail->row = (*view)->rows[*row];
  for (const auto& speaker : *(*view)->speakers) {
    if (detail->item.speaker == speaker.id) detail->speaker = speaker;
  }
  for (model::Evidence& link : *links) {
    auto source = store_->source(link.source);
    if (!source) return base::passOn(std::move(source));
    auto snapshots = store_->snapshots(source->id);
    if (!snapshots) return base::passOn(std::move(snapshots));
    detail->evidence.push_back({std::move(link), std::move(*source), std::move(*snapshots)});
  }
  detail->queries = std::move(*queries);
  detail->history = std::move(*history);
  return detail;
}

base::Result<std::vector<model::Source>> Session::sources() const { return store_->sources(); }

base::Result<std::vector<SourceUses>> Session::sourceUses() const {
  auto sources = store_->sources();
  if (!sources) return base::passOn(std::move(sources));
  auto articles = store_->articles();
  if (!articles) return base::passOn(std::move(articles));
  std::vector<SourceUses> all;
  std::map<model::SourceId, std::size_t> places;
  for (model::Source& source : *sources) {
    places[source.id] = all.size();
    all.push_back({std::move(source), {}, {}});
  }
  auto snapshots = store_->snapshots();
  if (!snapshots) return base::passOn(std::move(snapshots));
  for (model::Snapshot& snapshot : *snapshots) {
    const auto place = places.find(snapshot.source);
    if (place != places.end()) all[place->second].snapshots.push_back(std::move(snapshot));
  }
  for (const model::Article& article : *articles) {
    auto links = store_->evidence(article.id);
    if (!links) return base::passOn(std::move(links));
    for (const model::Evidence& link : *links) {
      const auto place = places.find(link.source);
      if (place == places.end()) continue;
      auto item = store_->item(link.item);
      if (!item) return base::passOn(std::move(item));
      all[place->second].uses.push_back(
          {article.id, item->id, "A" + std::to_string(article.number) + ":" + item->numberText(),
           base::oneLine(item->anchor.exact), link.stance, item->status});
    }
  }
  return all;
}

base::Result<std::vector<QueryView>> Session::queries(
    const std::optional<model::ArticleId>& article) const {
  auto found = store_->queries(article);
  if (!found) return base::passOn(std::move(found));
  std::vector<QueryView> all;
  all.reserve(found->size());
  for (model::Query& query : *found) {
    auto in = store_->article(query.article);
    if (!in) return base::passOn(std::move(in));
    QueryView view;
    view.article = "A" + std::to_string(in->number);
    view.title = in->title;
    for (const model::ItemId& id : query.items) {
      auto item = store_->item(id);
      if (!item) return base::passOn(std::move(item));
      view.about.push_back({id, item->numberText(), base::oneLine(item->anchor.exact)});
    }
    view.query = std::move(query);
    all.push_back(std::move(view));
  }
  return all;
}

base::Result<std::vector<store::HistoryEntry>> Session::history(
    const std::optional<model::ItemId>& item, std::size_t limit) const {
  return store_->history(item, limit);
}

std::filesystem::path defaultStore() {
  if (const char* named = std::getenv("ASSAY_STORE"); named != nullptr && named[0] != '\0') {
    return named;
  }
  return base::userFolders().data / "desk.assay";
}

std::filesystem::path defaultBackups() { return base::userFolders().data / "backups"; }

std::string defaultActor() {
  for (const char* name : {"ASSAY_ACTOR", "USER"}) {
    if (const char* value = std::getenv(name); value != nullptr && value[0] != '\0') return value;
  }
  const passwd* user = ::getpwuid(::getuid());
  return user != nullptr && user->pw_name[0] != '\0' ? user->pw_name : "checker";
}

}  // namespace assay::app
