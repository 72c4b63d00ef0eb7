// Paragraphs put together from words that were set before.
//
// Most of a report is words that come again: names, labels, the language itself. Where a word can
// be set by itself — letters of the Latin alphabet and signs, whose look does not depend on what
// stands beside them — it is set once and kept. Whatever needs more (other scripts, a break inside
// a word) is left to the whole type setter (pdf_type.h). Does not own the fonts; one thread at a
// time.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "report/pdf_type.h"

namespace assay::report {

/// Whether the text has letters of the Latin alphabet and signs only, and no marks to put on them.
[[nodiscard]] bool isPlain(std::string_view text);

class WordSetter {
 public:
  /// Sets words without ever breaking a line.
  using SetOne = std::function<std::shared_ptr<const SetText>(const Words&, const TextStyle&)>;
  explicit WordSetter(SetOne setOne) : setOne_(std::move(setOne)) {}

  /// The paragraph, or nothing where it needs the whole type setter. A width below 0 never breaks a
  /// line.
  [[nodiscard]] std::shared_ptr<const SetText> set(const Words& words, const TextStyle& style,
                                                   double width);

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const {
      return std::hash<std::string_view>()(text);
    }
  };
  using Known =
      std::unordered_map<std::string, std::shared_ptr<const SetText>, Hash, std::equal_to<>>;
  /// All that decides what a word looks like, but for its colour.
  struct Look {
    Face face = Face::sans;
    double size = 0;
    bool bold = false;
    bool italic = false;
    bool raised = false;
    bool operator==(const Look&) const = default;
  };
  struct Kept {
    Look look;
    Known words;
  };
  /// A stretch of a word in one style.
  struct Part {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::uint32_t colour = 0;
    const SetText* set = nullptr;
  };

  Known& knownIn(const Look& look);
  void forgetSome();
  bool parts(const Words& words, const TextStyle& style, std::size_t begin, std::size_t end);

  SetOne setOne_;
  std::vector<Kept> kept_;
  std::vector<Part> parts_;  // of the word at hand
};

}  // namespace assay::report
