// What tests of this room share: an extraction of a text, told in short lines.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extract/extract.h"

namespace assay::extract {

/// A document of `text`, one paragraph a line.
inline model::Document documentOf(std::string_view text) {
  model::Document document;
  document.text = text;
  document.format = "text";
  return document;
}

/// Read fast unless said: what these tests say of rules and linear models holds on its own.
inline model::Extraction found(std::string_view text, Setting setting = Setting::fast) {
  return extract(documentOf(text), {}, nullptr, setting).value();
}

/// "direct Dana Ortega: We go. | We stay." for every quote; "?" for an unknown speaker.
inline std::vector<std::string> quotesOf(std::string_view text) {
  const model::Extraction all = found(text);
  std::vector<std::string> out;
  for (const model::Quote& quote : all.quotes) {
    std::string line(model::info(quote.kind).id);
    line += " " + (quote.speaker ? all.speakers[*quote.speaker].name : std::string("?")) + ":";
    for (const base::Span span : quote.content) {
      line += (line.ends_with(':') ? " " : " | ") + std::string(span.of(text));
    }
    out.push_back(line);
  }
  return out;
}

inline std::vector<std::string> claimsOf(std::string_view text) {
  std::vector<std::string> out;
  for (const model::Claim& claim : found(text).claims) out.emplace_back(claim.span.of(text));
  return out;
}

}  // namespace assay::extract
