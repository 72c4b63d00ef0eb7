// Finds variables that outlive a call and can change: the kind of state a panel must not have.
//
// Not a C++ parser. It reads well-formed code that the compiler has accepted already, follows
// braces, and knows namespace, class and function scope. It does not see variables made by macros.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "tests/arch/source_tree.h"

namespace assay::arch {

/// Non-const variables at namespace scope, non-const `static` members and non-const `static` or
/// `thread_local` variables of functions in one file: one sentence each.
[[nodiscard]] std::vector<std::string> mutableState(const std::string& file, std::string_view text);

/// The same for every file of src/ui.
[[nodiscard]] std::vector<std::string> mutableStateInUi(const Tree& tree);

}  // namespace assay::arch
