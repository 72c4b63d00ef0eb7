#include "app/view_builder.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "base/utf8.h"

namespace assay::app {

namespace {

/// What a row shows beside the item itself.
struct Surroundings {
  std::string speaker;
  std::string parent;  ///< number of the quote it is shown under, or empty
  std::vector<std::pair<const model::Evidence*, const model::Source*>> evidence;
  std::vector<const model::Query*> queries;
};

// What can be checked about it, in the finder's own words; opinions have their own line.
std::string whyText(const model::Item& item) {
  constexpr std::size_t kMost = 3;  // as many as fit on a line of the list
  std::string text;
  std::size_t count = 0;
  for (const model::ClaimReason reason : item.reasons) {
    const model::ClaimReasonInfo& row = model::info(reason);
    if (row.lowers || count == kMost) continue;
    if (count++ > 0) text += ", ";
    text += row.word;
  }
  return text;
}

ItemRow makeRow(const model::Item& item, Surroundings around) {
  ItemRow row;
  row.id = item.id;
  row.number = item.numberText();
  row.kind = item.kind;
  row.status = item.status;
  row.flags = item.flags;
  row.text = base::oneLine(item.anchor.exact);
  row.speaker = std::move(around.speaker);
  row.child = !around.parent.empty();
  row.parent = std::move(around.parent);
  row.score = model::isQuote(item.kind) ? item.confidence : item.score;
  row.checkable = item.checkable;
  row.why = whyText(item);
  row.spans = item.anchor.spans;
  row.evidenceCount = around.evidence.size();
  row.openQueries = static_cast<std::size_t>(
      std::count_if(around.queries.begin(), around.queries.end(),
                    [](const model::Query* query) { return model::isOpen(*query); }));
  std::string words = row.number + ' ' + row.text + ' ' + row.speaker + ' ' + item.note + ' ' +
                      item.correction + ' ' + item.verdict;
  for (const auto& [link, source] : around.evidence) {
    words += ' ' + link->excerpt + ' ' + link->note;
    if (source != nullptr) words += ' ' + source->title + ' ' + source->url;
  }
  for (const model::Query* query : around.queries) {
    words += ' ' + query->recipient + ' ' + query->text + ' ' + query->answer;
  }
  row.searchKey = base::searchKey(base::oneLine(words));
  return row;
}

void count(ArticleView& view, const ItemRow& row, bool more) {
  auto& ofStatus = view.perStatus[static_cast<std::size_t>(row.status)];
  ofStatus = more ? ofStatus + 1 : ofStatus - 1;
  for (std::size_t i = 0; i < model::flags().size(); ++i) {
    if (!row.flags.has(model::flags()[i].flag)) continue;
    view.perFlag[i] = more ? view.perFlag[i] + 1 : view.perFlag[i] - 1;
  }
  if (model::isQuote(row.kind)) view.quotes = more ? view.quotes + 1 : view.quotes - 1;
  if (model::info(row.status).settled) view.settled = more ? view.settled + 1 : view.settled - 1;
}

class Builder {
 public:
  Builder(const store::Store& store, const model::ArticleId& id) : store_(store), id_(id) {}

  base::Result<std::shared_ptr<const ArticleView>> build() {
    auto article = store_.article(id_);
    if (!article) return base::passOn(std::move(article));
    auto items = store_.items(id_);
    if (!items) return base::passOn(std::move(items));
    auto speakers = store_.speakers(id_);
    if (!speakers) return base::passOn(std::move(speakers));
    auto evidence = store_.evidence(id_);
    if (!evidence) return base::passOn(std::move(evidence));
    auto sources = store_.sources();
    if (!sources) return base::passOn(std::move(sources));
    auto queries = store_.queries(id_);
    if (!queries) return base::passOn(std::move(queries));
    auto draft = store_.draft(article->draft);
    if (!draft) return base::passOn(std::move(draft));

    view_->article = std::move(*article);
    view_->number = "A" + std::to_string(view_->article.number);
    view_->draft = Shared(std::move(*draft));
    view_->speakers = Shared(std::move(*speakers));
    for (const auto& speaker : *view_->speakers) names_[speaker.id] = speaker.name;
    for (const auto& source : *sources) sources_[source.id] = &source;
    for (const auto& link : *evidence) evidence_[link.item].push_back(&link);
    for (const auto& query : *queries) {
      for (const model::ItemId& item : query.items) queries_[item].push_back(&query);
    }
    order(*items);
    return view_;
  }

