// The machine-readable side of listing.h.
#include "report/json_text.h"
#include "report/listing.h"

namespace assay::report {

namespace {

std::string idText(char letter, std::size_t index) {
  return std::string(1, letter) + std::to_string(index + 1);
}

Json optionalSpan(const base::CodePointIndex& points, const std::optional<base::Span>& span) {
  return span ? spanJson(points, *span) : Json(nullptr);
}

Json speakersJson(const model::Extraction& extraction, const base::CodePointIndex& points) {
  Json speakers = Json::array();
  for (std::size_t i = 0; i < extraction.speakers.size(); ++i) {
    const model::Speaker& speaker = extraction.speakers[i];
    Json mentions = Json::array();
    for (const base::Span& mention : speaker.mentions) {
      mentions.push_back(spanJson(points, mention));
    }
    speakers.push_back({{"id", idText('S', i)},
                        {"name", speaker.name},
                        {"roles", speaker.roles},
                        {"mentions", std::move(mentions)}});
  }
  return speakers;
}

Json quotesJson(const model::Extraction& extraction, const base::CodePointIndex& points) {
  Json quotes = Json::array();
  for (std::size_t i = 0; i < extraction.quotes.size(); ++i) {
    const model::Quote& quote = extraction.quotes[i];
    Json content = Json::array();
    for (const base::Span& span : quote.content) content.push_back(spanJson(points, span));
    Json speaker = nullptr;
    if (quote.speaker && *quote.speaker < extraction.speakers.size()) {
      speaker = {{"id", idText('S', *quote.speaker)},
                 {"name", extraction.speakers[*quote.speaker].name}};
    }
    quotes.push_back({{"id", idText('Q', i)},
                      {"kind", model::info(quote.kind).id},
                      {"content", std::move(content)},
                      {"cue", optionalSpan(points, quote.cue)},
                      {"source", optionalSpan(points, quote.source)},
                      {"speaker", std::move(speaker)},
                      {"confidence", rounded(quote.confidence)},
                      {"attitude", quote.attitude}});
  }
  return quotes;
}

Json claimsJson(const model::Extraction& extraction, const base::CodePointIndex& points) {
  Json claims = Json::array();
  for (std::size_t i = 0; i < extraction.claims.size(); ++i) {
    const model::Claim& claim = extraction.claims[i];
    const base::Span span = points.toCodePoints(claim.span);
    Json reasons = Json::array();
    for (const model::ClaimReason reason : claim.reasons) {
      reasons.push_back(model::info(reason).word);
    }
    claims.push_back({{"id", idText('C', i)},
                      {"start", span.begin},
                      {"end", span.end},
                      {"quote", claim.quote ? Json(idText('Q', *claim.quote)) : Json(nullptr)},
                      {"score", rounded(claim.score)},
                      {"reasons", std::move(reasons)},
                      {"checkable", claim.checkable}});
  }
  return claims;
}

}  // namespace

std::string extractionJson(const model::Document& document, const model::Extraction& extraction) {
  const base::CodePointIndex points(document.text);
  Json blocks = Json::array();
  for (const model::Block& block : extraction.blocks) {
    Json entry = spanJson(points, block.span);
    entry["role"] = model::info(block.role).id;
    blocks.push_back(std::move(entry));
  }
  const std::string& title = extraction.title.empty() ? document.title : extraction.title;
  return jsonText(
      {{"article", {{"title", title}, {"sha256", document.sha256}, {"length", points.size()}}},
       {"blocks", std::move(blocks)},
       {"speakers", speakersJson(extraction, points)},
       {"quotes", quotesJson(extraction, points)},
       {"claims", claimsJson(extraction, points)}});
}

std::string itemsJson(const std::vector<ListedItem>& items) {
  Json list = Json::array();
  for (const ListedItem& item : items) {
    Json flags = Json::array();
    for (const model::FlagInfo& flag : model::flags()) {
      if (item.flags.has(flag.flag)) flags.push_back(flag.id);
    }
    list.push_back({{"number", item.number},
                    {"kind", model::info(item.kind).id},
                    {"status", model::info(item.status).id},
                    {"text", item.text},
                    {"speaker", textOrNull(item.speaker)},
                    {"start", item.start},
                    {"end", item.end},
                    {"score", rounded(item.score)},
                    {"article", item.article},
                    {"quote", textOrNull(item.parent)},
                    {"flags", std::move(flags)}});
  }
  return jsonText({{"items", std::move(list)}});
}

}  // namespace assay::report
