// The style sheet of the DOCX report, and the fonts it names.
//
// Everything is a named style, so that a desk can change the look of a report in Word in one
// place. Sizes are half points, distances twips (1/20 point). Colours of the statuses are taken
// from the model's table.
#include "report/docx_report.h"
#include "report/escape.h"

namespace assay::report {

namespace {

constexpr std::string_view kHead =
    R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Inter" w:hAnsi="Inter" w:eastAsia="Inter" w:cs="Arial"/><w:sz w:val="19"/><w:szCs w:val="19"/><w:lang w:val=")";

constexpr std::string_view kSheet = R"("/></w:rPr></w:rPrDefault>
<w:pPrDefault><w:pPr><w:spacing w:after="0" w:line="276" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/><w:rPr><w:color w:val="1E1E1C"/></w:rPr></w:style>
<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>
<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="0" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>
<w:style w:type="paragraph" w:customStyle="1" w:styleId="Kicker"><w:name w:val="Kicker"/><w:basedOn w:val="Normal"/><w:pPr><w:keepNext/><w:spacing w:after="160"/></w:pPr><w:rPr><w:b/><w:bCs/><w:caps/><w:color w:val="5F5E58"/><w:spacing w:val="14"/><w:sz w:val="16"/><w:szCs w:val="16"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/><w:basedOn w:val="Normal"/><w:qFormat/><w:pPr><w:keepNext/><w:keepLines/><w:spacing w:after="120" w:line="252" w:lineRule="auto"/></w:pPr><w:rPr><w:rFonts w:ascii="Noto Serif" w:hAnsi="Noto Serif"/><w:b/><w:bCs/><w:spacing w:val="-6"/><w:sz w:val="48"/><w:szCs w:val="48"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Subtitle"><w:name w:val="Subtitle"/><w:basedOn w:val="Normal"/><w:qFormat/><w:pPr><w:spacing w:after="80"/></w:pPr><w:rPr><w:rFonts w:ascii="Noto Serif" w:hAnsi="Noto Serif"/><w:i/><w:iCs/><w:color w:val="5F5E58"/><w:sz w:val="23"/><w:szCs w:val="23"/></w:rPr></w:style>
<w:style w:type="paragraph" w:customStyle="1" w:styleId="Fine"><w:name w:val="Fine"/><w:basedOn w:val="Normal"/><w:rPr><w:color w:val="5F5E58"/><w:sz w:val="16"/><w:szCs w:val="16"/></w:rPr></w:style>
<w:style w:type="paragraph" w:customStyle="1" w:styleId="Intro"><w:name w:val="Intro"/><w:basedOn w:val="Fine"/><w:pPr><w:keepNext/><w:spacing w:after="200"/></w:pPr></w:style>
<w:style w:type="paragraph" w:customStyle="1" w:styleId="StateOpen"><w:name w:val="State, open"/><w:basedOn w:val="Normal"/><w:pPr><w:pBdr><w:top w:val="single" w:sz="36" w:space="0" w:color="F4F2EC"/><w:left w:val="single" w:sz="36" w:space="9" w:color="A85300"/><w:bottom w:val="single" w:sz="36" w:space="0" w:color="F4F2EC"/></w:pBdr><w:shd w:val="clear" w:color="auto" w:fill="F4F2EC"/><w:spacing w:before="320" w:after="120"/><w:ind w:left="227"/></w:pPr><w:rPr><w:b/><w:bCs/><w:sz w:val="21"/><w:szCs w:val="21"/></w:rPr></w:style>
<w:style w:type="paragraph" w:customStyle="1" w:styleId="StateDone"><w:name w:val="State, done"/><w:basedOn w:val="StateOpen"/><w:pPr><w:pBdr><w:top w:val="single" w:sz="36" w:space="0" w:color="F4F2EC"/><w:left w:val="single" w:sz="36" w:space="9" w:color="00704F"/><w:bottom w:val="single" w:sz="36" w:space="0" w:color="F4F2EC"/></w:pBdr></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:qFormat/><w:pPr><w:keepNext/><w:keepLines/><w:spacing w:before="480" w:after="160"/><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:rFonts w:ascii="Noto Serif" w:hAnsi="Noto Serif"/><w:b/><w:bCs/><w:sz w:val="32"/><w:szCs w:val="32"/></w:rPr></w:style>
<w:style w:type="paragraph" w:customStyle="1" w:styleId="Heading1-page"><w:name w:val="heading 1, new page"/><w:basedOn w:val="Heading1"/><w:next w:val="Normal"/><w:pPr><w:pageBreakBefore/><w:spacing w:before="0"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Heading2"><w:name w:val="heading 2"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:qFormat/><w:pPr><w:keepNext/><w:keepLines/><w:spacing w:before="360" w:after="120"/><w:outlineLvl w:val="1"/></w:pPr><w:rPr><w:rFonts w:ascii="Noto Serif" w:hAnsi="Noto Serif"/><w:b/><w:bCs/><w:sz w:val="25"/><w:szCs w:val="25"/></w:rPr></w:style>
<w:style w:type="paragraph" w:customStyle="1" w:styleId="OpenList"><w:name w:val="Open list"/><w:basedOn w:val="Normal"/><w:pPr><w:spacing w:before="160" w:line="312" w:lineRule="auto"/></w:pPr></w:style>
<w:style w:type="paragraph" w:customStyle="1" w:styleId="Strip"><w:name w:val="Strip"/><w:basedOn w:val="Normal"/><w:pPr><w:spacing w:line="160" w:lineRule="exact"/></w:pPr><w:rPr><w:sz w:val="8"/><w:szCs w:val="8"/></w:rPr></w:style>
<w:style w:type="paragraph" w:customStyle="1" w:styleId="TableText"><w:name w:val="Table text"/><w:basedOn w:val="Normal"/><w:rPr><w:sz w:val="18"/><w:szCs w:val="18"/></w:rPr></w:style>
<w:style w:type="paragraph" w:customStyle="1" w:styleId="TableFigure"><w:name w:val="Table figure"/><w:basedOn w:val="TableText"/><w:pPr><w:jc w:val="right"/></w:pPr></w:style>
<w:style w:type="paragraph" w:customStyle="1" w:styleId="TableFine"><w:name w:val="Table fine"/><w:basedOn w:val="Fine"/></w:style>
<w:style w:type="paragraph" w:customStyle="1" w:styleId="TablePassage"><w:name w:val="Table passage"/><w:basedOn w:val="TableText"/><w:rPr><w:rFonts w:ascii="Noto Serif" w:hAnsi="Noto Serif"/></w:rPr></w:style>
<w:style w:type="paragraph" w:customStyle="1" w:styleId="TableHead"><w:name w:val="Table head"/><w:basedOn w:val="Fine"/><w:pPr><w:keepNext/></w:pPr></w:style>
<w:style w:type="paragraph" w:customStyle="1" w:styleId="TableHeadFigure"><w:name w:val="Table head, figure"/><w:basedOn w:val="TableHead"/><w:pPr><w:jc w:val="right"/></w:pPr></w:style>
<w:style w:type="paragraph" w:customStyle="1" w:styleId="ArticleBody"><w:name w:val="Article body"/><w:basedOn w:val="Normal"/><w:qFormat/><w:pPr><w:widowControl/><w:spacing w:after="180" w:line="336" w:lineRule="auto"/></w:pPr><w:rPr><w:rFonts w:ascii="Noto Serif" w:hAnsi="Noto Serif"/><w:sz w:val="22"/><w:szCs w:val="22"/></w:rPr></w:style>
<w:style w:type="paragraph" w:customStyle="1" w:styleId="ArticleHeadline"><w:name w:val="Article headline"/><w:basedOn w:val="ArticleBody"/><w:pPr><w:keepNext/><w:keepLines/><w:spacing w:after="120" w:line="264" w:lineRule="auto"/></w:pPr><w:rPr><w:b/><w:bCs/><w:sz w:val="38"/><w:szCs w:val="38"/></w:rPr></w:style>
<w:style w:type="paragraph" w:customStyle="1" w:styleId="ArticleDeck"><w:name w:val="Article deck"/><w:basedOn w:val="ArticleBody"/><w:pPr><w:keepLines/><w:spacing w:after="140" w:line="300" w:lineRule="auto"/></w:pPr><w:rPr><w:color w:val="5F5E58"/><w:sz w:val="26"/><w:szCs w:val="26"/></w:rPr></w:style>
<w:style w:type="paragraph" w:customStyle="1" w:styleId="ArticleByline"><w:name w:val="Article byline"/><w:basedOn w:val="ArticleBody"/><w:pPr><w:spacing w:line="300" w:lineRule="auto"/></w:pPr><w:rPr><w:rFonts w:ascii="Inter" w:hAnsi="Inter"/><w:sz w:val="19"/><w:szCs w:val="19"/></w:rPr></w:style>
<w:style w:type="paragraph" w:customStyle="1" w:styleId="ArticleSubheading"><w:name w:val="Article subheading"/><w:basedOn w:val="ArticleBody"/><w:pPr><w:keepNext/><w:keepLines/><w:spacing w:before="200" w:after="100"/></w:pPr><w:rPr><w:b/><w:bCs/><w:sz w:val="25"/><w:szCs w:val="25"/></w:rPr></w:style>
<w:style w:type="paragraph" w:customStyle="1" w:styleId="ArticleCaption"><w:name w:val="Article caption"/><w:basedOn w:val="ArticleBody"/><w:pPr><w:keepLines/><w:pBdr><w:left w:val="single" w:sz="4" w:space="8" w:color="DDD9CE"/></w:pBdr><w:spacing w:line="300" w:lineRule="auto"/><w:ind w:left="198"/></w:pPr><w:rPr><w:color w:val="5F5E58"/><w:sz w:val="19"/><w:szCs w:val="19"/></w:rPr></w:style>
<w:style w:type="paragraph" w:customStyle="1" w:styleId="ArticlePullQuote"><w:name w:val="Article pull quote"/><w:basedOn w:val="ArticleBody"/><w:pPr><w:keepLines/><w:spacing w:before="160" w:line="300" w:lineRule="auto"/><w:ind w:left="198"/></w:pPr><w:rPr><w:i/><w:iCs/><w:sz w:val="27"/><w:szCs w:val="27"/></w:rPr></w:style>
<w:style w:type="paragraph" w:customStyle="1" w:styleId="ArticleBoilerplate"><w:name w:val="Article boilerplate"/><w:basedOn w:val="Fine"/><w:pPr><w:spacing w:after="120"/></w:pPr><w:rPr><w:color w:val="8A887F"/></w:rPr></w:style>
<w:style w:type="paragraph" w:customStyle="1" w:styleId="Fingerprint"><w:name w:val="Fingerprint"/><w:basedOn w:val="Fine"/><w:pPr><w:spacing w:before="160"/></w:pPr><w:rPr><w:sz w:val="14"/><w:szCs w:val="14"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="CommentText"><w:name w:val="annotation text"/><w:basedOn w:val="Normal"/><w:pPr><w:spacing w:line="252" w:lineRule="auto"/></w:pPr><w:rPr><w:sz w:val="18"/><w:szCs w:val="18"/></w:rPr></w:style>
<w:style w:type="paragraph" w:customStyle="1" w:styleId="CommentExcerpt"><w:name w:val="Comment excerpt"/><w:basedOn w:val="CommentText"/><w:pPr><w:ind w:left="170"/></w:pPr><w:rPr><w:i/><w:iCs/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Header"><w:name w:val="header"/><w:basedOn w:val="Fine"/><w:pPr><w:tabs><w:tab w:val="right" w:pos="8504"/></w:tabs></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Footer"><w:name w:val="footer"/><w:basedOn w:val="Fine"/><w:pPr><w:jc w:val="right"/></w:pPr></w:style>
<w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/><w:qFormat/><w:rPr><w:b/><w:bCs/></w:rPr></w:style>
<w:style w:type="character" w:customStyle="1" w:styleId="Second"><w:name w:val="Second"/><w:rPr><w:color w:val="5F5E58"/></w:rPr></w:style>
<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/><w:rPr><w:color w:val="2B5FA4"/><w:u w:val="single"/></w:rPr></w:style>
<w:style w:type="character" w:customStyle="1" w:styleId="HyperlinkFine"><w:name w:val="Hyperlink, fine"/><w:rPr><w:color w:val="2B5FA4"/></w:rPr></w:style>
<w:style w:type="character" w:styleId="CommentReference"><w:name w:val="annotation reference"/><w:rPr><w:sz w:val="16"/><w:szCs w:val="16"/></w:rPr></w:style>
<w:style w:type="table" w:customStyle="1" w:styleId="StripTable"><w:name w:val="Strip"/><w:basedOn w:val="TableNormal"/></w:style>
<w:style w:type="table" w:customStyle="1" w:styleId="ReportTable"><w:name w:val="Report table"/><w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders><w:bottom w:val="single" w:sz="4" w:space="0" w:color="DDD9CE"/><w:insideH w:val="single" w:sz="4" w:space="0" w:color="DDD9CE"/></w:tblBorders><w:tblCellMar><w:top w:w="60" w:type="dxa"/><w:left w:w="0" w:type="dxa"/><w:bottom w:w="60" w:type="dxa"/><w:right w:w="160" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblStylePr w:type="firstRow"><w:tcPr><w:tcBorders><w:bottom w:val="single" w:sz="6" w:space="0" w:color="5F5E58"/></w:tcBorders></w:tcPr></w:tblStylePr></w:style>
)";

