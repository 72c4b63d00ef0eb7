// What the encoder finds in one window, apart from where the window stands; kept in memory
// (nlp/memory.h) so that a window that comes again in the next draft is not run again.
//
// A window is run on its inputs (the pieces of its words, their case, marks and edges) and nothing
// else of the text; the key holds all of them, the model, and how the window is cut into parts.
// Where a draft changed, the windows are cut anew up to the next place at which both drafts begin
// one: some paragraphs on, as a rule.
//
// Thread: pure functions. Units: tokens, counted from the window's first.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "extract/neural/encoder.h"
#include "extract/neural/windows.h"

namespace assay::extract::neural {

struct TokenRun {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  bool operator==(const TokenRun&) const = default;
};

/// A cue with what it brings.
struct Reported {
  TokenRun cue;
  std::vector<TokenRun> content;  ///< at least one
  std::vector<TokenRun> source;   ///< the first is taken; may be empty

  bool operator==(const Reported&) const = default;
};

struct WindowFindings {
  std::vector<std::uint8_t> pos;                        ///< one a token, as nlp::Pos
  std::vector<std::uint32_t> heads;                     ///< one a token
  std::vector<std::uint32_t> relations;                 ///< one a token, indices into the model's
  std::vector<std::array<float, kClaimSenses>> claims;  ///< one a token
  std::vector<float> worth;                             ///< one a part
  std::vector<Reported> reported;                       ///< ordered by cue

  bool operator==(const WindowFindings&) const = default;
};

/// Everything that the findings of a window depend on.
[[nodiscard]] std::string windowKey(const EncoderModel& model, const WindowInputs& inputs,
                                    const Window& window);

/// Findings as bytes and back; these are kept and read in the same process only.
[[nodiscard]] std::string bytesOf(const WindowFindings& findings);
[[nodiscard]] WindowFindings windowFindings(std::string_view bytes);

}  // namespace assay::extract::neural
