// Errors as values.
//
// Every function that can fail for a reason outside the program returns Result<T>. No exception
// crosses a room's edge. A message is a sentence a fact-checker can act on: what was expected,
// what was found, what to do next. Assertions are only for our own mistakes and are never
// reachable by input.
//
// Thread: plain values, no shared state.
#pragma once

#include <cstdint>
#include <expected>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

namespace assay::base {

/// What kind of failure it is. Callers branch on the code, people read the message.
enum class ErrorCode : std::uint8_t {
  notFound,      ///< a file, article, item or source that was named does not exist
  invalidInput,  ///< input that breaks a format or a rule; the message says where
  corrupt,       ///< stored data that contradicts itself or its checksum
  io,            ///< the operating system refused (disk full, permission, broken device)
  busy,          ///< somebody else holds what is needed; trying later can succeed
  conflict,      ///< the value was changed since by somebody else
  unsupported,   ///< well-formed, but of a kind or version this program does not handle
  cancelled,     ///< the user stopped it
  tooLarge,      ///< over a stated limit
  internal,      ///< our own mistake, kept from spreading
};

/// The code's word as written in logs and JSON, for example "not_found".
std::string_view codeName(ErrorCode code);

/// A failure: the code for programs, a whole sentence for people.
struct Error {
  ErrorCode code = ErrorCode::internal;
  std::string message;  ///< a full sentence, ending with a full stop
  std::string where;    ///< file, line and column, or empty when the message already says it
  std::shared_ptr<const Error> cause;  ///< the failure below this one, or null

  /// "where: message (cause)" as printed on standard error, without a newline.
  [[nodiscard]] std::string text() const;
};

bool operator==(const Error& a, const Error& b);

template <class T>
using Result = std::expected<T, Error>;

/// A failed Result: `return fail(ErrorCode::io, "…");`
[[nodiscard]] inline std::unexpected<Error> fail(ErrorCode code, std::string message,
                                                 std::string where = {}) {
  return std::unexpected(Error{code, std::move(message), std::move(where), nullptr});
}

/// A failed Result that keeps the failure below it as its cause.
[[nodiscard]] std::unexpected<Error> failBecause(const Error& cause, ErrorCode code,
                                                 std::string message, std::string where = {});

/// Passes an error on unchanged: `if (!r) return passOn(r);`
template <class T>
[[nodiscard]] std::unexpected<Error> passOn(const Result<T>& failed) {
  return std::unexpected(failed.error());
}
template <class T>
[[nodiscard]] std::unexpected<Error> passOn(Result<T>&& failed) {
  return std::unexpected(std::move(failed).error());
}

}  // namespace assay::base
