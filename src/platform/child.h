// Child processes: started with an argument vector, never through a shell.
//
// The child gets no open files of ours but its standard streams, and /dev/null as its input. Who
// starts one reaps it with waitpid. Thread: any.
#pragma once

#include <sys/types.h>

#include <optional>
#include <string>
#include <vector>

#include "base/result.h"

namespace assay::platform {

struct Child {
  pid_t pid = 0;
  int output = -1;  ///< read end of its standard output, not blocking; -1 when not asked for
};

/// Starts `arguments[0]`, looked up in $PATH. notFound when there is no such program. With
/// `wantOutput` its standard output can be read; else it goes to /dev/null.
[[nodiscard]] base::Result<Child> startChild(const std::vector<std::string>& arguments,
                                             bool wantOutput);

/// The path of a program in $PATH, or nothing.
[[nodiscard]] std::optional<std::string> programPath(const std::string& name);

}  // namespace assay::platform
