// Words of the domain as a person types them: "in progress", "in-progress" and "In_Progress" are
// one status.
//
// The tables are model's; this only looks words up in them, and its errors list the words there
// are. Pure functions.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/span.h"
#include "model/evidence.h"
#include "model/item.h"
#include "model/query.h"
#include "model/status.h"

namespace assay::cli {

[[nodiscard]] base::Result<model::Status> statusFrom(std::string_view word);
[[nodiscard]] base::Result<model::WordingVerdict> wordingFrom(std::string_view word);
/// Flags that a person may set; the program's own are refused.
[[nodiscard]] base::Result<model::Flag> flagFrom(std::string_view word);
[[nodiscard]] base::Result<model::SourceKind> sourceKindFrom(std::string_view word);
[[nodiscard]] base::Result<model::Stance> stanceFrom(std::string_view word);
[[nodiscard]] base::Result<model::RecipientKind> recipientKindFrom(std::string_view word);
[[nodiscard]] base::Result<model::ItemKind> itemKindFrom(std::string_view word);

/// The ids of a table joined with ", ", for help pages: "unchecked, in_progress, …".
[[nodiscard]] std::string statusWords();
[[nodiscard]] std::string wordingWords();
[[nodiscard]] std::string flagWords();
[[nodiscard]] std::string sourceKindWords();
[[nodiscard]] std::string stanceWords();
[[nodiscard]] std::string recipientKindWords();
[[nodiscard]] std::string itemKindWords();

/// "120-180": a stretch of the text in code points, end exclusive, as every output counts them.
[[nodiscard]] base::Result<base::Span> codePointsFrom(std::string_view word);

/// A number above 0 as typed ("3"), or nothing.
[[nodiscard]] std::optional<std::size_t> numberFrom(std::string_view word);

/// "1 quote", "3 quotes", "3 queries".
[[nodiscard]] std::string counted(std::size_t count, std::string_view singular);

}  // namespace assay::cli
