// JSON that was read: the values of a payload, with every access checked.
//
// An import reads thousands of payloads and a check of a store all of them: simdjson reads them in
// place of nlohmann-json, which makes a tree of allocations of each. What is read is valid in full:
// UTF-8, no trailing bytes, numbers within range. Of a key that stands twice the last one counts,
// as it always did. Whatever is not as asked for throws NotReadable, which ends in codec_json.h.
//
// Ownership: a JsonValue points into its JsonText. Not shared between threads.
#pragma once

#include <simdjson.h>

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace assay::store {

/// What is wrong, as the end of a sentence.
struct NotReadable : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// One value in a JsonText.
class JsonValue {
 public:
  explicit JsonValue(simdjson::dom::element element) : element_(element) {}

  [[nodiscard]] JsonValue at(std::string_view key) const;
  [[nodiscard]] JsonValue at(std::size_t index) const;
  [[nodiscard]] bool contains(std::string_view key) const { return find(key).has_value(); }
  /// The values of an array.
  [[nodiscard]] std::vector<JsonValue> list() const;

  [[nodiscard]] std::string text() const;
  [[nodiscard]] bool boolean() const;
  [[nodiscard]] double real() const;  ///< of any number
  /// Of a number without a point or an exponent that `T` can hold.
  template <std::integral T>
  [[nodiscard]] T integer() const {
    if constexpr (std::is_signed_v<T>) {
      return narrowed<T>(signedInteger());
    } else {
      return narrowed<T>(unsignedInteger());
    }
  }

 private:
  template <class T>
  static T narrowed(auto number) {
    if (!std::in_range<T>(number)) throw NotReadable("a number is out of range");
    return static_cast<T>(number);
  }
  [[nodiscard]] std::int64_t signedInteger() const;
  [[nodiscard]] std::uint64_t unsignedInteger() const;
  [[nodiscard]] std::optional<JsonValue> find(std::string_view key) const;

  simdjson::dom::element element_;
};

/// A text of JSON that was read: one value and nothing else.
class JsonText {
 public:
  /// Throws NotReadable.
  explicit JsonText(std::string_view text);
  ~JsonText();
  JsonText(const JsonText&) = delete;
  JsonText& operator=(const JsonText&) = delete;

  [[nodiscard]] JsonValue root() const { return JsonValue(root_); }

 private:
  std::unique_ptr<simdjson::dom::parser> parser_;
  simdjson::dom::element root_;
};

/// What the value is read as.
template <class T>
T as(const JsonValue& value) {
  if constexpr (std::is_same_v<T, std::string>) {
    return value.text();
  } else if constexpr (std::is_same_v<T, bool>) {
    return value.boolean();
  } else if constexpr (std::is_same_v<T, double>) {
    return value.real();
  } else {
    return value.integer<T>();
  }
}

}  // namespace assay::store
