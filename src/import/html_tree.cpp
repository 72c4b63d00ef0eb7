#include "import/html_tree.h"

#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <exception>
#include <memory>

#include "import/ascii.h"

namespace assay::importer {

using base::ErrorCode;

std::string_view Node::attribute(std::string_view attributeName) const {
  for (const Attribute& a : attributes) {
    if (a.name == attributeName) return a.value;
  }
  return {};
}

bool Node::has(std::string_view attributeName) const {
  return std::any_of(attributes.begin(), attributes.end(),
                     [&](const Attribute& a) { return a.name == attributeName; });
}

Page::Page() { nodes_.emplace_back().name = "#page"; }

Node& Page::append(Node& parent) {
  Node& node = nodes_.emplace_back();
  node.parent = &parent;
  parent.children.push_back(&node);
  return node;
}

namespace {

// What the html_* files ask for; everything else on a page is not worth its memory.
constexpr std::array<std::string_view, 11> kKeptAttributes{
    "id",   "class",    "role",     "hidden", "style",  "rel",
    "href", "itemprop", "property", "name",   "content"};

// Their content is code, or text for programs that do not run here.
constexpr std::array<std::string_view, 4> kUnread{"script", "style", "noscript", "template"};

std::string_view viewOf(const xmlChar* text) {
  return text == nullptr ? std::string_view{} : reinterpret_cast<const char*>(text);
}

template <class Range>
bool holds(const Range& range, std::string_view word) {
  return std::find(range.begin(), range.end(), word) != range.end();
}

// Receives libxml2's events and grows the tree. Its callbacks are called from C, so no exception
// may leave them.
class Grower {
 public:
  Grower(Page& page, const base::Job& job) : page_(page), job_(job), here_(&page.root()) {}

  void setParser(xmlParserCtxtPtr parser) { parser_ = parser; }
  [[nodiscard]] bool tooMany() const { return tooMany_; }
  [[nodiscard]] bool outOfMemory() const { return outOfMemory_; }

  void start(const xmlChar* name, const xmlChar** attributes) noexcept {
    guarded([&] { startElement(viewOf(name), attributes); });
  }
  void end(const xmlChar* name) noexcept {
    guarded([&] { endElement(viewOf(name)); });
  }
  void characters(const xmlChar* text, int size) noexcept {
    guarded([&] {
      addText({reinterpret_cast<const char*>(text), static_cast<std::size_t>(std::max(size, 0))});
    });
  }

 private:
  template <class Work>
  void guarded(Work work) noexcept {
    if (stopped_) return;
    try {
      work();
    } catch (const std::exception&) {
      outOfMemory_ = true;
      stop();
    }
  }

  void stop() {
    stopped_ = true;
    xmlStopParser(parser_);
  }

  void startElement(std::string_view name, const xmlChar** attributes) {
    if (job_.cancelled()) return stop();
    if (unread_ > 0) return void(++unread_);  // markup inside a template, say
    // Half a page is better than none, but not half a million elements of one: nobody wrote that.
    if (page_.size() >= kMostNodes) {
      tooMany_ = true;
      return stop();
    }
    if (++depth_ > kMostDepth) {
      page_.cut = true;
      return stop();
    }
    Node& node = page_.append(*here_);
    node.name = lower(name);
    for (; attributes != nullptr && attributes[0] != nullptr; attributes += 2) {
      std::string key = lower(viewOf(attributes[0]));
      if (holds(kKeptAttributes, key)) {
        node.attributes.push_back({std::move(key), std::string(viewOf(attributes[1]))});
      }
    }
    here_ = &node;
    // The element itself stays, so that its end tag finds it.
    if (holds(kUnread, node.name)) unread_ = 1;
  }

  void endElement(std::string_view name) {
    if (unread_ > 1) return void(--unread_);
    unread_ = 0;
    // libxml2 closes what it opened, in order; anything else would be its mistake, not ours.
    if (here_->parent == nullptr || !equalAnyCase(here_->name, name)) return;
    here_ = here_->parent;
    --depth_;
  }

  void addText(std::string_view text) {
    if (unread_ > 0 || text.empty()) return;
    // libxml2 gives long texts in pieces, and references by themselves.
    if (here_->children.empty() || !here_->children.back()->isText()) {
      if (page_.size() >= kMostNodes) {
        tooMany_ = true;
        return stop();
      }
      page_.append(*here_);
    }
    here_->children.back()->text.append(text);
  }

