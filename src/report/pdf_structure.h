// What the words of a PDF are: the tree of elements that screen readers and other programs follow
// (ISO 32000-1, 14.7 and 14.8).
//
// Elements are opened and closed like brackets; what stands on the pages belongs to the element
// that is open. An element may go over pages and hold words and other elements in turn. Elements
// that hold nothing are left out. Does not own the file it writes to; one thread at a time.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "report/pdf_file.h"

namespace assay::report {

class PdfStructure {
 public:
  explicit PdfStructure(PdfFile& file);

  void open(std::string_view role);
  void close();

  /// A page whose words belong to elements from now on. What its dictionary names /StructParents.
  int beginPage(int page);
  /// The number of the next stretch of words on the page (its MCID), which belongs to the open
  /// element.
  int words();
  /// An annotation of the page that belongs to the open element. What it names /StructParent.
  int annotation(int object);

  /// Closes all and writes the tree; its object is for the catalog.
  int finish();

 private:
  struct Element {
    int object = 0;
    std::string role;
    std::string kids;
    int page = 0;  // of its first words
  };

  PdfFile& file_;
  std::vector<Element> open_;
  int page_ = 0;
  std::size_t pageKey_ = 0;
  /// By key: the elements of a page in the order of their words, or the element of an annotation.
  struct Parents {
    bool isPage = false;
    std::vector<int> elements;
  };
  std::vector<Parents> parents_;
};

}  // namespace assay::report
