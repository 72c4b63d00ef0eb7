#include "tests/report/docx_parts.h"

#include <catch2/catch_amalgamated.hpp>
#include <pugixml.hpp>
#include <zip.h>

#include <functional>
#include <memory>
#include <set>

namespace assay::test {

namespace {

pugi::xml_document parsed(const std::string& xml) {
  pugi::xml_document document;
  const auto result =
      document.load_buffer(xml.data(), xml.size(), pugi::parse_default | pugi::parse_ws_pcdata);
  CAPTURE(result.description(), xml.substr(0, 200));
  REQUIRE(result);
  return document;
}

/// Words of a run: texts, tabs and breaks.
std::string wordsOf(pugi::xml_node run) {
  std::string words;
  for (const pugi::xml_node node : run.children()) {
    const std::string_view name = node.name();
    if (name == "w:t" || name == "w:delText") words += node.child_value();
    if (name == "w:br") words += '\n';
    if (name == "w:tab") words += '\t';
  }
  return words;
}

/// Walks through the document once, with the comments that are open at each run.
class Walker {
 public:
  explicit Walker(DocxReading& reading) : reading_(reading) {}

  void paragraph(pugi::xml_node node) {
    const std::string_view style = node.child("w:pPr").child("w:pStyle").attribute("w:val").value();
    article_ = style.starts_with("Article");
    if (article_) {
      reading_.before.emplace_back();
      reading_.after.emplace_back();
    }
    for (const std::string& id : open_) reading_.comments[id].range += '\n';
    inside(node, true, true);
  }

 private:
  void inside(pugi::xml_node parent, bool before, bool after) {
    for (const pugi::xml_node node : parent.children()) {
      const std::string_view name = node.name();
      if (name == "w:commentRangeStart") {
        REQUIRE(open_.insert(node.attribute("w:id").value()).second);
      } else if (name == "w:commentRangeEnd") {
        REQUIRE(open_.erase(node.attribute("w:id").value()) == 1);
        ended_ = node.attribute("w:id").value();
      } else if (name == "w:r") {
        if (const auto reference = node.child("w:commentReference")) {
          CHECK(ended_ == reference.attribute("w:id").value());
        }
        run(wordsOf(node), before, after);
      } else if (name == "w:hyperlink") {
        inside(node, before, after);
      } else if (name == "w:ins" || name == "w:del") {
        change(node, name.substr(2));
      }
    }
  }

  void change(pugi::xml_node node, std::string_view kind) {
    reading_.changes.push_back({std::string(kind), node.attribute("w:author").value(),
                                node.attribute("w:date").value(), ""});
    for (const pugi::xml_node each : node.children("w:r")) {
      reading_.changes.back().words += wordsOf(each);
    }
    inside(node, kind == "del", kind == "ins");
  }

  void run(const std::string& words, bool before, bool after) {
    if (before) {
      for (const std::string& id : open_) reading_.comments[id].range += words;
    }
    if (article_ && before) reading_.before.back() += words;
    if (article_ && after) reading_.after.back() += words;
  }

  DocxReading& reading_;
  std::set<std::string> open_;
  std::string ended_;
  bool article_ = false;
};

}  // namespace

std::vector<DocxPart> docxParts(const std::string& docx) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source = zip_source_buffer_create(docx.data(), docx.size(), 0, &error);
  REQUIRE(source != nullptr);
  zip_t* opened = zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, &error);
  CAPTURE(zip_error_strerror(&error));
  REQUIRE(opened != nullptr);
  const std::unique_ptr<zip_t, decltype(&zip_discard)> archive(opened, zip_discard);
  std::vector<DocxPart> parts;
  for (zip_int64_t i = 0; i < zip_get_num_entries(archive.get(), 0); ++i) {
    zip_stat_t stat;
    REQUIRE(zip_stat_index(archive.get(), static_cast<zip_uint64_t>(i), 0, &stat) == 0);
    zip_file_t* file = zip_fopen_index(archive.get(), static_cast<zip_uint64_t>(i), 0);
    REQUIRE(file != nullptr);
    DocxPart part{stat.name, std::string(stat.size, '\0')};
    CHECK(zip_fread(file, part.bytes.data(), part.bytes.size()) ==
          static_cast<zip_int64_t>(stat.size));
    REQUIRE(zip_fclose(file) == 0);  // also says whether the checksum was right
    parts.push_back(std::move(part));
  }
  return parts;
}

std::string docxPart(const std::string& docx, std::string_view name) {
  for (DocxPart& part : docxParts(docx)) {
    if (part.name == name) return std::move(part.bytes);
  }
  FAIL("the document has no part " << name);
  return {};
}

std::string readable(std::string report) {
  if (!report.starts_with("PK\x03\x04")) return report;
  std::string text;
  for (const DocxPart& part : docxParts(report)) text += "==== " + part.name + "\n" + part.bytes;
  return text;
}

DocxReading readDocx(const std::string& docx) {
  DocxReading reading;
  const auto comments = parsed(docxPart(docx, "word/comments.xml"));
  for (const pugi::xml_node node : comments.child("w:comments").children("w:comment")) {
    DocxComment comment{node.attribute("w:author").value(), node.attribute("w:date").value(),
                        node.attribute("w:initials").value(), "", ""};
    for (const pugi::xml_node paragraph : node.children("w:p")) {
      if (!comment.text.empty()) comment.text += '\n';
      for (const pugi::xml_node run : paragraph.children("w:r")) comment.text += wordsOf(run);
    }
    REQUIRE(reading.comments.emplace(node.attribute("w:id").value(), comment).second);
  }
  const auto document = parsed(docxPart(docx, "word/document.xml"));
  Walker walker(reading);
  for (const pugi::xml_node node : document.child("w:document").child("w:body").children("w:p")) {
    walker.paragraph(node);
  }
  return reading;
}

std::vector<std::string> xmlSkeleton(const std::string& xml) {
  std::vector<std::string> skeleton;
  const std::function<void(pugi::xml_node)> walk = [&](pugi::xml_node node) {
    if (node.type() == pugi::node_element) {
      std::string line = node.name();
      for (const pugi::xml_attribute attribute : node.attributes()) {
        line += " " + std::string(attribute.name()) + "=" + attribute.value();
      }
      skeleton.push_back(std::move(line));
    }
    for (const pugi::xml_node child : node.children()) walk(child);
    if (node.type() == pugi::node_element) skeleton.push_back("/" + std::string(node.name()));
  };
  const auto document = parsed(xml);
  walk(document.document_element());
  return skeleton;
}

}  // namespace assay::test
