#include "app/drafts.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "app/draft_comparison.h"
#include "base/utf8.h"
#include "evidence/word_diff.h"

namespace assay::app {

namespace {

using base::Span;
using evidence::Basket;
using evidence::Method;

constexpr std::size_t kAround = 48;  // code points shown on either side of a changed wording

constexpr std::array<DraftBasketInfo, kDraftBaskets> kBaskets{{
    {DraftBasket::reworded, "reworded", "wording changed"},
    {DraftBasket::gone, "gone", "gone"},
    {DraftBasket::fresh, "new", "new"},
    {DraftBasket::moved, "moved", "moved"},
    {DraftBasket::unchanged, "unchanged", "unchanged"},
}};

DraftBasket basketOf(Basket basket) {
  switch (basket) {
    case Basket::unchanged: return DraftBasket::unchanged;
    case Basket::moved: return DraftBasket::moved;
    case Basket::reworded: return DraftBasket::reworded;
    case Basket::gone: return DraftBasket::gone;
  }
  return DraftBasket::gone;
}

std::string reasonOf(const evidence::Carried& carried) {
  switch (carried.method) {
    case Method::sameText: return carried.basket == Basket::moved ? "same words elsewhere" : "";
    case Method::context: return "same words elsewhere, told by what stands around them";
    case Method::otherContext: return "same words, but other words around them";
    case Method::unsure: return "same words at several places";
    case Method::likeness:
      return fmt::format("{:.0f} % of the words alike", carried.likeness * 100);
    case Method::none: return "nothing like it in the new draft";
  }
  return {};
}

/// The words of a place with some of what stands around it, inside its paragraph.
struct Passage {
  std::string text;
  bool cutBefore = false;
  bool cutAfter = false;
};

Passage withAround(const model::Draft& draft, const std::vector<Span>& spans) {
  Span block{0, draft.text.size()};
  for (const model::Block& each : draft.blocks) {
    if (each.span.contains(spans.front())) block = each.span;
  }
  const Span hull{spans.front().begin, spans.back().end};
  const std::string_view text = draft.text;
  const std::string_view lead = Span{block.begin, hull.begin}.of(text);
  std::string_view before = base::codePointsBefore(lead, lead.size(), kAround);
  const std::string_view tail = Span{hull.end, std::max(hull.end, block.end)}.of(text);
  std::string_view after = base::codePointsFrom(tail, 0, kAround);
  Passage passage{{}, before.size() < lead.size(), after.size() < tail.size()};
  // Half a word at the edge would be taken for a change.
  if (passage.cutBefore) before.remove_prefix(std::min(before.find(' '), before.size()));
  if (passage.cutAfter) {
    const std::size_t blank = after.rfind(' ');
    after = after.substr(0, blank == std::string_view::npos ? 0 : blank);
  }
  passage.text = before;
  passage.text += hull.of(text);
  passage.text += after;
  passage.text = base::oneLine(passage.text);
  return passage;
}

std::vector<WordChange> changesOf(const Passage& before, const Passage& after) {
  std::vector<WordChange> changes;
  for (const evidence::DiffPart& part : evidence::wordDiff(before.text, after.text)) {
    const bool gone = part.kind == evidence::DiffPart::Kind::gone;
    changes.push_back(
        {gone                                          ? WordChange::Kind::gone
         : part.kind == evidence::DiffPart::Kind::come ? WordChange::Kind::come
                                                       : WordChange::Kind::same,
         std::string(gone ? part.before.of(before.text) : part.after.of(after.text))});
  }
  // Where the surroundings were cut, the two cuts differ and not the texts.
  const auto isSame = [](const WordChange& change) {
    return change.kind == WordChange::Kind::same;
  };
  const bool anySame = std::any_of(changes.begin(), changes.end(), isSame);
  const bool cutBefore = before.cutBefore || after.cutBefore;
  const bool cutAfter = before.cutAfter || after.cutAfter;
  if (cutBefore && anySame) {
    changes.erase(changes.begin(), std::find_if(changes.begin(), changes.end(), isSame));
  }
  while (cutAfter && anySame && !isSame(changes.back())) changes.pop_back();
  if (changes.empty()) return changes;
  if (cutBefore) changes.front().text.insert(0, "… ");
  if (cutAfter) changes.back().text += " …";
  return changes;
}

std::string textAt(const model::Draft& draft, const std::vector<Span>& spans) {
  return spans.empty() ? std::string() : base::oneLine(model::makeAnchor(draft.text, spans).exact);
}

/// The two newest drafts of an article, compared.
class Comparison {
 public:
  Comparison(const Session& session, const model::ArticleId& article) : store_(session.store()) {
    view_.article = article;
  }

  base::Result<DraftView> make() {
    auto drafts = store_.drafts(view_.article);
    if (!drafts) return base::passOn(std::move(drafts));
    if (drafts->empty()) return view_;
    view_.number = drafts->back().number;
    if (drafts->size() < 2) return view_;
    if (auto read = readDrafts((*drafts)[drafts->size() - 2].id, drafts->back().id); !read) {
      return base::passOn(std::move(read));
    }
    view_.before = old_.number;
    compare();
    std::stable_sort(view_.items.begin(), view_.items.end(),
                     [](const DraftItem& a, const DraftItem& b) { return a.basket < b.basket; });
    return std::move(view_);
  }

 private:
  base::Result<void> readDrafts(const model::DraftId& before, const model::DraftId& now) {
    auto old = store_.draft(before);
    if (!old) return base::passOn(std::move(old));
    auto newest = store_.draft(now);
    if (!newest) return base::passOn(std::move(newest));
    auto anchors = store_.anchors(before);
    if (!anchors) return base::passOn(std::move(anchors));
    auto items = store_.items(view_.article);
    if (!items) return base::passOn(std::move(items));
    old_ = std::move(*old);
    new_ = std::move(*newest);
    items_ = std::move(*items);
    for (auto& [item, anchor] : *anchors) oldAnchors_[item] = std::move(anchor);
    return {};
  }

