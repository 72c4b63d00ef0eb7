// A draft read again with what was worked out for the one before, against reading it anew.
//
// The text is made of the words of the sample article, and no sentence comes twice: what is known
// of one sentence must not help with another of the same draft.
#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <limits>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "app/importing.h"
#include "tests/bench/figures.h"
#include "tests/bench/workbench_desk.h"

namespace assay::bench {

namespace {

constexpr double kMostOfAnew = 0.35;
constexpr std::size_t kRuns = 5;

/// The sample over and over, with other names and numbers each time.
std::string madeUpArticle(std::size_t size) {
  const std::string sample = sampleImport().document.text;
  std::mt19937 random(20261128);
  std::string text;
  while (text.size() < size) {
    std::string word;
    for (const char c : sample) {
      if (c != ' ' && c != '\n') {
        word += c;
        continue;
      }
      // Every fifth word or so is another one in every copy.
      if (word.size() > 2 && random() % 5 == 0) {
        const auto isLetter = [](char l) {
          return (l >= 'a' && l <= 'z') || (l >= 'A' && l <= 'Z');
        };
        if (std::all_of(word.begin(), word.end(), isLetter)) {
          word.insert(1 + random() % (word.size() - 1), 1, static_cast<char>('a' + random() % 26));
        }
      }
      text += word + c;
      word.clear();
    }
  }
  const std::size_t end = text.rfind('\n', size);
  text.resize(end == std::string::npos ? size : end + 1);
  return text;
}

/// With one paragraph of the first quarter in other words.
std::string changedOnce(std::string text, std::string_view words) {
  const std::size_t begin = text.find('\n', text.size() / 4) + 1;
  return text.replace(begin, text.find('\n', begin) - begin, words);
}

double timeToRead(const std::string& text, extract::Setting setting, app::Memory* memory) {
  const double before = processorNow();
  const auto read =
      app::prepareImportOfText(text, "draft.txt", {}, setting, app::Take::items, memory);
  const double took = processorNow() - before;
  return read ? took : std::numeric_limits<double>::max();
}

void measure(std::vector<Figure>& figures, const std::string& what, std::size_t size,
             extract::Setting setting) {
  const std::string article = madeUpArticle(size);
  const std::vector<std::string> drafts{
      changedOnce(article, "“We count 14 boats a day,” said Ada Brook of the harbour board."),
      changedOnce(article,
                  "The harbour board denied on Friday that 14 boats a day were counted. Ada Brook, "
                  "who speaks for it, said that nobody had counted them since March, and that the "
                  "book in which they were written down before had been lost in a fire. A storm "
                  "sank 2 of them.")};
  app::Memory memory;
  const double first = timeToRead(drafts[1], setting, &memory);
  double anew = std::numeric_limits<double>::max();
  double again = anew;
  for (std::size_t run = 0; run < kRuns; ++run) {
    anew = std::min(anew, timeToRead(drafts[run % 2], setting, nullptr));
    again = std::min(again, timeToRead(drafts[run % 2], setting, &memory));
  }
  const app::Memory::Work work = memory.work();
  figures.push_back({"a second draft, " + what, "in process", again / anew, kMostOfAnew, "anew",
                     fmt::format("one paragraph changed: {:.1f} ms against {:.1f} (first {:.1f}); "
                                 "{} of {} recalled, {:.2f} MB kept",
                                 again, anew, first, work.recalled, work.recalled + work.workedOut,
                                 static_cast<double>(memory.bytes()) / 1e6)});
}

}  // namespace

void measureDrafts(std::vector<Figure>& figures) {
  measure(figures, "fast, 200 KB", 200'000, extract::Setting::fast);
  measure(figures, "fast, 1 MB", 1'000'000, extract::Setting::fast);
  measure(figures, "thorough, 30 KB", extract::kThoroughBytes, extract::Setting::thorough);
}

}  // namespace assay::bench
