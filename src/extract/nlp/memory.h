// What was worked out for one draft, kept for the next: only what changed is read again.
//
// A layer asks with everything that its answer depends on as the key, and keeps the answer under
// it; so an answer from memory is the answer it would work out. What a draft did not ask for is
// forgotten at its end, so memory holds one draft's work; after drafts that were stopped before
// their end, that of the last three.
//
// Owns its keys and answers. Thread: one at a time.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>

namespace assay::extract::nlp {

class Memory {
 public:
  /// Most bytes of keys and answers, with what the table needs for each. What comes beyond it is
  /// not kept, and is worked out every time.
  static constexpr std::size_t kMostBytes = 64'000'000;

  /// How much of a draft was known already.
  struct Work {
    std::size_t recalled = 0;
    std::size_t workedOut = 0;
  };

  explicit Memory(std::size_t mostBytes = kMostBytes) : mostBytes_(mostBytes) {}

  /// Begins the next draft.
  void begin();
  /// The answer under `key`, or null. Stays where it is until the draft ends.
  [[nodiscard]] const std::string* recall(const std::string& key);
  void keep(std::string key, std::string answer);
  /// Forgets what this draft did not ask for. Not called for a draft that was stopped: its
  /// half-read rest is still worth knowing.
  void end();

  /// Of the draft begun last.
  [[nodiscard]] const Work& work() const { return work_; }
  [[nodiscard]] std::size_t size() const { return answers_.size(); }
  /// What it holds, as kMostBytes counts.
  [[nodiscard]] std::size_t bytes() const { return bytes_; }

 private:
  struct Answer {
    std::string bytes;
    std::size_t draft = 0;
  };
  void forgetBefore(std::size_t draft);

  std::unordered_map<std::string, Answer> answers_;
  std::size_t mostBytes_;
  std::size_t bytes_ = 0;
  std::size_t draft_ = 0;
  Work work_;
};

}  // namespace assay::extract::nlp
