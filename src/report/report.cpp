#include "report/report.h"

#include <algorithm>
#include <array>

#include "report/formats.h"

namespace assay::report {

namespace {

constexpr std::array kFormats{
    ReportFormat{"html", ".html", "Web page (HTML)",
                 "One page for reading and printing: the marked article, the checks, the sources.",
                 writeHtml},
    ReportFormat{"pdf", ".pdf", "Pages (PDF)",
                 "For printing and filing: the annotated article, then the checks.", writePdf},
    ReportFormat{"docx", ".docx", "Manuscript (Word)",
                 "The article with a comment on every item and corrections as tracked changes.",
                 writeDocx},
    ReportFormat{"md", ".md", "Markdown",
                 "Plain text with tables, for notes, tickets and version control.", writeMarkdown},
    ReportFormat{"csv", ".csv", "Spreadsheet (CSV)",
                 "One row an item, with its evidence; safe to open in a spreadsheet.",
                 writeCsvItems},
    ReportFormat{"csv-sources", ".sources.csv", "Spreadsheet of sources (CSV)",
                 "One row a source, with the items that rest on it.", writeCsvSources},
    ReportFormat{"csv-snapshots", ".snapshots.csv", "Spreadsheet of snapshots (CSV)",
                 "One row a snapshot of a source: its fingerprint, its size, when it was taken.",
                 writeCsvSnapshots},
    ReportFormat{"csv-queries", ".queries.csv", "Spreadsheet of queries (CSV)",
                 "One row a query: whom it goes to, the items it is about, the answer.",
                 writeCsvQueries},
    ReportFormat{"json", ".json", "Data (JSON)",
                 "Everything, for programs; described by assets/schemas/report.schema.json.",
                 writeJson},
    ReportFormat{"jsonl", ".jsonl", "Data, line by line (JSON Lines)",
                 "The same as JSON, one object a line, for streams and search indexes.",
                 writeJsonLines},
    ReportFormat{"annotations", ".annotations.jsonld", "Web annotations (W3C)",
                 "Every item as an annotation that finds its place in the published text.",
                 writeAnnotations},
    ReportFormat{"claimreview", ".claimreview.jsonld", "ClaimReview (JSON-LD)",
                 "What is flagged to publish and has a verdict, for search engines.",
                 writeClaimReview},
    ReportFormat{"claimreview-html", ".claimreview.html", "ClaimReview as a script block",
                 "The same, ready to be pasted into the published page.", writeClaimReviewScript},
    ReportFormat{
        "protocol", ".protocol.md", "Checker’s protocol (Markdown)",
        "Who checked what, when and against what, with the fingerprints of text and sources.",
        writeProtocol},
    ReportFormat{
        "calls", ".calls.md", "Call sheet (Markdown)",
        "Open queries and what is flagged to call back, by the person to ask, with room for "
        "the answers.",
        writeCalls},
    ReportFormat{"calls-docx", ".calls.docx", "Call sheet (Word)", "The same, for Word.",
                 writeCallsDocx},
};

}  // namespace

std::span<const ReportFormat> reportFormats() { return kFormats; }

const ReportFormat* reportFormatById(std::string_view id) {
  const auto row = std::find_if(kFormats.begin(), kFormats.end(),
                                [&](const ReportFormat& f) { return f.id == id; });
  return row == kFormats.end() ? nullptr : &*row;
}

}  // namespace assay::report
