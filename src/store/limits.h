// How big things in a store may be. Units: bytes.
//
// A limit is a promise in both directions: what is within it is stored, what is above it is
// refused with a sentence (tooLarge) before SQLite sees it.
#pragma once

namespace assay::store {

/// Any single value in the file, an event's payload included. A draft's text is quoted into its
/// payload, where it can grow: kMostBytesOfADraft leaves room for that.
inline constexpr int kMostBytesOfAValue = 256'000'000;

/// The text of one draft.
inline constexpr int kMostBytesOfADraft = 64'000'000;

/// The bytes of one snapshot. In its event they are a third longer (base 64).
inline constexpr int kMostBytesOfASnapshot = 64'000'000;

/// Any other text: a note, a title, an excerpt, a label.
inline constexpr int kMostBytesOfAText = 1'000'000;

}  // namespace assay::store
