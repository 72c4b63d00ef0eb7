#include "report/pdf_structure.h"

#include <algorithm>
#include <utility>

namespace assay::report {

PdfStructure::PdfStructure(PdfFile& file) : file_(file) {
  open_.push_back({file_.reserve(), "StructTreeRoot", {}, 0});
}

void PdfStructure::open(std::string_view role) {
  open_.push_back({file_.reserve(), std::string(role), {}, 0});
}

void PdfStructure::close() {
  const Element element = std::move(open_.back());
  open_.pop_back();
  if (element.kids.empty()) {
    file_.object(element.object, "null");
    return;
  }
  std::string body = "<</S/" + element.role + "/P ";
  appendRef(body, open_.back().object);
  if (element.page != 0) {
    body += "/Pg ";
    appendRef(body, element.page);
  }
  body += "/K[" + element.kids + "]>>";
  file_.object(element.object, body);
  std::string& kids = open_.back().kids;
  if (!kids.empty()) kids += ' ';
  appendRef(kids, element.object);
}

int PdfStructure::beginPage(int page) {
  page_ = page;
  pageKey_ = parents_.size();
  parents_.push_back({true, {}});
  return static_cast<int>(pageKey_);
}

int PdfStructure::words() {
  Element& element = open_.back();
  std::vector<int>& onThisPage = parents_[pageKey_].elements;
  const auto number = static_cast<int>(onThisPage.size());
  onThisPage.push_back(element.object);
  if (!element.kids.empty()) element.kids += ' ';
  if (element.page == 0) element.page = page_;
  if (element.page == page_) {
    element.kids += std::to_string(number);
  } else {
    element.kids += "<</Type/MCR/Pg " + ref(page_) + "/MCID " + std::to_string(number) + ">>";
  }
  return number;
}

int PdfStructure::annotation(int object) {
  Element& element = open_.back();
  if (!element.kids.empty()) element.kids += ' ';
  element.kids += "<</Type/OBJR/Pg " + ref(page_) + "/Obj " + ref(object) + ">>";
  parents_.push_back({false, {element.object}});
  return static_cast<int>(parents_.size()) - 1;
}

int PdfStructure::finish() {
  while (open_.size() > 1) close();
  // The tree from words and annotations back to their elements: a leaf for every so many keys.
  constexpr std::size_t kLeaf = 64;
  std::string leaves;
  for (std::size_t from = 0; from < parents_.size(); from += kLeaf) {
    const std::size_t to = std::min(from + kLeaf, parents_.size());
    std::string leaf =
        "<</Limits[" + std::to_string(from) + " " + std::to_string(to - 1) + "]/Nums[";
    for (std::size_t key = from; key < to; ++key) {
      leaf += std::to_string(key) + " ";
      if (parents_[key].isPage) {
        leaf += '[';
        for (const int element : parents_[key].elements) {
          appendRef(leaf, element);
          leaf += ' ';
        }
        leaf += ']';
      } else {
        appendRef(leaf, parents_[key].elements.front());
        leaf += ' ';
      }
    }
    appendRef(leaves, file_.object(leaf + "]>>"));
    leaves += ' ';
  }
  const Element root = std::move(open_.back());
  file_.object(root.object, "<</Type/StructTreeRoot/K[" + root.kids + "]/ParentTree<</Kids[" +
                                leaves + "]>>/ParentTreeNextKey " +
                                std::to_string(parents_.size()) + ">>");
  return root.object;
}

}  // namespace assay::report
