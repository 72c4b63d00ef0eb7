// DOCX: the report as a Word document. Figures first, then the article as a manuscript with a
// comment on every item and the corrections as tracked changes, then the sources.
#include "base/utf8.h"
#include "report/docx_report.h"
#include "report/figures.h"
#include "report/formats.h"
#include "report/pace.h"
#include "report/redact.h"

namespace assay::report {

base::Result<std::string> writeDocx(const ReportData& data, const ReportOptions& options) {
  const Shown shown(data, options);
  DocxReport report(shown.data(), options);
  appendDocxMasthead(report);
  appendDocxSummary(report);
  appendDocxToSettle(report);
  appendDocxArticle(report);
  appendDocxSources(report);
  appendDocxFingerprints(report);
  if (auto left = unlessStopped(options, {}); !left) return left;  // before it is packed
  return docxFile(report, std::string(report.label(Label::reportTitle)) + ": " +
                              titleOf(shown.data(), options.language));
}

}  // namespace assay::report
