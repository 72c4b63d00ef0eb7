#include "cli/parser.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <utility>

#include "base/utf8.h"

namespace assay::cli {

namespace {

constexpr std::size_t kWidth = 80;
constexpr std::size_t kHelpColumn = 26;

// CLI11 takes a value in square brackets for a list and tears it apart, and takes the word after
// "--note=" for the value. Both are texts a fact-checker may well type ("[laughs]"), so brackets
// travel behind a mark and an empty value travels as a word of its own.
constexpr char kBracketMark = '\x01';

std::vector<std::string> shielded(std::span<const std::string> args) {
  std::vector<std::string> out;
  bool options = true;
  for (const std::string& arg : args) {
    if (arg == "--") options = false;
    if (options && arg.size() > 3 && arg.starts_with("--") && arg.ends_with('=')) {
      out.push_back(arg.substr(0, arg.size() - 1));
      out.emplace_back();
    } else if (arg.starts_with('[') && arg.ends_with(']')) {
      out.push_back(arg + kBracketMark);
    } else {
      out.push_back(arg);
    }
  }
  return out;
}

std::vector<std::string> unshielded(std::vector<std::string> values) {
  for (std::string& value : values) {
    if (value.ends_with(kBracketMark)) value.pop_back();
  }
  return values;
}

// "-o,--output" is spoken of as "--output".
std::string spoken(const std::string& names) {
  const std::size_t comma = names.rfind(',');
  return comma == std::string::npos ? names : names.substr(comma + 1);
}

// CLI11's own messages speak of arguments and types; these speak of what was typed.
std::string sentence(const CLI::ParseError& error, const CLI::App& app) {
  if (dynamic_cast<const CLI::ExtrasError*>(&error) != nullptr) {
    for (const std::string& extra : app.remaining()) {
      if (extra.size() > 1 && extra.front() == '-') return "There is no option " + extra + ".";
    }
    return "“" + app.remaining().front() + "” is one word too many.";
  }
  if (dynamic_cast<const CLI::ArgumentMismatch*>(&error) != nullptr) {
    const std::string what = error.what();
    return what.substr(0, what.find_first_of(": ")) + " needs a value.";
  }
  return std::string(error.what()) + ".";
}

bool allUtf8(const std::vector<std::string>& values) {
  return std::all_of(values.begin(), values.end(), [](const std::string& value) {
    return !base::firstInvalidByte(value).has_value();
  });
}

std::string nameColumn(const std::string& names, const std::string& value) {
  std::string out = "  ";
  for (const char c : names) out += c == ',' ? std::string(", ") : std::string(1, c);
  if (!value.empty()) out += " " + value;
  return out;
}

std::string helpRow(const std::string& left, const std::string& help) {
  std::string out = left;
  const std::size_t used = base::terminalColumns(left);
  if (used + 2 > kHelpColumn) {
    out += "\n" + std::string(kHelpColumn, ' ');
  } else {
    out += std::string(kHelpColumn - used, ' ');
  }
  return out + wrapped(help, kHelpColumn, kWidth) + "\n";
}

}  // namespace

// Names of files are bytes to the operating system; everything else is text that gets stored.
bool Parser::isPath(const Row& row) { return row.value == kFile || row.value == kFolder; }

Parser::Parser(std::string command, std::string summary)
    : command_(std::move(command)), summary_(std::move(summary)) {}

Parser& Parser::option(std::string names, std::string value, std::string help,
                       std::optional<std::string>& into) {
  rows_.push_back({std::move(names), std::move(value), std::move(help), &into, nullptr, nullptr});
  return *this;
}

Parser& Parser::options(std::string names, std::string value, std::string help,
                        std::vector<std::string>& into) {
  rows_.push_back({std::move(names), std::move(value), std::move(help), nullptr, &into, nullptr});
  return *this;
}

Parser& Parser::flag(std::string names, std::string help, bool& into) {
  rows_.push_back({std::move(names), "", std::move(help), nullptr, nullptr, &into});
  return *this;
}

Parser& Parser::words(std::string names, std::string help, std::size_t min, std::size_t max,
                      std::vector<std::string>& into) {
  words_ = Words{std::move(names), std::move(help), min, max, &into};
  return *this;
}

Parser& Parser::about(std::string paragraph) {
  paragraphs_.push_back(std::move(paragraph));
  return *this;
}

Parser& Parser::example(std::string line) {
  examples_.push_back(std::move(line));
  return *this;
}

std::expected<Parser::Outcome, std::string> Parser::parse(std::span<const std::string> args) const {
  CLI::App app;
  app.set_help_flag();
  const CLI::Option* help = app.add_flag("-h,--help");
  std::vector<std::pair<const Row*, const CLI::Option*>> options;
  for (const Row& row : rows_) {
    CLI::Option* option = row.flag != nullptr
                              ? app.add_flag(row.names)
                              : app.add_option(row.names, CLI::callback_t())->expected(1);
    option->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
    options.emplace_back(&row, option);
  }
  std::vector<std::string> found;
  if (words_) app.add_option("words", found);
  try {
    std::vector<std::string> backwards = shielded(args);
    std::reverse(backwards.begin(), backwards.end());
    app.parse(std::move(backwards));
  } catch (const CLI::ParseError& error) {
    return std::unexpected(sentence(error, app));
  }
  if (help->count() > 0) return Outcome::help;

  for (const auto& [row, option] : options) {
    if (option->count() == 0) continue;
    std::vector<std::string> values = unshielded(option->results());
    if (row->flag != nullptr) {
      if (values.front() != "true") return std::unexpected(spoken(row->names) + " takes no value.");
      *row->flag = true;
      continue;
    }
    if (!isPath(*row) && !allUtf8(values)) {
      return std::unexpected("The value of " + spoken(row->names) + " is not valid UTF-8 text.");
    }
    if (row->several != nullptr) {
      *row->several = std::move(values);
      continue;
    }
    if (values.size() > 1) return std::unexpected(spoken(row->names) + " is given twice.");
    *row->single = std::move(values.front());
  }
  if (words_) {
    found = unshielded(std::move(found));
    if (found.size() < words_->min) {
      return std::unexpected("assay " + command_ + " wants " + words_->names + ".");
    }
    if (found.size() > words_->max) {
      return std::unexpected("“" + found[words_->max] + "” is one word too many.");
    }
    *words_->into = std::move(found);
  }
  return Outcome::go;
}

std::string Parser::usageLine() const {
  std::string out = "usage: assay " + command_;
  if (words_) out += words_->min == 0 ? " [" + words_->names + "]" : " " + words_->names;
  return out + " [OPTION…]\n";
}

std::string Parser::help() const {
  std::string out = usageLine() + "\n" + wrapped(summary_, 0, kWidth) + "\n";
  for (const std::string& paragraph : paragraphs_) {
    out += "\n" + wrapped(paragraph, 0, kWidth) + "\n";
  }
  out += "\n";
  if (words_) out += helpRow("  " + words_->names, words_->help);
  for (const Row& row : rows_) out += helpRow(nameColumn(row.names, row.value), row.help);
  out += helpRow("  -h, --help", "this page");
  out += examples_.size() == 1 ? "\nExample:\n" : "\nExamples:\n";
  for (const std::string& line : examples_) out += "  " + line + "\n";
  return out;
}

std::string wrapped(std::string_view text, std::size_t indent, std::size_t width) {
  std::string out;
  std::size_t column = indent;
  while (!text.empty()) {
    const std::string_view word = text.substr(0, text.find(' '));
    const std::size_t columns = base::terminalColumns(word);
    if (column > indent && column + 1 + columns > width) {
      out += "\n" + std::string(indent, ' ');
      column = indent;
    } else if (column > indent) {
      out += ' ';
      ++column;
    }
    out += word;
    column += columns;
    text.remove_prefix(std::min(text.size(), word.size() + 1));
  }
  return out;
}

}  // namespace assay::cli
