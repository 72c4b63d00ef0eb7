#include "store/plain_json.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

#include "base/utf8.h"

namespace assay::store {

namespace {

// Far deeper than any payload of ours.
constexpr int kDeepest = 8;

constexpr std::array<std::pair<char, char>, 7> kEscapes{
    {{'"', '"'}, {'\\', '\\'}, {'\b', 'b'}, {'\f', 'f'}, {'\n', 'n'}, {'\r', 'r'}, {'\t', 't'}}};

bool needsEscape(char byte) {
  return static_cast<unsigned char>(byte) < 0x20 || byte == '"' || byte == '\\';
}

bool isDigit(char byte) { return byte >= '0' && byte <= '9'; }

int hexDigit(char byte) {
  if (isDigit(byte)) return byte - '0';
  if (byte >= 'a' && byte <= 'f') return byte - 'a' + 10;
  throw NotPlain{};
}

/// The byte that the escape at `at` (behind the backslash) stands for; moves behind it.
char unescape(std::string_view text, std::size_t& at) {
  const char letter = text[at++];
  for (const auto& [byte, name] : kEscapes) {
    if (name == letter) return byte;
  }
  // Only control characters are written as numbers.
  if (letter != 'u' || !text.substr(at).starts_with("00") || text.size() < at + 4) throw NotPlain{};
  const int value = hexDigit(text[at + 2]) * 16 + hexDigit(text[at + 3]);
  if (value >= 0x20) throw NotPlain{};
  at += 4;
  return static_cast<char>(value);
}

/// Recursive descent; every value becomes a node.
class Reader {
 public:
  Reader(std::string_view text, PlainJson::Nodes& nodes) : text_(text), nodes_(nodes) {}

  void whole() {
    value(0);
    if (at_ != text_.size()) throw NotPlain{};
  }

 private:
  using Kind = PlainJson::Kind;

  char peek() const {
    if (at_ >= text_.size()) throw NotPlain{};
    return text_[at_];
  }
  bool take(char byte) {
    if (peek() != byte) return false;
    ++at_;
    return true;
  }
  void expect(char byte) {
    if (!take(byte)) throw NotPlain{};
  }
  std::uint32_t add(Kind kind, std::string_view bytes, bool escaped = false) {
    const auto number = static_cast<std::uint32_t>(nodes_.size());
    nodes_.push_back({bytes, number + 1, kind, escaped});
    return number;
  }
  void close(std::uint32_t number) {
    nodes_[number].end = static_cast<std::uint32_t>(nodes_.size());
  }

  void value(int depth) {
    switch (peek()) {
      case '"': string(); return;
      case '{': object(depth); return;
      case '[': array(depth); return;
      case 't': word("true", Kind::boolean); return;
      case 'f': word("false", Kind::boolean); return;
      case 'n': word("null", Kind::null); return;
      default: number();
    }
  }

  void word(std::string_view word, Kind kind) {
    if (!text_.substr(at_).starts_with(word)) throw NotPlain{};
    add(kind, text_.substr(at_, word.size()));
    at_ += word.size();
  }

  void string() {
    expect('"');
    const std::size_t begin = at_;
    bool escaped = false;
    while (peek() != '"') {
      const char byte = text_[at_++];
      if (static_cast<unsigned char>(byte) < 0x20) throw NotPlain{};
      if (byte != '\\') continue;
      escaped = true;
      peek();
      unescape(text_, at_);  // one that is never written is the library's to judge
    }
    add(Kind::text, text_.substr(begin, at_ - begin), escaped);
    ++at_;
  }

  void number() {
    const std::size_t begin = at_;
    take('-');
    if (!take('0')) digits();
    if (at_ < text_.size() && text_[at_] == '.') {
      ++at_;
      digits();
    }
    if (at_ < text_.size() && text_[at_] == 'e') {
      ++at_;
      if (!take('-')) take('+');
      digits();
    }
    add(Kind::number, text_.substr(begin, at_ - begin));
    // One beyond the largest double is no number for the library either.
    (void)PlainJson(nodes_, static_cast<std::uint32_t>(nodes_.size() - 1)).real();
  }

  void digits() {
    if (!isDigit(peek())) throw NotPlain{};
    while (at_ < text_.size() && isDigit(text_[at_])) ++at_;
  }

