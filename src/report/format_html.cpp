// HTML: one self-contained page that reads well on a screen, prints well, and runs nothing.
//
// The policy in the head forbids everything but the page's own style sheet, named by its hash.
#include "base/hash.h"
#include "report/figures.h"
#include "report/formats.h"
#include "report/html_page.h"
#include "report/pace.h"
#include "report/redact.h"

namespace assay::report {

namespace {

std::string base64(const base::Sha256& digest) {
  constexpr std::string_view kLetters =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string out;
  for (std::size_t at = 0; at < digest.size(); at += 3) {
    const auto byte = [&](std::size_t i) {
      return i < digest.size() ? static_cast<unsigned>(digest[i]) : 0U;
    };
    const unsigned group = (byte(at) << 16U) | (byte(at + 1) << 8U) | byte(at + 2);
    out += kLetters[(group >> 18U) & 63U];
    out += kLetters[(group >> 12U) & 63U];
    out += at + 1 < digest.size() ? kLetters[(group >> 6U) & 63U] : '=';
    out += at + 2 < digest.size() ? kLetters[group & 63U] : '=';
  }
  return out;
}

void appendDocumentHead(HtmlPage& page) {
  const std::string style = htmlStyle();
  page
      << "<!doctype html>\n<html lang=\"" << info(page.language).id
      << "\">\n<head>\n<meta charset=\"utf-8\">\n"
      << "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
      << "style-src 'sha256-" << base64(base::sha256(style))
      << "'; base-uri 'none'; form-action 'none'\">\n"
      << "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
      << "<meta name=\"referrer\" content=\"no-referrer\">\n"
      << "<meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"generator\" content=\"";
  page.text(page.data.program) << "\">\n<title>";
  page.label(Label::reportTitle) << ": ";
  page.text(titleOf(page.data, page.language))
      << "</title>\n<style>" << style << "</style>\n</head>\n";
}

void appendTitleFields(HtmlPage& page) {
  if (page.options.titleFields.empty()) return;
  page << "<dl class=\"title\">\n";
  for (const TitleField& field : page.options.titleFields) {
    page << "<div><dt dir=\"auto\">";
    page.text(field.name) << "</dt><dd dir=\"auto\">";
    page.text(field.value) << "</dd></div>\n";
  }
  page << "</dl>\n";
}

}  // namespace

void appendMasthead(HtmlPage& page) {
  const ReportData& data = page.data;
  page << "<header>\n<p class=\"kicker\">";
  page.label(Label::reportTitle);
  if (!data.outlet.empty()) {
    page << " · <bdi>";
    page.text(data.outlet) << "</bdi>";
  }
  page << "</p>\n<h1 dir=\"auto\">";
  page.outsideLink(titleOf(data, page.language), data.url);
  page << "</h1>\n";
  if (!data.byline.empty()) {
    page << "<p class=\"byline\" dir=\"auto\">";
    page.text(data.byline) << "</p>\n";
  }
  page << "<p class=\"fine\">";
  page.text(data.articleNumber) << " · ";
  page.text(filled(page.language, Label::draft, {std::to_string(data.draftNumber)})) << " · ";
  page.text(filled(page.language, Label::madeOn, {minuteText(data.generatedAt)})) << " · ";
  page.text(data.program) << "</p>\n";
  appendTitleFields(page);
  const bool finished = data.unfinished() == 0 && !data.items.empty();
  page << "<p class=\"state " << (finished ? "done" : "open") << "\">";
  page.text(finishedSentence(data, page.language)) << "</p>\n";
  if (const std::string words = coverageSentence(data, page.language); !words.empty()) {
    page << "<p class=\"fine\">";
    page.text(words) << "</p>\n";
  }
  page << "</header>\n";
}

base::Result<std::string> writeHtml(const ReportData& data, const ReportOptions& options) {
  const Shown shown(data, options);
  HtmlPage page(shown.data(), options);
  appendDocumentHead(page);
  page << "<body>\n";
  appendMasthead(page);
  page << "<main>\n";
  appendSummary(page);
  appendToSettle(page);
  appendArticle(page);
  appendChecks(page);
  appendSources(page);
  page << "</main>\n";
  appendFooter(page);
  page << "</body>\n</html>\n";
  return unlessStopped(options, page.take());
}

}  // namespace assay::report