  void compare() {
    std::vector<const model::Item*> carriedItems;
    std::vector<evidence::Standing> standings;
    std::vector<evidence::Standing> freshStandings;
    for (const model::Item& item : items_) {
      const auto anchor = oldAnchors_.find(item.id);
      if (anchor == oldAnchors_.end()) {
        // Found in the new draft: what the comparison may take for the new wording of another.
        if (!item.anchor.spans.empty()) freshStandings.push_back(standingOf(item));
        continue;
      }
      model::Item old = item;
      old.anchor = anchor->second;
      carriedItems.push_back(&item);
      standings.push_back(standingOf(old));
    }
    const evidence::CarryOver over = evidence::carryOver({old_.text, old_.blocks}, standings,
                                                         {new_.text, new_.blocks}, freshStandings);
    for (std::size_t i = 0; i < carriedItems.size(); ++i) {
      addCarried(*carriedItems[i], over.items[i]);
    }
    for (const model::Item& item : items_) {
      if (!oldAnchors_.contains(item.id)) addOther(item);
    }
  }

  DraftItem itemOf(const model::Item& item) {
    DraftItem entry;
    entry.item = item.id;
    entry.number = item.numberText();
    entry.status = item.status;
    entry.placed = !item.anchor.spans.empty();
    return entry;
  }

  void addCarried(const model::Item& item, const evidence::Carried& carried) {
    DraftItem entry = itemOf(item);
    const model::Anchor& old = oldAnchors_.at(item.id);
    entry.basket = basketOf(carried.basket);
    entry.reason = reasonOf(carried);
    entry.clear = carried.clear;
    entry.before = base::oneLine(old.exact);
    entry.spans = entry.placed ? item.anchor.spans : carried.spans;
    if (entry.placed && entry.basket == DraftBasket::gone) {
      // Somebody gave it a place by hand.
      entry.basket = DraftBasket::reworded;
      entry.reason = "placed by hand";
    }
    entry.after = textAt(new_, entry.spans);
    if (entry.basket == DraftBasket::reworded && !old.spans.empty()) {
      entry.changes = changesOf(withAround(old_, old.spans), withAround(new_, entry.spans));
    }
    view_.items.push_back(std::move(entry));
  }

  // Without a place in the draft before: it is new, or was gone already.
  void addOther(const model::Item& item) {
    DraftItem entry = itemOf(item);
    entry.basket = entry.placed ? DraftBasket::fresh : DraftBasket::gone;
    entry.reason = entry.placed ? "" : "gone since an earlier draft";
    entry.before = entry.placed ? std::string() : base::oneLine(item.anchor.exact);
    entry.after = entry.placed ? base::oneLine(item.anchor.exact) : std::string();
    entry.spans = item.anchor.spans;
    view_.items.push_back(std::move(entry));
  }

  const store::Store& store_;
  DraftView view_;
  model::Draft old_;
  model::Draft new_;
  std::vector<model::Item> items_;
  std::map<model::ItemId, model::Anchor> oldAnchors_;
};

}  // namespace

const std::array<DraftBasketInfo, kDraftBaskets>& draftBaskets() { return kBaskets; }

evidence::Standing standingOf(const model::Item& item) {
  return {item.anchor.spans, model::isQuote(item.kind), item.anchor.cue, item.anchor.source};
}

std::vector<evidence::Standing> standingsOf(const model::Extraction& found) {
  std::vector<evidence::Standing> standings;
  standings.reserve(found.quotes.size() + found.claims.size());
  for (const model::Quote& quote : found.quotes) {
    standings.push_back({quote.content, true, quote.cue, quote.source});
  }
  for (const model::Claim& claim : found.claims) standings.push_back({{claim.span}, false, {}, {}});
  return standings;
}

bool overlaps(const std::vector<Span>& one, const std::vector<Span>& other) {
  std::size_t common = 0;
  std::size_t ofOne = 0;
  std::size_t ofOther = 0;
  for (const Span& a : one) ofOne += a.size();
  for (const Span& b : other) ofOther += b.size();
  for (const Span& a : one) {
    for (const Span& b : other) {
      const std::size_t begin = std::max(a.begin, b.begin);
      const std::size_t end = std::min(a.end, b.end);
      if (begin < end) common += end - begin;
    }
  }
  return common > 0 && 2 * common >= std::min(ofOne, ofOther);
}

std::size_t DraftView::count(DraftBasket basket) const {
  return static_cast<std::size_t>(
      std::count_if(items.begin(), items.end(),
                    [basket](const DraftItem& item) { return item.basket == basket; }));
}

std::vector<model::ItemId> DraftView::waiting(bool clearOnly) const {
  std::vector<model::ItemId> ids;
  for (const DraftItem& item : items) {
    const bool open = item.basket == DraftBasket::reworded && !item.placed;
    if (open && (item.clear || !clearOnly)) ids.push_back(item.item);
  }
  return ids;
}

base::Result<DraftView> draftView(const Session& session, const model::ArticleId& article) {
  return Comparison(session, article).make();
}

std::string draftSentence(const DraftView& view) {
  return fmt::format("{} unchanged, {} moved, {} with changed wording, {} gone, {} new",
                     view.count(DraftBasket::unchanged), view.count(DraftBasket::moved),
                     view.count(DraftBasket::reworded), view.count(DraftBasket::gone),
                     view.count(DraftBasket::fresh));
}

}  // namespace assay::app
