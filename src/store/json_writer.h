// Writes payloads: the values in the order given, no blanks, nothing held in a tree.
//
// A tree of nlohmann-json for every payload of an import takes more time than all else in it. The
// library writes each text and each fraction; the brackets and commas between them are here.
#pragma once

#include <concepts>
#include <string>
#include <string_view>
#include <utility>

namespace assay::store {

/// Writes one array or object, value after value. The keys are added in alphabetical order.
class JsonWriter {
 public:
  static JsonWriter object() { return JsonWriter('{'); }
  static JsonWriter array() { return JsonWriter('['); }

  /// `key` is a word of ours, with nothing to escape.
  template <class T>
  JsonWriter& add(std::string_view key, const T& value) {
    separate();
    out_ += '"';
    out_ += key;
    out_ += "\":";
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
  explicit JsonWriter(char open) : out_(1, open) {}

  void separate() {
    if (out_.size() > 1) out_ += ',';
  }
  void append(std::string_view text);  ///< bytes that are not UTF-8 are replaced
  void append(bool value) { out_ += value ? "true" : "false"; }
  void append(double number);  ///< the shortest form that reads back as the same number
  void append(std::integral auto number) { out_ += std::to_string(number); }
  void append(const JsonWriter& value) {
    out_ += value.out_;
    out_ += value.closing();
  }
  [[nodiscard]] char closing() const { return out_.front() == '{' ? '}' : ']'; }

  std::string out_;
};

}  // namespace assay::store
