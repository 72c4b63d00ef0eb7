#include "report/escape.h"

#include <catch2/catch_amalgamated.hpp>

using namespace assay::report;

TEST_CASE("markup becomes words in HTML") {
  CHECK(html("<b title=\"x\">Tom & 'Ann'</b>") ==
        "&lt;b title=&quot;x&quot;&gt;Tom &amp; &#39;Ann&#39;&lt;/b&gt;");
  CHECK(html("&lt;") == "&amp;lt;");
  CHECK(html("“Müller” 📚\n\tend") == "“Müller” 📚\n\tend");
}

TEST_CASE("characters that disguise are shown as marks") {
  CHECK(visible("user\u202Egpj.exe") == "user⟦U+202E⟧gpj.exe");
  CHECK(visible("\u061C\u200E\u200F\u202A\u202B\u202C\u202D\u2066\u2067\u2068\u2069") ==
        "⟦U+061C⟧⟦U+200E⟧⟦U+200F⟧⟦U+202A⟧⟦U+202B⟧⟦U+202C⟧⟦U+202D⟧⟦U+2066⟧⟦U+2067⟧⟦U+2068⟧⟦U+2069⟧");
  CHECK(visible("\x1B[31mred\x7F\u009B") == "⟦U+001B⟧[31mred⟦U+007F⟧⟦U+009B⟧");
  CHECK(visible("a\u2028b\r\n") == "a⟦U+2028⟧b⟦U+000D⟧\n");
  CHECK(visible("\uFEFF\uFFFE\U0001FFFF") == "⟦U+FEFF⟧⟦U+FFFE⟧⟦U+1FFFF⟧");
}

TEST_CASE("letters of every script and joined emoji stay as they are") {
  for (const char* text : {"مرحبا שלום नमस्ते 你好", "👩‍👩‍👧‍👦", "می‌خواهم",
                           "é", "line\nline\ttab"}) {
    CHECK(visible(text) == text);
    CHECK(html(text) == text);
  }
}

TEST_CASE("bytes that are not UTF-8 become replacement characters") {
  CHECK(visible("\xFF") == "\uFFFD");
  CHECK(html("a\xC3") == "a\uFFFD");
  CHECK(markdown("\xED\xA0\x80x").ends_with("\uFFFDx"));
}

TEST_CASE("Markdown keeps ordinary prose readable") {
  CHECK(markdown("She said: “No.” (Twice, on 3 May; 40 % of them.)") ==
        "She said: “No.” (Twice, on 3 May; 40 % of them.)");
  CHECK(markdown("well-known, 9:30 – 10:15, A/B") == "well-known, 9:30 – 10:15, A/B");
}

TEST_CASE("Markdown escapes what would be markup") {
  CHECK(markdown("[x](y) *a* _b_ `c` <d> #e |f| ~g~ !h &i;") ==
        "\\[x\\](y) \\*a\\* \\_b\\_ \\`c\\` \\<d\\> \\#e \\|f\\| \\~g\\~ !h \\&i;");
  CHECK(markdown("- item") == "\\- item");
  CHECK(markdown("+ item") == "\\+ item");
  CHECK(markdown("=====") == "\\=====");
  CHECK(markdown("12. item") == "12\\. item");
  CHECK(markdown("12) item") == "12\\) item");
  CHECK(markdown("v1.2) fine") == "v1.2) fine");
  CHECK(markdown("http://a.example, www.b.example, c@d.example") ==
        "http\\://a.example, www\\.b.example, c\\@d.example");
  CHECK(markdown("two\nlines\n\n# no heading") == "two lines \\# no heading");
}

TEST_CASE("only web addresses are linked") {
  CHECK(linkTarget("https://a.example/x?y=1&z=2") == "https://a.example/x?y=1&z=2");
  CHECK(linkTarget("javascript:alert(1)").empty());
  CHECK(linkTarget("data:text/html,x").empty());
  CHECK(linkTarget("https://a.example/\u202Etxt") == "https://a.example/%E2%80%AEtxt");
  CHECK(linkTarget("https://a.example/ünder") == "https://a.example/ünder");
  CHECK(linkTarget("https://a.example/\xFF") == "https://a.example/%FF");
}

TEST_CASE("links in Markdown hold text and address apart") {
  CHECK(markdownLink("Minutes [14]", "https://a.example/?a=1&b=2|3`") ==
        "[Minutes \\[14\\]](<https://a.example/?a=1&amp;b=2%7C3%60>)");
  CHECK(markdownLink("", "https://a.example/") == "[https\\://a.example/](<https://a.example/>)");
  CHECK(markdownLink("Call", "javascript:alert(1)") == "Call javascript:alert(1)");
  CHECK(markdownLink("Call", "") == "Call");
}
