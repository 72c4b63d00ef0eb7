// What was worked out for one draft, kept for the next: only what changed is read again.
//
// A layer asks with everything that its answer depends on as the key, and keeps the answer under
// it; so an answer from memory is the answer it would work out. What a draft did not ask for is
// forgotten at its end: memory never holds more than one draft's work.
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
  /// How much of a draft was known already.
  struct Work {
    std::size_t recalled = 0;
    std::size_t workedOut = 0;
  };

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

 private:
  struct Answer {
    std::string bytes;
    std::size_t draft = 0;
  };
  std::unordered_map<std::string, Answer> answers_;
  std::size_t draft_ = 0;
  Work work_;
};

}  // namespace assay::extract::nlp
