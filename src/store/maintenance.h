// Care of a store: copies that were checked, the record as text, words taken out by order.
//
// Every function opens the store by itself and closes it again; no Store of this process needs to
// be closed for it. Nothing is half done: a target appears whole and verified, or not at all, and a
// changed store is changed in one transaction.
//
// Thread: any, one call at a time. Errors as in store.h.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.h"
#include "base/id.h"
#include "base/result.h"
#include "store/store.h"

namespace assay::store {

/// Copies a store, also while it is in use, into a new file and verifies the copy. conflict when
/// `target` exists; corrupt, with the first finding, when the copy is not sound (then there is no
/// target). What verify found is given back.
[[nodiscard]] base::Result<VerifyReport> backupStore(const std::filesystem::path& store,
                                                     const std::filesystem::path& target);

/// Makes a store out of a backup: verified first, into a new file beside whatever is damaged.
[[nodiscard]] base::Result<VerifyReport> restoreStore(const std::filesystem::path& backup,
                                                      const std::filesystem::path& target);

/// What could be saved out of a damaged store.
struct SalvageReport {
  std::uint64_t events = 0;
  std::vector<std::string> missing;  ///< a sentence for each gap and each event without its thing
};

/// Makes a new store out of every event that can still be found in the bytes of `damaged` and of
/// its journal, with each in its order and with its own hash. Reads only; needs neither a header
/// nor a schema. corrupt when there is no event at all; conflict when `target` exists.
[[nodiscard]] base::Result<SalvageReport> salvageStore(const std::filesystem::path& damaged,
                                                       const std::filesystem::path& target);

/// Hands out every event as one line of JSON (SCHEMA.md, "Event lines"), without its line feed, in
/// the order of the fold. Gives the number of lines. Stops at the first error of `line`.
[[nodiscard]] base::Result<std::uint64_t> exportEvents(
    const std::filesystem::path& store,
    const std::function<base::Result<void>(std::string_view line)>& line);

/// What an import of events did.
struct ImportReport {
  std::uint64_t added = 0;
  std::uint64_t known = 0;  ///< were there already
};

/// Takes in events from lines, those that the store does not have: the union of both records, and
/// the state folded from it. `next` gives a line, or nothing at the end. All or nothing:
/// invalidInput names the line; corrupt when a chain does not fit; conflict when an event of the
/// same name is another one here.
[[nodiscard]] base::Result<ImportReport> importEvents(
    const OpenOptions& store, const std::function<std::optional<std::string>()>& next);

/// Puts asterisks in place of `words` wherever they stand in the record: in drafts, titles, notes,
/// names, labels. Exactly these bytes, upper and lower case as given. Lengths stay, so that places
/// in a draft still hold; the hash of what stood there is kept, and verify reports the redaction
/// with its reason. Gives the number of events that were changed; notFound when there is none.
/// Cannot be undone. Backups made before still hold the words.
[[nodiscard]] base::Result<std::uint64_t> redactWords(const OpenOptions& store,
                                                      const base::Clock& clock, base::IdSource& ids,
                                                      std::string_view words,
                                                      std::string_view reason);

}  // namespace assay::store
