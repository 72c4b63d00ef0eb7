#include "extract/nlp/memory.h"

#include <utility>

namespace assay::extract::nlp {

namespace {

// The two strings as objects, and what the table keeps for an entry: its hash and two pointers.
constexpr std::size_t kPerAnswer = 2 * sizeof(std::string) + 4 * sizeof(void*);

std::size_t costOf(const std::string& key, const std::string& answer) {
  return key.size() + answer.size() + kPerAnswer;
}

}  // namespace

void Memory::begin() {
  ++draft_;
  work_ = {};
  // Only drafts that were stopped leave anything that old.
  if (draft_ > 3) forgetBefore(draft_ - 3);
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
  const std::size_t cost = costOf(key, answer);
  if (bytes_ + cost > mostBytes_) return;
  const auto added = answers_.try_emplace(std::move(key), Answer{std::move(answer), draft_});
  if (added.second) bytes_ += cost;
}

void Memory::end() { forgetBefore(draft_); }

void Memory::forgetBefore(std::size_t draft) {
  for (auto it = answers_.begin(); it != answers_.end();) {
    if (it->second.draft >= draft) {
      ++it;
      continue;
    }
    bytes_ -= costOf(it->first, it->second.bytes);
    it = answers_.erase(it);
  }
}

}  // namespace assay::extract::nlp
