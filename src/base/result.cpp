#include "base/result.h"

namespace assay::base {

std::string_view codeName(ErrorCode code) {
  switch (code) {
    case ErrorCode::notFound: return "not_found";
    case ErrorCode::invalidInput: return "invalid_input";
    case ErrorCode::corrupt: return "corrupt";
    case ErrorCode::io: return "io";
    case ErrorCode::busy: return "busy";
    case ErrorCode::conflict: return "conflict";
    case ErrorCode::unsupported: return "unsupported";
    case ErrorCode::cancelled: return "cancelled";
    case ErrorCode::tooLarge: return "too_large";
    case ErrorCode::internal: return "internal";
  }
  return "internal";
}

std::string Error::text() const {
  std::string out = where.empty() ? message : where + ": " + message;
  if (cause) out += " (" + cause->text() + ")";
  return out;
}

bool operator==(const Error& a, const Error& b) {
  const bool sameCause = a.cause && b.cause ? *a.cause == *b.cause : a.cause == b.cause;
  return a.code == b.code && a.message == b.message && a.where == b.where && sameCause;
}

std::unexpected<Error> failBecause(const Error& cause, ErrorCode code, std::string message,
                                   std::string where) {
  return std::unexpected(
      Error{code, std::move(message), std::move(where), std::make_shared<const Error>(cause)});
}

}  // namespace assay::base
