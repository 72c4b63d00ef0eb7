// An HTML page as a tree of our own: elements, the few attributes that matter here, and text.
//
// Not a browser's DOM: scripts and styles are not in it, nothing is executed or fetched, and a
// broken page becomes some tree rather than an error. libxml2 reads the markup and stays inside
// html_tree.cpp.
//
// Ownership: Page owns all nodes; pointers are valid as long as the Page lives, moved or not.
// Thread: a Page belongs to one thread. Units: none; positions in the file are not kept.
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "base/job.h"
#include "base/result.h"

namespace assay::importer {

struct Attribute {
  std::string name;  ///< lower case
  std::string value;
};

struct Node {
  std::string name;  ///< lower-case name of an element; empty for text
  std::string text;  ///< of a text node, as written, entities resolved
  std::vector<Attribute> attributes;
  std::vector<Node*> children;
  Node* parent = nullptr;

  [[nodiscard]] bool isText() const { return name.empty(); }
  [[nodiscard]] bool is(std::string_view element) const { return name == element; }
  /// The attribute's value, or empty when it is missing.
  [[nodiscard]] std::string_view attribute(std::string_view attributeName) const;
  [[nodiscard]] bool has(std::string_view attributeName) const;
};

class Page {
 public:
  /// An empty page: a root without a name that has no text of its own.
  Page();

  [[nodiscard]] const Node& root() const { return nodes_.front(); }
  [[nodiscard]] Node& root() { return nodes_.front(); }
  /// A new last child of `parent`.
  Node& append(Node& parent);
  [[nodiscard]] std::size_t size() const { return nodes_.size(); }

  /// The page was nested too deep; what follows that place is missing.
  bool cut = false;

 private:
  std::deque<Node> nodes_;
};

/// What a page may cost. Elements beyond are refused; depth beyond ends the reading.
inline constexpr std::size_t kMostNodes = 1'000'000;
inline constexpr std::size_t kMostDepth = 600;
inline constexpr std::size_t kMostAttributes = 128;  ///< of one element; the rest is not read

/// Parses UTF-8 markup. tooLarge above kMostNodes; cancelled; internal when memory runs out.
[[nodiscard]] base::Result<Page> parsePage(std::string html, const base::Job& job);

/// Blanks out, in place, the attributes of each tag after the first kMostAttributes: libxml2
/// compares every attribute of a tag with every other.
void limitAttributes(std::string& html);

}  // namespace assay::importer
