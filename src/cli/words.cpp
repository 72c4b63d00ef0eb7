#include "cli/words.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

namespace assay::cli {

namespace {

constexpr std::array kKeptByProgram{model::Flag::changedSinceChecked};

// As ids are written: lower case, underscores for blanks and hyphens.
std::string asId(std::string_view word) {
  std::string id(word);
  std::transform(id.begin(), id.end(), id.begin(), [](char c) {
    if (c == ' ' || c == '-') return '_';
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  return id;
}

template <class Rows>
std::string idsOf(const Rows& rows) {
  std::string out;
  for (const auto& row : rows) {
    if (!out.empty()) out += ", ";
    out += row.id;
  }
  return out;
}

std::vector<model::FlagInfo> settableFlags() {
  std::vector<model::FlagInfo> rows;
  for (const model::FlagInfo& row : model::flags()) {
    const bool kept =
        std::find(kKeptByProgram.begin(), kKeptByProgram.end(), row.flag) != kKeptByProgram.end();
    if (!kept) rows.push_back(row);
  }
  return rows;
}

template <class Value>
base::Result<Value> known(std::optional<Value> value, std::string_view what, std::string_view word,
                          const std::string& all) {
  if (value) return *value;
  return base::fail(base::ErrorCode::invalidInput, "There is no " + std::string(what) + " “" +
                                                       std::string(word) +
                                                       "”. Choose one of: " + all + ".");
}

}  // namespace

base::Result<model::Status> statusFrom(std::string_view word) {
  return known(model::statusById(asId(word)), "status", word, statusWords());
}

base::Result<model::WordingVerdict> wordingFrom(std::string_view word) {
  return known(model::wordingVerdictById(asId(word)), "wording verdict", word, wordingWords());
}

base::Result<model::Flag> flagFrom(std::string_view word) {
  const std::string id = asId(word);
  std::optional<model::Flag> flag;
  for (const model::FlagInfo& row : settableFlags()) {
    if (row.id == id) flag = row.flag;
  }
  return known(flag, "flag", word, flagWords());
}

base::Result<model::SourceKind> sourceKindFrom(std::string_view word) {
  return known(model::sourceKindById(asId(word)), "kind of source", word, sourceKindWords());
}

base::Result<model::Stance> stanceFrom(std::string_view word) {
  return known(model::stanceById(asId(word)), "stance", word, stanceWords());
}

base::Result<model::RecipientKind> recipientKindFrom(std::string_view word) {
  return known(model::recipientKindById(asId(word)), "kind of recipient", word,
               recipientKindWords());
}

base::Result<model::ItemKind> itemKindFrom(std::string_view word) {
  return known(model::itemKindById(asId(word)), "kind of item", word, itemKindWords());
}

std::string statusWords() { return idsOf(model::statuses()); }
std::string wordingWords() { return idsOf(model::wordingVerdicts()); }
std::string flagWords() { return idsOf(settableFlags()); }
std::string sourceKindWords() { return idsOf(model::sourceKinds()); }
std::string stanceWords() { return idsOf(model::stances()); }
std::string recipientKindWords() { return idsOf(model::recipientKinds()); }
std::string itemKindWords() { return idsOf(model::itemKinds()); }

base::Result<base::Span> codePointsFrom(std::string_view word) {
  base::Span span;
  const char* end = word.data() + word.size();
  const auto first = std::from_chars(word.data(), end, span.begin);
  if (first.ec == std::errc{} && first.ptr != end && *first.ptr == '-') {
    const auto second = std::from_chars(first.ptr + 1, end, span.end);
    if (second.ec == std::errc{} && second.ptr == end && span.begin < span.end) return span;
  }
  return base::fail(base::ErrorCode::invalidInput,
                    "“" + std::string(word) +
                        "” is not a stretch of the text. Write its first character and the one "
                        "after its last, counted from 0: 120-180.");
}

std::optional<std::size_t> numberFrom(std::string_view word) {
  std::size_t number = 0;
  const char* end = word.data() + word.size();
  const auto [stop, error] = std::from_chars(word.data(), end, number);
  if (error != std::errc{} || stop != end || number == 0) return std::nullopt;
  return number;
}

std::string counted(std::size_t count, std::string_view singular) {
  std::string word(singular);
  if (count != 1 && word.ends_with('y')) {
    word.replace(word.size() - 1, 1, "ies");
  } else if (count != 1) {
    word += 's';
  }
  return std::to_string(count) + " " + word;
}

}  // namespace assay::cli
