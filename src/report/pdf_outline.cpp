#include "report/pdf_outline.h"

#include <algorithm>

namespace assay::report {

void PdfOutline::destination(const std::string& name, int page, double y) {
  std::string where = "[" + ref(page) + "/XYZ 0 ";
  appendNumber(where, y);
  destinations_.emplace_back(name, where + " null]");
}

int PdfOutline::bookmark(int parent, const std::string& words, const std::string& destination) {
  bookmarks_.push_back({words, destination, {}});
  bookmarks_[static_cast<std::size_t>(parent)].below.push_back(bookmarks_.size() - 1);
  return static_cast<int>(bookmarks_.size()) - 1;
}

int PdfOutline::writeDestinations(PdfFile& file) {
  std::sort(destinations_.begin(), destinations_.end());
  constexpr std::size_t kLeaf = 64;
  std::string leaves;
  for (std::size_t from = 0; from < destinations_.size(); from += kLeaf) {
    const std::size_t to = std::min(from + kLeaf, destinations_.size());
    std::string leaf = "<</Limits[" + pdfBytes(destinations_[from].first) +
                       pdfBytes(destinations_[to - 1].first) + "]/Names[";
    for (std::size_t i = from; i < to; ++i) {
      leaf += pdfBytes(destinations_[i].first) + destinations_[i].second;
    }
    appendRef(leaves, file.object(leaf + "]>>"));
    leaves += ' ';
  }
  return file.object("<</Kids[" + leaves + "]>>");
}

std::string PdfOutline::firstAndLast(const std::vector<int>& objects, std::size_t of,
                                     int sign) const {
  const auto& below = bookmarks_[of].below;
  if (below.empty()) return {};
  return "/First " + ref(objects[below.front()]) + "/Last " + ref(objects[below.back()]) +
         "/Count " + std::to_string(sign * static_cast<int>(below.size()));
}

void PdfOutline::writeBelow(PdfFile& file, const std::vector<int>& objects,
                            std::size_t parent) const {
  const auto& below = bookmarks_[parent].below;
  for (std::size_t i = 0; i < below.size(); ++i) {
    const Bookmark& entry = bookmarks_[below[i]];
    std::string body = "<</Title" + pdfText(entry.words) + "/Parent " + ref(objects[parent]) +
                       "/Dest" + pdfBytes(entry.destination);
    if (i > 0) body += "/Prev " + ref(objects[below[i - 1]]);
    if (i + 1 < below.size()) body += "/Next " + ref(objects[below[i + 1]]);
    // A count below 0 says that the entry is folded up.
    file.object(objects[below[i]], body + firstAndLast(objects, below[i], -1) + ">>");
    writeBelow(file, objects, below[i]);
  }
}

int PdfOutline::writeBookmarks(PdfFile& file) const {
  std::vector<int> objects;
  objects.reserve(bookmarks_.size());
  for (std::size_t i = 0; i < bookmarks_.size(); ++i) objects.push_back(file.reserve());
  file.object(objects.front(), "<</Type/Outlines" + firstAndLast(objects, 0, 1) + ">>");
  writeBelow(file, objects, 0);
  return objects.front();
}

}  // namespace assay::report
