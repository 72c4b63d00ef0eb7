// Stores of a million, made fast: the language of their texts is made up, but the words are as
// frequent and as long as those of prose. For measuring; whatever fails ends the program.
#pragma once

#include <cstddef>
#include <filesystem>
#include <random>
#include <string>
#include <vector>

namespace assay::promises {

/// Words as prose has them: few come everywhere, most come rarely, and the frequent ones are short.
class Language {
 public:
  Language();
  /// `words` words with blanks between them.
  [[nodiscard]] std::string sentence(std::size_t words);
  [[nodiscard]] std::mt19937_64& chance() { return chance_; }

 private:
  std::mt19937_64 chance_{1907};
  std::vector<std::string> words_;
  std::vector<double> upTo_;  // frequency of this word and all before it
};

/// A store with so many items, each with its passage, and no events: for searching. Gives some of
/// their texts.
[[nodiscard]] std::vector<std::string> makeStoreOfItems(const std::filesystem::path& path,
                                                        std::size_t items);

/// A whole store with so many events: a quarter of them imported items, the rest commands that
/// change one value each.
void makeStoreOfEvents(const std::filesystem::path& path, std::size_t events);

}  // namespace assay::promises
