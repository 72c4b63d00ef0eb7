#include "ui/text_find.h"

#include <array>
#include <unordered_map>

#include "base/utf8.h"

namespace assay::ui {

namespace {

using base::CodePoint;
using base::codePointAt;

// Folds one character at a time, so that every byte of the result knows where it came from.
class Folder {
 public:
  std::string_view fold(char32_t c) {
    if (c < 0x80) {
      const auto plain = static_cast<char>(c);
      one_[0] = plain >= 'A' && plain <= 'Z' ? static_cast<char>(plain + ('a' - 'A')) : plain;
      if (plain == '\n' || plain == '\r' || plain == '\t') one_[0] = ' ';
      return {one_.data(), 1};
    }
    const auto known = folded_.find(c);
    return known != folded_.end() ? known->second : folded_.emplace(c, make(c)).first->second;
  }

 private:
  static std::string make(char32_t c) {
    switch (c) {
      case 0x2018:
      case 0x2019:
      case 0x201A:
      case 0x201B:
      case 0x2039:
      case 0x203A: return "'";
      case 0x201C:
      case 0x201D:
      case 0x201E:
      case 0x201F:
      case 0x00AB:
      case 0x00BB: return "\"";
      case 0x2010:
      case 0x2011:
      case 0x2012:
      case 0x2013:
      case 0x2014:
      case 0x2212: return "-";
      case 0x2026: return "...";
      case 0x00A0:
      case 0x2009:
      case 0x200A:
      case 0x202F: return " ";
      case 0x00AD:
      case 0x200B:
      case 0x2060:
      case 0xFEFF: return {};
      default: break;
    }
    std::string letter;
    base::appendCodePoint(letter, c);
    // A letter and its accent in two characters are folded one by one: an accent alone vanishes.
    return base::searchKey(letter);
  }

  std::array<char, 1> one_{};
  std::unordered_map<char32_t, std::string> folded_;
};

}  // namespace

TextFinder::TextFinder(std::string_view text) {
  Folder folder;
  folded_.reserve(text.size());
  begin_.reserve(text.size() + 1);
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = codePointAt(text, at);
    const std::string_view folded = folder.fold(c.value);
    // A run of blanks and line ends is one blank: a phrase is found across a line's end.
    const bool again = folded == " " && !folded_.empty() && folded_.back() == ' ';
    if (!again) {
      folded_ += folded;
      begin_.insert(begin_.end(), folded.size(), static_cast<std::uint32_t>(at));
    }
    at += c.length;
  }
  begin_.push_back(static_cast<std::uint32_t>(text.size()));
}

std::vector<base::Span> TextFinder::find(std::string_view words) const {
  std::vector<base::Span> found;
  std::string wanted = TextFinder(words).folded_;
  if (wanted.ends_with(' ')) wanted.pop_back();
  if (wanted.starts_with(' ')) wanted.erase(0, 1);
  if (wanted.empty()) return found;
  for (std::size_t at = folded_.find(wanted); at != std::string::npos;) {
    const std::size_t last = at + wanted.size() - 1;
    // To the end of the last character: where the next folded byte of another character begins.
    std::size_t after = last + 1;
    while (after < folded_.size() && begin_[after] == begin_[last]) ++after;
    found.push_back({begin_[at], begin_[after]});
    at = folded_.find(wanted, after);
  }
  return found;
}

}  // namespace assay::ui