  void array(int depth) {
    if (depth == kDeepest) throw NotPlain{};
    const std::uint32_t self = add(Kind::array, {});
    expect('[');
    if (!take(']')) {
      do value(depth + 1);
      while (take(','));
      expect(']');
    }
    close(self);
  }

  // Rising keys: of two that are the same the library takes the second.
  void object(int depth) {
    if (depth == kDeepest) throw NotPlain{};
    const std::uint32_t self = add(Kind::object, {});
    expect('{');
    std::string_view last;
    if (!take('}')) {
      do {
        string();
        const PlainJson::Node& key = nodes_.back();
        if (key.escaped || (!last.empty() && key.bytes <= last) || key.bytes.empty()) {
          throw NotPlain{};
        }
        last = key.bytes;
        expect(':');
        value(depth + 1);
      } while (take(','));
      expect('}');
    }
    close(self);
  }

  std::string_view text_;
  PlainJson::Nodes& nodes_;
  std::size_t at_ = 0;
};

}  // namespace

PlainJson::Nodes readPlainJson(std::string_view text) {
  if (base::firstInvalidByte(text)) throw NotPlain{};
  PlainJson::Nodes nodes;
  nodes.reserve(64);
  Reader(text, nodes).whole();
  return nodes;
}

const PlainJson::Node& PlainJson::of(Kind kind) const {
  if (node().kind != kind) throw NotPlain{};
  return node();
}

std::uint32_t PlainJson::find(std::string_view key) const {
  const std::uint32_t end = of(Kind::object).end;
  for (std::uint32_t at = at_ + 1; at < end; at = (*nodes_)[at + 1].end) {
    if ((*nodes_)[at].bytes == key) return at + 1;
  }
  return 0;
}

PlainJson PlainJson::at(std::string_view key) const {
  const std::uint32_t found = find(key);
  if (found == 0) throw NotPlain{};
  return PlainJson(*nodes_, found);
}

PlainJson PlainJson::at(std::size_t index) const {
  Iterator each = begin();
  for (; index > 0 && each != end(); --index) ++each;
  if (each == end()) throw NotPlain{};
  return *each;
}

bool PlainJson::contains(std::string_view key) const { return find(key) != 0; }

PlainJson::Iterator PlainJson::begin() const {
  if (node().kind != Kind::array) throw NotPlain{};
  return {*nodes_, at_ + 1};
}

PlainJson::Iterator PlainJson::end() const { return {*nodes_, node().end}; }

bool PlainJson::isCount() const {
  return node().kind == Kind::number && std::ranges::all_of(node().bytes, isDigit);
}

std::string PlainJson::text() const {
  const Node& self = of(Kind::text);
  if (!self.escaped) return std::string(self.bytes);
  std::string out;
  out.reserve(self.bytes.size());
  for (std::size_t at = 0; at < self.bytes.size();) {
    const std::size_t next = std::min(self.bytes.find('\\', at), self.bytes.size());
    out += self.bytes.substr(at, next - at);
    at = next;
    if (at < self.bytes.size()) out += unescape(self.bytes, ++at);
  }
  return out;
}

bool PlainJson::boolean() const { return of(Kind::boolean).bytes == "true"; }

double PlainJson::real() const {
  const std::string_view bytes = of(Kind::number).bytes;
  double number = 0;
  const char* end = bytes.data() + bytes.size();
  const auto [stop, error] = std::from_chars(bytes.data(), end, number);
  if (error != std::errc{} || stop != end) throw NotPlain{};
  return number;
}

void appendJsonText(std::string& out, std::string_view text) {
  if (base::firstInvalidByte(text)) {
    // What is written was checked to be UTF-8; `replace` only keeps a slip from throwing.
    out += nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
    return;
  }
  out += '"';
  for (auto rest = text.begin(); rest != text.end();) {
    const auto plain = std::find_if(rest, text.end(), needsEscape);
    out.append(rest, plain);
    if (plain == text.end()) break;
    const auto* known = std::ranges::find(kEscapes, *plain, &std::pair<char, char>::first);
    out += '\\';
    if (known != kEscapes.end()) {
      out += known->second;
    } else {
      constexpr std::string_view kDigits = "0123456789abcdef";
      const auto value = static_cast<unsigned char>(*plain);
      out += "u00";
      out += kDigits[value >> 4U];
      out += kDigits[value & 15U];
    }
    rest = plain + 1;
  }
  out += '"';
}

void appendJsonNumber(std::string& out, double number) { out += nlohmann::json(number).dump(); }

}  // namespace assay::store
