#include "tests/arch/mutable_state.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace assay::arch {

namespace {

bool isWordChar(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_'; }

bool hasWord(std::string_view text, std::string_view word) {
  for (std::size_t at = text.find(word); at != std::string_view::npos;
       at = text.find(word, at + 1)) {
    const bool before = at == 0 || !isWordChar(text[at - 1]);
    const std::size_t end = at + word.size();
    if (before && (end == text.size() || !isWordChar(text[end]))) return true;
  }
  return false;
}

// Comments, string and character literals and preprocessor lines as blanks, lines kept.
class Blanker {
 public:
  explicit Blanker(std::string_view text) : text_(text) {}

  std::string run() {
    while (at_ < text_.size()) {
      if (starts("//")) {
        skipUntil("\n");
      } else if (starts("/*")) {
        skipPast("*/", 2);
      } else if (starts("R\"")) {
        const std::size_t open = text_.find('(', at_);
        skipPast(")" + std::string(text_.substr(at_ + 2, open - at_ - 2)) + "\"", open - at_);
      } else if (text_[at_] == '"' || (text_[at_] == '\'' && !isWordChar(before()))) {
        skipLiteral(text_[at_]);
      } else if (text_[at_] == '#' && lineIsBlankSoFar()) {
        skipDirective();
      } else {
        out_ += text_[at_++];
      }
    }
    return std::move(out_);
  }

 private:
  [[nodiscard]] bool starts(std::string_view what) const {
    return text_.substr(at_).starts_with(what);
  }
  // A ' after a digit or letter separates digits: 1'000.
  [[nodiscard]] char before() const { return at_ == 0 ? ' ' : text_[at_ - 1]; }
  [[nodiscard]] bool lineIsBlankSoFar() const {
    const std::size_t start = out_.find_last_of('\n') + 1;
    return out_.find_first_not_of(" \t", start) == std::string::npos;
  }
  void blank() {
    if (at_ < text_.size()) out_ += text_[at_++] == '\n' ? '\n' : ' ';
  }
  void skipUntil(std::string_view end) {
    while (at_ < text_.size() && !starts(end)) blank();
  }
  void skipPast(std::string_view end, std::size_t opening) {
    for (std::size_t i = 0; i < opening; ++i) blank();
    skipUntil(end);
    for (std::size_t i = 0; i < end.size(); ++i) blank();
  }
  void skipLiteral(char mark) {
    blank();
    while (at_ < text_.size() && text_[at_] != mark) {
      if (text_[at_] == '\\') blank();
      blank();
    }
    blank();
  }
  void skipDirective() {
    while (at_ < text_.size() && text_[at_] != '\n') {
      if (text_[at_] == '\\') blank();
      blank();
    }
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::string out_;
};

enum class Scope { space, type, body, initializer, argument };

// The declaration part of a statement: what stands before "=", "{" or the end.
std::string_view declarator(std::string_view statement) {
  return statement.substr(0, statement.find('='));
}

bool isConstant(std::string_view declaration) {
  if (hasWord(declaration, "constexpr")) return true;
  const std::size_t star = declaration.find_last_of('*');
  return hasWord(star == std::string_view::npos ? declaration : declaration.substr(star), "const");
}

bool isVariable(std::string_view statement, Scope scope) {
  const std::string_view declaration = declarator(statement);
  const bool stays = hasWord(declaration, "static") || hasWord(declaration, "thread_local");
  if (scope == Scope::body) return stays;
  // A parenthesis before "=" makes it a function, with or without a body.
  if (declaration.find('(') != std::string_view::npos) return false;
  if (scope == Scope::type) return stays;
  static constexpr std::array kNotVariables{"using",  "namespace", "typedef",       "template",
                                            "class",  "struct",    "union",         "enum",
                                            "friend", "extern",    "static_assert", "concept"};
  return std::none_of(kNotVariables.begin(), kNotVariables.end(),
                      [&](const char* word) { return hasWord(declaration, word); }) &&
         declaration.find_first_not_of(" \n") != std::string_view::npos;
}

class Scanner {
 public:
  Scanner(const std::string& file, std::string code) : file_(file), code_(std::move(code)) {}

  std::vector<std::string> run() {
    for (const char c : code_) {
      if (scope() == Scope::argument && c != '{' && c != '}') {
        if (c == '\n') ++line_;
      } else if (c == '{') {
        open();
      } else if (c == '}') {
        close();
      } else if (c == ';') {
        finish();
      } else if (c != '\n' && (c != ' ' || !statement_.empty())) {
        if (statement_.empty()) start_ = line_;
        statement_ += c;
      } else if (c == '\n') {
        if (!statement_.empty()) statement_ += ' ';
        ++line_;
      }
      if (c == ':') dropAccessLabel();
    }
    return std::move(found_);
  }

 private:
  [[nodiscard]] Scope scope() const { return scopes_.empty() ? Scope::space : scopes_.back(); }

  [[nodiscard]] Scope opened() const {
    if (scope() == Scope::initializer) return Scope::initializer;
    const bool call = declarator(statement_).find('(') != std::string_view::npos;
    if (scope() == Scope::body) {
      const bool local = hasWord(statement_, "struct") || hasWord(statement_, "class");
      return local && !call ? Scope::type : Scope::body;
    }
    if (hasWord(statement_, "namespace") || statement_.starts_with("extern ")) return Scope::space;
    const bool type = hasWord(statement_, "class") || hasWord(statement_, "struct") ||
                      hasWord(statement_, "union") || hasWord(statement_, "enum");
    if (type && !call) return Scope::type;
    return call ? Scope::body : Scope::initializer;
  }

  // Braces of a default argument, `Size size = {}`, belong to the declaration around them. In a
  // body they may be those of a lambda, which is looked into.
  [[nodiscard]] bool insideParameters() const {
    const auto opening = std::count(statement_.begin(), statement_.end(), '(');
    const auto closing = std::count(statement_.begin(), statement_.end(), ')');
    return (scope() == Scope::space || scope() == Scope::type) && opening > closing;
  }

  void open() {
    if (scope() == Scope::argument || insideParameters()) {
      scopes_.push_back(Scope::argument);
      return;
    }
    const Scope next = opened();
    if (next == Scope::initializer || next == Scope::body) judge();
    scopes_.push_back(next);
    statement_.clear();
  }
  void close() {
    const bool argument = scope() == Scope::argument;
    if (!scopes_.empty()) scopes_.pop_back();
    if (!argument) statement_.clear();
  }
  void finish() {
    judge();
    statement_.clear();
  }
  void dropAccessLabel() {
    for (const char* label : {"public:", "private:", "protected:"}) {
      if (scope() == Scope::type && statement_ == label) statement_.clear();
    }
  }

  void judge() {
    if (statement_.empty() || scope() == Scope::initializer) return;
    if (!isVariable(statement_, scope()) || isConstant(declarator(statement_))) return;
    std::string shown(declarator(statement_));
    while (!shown.empty() && shown.back() == ' ') shown.pop_back();
    found_.push_back(file_ + ":" + std::to_string(start_) + ": '" + shown +
                     "' keeps state between frames; it belongs in UiState");
  }

  const std::string& file_;
  std::string code_;
  std::string statement_;
  std::size_t line_ = 1;
  std::size_t start_ = 1;
  std::vector<Scope> scopes_;
  std::vector<std::string> found_;
};

}  // namespace

std::vector<std::string> mutableState(const std::string& file, std::string_view text) {
  return Scanner(file, Blanker(text).run()).run();
}

std::vector<std::string> mutableStateInUi(const Tree& tree) {
  std::vector<std::string> found;
  for (const auto& [file, text] : tree) {
    if (!file.starts_with("src/ui/")) continue;
    const auto more = mutableState(file, text);
    found.insert(found.end(), more.begin(), more.end());
  }
  return found;
}

}  // namespace assay::arch
