// The options of one command: declared once, parsed by CLI11, shown by --help.
//
// A thin face over CLI11, so that its slow headers are compiled in one file and every command
// speaks with the same voice: own sentences for wrong usage, own help page. What a value means
// (a status, a number) is not known here.
//
// Ownership: keeps pointers to the variables it fills; they must outlive parse(). Thread: one.
#pragma once

#include <cstddef>
#include <expected>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace assay::cli {

/// Words for the value of an option that names a file or a folder: any bytes will do for those,
/// every other value must be UTF-8.
inline constexpr std::string_view kFile = "FILE";
inline constexpr std::string_view kFolder = "FOLDER";

class Parser {
 public:
  /// `command` as typed ("source add"), `summary` a sentence for the top of the help page.
  Parser(std::string command, std::string summary);

  /// An option with one value. `names` as CLI11 takes them ("-o,--output"), `value` the word for
  /// its value in the help ("FILE").
  Parser& option(std::string names, std::string value, std::string help,
                 std::optional<std::string>& into);
  /// The same, and it may be given several times.
  Parser& options(std::string names, std::string value, std::string help,
                  std::vector<std::string>& into);
  Parser& flag(std::string names, std::string help, bool& into);

  /// The words that are no options: between `min` and `max` of them, called `names` in messages
  /// ("ITEM… STATUS").
  Parser& words(std::string names, std::string help, std::size_t min, std::size_t max,
                std::vector<std::string>& into);

  /// A line or two of explanation under the summary; blank lines separate several.
  Parser& about(std::string paragraph);
  /// A whole command line that works, for the end of the help page. At least one is needed.
  Parser& example(std::string line);

  enum class Outcome { go, help };
  /// Fills the variables. The error is a sentence about wrong usage.
  [[nodiscard]] std::expected<Outcome, std::string> parse(std::span<const std::string> args) const;

  /// The page for --help: at most 80 columns wide.
  [[nodiscard]] std::string help() const;
  [[nodiscard]] const std::string& command() const { return command_; }

 private:
  struct Row {
    std::string names;
    std::string value;  // empty for a flag
    std::string help;
    std::optional<std::string>* single = nullptr;
    std::vector<std::string>* several = nullptr;
    bool* flag = nullptr;
  };
  struct Words {
    std::string names;
    std::string help;
    std::size_t min = 0;
    std::size_t max = 0;
    std::vector<std::string>* into = nullptr;
  };

  [[nodiscard]] static bool isPath(const Row& row);
  [[nodiscard]] std::string usageLine() const;

  std::string command_;
  std::string summary_;
  std::vector<Row> rows_;
  std::optional<Words> words_;
  std::vector<std::string> paragraphs_;
  std::vector<std::string> examples_;
};

/// `text` broken at blanks into lines of at most `width` columns, every line after the first
/// indented by `indent` blanks. Long words stay whole.
[[nodiscard]] std::string wrapped(std::string_view text, std::size_t indent, std::size_t width);

}  // namespace assay::cli