/// A font the reader may not have: what to take instead, and what kind it is.
std::string font(std::string_view name, std::string_view instead, std::string_view family,
                 std::string_view panose) {
  std::string out = "<w:font w:name=\"";
  out += name;
  out += "\"><w:altName w:val=\"";
  out += instead;
  out += "\"/><w:panose1 w:val=\"";
  out += panose;
  out += "\"/><w:charset w:val=\"00\"/><w:family w:val=\"";
  out += family;
  return out + "\"/><w:pitch w:val=\"variable\"/></w:font>\n";
}

}  // namespace

std::string docxStyles(Language language) {
  std::string out{kHead};
  out += info(language).id;
  out += kSheet;
  for (const model::StatusInfo& status : model::statuses()) {
    const std::string id = statusStyle(status.status);
    out += "<w:style w:type=\"character\" w:customStyle=\"1\" w:styleId=\"" + id +
           "\"><w:name w:val=\"Status, " + std::string(status.word) +
           "\"/><w:rPr><w:b/><w:bCs/><w:color w:val=\"" + hexColour(status.paper) +
           "\"/></w:rPr></w:style>\n";
  }
  return out + "</w:styles>\n";
}

// Neither font comes with Word; Cambria and Calibri have lining figures too.
std::string docxFontTable() {
  return "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<w:fonts "
         "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">\n" +
         font("Inter", "Calibri", "swiss", "020F0502020204030204") +
         font("Noto Serif", "Cambria", "roman", "02040503050406030204") + "</w:fonts>\n";
}

}  // namespace assay::report
