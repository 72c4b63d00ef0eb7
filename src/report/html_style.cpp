// The style sheet of the HTML report: paper by day, dark by night, black on white in print.
//
// Sizes in rem and steps of 4 px; the reading measure is 40rem. Colours and line styles of the
// statuses are taken from the model's table, so that report and workbench agree.
#include "report/escape.h"
#include "report/html_page.h"

namespace assay::report {

namespace {

constexpr std::string_view kSheet = R"css(
:root{color-scheme:light dark;--ground:#FBFAF7;--panel:#F4F2EC;--text:#1E1E1C;--second:#5F5E58;
--line:#DDD9CE;--accent:#2B5FA4;--tint:#F0ECE0;--amber:#A85300;--green:#00704F;
--serif:"Noto Serif","Source Serif 4","Charter","Georgia","Times New Roman",serif;
--sans:"Inter","Noto Sans","Segoe UI","Helvetica Neue","Arial",sans-serif}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0 auto;max-width:68rem;padding:3.5rem 2rem 4rem;background:var(--ground);
color:var(--text);font:400 .9375rem/1.5 var(--sans);font-variant-numeric:lining-nums tabular-nums;
overflow-wrap:anywhere}
a{color:var(--accent);text-decoration:underline;text-decoration-thickness:1px;
text-underline-offset:.2em}
a:focus-visible{outline:2px solid var(--accent);outline-offset:2px;border-radius:2px}
h1,h2,h3,p,dl,dd,ul,blockquote,table{margin:0;padding:0}
h1{font:600 2.375rem/1.18 var(--serif);letter-spacing:-.012em;max-width:46rem;text-wrap:balance}
h1 a{color:inherit;text-decoration:none}
h1 a:hover{text-decoration:underline}
h2{font:600 1.5rem/1.25 var(--serif);margin-bottom:1rem}
section{margin-top:3.5rem}
ul{list-style:none}
.kicker{font-size:.8125rem;font-weight:600;letter-spacing:.08em;text-transform:uppercase;
color:var(--second);margin-bottom:.75rem}
.byline{font:italic 400 1.0625rem/1.5 var(--serif);color:var(--second);margin-top:.75rem}
header .fine{margin-top:.5rem}
.fine,.intro{font-size:.8125rem;color:var(--second)}
.intro{margin:-.75rem 0 1rem}
.state{margin-top:1.75rem;padding:.875rem 1.125rem;border-left:4px solid var(--amber);
background:var(--panel);font-weight:600;font-size:1.0625rem;border-radius:0 6px 6px 0}
.state.done{border-color:var(--green)}
.status{color:var(--c);font-weight:600;white-space:nowrap}
.glyph{display:inline-block;min-width:1em;text-align:center}
table{border-collapse:collapse;width:100%}
th,td{text-align:left;vertical-align:top;padding:.5rem 1.25rem .5rem 0;
border-bottom:1px solid var(--line);font-weight:400}
td:last-child,th:last-child{padding-right:0}
thead th,thead td{font-size:.8125rem;color:var(--second);border-bottom-color:var(--second);
padding-top:0}
.figure{text-align:right;width:4.5rem}
.summary table{max-width:46rem}
.summary tbody th{white-space:nowrap;width:11rem}
.summary tbody td,.summary tbody th{padding-top:.3125rem;padding-bottom:.3125rem}
.barcell{vertical-align:middle}
.bar,.strip{display:block;width:100%;height:.625rem}
.strip{height:.875rem;margin-bottom:1.5rem;border-radius:3px}
.strip rect,.bar rect{fill:var(--c)}
.strip rect{stroke:var(--ground);stroke-width:2px}
.openlist{margin-top:1rem;max-width:46rem;line-height:1.9}
.openlist a,.margin a,tbody th a,td a{font-weight:600}
.openlist a{margin-left:.375rem}
.settle td:nth-child(3){font-family:var(--serif);width:40%}
.settle td:nth-child(4){font-family:var(--serif);width:32%}
.settle .status{white-space:normal}
.row{display:grid;grid-template-columns:minmax(0,40rem) minmax(0,1fr);column-gap:3rem}
.row>p{font:400 1.125rem/1.62 var(--serif);margin-bottom:1.125rem;white-space:pre-line}
.row>p.headline{font-size:1.875rem;font-weight:600;line-height:1.25;margin-bottom:.875rem;
text-wrap:balance}
.row>p.deck{font-size:1.25rem;line-height:1.45;color:var(--second)}
.row>p.byline,.row>p.dateline{font:400 .9375rem/1.5 var(--sans);font-style:normal;margin-top:0}
.row>p.subheading{font-size:1.25rem;font-weight:600;line-height:1.35;margin-top:.75rem}
.row>p.caption{font-size:.9375rem;line-height:1.5;color:var(--second);padding-left:1rem;
border-left:1px solid var(--line)}
.row>p.pull_quote{font-size:1.375rem;line-height:1.4;font-style:italic;padding-left:1rem}
.row>p.boilerplate{font:400 .8125rem/1.5 var(--sans);color:var(--second)}
.margin{font-size:.8125rem;line-height:1.5;padding-top:.3125rem;margin-bottom:1rem}
.margin li{padding-left:2.625rem;text-indent:-2.625rem}
.margin li.child{padding-left:3.375rem}
.margin a{display:inline-block;text-indent:0;min-width:2.25rem;text-decoration:none;color:var(--c)}
.margin .status,.margin .by{text-indent:0}
.margin .status{font-weight:400;white-space:normal}
.margin .by{color:var(--second)}
mark{background:none;color:inherit;text-decoration-line:underline;
text-decoration-color:var(--c);text-decoration-skip-ink:none;text-underline-offset:.24em;
-webkit-box-decoration-break:clone;box-decoration-break:clone;print-color-adjust:exact;
-webkit-print-color-adjust:exact}
mark.q{background-color:var(--tint);text-underline-offset:.4em;border-radius:2px;
padding:.08em 0}
mark.q mark.q,mark.c mark.c{text-underline-offset:.56em}
mark:target,.check:target,tr:target{outline:2px solid var(--accent);outline-offset:3px;
border-radius:2px}
sup{font:600 .6875rem/0 var(--sans);white-space:nowrap}
sup a{color:var(--c);text-decoration:none;padding:0 .0625rem 0 .125rem}
sup a:hover,.margin a:hover{text-decoration:underline}
.check{display:grid;grid-template-columns:9.5rem minmax(0,40rem);column-gap:2rem;
padding:1.5rem 0;border-top:1px solid var(--line)}
.check.child{margin-left:1.5rem;grid-template-columns:8rem minmax(0,40rem)}
.head h3{font:600 1.125rem/1.4 var(--sans)}
.head h3 a{color:inherit;text-decoration:none}
.head h3 a:hover{text-decoration:underline}
.head .status{white-space:normal}
.flag{display:inline-block;font-size:.75rem;line-height:1.4;font-weight:600;color:var(--second);
border:1px solid var(--line);border-radius:6px;padding:.0625rem .4375rem;margin:.375rem .25rem 0 0}
.passage{font:400 1.125rem/1.5 var(--serif);white-space:pre-line}
.s-cut .passage{text-decoration:line-through;color:var(--second)}
.speaker{margin-top:.375rem;color:var(--second)}
.speaker .name{color:var(--text);font-weight:600}
dl{margin-top:.875rem}
dl div{display:grid;grid-template-columns:9.5rem minmax(0,1fr);column-gap:1rem;padding:.1875rem 0}
dt{color:var(--second);font-size:.8125rem;line-height:1.73}
dd{white-space:pre-line}
.correction dd{font:400 1.0625rem/1.45 var(--serif);border-left:3px solid var(--accent);
padding-left:.75rem}
header dl{max-width:46rem}
h4{font:600 .8125rem/1.5 var(--sans);color:var(--second);margin:.875rem 0 .125rem}
.history{margin:0;padding:0;list-style:none;font-size:.8125rem;line-height:1.6;color:var(--second)}
.history .date{display:inline-block;min-width:10.5rem}
.body>.fine{margin-top:.875rem}
.evidence{margin-top:1rem}
.evidence li{padding:.5rem 0 .5rem 1rem;border-left:3px solid var(--e);margin-top:.5rem}
.supports{--e:var(--green)}
.refutes{--e:#B3261E}
.context,.inconclusive{--e:var(--second)}
.stance{font-weight:600;color:var(--e);margin-right:.375rem}
.evidence .number{font-weight:600;text-decoration:none;margin-right:.125rem}
.evidence blockquote{font:400 1rem/1.5 var(--serif);white-space:pre-line;margin-top:.25rem;
color:var(--text)}
.evidence .note{margin-top:.25rem;white-space:pre-line}
.queries{margin:.25rem 0 0;padding:0;list-style:none}
.query{padding:.375rem 0 .375rem 1rem;border-left:3px solid var(--line);margin-top:.375rem}
.query.answered{border-left-color:var(--green)}
.query .asked,.query .answer{white-space:pre-line}
.sources td:nth-child(2){width:46%}
.sources td:nth-child(3){width:22%}
.date{white-space:nowrap}
td.date~td a{text-decoration:none;color:var(--c)}
footer{margin-top:3.5rem;padding-top:1rem;border-top:1px solid var(--line)}
.hash{font-size:.75rem}
@media (prefers-color-scheme:dark){:root{--ground:#16181B;--panel:#1D2024;--text:#E7E5DF;
--second:#A3A19A;--line:#2E3238;--accent:#7FB2F0;--tint:#24282E;--amber:#F0A04B;--green:#4CC79B}
.refutes{--e:#FF8A80}}
@media (max-width:60rem){body{padding:2rem 1.25rem}h1{font-size:1.875rem}
.row{display:block}.margin{margin-top:-.625rem;padding:0 0 0 .75rem;margin-bottom:1.25rem;
border-left:1px solid var(--line)}
.check,.check.child{display:block}.head{margin-bottom:.625rem}
.head h3,.head p{display:inline;margin-right:.5rem}
dl div{display:block}.check.child{margin-left:.875rem}}
@media (max-width:40rem){.sources table,.sources tbody,.sources tr,.sources td,.sources th,
.settle table,.settle tbody,.settle tr,.settle td,.settle th{display:block;width:auto!important;
border:0;padding:0}.sources thead,.settle thead{display:none}
.sources tr,.settle tr{padding:.75rem 0;border-bottom:1px solid var(--line)}}
@page{size:A4;margin:18mm 16mm 20mm;@bottom-right{content:counter(page) " / " counter(pages);
font:400 8pt sans-serif;color:#5F5E58}}
@media print{:root{color-scheme:light;--ground:#fff;--panel:#F4F2EC;--text:#111;--second:#55544F;
--line:#CFCABD;--accent:#2B5FA4;--tint:#F3F0E6;--amber:#A85300;--green:#00704F}
html{font-size:11.5px}body{max-width:none;padding:0}
section{margin-top:2.25rem}.article{break-before:page;margin-top:0}
h2,.intro,thead,.row:has(>.subheading){break-after:avoid}
.state,.strip rect,.bar rect{print-color-adjust:exact;-webkit-print-color-adjust:exact}
.check,.evidence li,.query,tr,.margin li{break-inside:avoid}
.row{display:grid;grid-template-columns:minmax(0,1fr) 13rem;column-gap:2rem}
.row>p{orphans:3;widows:3}
.margin{margin-top:0;padding:.3125rem 0 0;border:0}
.check{display:grid;grid-template-columns:8.5rem minmax(0,1fr);padding:1.125rem 0}
.check.child{display:grid;grid-template-columns:7rem minmax(0,1fr);margin-left:1.5rem}
.head h3,.head p{display:block}.head .flag{display:inline-block}
dl div{display:grid}a{text-decoration:none}}
)css";

std::string_view underline(model::LineStyle line) {
  switch (line) {
    case model::LineStyle::dotted:
      return "text-decoration-style:dotted;text-decoration-thickness:2px";
    case model::LineStyle::dashed:
      return "text-decoration-style:dashed;text-decoration-thickness:1.5px";
    case model::LineStyle::thin:
      return "text-decoration-style:solid;text-decoration-thickness:1.25px";
    case model::LineStyle::doubled:
      return "text-decoration-style:double;text-decoration-thickness:1.25px";
    case model::LineStyle::wavy:
      return "text-decoration-style:wavy;text-decoration-thickness:1.25px";
    case model::LineStyle::thick:
      return "text-decoration-style:solid;text-decoration-thickness:3px";
    case model::LineStyle::dashDot:
      // No such line in CSS: drawn as a background along the foot of the words.
      return "text-decoration-line:none;background-image:repeating-linear-gradient(90deg,"
             "var(--c) 0 7px,transparent 7px 10px,var(--c) 10px 12px,transparent 12px 15px);"
             "background-size:100% 2px;background-position:0 100%;background-repeat:no-repeat;"
             "padding-bottom:.12em";
    case model::LineStyle::dashedThick:
      return "text-decoration-style:dashed;text-decoration-thickness:3px";
    case model::LineStyle::none: return "text-decoration-line:none";
    case model::LineStyle::struck:
      return "text-decoration-line:line-through;text-decoration-thickness:1px;color:var(--second)";
  }
  return {};
}

std::string colourRules(bool dark) {
  std::string out;
  for (const model::StatusInfo& status : model::statuses()) {
    out += "." + statusClass(status.status) + "{--c:#" +
           hexColour(dark ? status.dark : status.paper) + "}\n";
  }
  return out;
}

}  // namespace

std::string htmlStyle() {
  std::string out{kSheet};
  out += colourRules(false);
  for (const model::StatusInfo& status : model::statuses()) {
    out += "mark." + statusClass(status.status) + "{" + std::string(underline(status.line)) + "}\n";
  }
  // Last, for they must win over the rules above; paper stays paper when a dark desk prints.
  return out + "@media screen and (prefers-color-scheme:dark){" + colourRules(true) + "}\n";
}

}  // namespace assay::report
