#include "store/json_writer.h"

#include <nlohmann/json.hpp>

namespace assay::store {

namespace {

// What is written was checked to be UTF-8; `replace` only keeps a slip from throwing.
std::string dumped(const nlohmann::json& value) {
  return value.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

}  // namespace

void JsonWriter::append(std::string_view text) { out_ += dumped(text); }

void JsonWriter::append(double number) { out_ += dumped(number); }

}  // namespace assay::store
