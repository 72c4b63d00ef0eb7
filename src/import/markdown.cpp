// Markdown (CommonMark with tables, by md4c): what a reader of the rendered page would read.
#include <md4c.h>

#include <exception>
#include <string>
#include <utility>
#include <vector>

#include "import/document_builder.h"
#include "import/formats.h"
#include "import/front_matter.h"
#include "import/html_entity.h"
#include "import/html_fragment.h"

namespace assay::importer {

using base::ErrorCode;
using model::BlockRole;

namespace {

// A header row of n columns makes md4c report n cells for every later row, however short: a file
// of one megabyte can stand for 10^11 cells.
constexpr std::size_t kMostCells = 1'000'000;

// Why the callbacks stop md4c. It promises to stop at anything but 0, and does at negative values
// only; -1 is its own.
enum Stop : int { kGoOn = 0, kCancelled = -2, kFull = -3, kTooManyCells = -4, kNoMemory = -5 };

// Collects the words of one block after the other. md4c calls it with the blocks nested and the
// words in order; a block is written when it ends, or when another begins inside it.
class Writer {
 public:
  explicit Writer(const Context& context)
      : context_(context),
        builder_(context.limits.maxBlocks + 1) {}  // one more shows that it is over

  DocumentBuilder& builder() { return builder_; }
  [[nodiscard]] bool hasHeadline() const { return hasHeadline_; }

  int enter(MD_BLOCKTYPE type, const void* detail) {
    switch (type) {
      case MD_BLOCK_H: level_ = static_cast<const MD_BLOCK_H_DETAIL*>(detail)->level; break;
      case MD_BLOCK_TH:
      case MD_BLOCK_TD:
        if (++cells_ > kMostCells) return kTooManyCells;
        if (!line_.empty()) line_ += " | ";
        break;
      case MD_BLOCK_HTML:
        flush(BlockRole::body, false);
        inHtmlBlock_ = true;
        break;
      case MD_BLOCK_THEAD:
      case MD_BLOCK_TBODY:
      case MD_BLOCK_TR: break;
      default: flush(BlockRole::body, false);  // a list item's words before what is inside it
    }
    return goOn();
  }

  int leave(MD_BLOCKTYPE type) {
    switch (type) {
      case MD_BLOCK_H: flushHeading(); break;
      case MD_BLOCK_P:
      case MD_BLOCK_LI:
      case MD_BLOCK_TR: flush(BlockRole::body, false); break;
      case MD_BLOCK_CODE:
        builder_.add(untrailed(line_), BlockRole::body);
        line_.clear();
        break;
      case MD_BLOCK_HTML:
        addHtmlFragment(builder_, line_);
        line_.clear();
        inHtmlBlock_ = false;
        break;
      default: break;
    }
    return goOn();
  }

  int enterSpan(MD_SPANTYPE type) {
    if (type == MD_SPAN_IMG && images_++ == 0) captions_.emplace_back();
    return kGoOn;
  }
  int leaveSpan(MD_SPANTYPE type) {
    if (type == MD_SPAN_IMG) --images_;
    return kGoOn;
  }

  int text(MD_TEXTTYPE type, std::string_view words) {
    std::string& out = images_ > 0 ? captions_.back() : line_;
    switch (type) {
      case MD_TEXT_BR: out += '\n'; break;
      case MD_TEXT_SOFTBR: out += ' '; break;
      case MD_TEXT_NULLCHAR: out += "\xEF\xBF\xBD"; break;
      case MD_TEXT_ENTITY: out += entityText(words); break;
      case MD_TEXT_HTML:
        if (inHtmlBlock_) {
          out += words;  // read as a whole when the block ends
        } else if (words.starts_with("<br")) {
          out += '\n';
        }
        break;
      case MD_TEXT_NORMAL:
      case MD_TEXT_CODE:
      case MD_TEXT_LATEXMATH: out += words; break;
    }
    return kGoOn;
  }

 private:
  // Asked at every block: often enough to stop soon, seldom enough to cost nothing.
  int goOn() const {
    if (builder_.full()) return kFull;
    return context_.job.cancelled() ? kCancelled : kGoOn;
  }

  void flush(BlockRole role, bool given) {
    builder_.add(collapsed(line_), role, given);
    line_.clear();
    // A picture's description stands after the paragraph that shows the picture.
    for (const std::string& caption : captions_) {
      builder_.add(collapsed(caption), BlockRole::caption, true);
    }
    captions_.clear();
  }

  void flushHeading() {
    const std::string words = collapsed(line_);
    const bool headline = level_ == 1 && !hasHeadline_ && !words.empty();
    if (headline) {
      hasHeadline_ = true;
      builder_.document().title = words;
    }
    flush(headline ? BlockRole::headline : BlockRole::subheading, true);
  }

  const Context& context_;
  DocumentBuilder builder_;
  std::string line_;
  std::vector<std::string> captions_;
  std::size_t cells_ = 0;
  int images_ = 0;  // descriptions of pictures can hold pictures
  unsigned level_ = 0;
  bool hasHeadline_ = false;
  bool inHtmlBlock_ = false;
};

// md4c is C: an exception (there is one, memory running out) must not pass through its frames.
template <class Work>
int guarded(Work work) {
  try {
    return work();
  } catch (const std::exception&) {
    return kNoMemory;
  }
}

Writer& writer(void* data) { return *static_cast<Writer*>(data); }

MD_PARSER parser() {
  MD_PARSER out{};
  // No indented code: an indented first line is a paragraph in a draft.
  out.flags = MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_NOINDENTEDCODEBLOCKS;
  out.enter_block = [](MD_BLOCKTYPE type, void* detail, void* data) {
    return guarded([&] { return writer(data).enter(type, detail); });
  };
  out.leave_block = [](MD_BLOCKTYPE type, void*, void* data) {
    return guarded([&] { return writer(data).leave(type); });
  };
  out.enter_span = [](MD_SPANTYPE type, void*, void* data) {
    return guarded([&] { return writer(data).enterSpan(type); });
  };
  out.leave_span = [](MD_SPANTYPE type, void*, void* data) {
    return guarded([&] { return writer(data).leaveSpan(type); });
  };
  out.text = [](MD_TEXTTYPE type, const MD_CHAR* words, MD_SIZE size, void* data) {
    return guarded([&] { return writer(data).text(type, {words, size}); });
  };
  return out;
}

}  // namespace

base::Result<model::Document> importMarkdown(std::string text, const Context& context) {
  const std::size_t matterSize = frontMatterSize(text);
  const FrontMatter matter = matterSize > 0
                                 ? readFrontMatter(std::string_view(text).substr(0, matterSize))
                                 : FrontMatter{};
  Writer writer(context);
  const MD_PARSER callbacks = parser();
  const int stopped = md_parse(text.data() + matterSize,
                               static_cast<MD_SIZE>(text.size() - matterSize), &callbacks, &writer);
  if (stopped == kTooManyCells) {
    return base::fail(ErrorCode::tooLarge,
                      std::string(context.subject) +
                          " has tables of more than 1,000,000 cells, the most that is read. "
                          "Leave the tables out.");
  }
  if (stopped == -1 || stopped == kNoMemory) {
    return base::fail(ErrorCode::internal,
                      std::string(context.subject) + " could not be read as Markdown.");
  }
  DocumentBuilder& builder = writer.builder();
  if (!writer.hasHeadline() && !matter.title.empty()) {
    builder.addFirst(matter.title, BlockRole::headline, true);
    builder.document().title = matter.title;
  }
  builder.document().byline = matter.byline;
  builder.document().url = matter.url;
  return builder.take();
}

}  // namespace assay::importer
