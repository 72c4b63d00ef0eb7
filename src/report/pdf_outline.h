// What a reader of a PDF finds his way by: bookmarks, and the places that links lead to.
//
// Collected while pages are written, written when all are. Owns what it collected; one thread at a
// time.
#pragma once

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "report/pdf_file.h"

namespace assay::report {

class PdfOutline {
 public:
  /// A place on a page, `y` from its lower edge. Every name once.
  void destination(const std::string& name, int page, double y);
  /// An entry below another one, 0 being the top; its number.
  int bookmark(int parent, const std::string& words, const std::string& destination);

  /// Both give the object that the catalog names.
  [[nodiscard]] int writeDestinations(PdfFile& file);
  [[nodiscard]] int writeBookmarks(PdfFile& file) const;

 private:
  struct Bookmark {
    std::string words;
    std::string destination;
    std::vector<std::size_t> below;  // places in bookmarks_
  };

  void writeBelow(PdfFile& file, const std::vector<int>& objects, std::size_t parent) const;
  [[nodiscard]] std::string firstAndLast(const std::vector<int>& objects, std::size_t of,
                                         int sign) const;

  std::vector<std::pair<std::string, std::string>> destinations_;  // name, where
  std::vector<Bookmark> bookmarks_{1};                             // the first is the top
};

}  // namespace assay::report
