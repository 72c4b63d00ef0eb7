#include "store/json_value.h"

namespace assay::store {

namespace {

// A parser keeps its buffers, about 14 bytes for each of the largest text: only small ones are
// kept.
constexpr std::size_t kLargestKept = 1U << 16U;

std::unique_ptr<simdjson::dom::parser>& spareParser() {
  thread_local std::unique_ptr<simdjson::dom::parser> spare;
  return spare;
}

const char* meaning(simdjson::error_code error) {
  switch (error) {
    case simdjson::UTF8_ERROR: return "it is not valid UTF-8";
    case simdjson::DEPTH_ERROR: return "it is nested too deep";
    case simdjson::EMPTY: return "it is empty";
    case simdjson::STRING_ERROR:
    case simdjson::UNCLOSED_STRING:
    case simdjson::UNESCAPED_CHARS: return "a text in it is not JSON";
    case simdjson::NUMBER_ERROR: return "a number in it is not JSON or too large";
    case simdjson::CAPACITY: return "it is too large";
    case simdjson::MEMALLOC: return "there is not enough memory";
    case simdjson::INCORRECT_TYPE: return "a value is of another type than it should be";
    case simdjson::NUMBER_OUT_OF_RANGE: return "a number is out of range";
    case simdjson::INDEX_OUT_OF_BOUNDS: return "a list is too short";
    default: return "it is not JSON";
  }
}

template <class T>
T checked(simdjson::simdjson_result<T> result) {
  T value;
  if (const auto error = std::move(result).get(value)) throw NotReadable(meaning(error));
  return value;
}

}  // namespace

JsonText::JsonText(std::string_view text) : parser_(std::move(spareParser())) {
  if (!parser_) parser_ = std::make_unique<simdjson::dom::parser>();
  root_ = checked(parser_->parse(text.data(), text.size(), true));
}

JsonText::~JsonText() {
  if (parser_->capacity() <= kLargestKept) spareParser() = std::move(parser_);
}

JsonValue JsonValue::at(std::string_view key) const {
  const auto found = find(key);
  if (!found) throw NotReadable("\"" + std::string(key) + "\" is missing");
  return *found;
}

JsonValue JsonValue::at(std::size_t index) const {
  return JsonValue(checked(checked(element_.get_array()).at(index)));
}

std::vector<JsonValue> JsonValue::list() const {
  std::vector<JsonValue> values;
  for (const simdjson::dom::element each : checked(element_.get_array())) values.emplace_back(each);
  return values;
}

std::string JsonValue::text() const {
  return std::string(checked<std::string_view>(element_.get_string()));
}

bool JsonValue::boolean() const { return checked<bool>(element_.get_bool()); }

double JsonValue::real() const { return checked<double>(element_.get_double()); }

std::int64_t JsonValue::signedInteger() const { return checked<int64_t>(element_.get_int64()); }

std::uint64_t JsonValue::unsignedInteger() const {
  return checked<uint64_t>(element_.get_uint64());
}

std::optional<JsonValue> JsonValue::find(std::string_view key) const {
  std::optional<JsonValue> found;
  for (const auto member : checked(element_.get_object())) {
    if (member.key == key) found = JsonValue(member.value);
  }
  return found;
}

}  // namespace assay::store
