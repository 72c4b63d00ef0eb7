// The check of the record itself: every actor's sequence without gaps, every hash right, every
// redaction vouched for by an event.
//
// Sees one event after the other, in the order of the fold. Holds one head for every actor and one
// entry for every redaction, not the events.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "store/event.h"
#include "store/fold.h"

namespace assay::store {

class ChainCheck {
 public:
  /// The next event. Any event may be handed in, however broken: what is wrong becomes a sentence.
  void see(const Event& event);
  /// After the last event: compares redacted values with what the redactions say.
  void finish();

  /// Sentences, at most some dozens: a store that is damaged all over needs no million of them.
  [[nodiscard]] const std::vector<std::string>& problems() const { return problems_; }
  /// One for every redacted event, with who, when and why.
  [[nodiscard]] const std::vector<std::string>& notes() const { return notes_; }
  [[nodiscard]] std::uint64_t events() const { return events_; }
  /// Hash of the newest event seen, in hexadecimal digits, or empty. Known when finished.
  [[nodiscard]] const std::string& head() const { return head_; }

 private:
  struct Redacted {
    std::string base;  ///< SHA-256 of what stands there now, or empty when untouched
    std::string payload;
  };

  void problem(const Event& event, std::string_view sentence);
  void seeRedaction(const Event& event);

  std::map<std::string, ActorHead, std::less<>> heads_;
  std::map<std::string, Redacted, std::less<>> redacted_;  ///< by event name: what is found
  std::map<std::string, Redacted, std::less<>> vouched_;   ///< by event name: what is allowed
  std::map<std::string, std::string, std::less<>> reasons_;
  std::vector<std::string> problems_;
  std::vector<std::string> notes_;
  std::uint64_t events_ = 0;
  std::uint64_t suppressed_ = 0;
  base::Sha256 newest_{};
  std::string head_;
};

}  // namespace assay::store