 private:
  // Quotes and free claims in order of the text, a quote's claims right after it.
  void order(const std::vector<model::Item>& items) {
    std::map<model::ItemId, std::vector<const model::Item*>> children;
    std::map<model::ItemId, std::string> numbers;
    for (const auto& item : items) numbers[item.id] = item.numberText();
    for (const auto& item : items) {
      if (item.parent && numbers.contains(*item.parent)) children[*item.parent].push_back(&item);
    }
    view_->rowById.change().reserve(items.size());
    for (const auto& item : items) {
      if (item.parent && numbers.contains(*item.parent)) continue;
      add(item, {});
      for (const model::Item* child : children[item.id]) add(*child, numbers[item.id]);
    }
  }

  void add(const model::Item& item, std::string parent) {
    Surroundings around;
    around.parent = std::move(parent);
    if (item.speaker) around.speaker = names_[*item.speaker];
    for (const model::Evidence* link : evidence_[item.id]) {
      const auto source = sources_.find(link->source);
      around.evidence.emplace_back(link, source == sources_.end() ? nullptr : source->second);
    }
    around.queries = queries_[item.id];
    ItemRow row = makeRow(item, std::move(around));
    count(*view_, row, true);
    view_->rowById.change()[row.id.value] = view_->rows.size();
    view_->rows.add(std::move(row));
  }

  const store::Store& store_;
  const model::ArticleId& id_;
  std::shared_ptr<ArticleView> view_ = std::make_shared<ArticleView>();
  std::map<model::SpeakerId, std::string> names_;
  std::map<model::SourceId, const model::Source*> sources_;
  std::map<model::ItemId, std::vector<const model::Evidence*>> evidence_;
  std::map<model::ItemId, std::vector<const model::Query*>> queries_;
};

// Many rows are read faster with the whole view than one by one.
bool fewOf(const ArticleView& view, const std::vector<model::ItemId>& items) {
  constexpr std::size_t kAlwaysFew = 64;
  return items.size() <= std::max(kAlwaysFew, view.rows.size() / 8);
}

/// Under the quote it was shown under: it has the same place in the list.
bool sameParent(const ArticleView& view, const model::Item& item, const ItemRow& row) {
  const std::optional<std::size_t> parent = item.parent ? view.rowOf(*item.parent) : std::nullopt;
  return row.parent == (parent ? view.rows[*parent].number : std::string());
}

/// Reads one row anew; false when the item came, went or moved.
base::Result<bool> patchRow(const store::Store& store, const model::ItemId& id, ArticleView& view) {
  const auto at = view.rowOf(id);
  auto item = store.item(id);
  if (!at || !item) return false;
  const ItemRow& before = view.rows[*at];
  const bool stays = item->anchor.spans == before.spans && item->article == view.article.id &&
                     sameParent(view, *item, before);
  if (!stays) return false;
  auto evidence = store.evidence(id);
  if (!evidence) return base::passOn(std::move(evidence));
  auto queries = store.queriesAbout(id);
  if (!queries) return base::passOn(std::move(queries));
  std::vector<model::Source> sources;
  sources.reserve(evidence->size());
  Surroundings around;
  around.parent = before.parent;
  for (const model::StoredSpeaker& speaker : *view.speakers) {
    if (item->speaker == speaker.id) around.speaker = speaker.name;
  }
  for (const model::Evidence& link : *evidence) {
    auto source = store.source(link.source);
    if (!source) return base::passOn(std::move(source));
    sources.push_back(std::move(*source));
    around.evidence.emplace_back(&link, &sources.back());
  }
  for (const model::Query& query : *queries) around.queries.push_back(&query);
  count(view, before, false);
  ItemRow& row = view.rows.change(*at);
  row = makeRow(*item, std::move(around));
  count(view, row, true);
  return true;
}

}  // namespace

base::Result<std::shared_ptr<const ArticleView>> buildView(const store::Store& store,
                                                           const model::ArticleId& id) {
  std::shared_ptr<const ArticleView> view;
  auto read = store.reading([&]() -> base::Result<void> {
    auto built = Builder(store, id).build();
    if (!built) return base::passOn(std::move(built));
    view = std::move(*built);
    return {};
  });
  if (!read) return base::passOn(std::move(read));
  return view;
}

base::Result<std::shared_ptr<const ArticleView>> patchedView(const store::Store& store,
                                                             const ArticleView& view,
                                                             const store::Commit& commit) {
  const std::shared_ptr<const ArticleView> notEnough;
  if (commit.elsewhere || !fewOf(view, commit.items)) return notEnough;
  auto patched = std::make_shared<ArticleView>(view);
  bool enough = true;
  auto read = store.reading([&]() -> base::Result<void> {
    for (std::size_t i = 0; enough && i < commit.items.size(); ++i) {
      auto done = patchRow(store, commit.items[i], *patched);
      if (!done) return base::passOn(std::move(done));
      enough = *done;
    }
    return {};
  });
  if (!read) return base::passOn(std::move(read));
  return enough ? patched : notEnough;
}

}  // namespace assay::app
