#include "extract/nlp/memory.h"

#include <utility>

namespace assay::extract::nlp {

void Memory::begin() {
  ++draft_;
  work_ = {};
}

const std::string* Memory::recall(const std::string& key) {
  const auto found = answers_.find(key);
  if (found == answers_.end()) return nullptr;
  found->second.draft = draft_;
  ++work_.recalled;
  return &found->second.bytes;
}

void Memory::keep(std::string key, std::string answer) {
  ++work_.workedOut;
  answers_.insert_or_assign(std::move(key), Answer{std::move(answer), draft_});
}

void Memory::end() {
  std::erase_if(answers_, [this](const auto& entry) { return entry.second.draft != draft_; });
}

}  // namespace assay::extract::nlp
