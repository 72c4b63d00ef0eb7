#include "report/html_page.h"

#include <algorithm>
#include <set>

#include "report/escape.h"

namespace assay::report {

namespace {

bool plainNumber(std::string_view number) {
  return number.size() >= 2 && number.size() <= 20 && number[0] >= 'A' && number[0] <= 'Z' &&
         std::all_of(number.begin() + 1, number.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// Ids must be unique and harmless whatever the data says.
template <class Entries>
std::vector<std::string> keysOf(const Entries& entries) {
  std::vector<std::string> keys;
  std::set<std::string> seen;
  keys.reserve(entries.size());
  for (const auto& entry : entries) {
    std::string key = entry.number;
    if (!plainNumber(key) || seen.contains(key)) key = "n" + std::to_string(keys.size() + 1);
    seen.insert(key);
    keys.push_back(std::move(key));
  }
  return keys;
}

}  // namespace

HtmlPage::HtmlPage(const ReportData& shown, const ReportOptions& chosen)
    : data(shown),
      options(chosen),
      language(chosen.language),
      itemKeys_(keysOf(shown.items)),
      sourceKeys_(keysOf(shown.sources)) {
  out_.reserve(16'384 + data.text.size() * 2 + data.items.size() * 2'048);
}

HtmlPage& HtmlPage::text(std::string_view words) {
  appendHtml(out_, words);
  return *this;
}

void HtmlPage::outsideLink(std::string_view words, std::string_view url) {
  const std::string target = linkTarget(url);
  if (target.empty()) {
    *this << "<bdi>";
    text(words) << "</bdi>";
    return;
  }
  *this << "<a rel=\"noreferrer noopener\" href=\"";
  text(target) << "\"><bdi>";
  text(words) << "</bdi></a>";
}

void HtmlPage::checkLink(std::size_t index) {
  const ReportItem& item = data.items[index];
  *this << "<a class=\"" << statusClass(item.item.status) << "\" href=\"#c-" << itemKey(index)
        << "\">";
  text(item.number) << "</a>";
}

void HtmlPage::status(model::Status status, std::string_view element) {
  *this << "<" << element << " class=\"status " << statusClass(status)
        << "\"><span class=\"glyph\" aria-hidden=\"true\">" << model::info(status).glyph
        << "</span> ";
  text(word(language, status)) << "</" << element << ">";
}

void HtmlPage::columns(std::initializer_list<Label> names) {
  *this << "<thead><tr>";
  for (const Label name : names) {
    *this << "<th scope=\"col\">";
    label(name) << "</th>";
  }
  *this << "</tr></thead>\n<tbody>\n";
}

std::string statusClass(model::Status status) { return "s-" + std::string(model::info(status).id); }

}  // namespace assay::report
