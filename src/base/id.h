// Identities that never collide, also between stores that are merged later.
#pragma once

#include <string>

#include "base/clock.h"

namespace assay::base {

/// Makes identities. Behind an interface so that tests can count instead of drawing lots.
class IdSource {
 public:
  virtual ~IdSource() = default;
  /// A new identity: letters, digits and hyphens.
  [[nodiscard]] virtual std::string next() = 0;
};

/// Version 7 UUIDs (RFC 9562): time first, so that rows made together lie together in an index.
/// Keeps a reference to the clock, which must outlive it. One thread at a time.
class UuidSource final : public IdSource {
 public:
  explicit UuidSource(const Clock& clock) : clock_(clock) {}
  [[nodiscard]] std::string next() override;

 private:
  const Clock& clock_;
};

/// "t-1", "t-2", …: identities for tests and for golden files.
class CountingIds final : public IdSource {
 public:
  [[nodiscard]] std::string next() override { return "t-" + std::to_string(++count_); }

 private:
  unsigned count_ = 0;
};

}  // namespace assay::base