  Page& page_;
  const base::Job& job_;
  Node* here_;
  xmlParserCtxtPtr parser_ = nullptr;
  std::size_t depth_ = 0;
  std::size_t unread_ = 0;  // depth inside an element that is not read
  bool stopped_ = false;
  bool tooMany_ = false;
  bool outOfMemory_ = false;
};

Grower& grower(void* data) { return *static_cast<Grower*>(data); }

// Everything else stays null: no entities, no DTD, no messages on standard error.
xmlSAXHandler events() {
  xmlSAXHandler sax{};
  sax.startElement = [](void* data, const xmlChar* name, const xmlChar** attributes) {
    grower(data).start(name, attributes);
  };
  sax.endElement = [](void* data, const xmlChar* name) { grower(data).end(name); };
  sax.characters = [](void* data, const xmlChar* text, int size) {
    grower(data).characters(text, size);
  };
  sax.ignorableWhitespace = sax.characters;
  sax.cdataBlock = sax.characters;  // what is inside a script
  return sax;
}

struct FreeParser {
  void operator()(xmlParserCtxtPtr parser) const {
    if (parser->myDoc != nullptr) xmlFreeDoc(parser->myDoc);
    htmlFreeParserCtxt(parser);
  }
};

}  // namespace

namespace {

// The end of what a browser takes for text although it can look like markup: a comment, a script,
// a style sheet; or `at` when none of these begins there.
std::size_t pastUnread(std::string_view html, std::size_t at) {
  const std::string_view rest = html.substr(at);
  std::string_view end;
  if (rest.starts_with("<!--")) end = "-->";
  if (startsWithAnyCase(rest, "<script")) end = "</script";
  if (startsWithAnyCase(rest, "<style")) end = "</style";
  if (end.empty()) return at;
  for (std::size_t from = at + 4;; ++from) {
    from = html.find(end.front(), from);
    if (from == std::string_view::npos) return html.size();
    if (startsWithAnyCase(html.substr(from), end)) return from + end.size();
  }
}

// Walks one tag from behind its "<" to its ">", blanking what is over the limit.
std::size_t limitTag(std::string& html, std::size_t at) {
  std::size_t count = 0;
  char quote = 0;
  bool valueNext = false;  // the last character that is no blank was '='
  bool blank = false;
  for (; at < html.size(); ++at) {
    const char c = html[at];
    if (quote == 0 && c == '>') break;
    if (quote != 0) {
      if (c == quote) {
        quote = 0;
        ++count;  // an attribute may follow without a blank
      }
    } else if ((c == '"' || c == '\'') && valueNext) {
      quote = c;
    } else if (isMarkupBlank(c)) {
      blank = true;
    } else if (blank) {
      blank = false;
      ++count;
    }
    if (!isMarkupBlank(c)) valueNext = quote == 0 && c == '=';
    // Quoted values are counted twice at most: the limit is about thousands, not about one more.
    if (count > 2 * kMostAttributes) html[at] = ' ';
  }
  return at;
}

}  // namespace

void limitAttributes(std::string& html) {
  std::size_t at = html.find('<');
  while (at != std::string::npos && at + 1 < html.size()) {
    const char next = lower(html[at + 1]);
    const std::size_t past = pastUnread(html, at);
    if (past > at) {
      at = past;
    } else {
      at = next >= 'a' && next <= 'z' ? limitTag(html, at + 1) : at + 1;
    }
    at = html.find('<', at);
  }
}

base::Result<Page> parsePage(std::string html, const base::Job& job) {
  Page page;
  if (html.empty()) return page;  // libxml2 makes no parser for nothing
  limitAttributes(html);
  Grower grower(page, job);
  const std::unique_ptr<xmlParserCtxt, FreeParser> parser(
      htmlCreateMemoryParserCtxt(html.data(), static_cast<int>(html.size())));
  if (parser == nullptr) return base::fail(ErrorCode::internal, "There is no memory left.");
  xmlSAXHandler sax = events();
  std::memcpy(parser->sax, &sax, sizeof(sax));
  parser->userData = &grower;
  // The bytes are UTF-8 by now; what the page says about its encoding is about the file.
  htmlCtxtUseOptions(parser.get(), HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                                       HTML_PARSE_NONET | HTML_PARSE_NODEFDTD |
                                       HTML_PARSE_IGNORE_ENC);
  xmlSwitchEncoding(parser.get(), XML_CHAR_ENCODING_UTF8);
  grower.setParser(parser.get());
  htmlParseDocument(parser.get());
  if (job.cancelled()) return base::fail(ErrorCode::cancelled, "The import was cancelled.");
  if (grower.tooMany()) {
    return base::fail(ErrorCode::tooLarge, "The page has more than 1,000,000 elements.");
  }
  if (grower.outOfMemory()) return base::fail(ErrorCode::internal, "There is no memory left.");
  return page;
}

}  // namespace assay::importer
