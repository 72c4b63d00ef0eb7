// A DOCX taken apart by libraries of others: libzip for the container, pugixml for the parts.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace assay::test {

struct DocxPart {
  std::string name;
  std::string bytes;
};

/// The parts in the order of the archive; fails the running test when it is not sound.
[[nodiscard]] std::vector<DocxPart> docxParts(const std::string& docx);

/// One part by its name; fails the running test when there is none.
[[nodiscard]] std::string docxPart(const std::string& docx, std::string_view name);

/// The text of any report that a person or a test can look into: of a DOCX all its parts, one
/// after the other (the container depends on the version of the library that packs it), of
/// everything else the bytes themselves.
[[nodiscard]] std::string readable(std::string report);

/// A comment as a reader of the document sees it.
struct DocxComment {
  std::string author;
  std::string date;
  std::string initials;
  std::string text;   ///< its paragraphs, one a line
  std::string range;  ///< the words under it as they were: with what is deleted, without what is
                      ///< inserted; paragraphs one a line
};

/// A tracked change.
struct DocxChange {
  std::string kind;  ///< "del" or "ins"
  std::string author;
  std::string date;
  std::string words;

  bool operator==(const DocxChange&) const = default;
};

struct DocxReading {
  std::map<std::string, DocxComment> comments;  ///< by id
  std::vector<DocxChange> changes;
  std::vector<std::string> before;  ///< paragraphs of the article with all changes rejected
  std::vector<std::string> after;   ///< with all changes accepted
};

/// What document.xml and comments.xml say. The article is what is set in styles "Article…".
[[nodiscard]] DocxReading readDocx(const std::string& docx);

/// The elements of a part with their attributes, as names: what must not change with the words.
/// Values of attributes are kept, texts are left out.
[[nodiscard]] std::vector<std::string> xmlSkeleton(const std::string& xml);

}  // namespace assay::test
