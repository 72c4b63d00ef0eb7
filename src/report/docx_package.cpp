// The package around the document: its parts, how they relate, and what it says about itself.
#include "base/utf8.h"
#include "report/docx_report.h"
#include "report/figures.h"
#include "report/zip_file.h"

namespace assay::report {

namespace {

constexpr std::string_view kXml = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

constexpr std::string_view kNames =
    " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
    " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";

constexpr std::string_view kContentTypes =
    R"(<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/>
<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>
<Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/>
<Override PartName="/word/settings.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.settings+xml"/>
<Override PartName="/word/fontTable.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.fontTable+xml"/>
<Override PartName="/word/comments.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"/>
<Override PartName="/word/header1.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"/>
<Override PartName="/word/footer1.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"/>
<Override PartName="/word/footer2.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"/>
<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>
<Override PartName="/docProps/app.xml" ContentType="application/vnd.openxmlformats-officedocument.extended-properties+xml"/>
</Types>
)";

constexpr std::string_view kPackageRelations =
    R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="R1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>
<Relationship Id="R2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/>
<Relationship Id="R3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/extended-properties" Target="docProps/app.xml"/>
</Relationships>
)";

constexpr std::string_view kDocumentRelations =
    R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="R1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/>
<Relationship Id="R2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/settings" Target="settings.xml"/>
<Relationship Id="R3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/fontTable" Target="fontTable.xml"/>
<Relationship Id="R4" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments" Target="comments.xml"/>
<Relationship Id="R5" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/header" Target="header1.xml"/>
<Relationship Id="R6" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footer" Target="footer1.xml"/>
<Relationship Id="R7" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footer" Target="footer2.xml"/>
)";

// A4, 30 mm at the sides; no running head on the first page, a page number on all.
constexpr std::string_view kSection =
    R"(<w:sectPr><w:headerReference w:type="default" r:id="R5"/><w:footerReference w:type="default" r:id="R6"/><w:footerReference w:type="first" r:id="R7"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1474" w:right="1701" w:bottom="1361" w:left="1701" w:header="737" w:footer="680" w:gutter="0"/><w:titlePg/></w:sectPr>
)";

constexpr std::string_view kSettings =
    R"(<w:zoom w:percent="100"/><w:defaultTabStop w:val="709"/><w:characterSpacingControl w:val="doNotCompress"/><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>
)";

std::string documentRelations(const DocxLinks& links) {
  std::string out{kXml};
  out += kDocumentRelations;
  for (const auto& [target, id] : links.all()) {
    out += "<Relationship Id=\"" + id +
           "\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
           "hyperlink\" Target=\"";
    appendAttribute(out, target);
    out += "\" TargetMode=\"External\"/>\n";
  }
  return out + "</Relationships>\n";
}

std::string coreProperties(const DocxReport& report, std::string_view title) {
  const std::string made = base::utcTimestamp(report.data.generatedAt);
  std::string out{kXml};
  out +=
      "<cp:coreProperties "
      "xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" "
      "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" "
      "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">\n<dc:title>";
  appendAttribute(out, title);
  out += "</dc:title>\n<dc:creator>";
  appendAttribute(out, report.data.outlet.empty() ? report.data.program : report.data.outlet);
  out += "</dc:creator>\n<dc:language>";
  out += info(report.language).id;
  out += "</dc:language>\n";
  for (const char* which : {"created", "modified"}) {
    out += "<dcterms:" + std::string(which) + " xsi:type=\"dcterms:W3CDTF\">" + made +
           "</dcterms:" + which + ">\n";
  }
  return out + "</cp:coreProperties>\n";
}

std::string appProperties(const DocxReport& report) {
  std::string out{kXml};
  out +=
      "<Properties "
      "xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\">"
      "<Application>";
  appendAttribute(out, report.data.program);
  return out + "</Application></Properties>\n";
}

std::string header(const DocxReport& report) {
  constexpr std::size_t kHead = 70;  // code points of a title in the running head
  const ReportData& data = report.data;
  const std::string title = base::oneLine(titleOf(data, report.language));
  DocxText text;
  text << kXml << "<w:hdr" << kNames << ">\n";
  text.beginParagraph("Header");
  text.run(base::shortened(title, kHead)).run("\t");
  text.run(data.articleNumber + " · " +
           filled(report.language, Label::draft, {std::to_string(data.draftNumber)}));
  text.endParagraph();
  text << "</w:hdr>\n";
  return text.take();
}

std::string footer() {
  DocxText text;
  text << kXml << "<w:ftr" << kNames << ">\n";
  text.beginParagraph("Footer");
  text << "<w:fldSimple w:instr=\" PAGE \">";
  text.run("1");
  text << "</w:fldSimple>";
  text.endParagraph();
  text << "</w:ftr>\n";
  return text.take();
}

std::string wrapped(std::string_view element, std::string_view inside, std::string_view end = {}) {
  std::string out{kXml};
  out.reserve(inside.size() + 1024);
  out += "<w:" + std::string(element);
  out += kNames;
  out += ">\n";
  out += inside;
  out += end;
  return out;
}

}  // namespace

base::Result<std::string> docxFile(DocxReport& report, std::string_view title) {
  const std::string relations = documentRelations(report.links);
  const std::string core = coreProperties(report, title);
  const std::string app = appProperties(report);
  const std::string styles = docxStyles(report.language);
  const std::string fonts = std::string(docxFontTable());
  const std::string head = header(report);
  const std::string foot = footer();
  const std::string types = std::string(kXml) + std::string(kContentTypes);
  const std::string package = std::string(kXml) + std::string(kPackageRelations);
  const std::string settings = wrapped("settings", kSettings);
  const std::string comments = wrapped("comments", report.comments.take(), "</w:comments>\n");
  report.body << kSection << "</w:body></w:document>\n";
  const std::string document = wrapped("document", "<w:body>\n" + report.body.take());
  const std::array entries{
      ZipEntry{"[Content_Types].xml", types},  ZipEntry{"_rels/.rels", package},
      ZipEntry{"word/document.xml", document}, ZipEntry{"word/_rels/document.xml.rels", relations},
      ZipEntry{"word/comments.xml", comments}, ZipEntry{"word/styles.xml", styles},
      ZipEntry{"word/settings.xml", settings}, ZipEntry{"word/fontTable.xml", fonts},
      ZipEntry{"word/header1.xml", head},      ZipEntry{"word/footer1.xml", foot},
      ZipEntry{"word/footer2.xml", foot},      ZipEntry{"docProps/core.xml", core},
      ZipEntry{"docProps/app.xml", app},
  };
  return zipFile(entries);
}

}  // namespace assay::report
