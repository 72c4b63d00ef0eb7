// The JSON of payloads as this program writes it, written and read without a tree of values.
//
// An import writes and reads thousands of payloads, a check of a store reads all of them: the
// library takes most of the time of both. What is here writes the same bytes and reads exactly
// those forms: keys in order, no blanks, only the escapes that are written. Whatever else is valid,
// or damaged, is for the library (codec_json.h), which also says what is wrong with it.
//
// Ownership: a PlainJson and what comes out of it point into the text that was read. Pure.
#pragma once

#include <charconv>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace assay::store {

/// Thrown where a payload is not of the plain form. Never leaves codec_json.h.
struct NotPlain {};

/// One value in a text that was read.
class PlainJson {
 public:
  enum class Kind : std::uint8_t { null, boolean, number, text, array, object };
  /// Values in the order in which they begin; a member of an object stands behind its key.
  struct Node {
    std::string_view bytes;  ///< of a number or boolean; of a text without its quotes
    std::uint32_t end = 0;   ///< the node behind this value and all that is in it
    Kind kind = Kind::null;
    bool escaped = false;  ///< a text with something to unescape
  };
  using Nodes = std::vector<Node>;
  class Iterator;

  /// The first of `nodes`, which must outlive it.
  explicit PlainJson(const Nodes& nodes, std::uint32_t at = 0) : nodes_(&nodes), at_(at) {}

  [[nodiscard]] PlainJson at(std::string_view key) const;
  [[nodiscard]] PlainJson at(std::size_t index) const;
  [[nodiscard]] bool contains(std::string_view key) const;
  [[nodiscard]] Iterator begin() const;  ///< of an array
  [[nodiscard]] Iterator end() const;
  [[nodiscard]] bool isCount() const;  ///< a number without a sign, point or exponent
  [[nodiscard]] std::string text() const;
  [[nodiscard]] bool boolean() const;
  [[nodiscard]] double real() const;
  template <std::integral T>
  [[nodiscard]] T integer() const {
    T number{};
    const std::string_view bytes = of(Kind::number).bytes;
    const char* end = bytes.data() + bytes.size();
    const auto [stop, error] = std::from_chars(bytes.data(), end, number);
    if (error != std::errc{} || stop != end) throw NotPlain{};
    return number;
  }

 private:
  [[nodiscard]] const Node& node() const { return (*nodes_)[at_]; }
  [[nodiscard]] const Node& of(Kind kind) const;
  /// The node of the member's value, or 0.
  [[nodiscard]] std::uint32_t find(std::string_view key) const;

  const Nodes* nodes_;
  std::uint32_t at_;
};

/// Over the values of an array.
class PlainJson::Iterator {
 public:
  Iterator(const Nodes& nodes, std::uint32_t at) : nodes_(&nodes), at_(at) {}
  PlainJson operator*() const { return PlainJson(*nodes_, at_); }
  Iterator& operator++() {
    at_ = (*nodes_)[at_].end;
    return *this;
  }
  bool operator==(const Iterator&) const = default;

 private:
  const Nodes* nodes_;
  std::uint32_t at_;
};

/// All values of a text, which is one value and nothing else. Throws NotPlain.
[[nodiscard]] PlainJson::Nodes readPlainJson(std::string_view text);

inline bool isCount(const PlainJson& value) { return value.isCount(); }

/// What the value is read as; the library's values have the same (codec_json.h).
template <class T>
T as(const PlainJson& value) {
  if constexpr (std::is_same_v<T, std::string>) {
    return value.text();
  } else if constexpr (std::is_same_v<T, bool>) {
    return value.boolean();
  } else if constexpr (std::is_same_v<T, double>) {
    return value.real();
  } else if constexpr (std::is_same_v<T, std::vector<std::string>>) {
    std::vector<std::string> list;
    for (const PlainJson each : value) list.push_back(each.text());
    return list;
  } else {
    return value.integer<T>();
  }
}

/// Appends a text with its quotes. Bytes that are not UTF-8 are replaced.
void appendJsonText(std::string& out, std::string_view text);
/// The shortest form that reads back as the same number.
void appendJsonNumber(std::string& out, double number);

/// Writes one array or object, value after value. The keys are added in alphabetical order.
class JsonWriter {
 public:
  explicit JsonWriter(char open) : out_(1, open) {}
  static JsonWriter object() { return JsonWriter('{'); }
  static JsonWriter array() { return JsonWriter('['); }

  template <class T>
  JsonWriter& add(std::string_view key, const T& value) {
    separate();
    appendJsonText(out_, key);
    out_ += ':';
    append(value);
    return *this;
  }
  template <class T>
  JsonWriter& add(const T& value) {
    separate();
    append(value);
    return *this;
  }
  /// The text of the whole. The writer is done with then.
  [[nodiscard]] std::string done() {
    out_ += closing();
    return std::move(out_);
  }

 private:
  void separate() {
    if (out_.size() > 1) out_ += ',';
  }
  void append(std::string_view text) { appendJsonText(out_, text); }
  void append(bool value) { out_ += value ? "true" : "false"; }
  void append(double number) { appendJsonNumber(out_, number); }
  void append(std::integral auto number) { out_ += std::to_string(number); }
  void append(const JsonWriter& value) {
    out_ += value.out_;
    out_ += value.closing();
  }
  [[nodiscard]] char closing() const { return out_.front() == '{' ? '}' : ']'; }

  std::string out_;
};

}  // namespace assay::store
