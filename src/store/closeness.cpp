#include "store/closeness.h"

#include <sqlite3.h>

#include <algorithm>
#include <cstring>
#include <utility>

namespace assay::store {

namespace {

// The constants of BM25 as everybody takes them.
constexpr double kSaturation = 1.2;
constexpr double kWeightOfLength = 0.75;
// Words of a passage of middle length. A constant, so that the order of hits is that of their texts
// and does not move with what else is in the store.
constexpr double kMiddleLength = 20;
// A chapter that has the word a thousand times is not read to its end for it.
constexpr int kMostOfOneWord = 8;
constexpr int kMostPlacesOfOneWord = 64;

/// How often the phrase comes, up to kMostOfOneWord.
int countOf(const Fts5ExtensionApi* api, Fts5Context* row, int phrase) {
  Fts5PhraseIter at{};
  int column = 0;
  int offset = 0;
  int count = 0;
  if (api->xPhraseFirst(row, phrase, &at, &column, &offset) != SQLITE_OK) return 0;
  while (column >= 0 && count < kMostOfOneWord) {
    ++count;
    api->xPhraseNext(row, &at, &column, &offset);
  }
  return count;
}

void closeness(const Fts5ExtensionApi* api, Fts5Context* row, sqlite3_context* result, int,
               sqlite3_value**) {
  int words = 0;
  if (const int code = api->xColumnSize(row, 0, &words); code != SQLITE_OK) {
    sqlite3_result_error_code(result, code);
    return;
  }
  const double room = kSaturation * (1 - kWeightOfLength + kWeightOfLength * words / kMiddleLength);
  double sum = 0;
  const int phrases = api->xPhraseCount(row);
  for (int phrase = 0; phrase < phrases; ++phrase) {
    const int count = countOf(api, row, phrase);
    sum += count / (count + room);
  }
  sqlite3_result_double(result, sum);
}

// Of a word that comes a thousand times the first places are enough to cut a snippet.
void places(const Fts5ExtensionApi* api, Fts5Context* row, sqlite3_context* result, int,
            sqlite3_value**) {
  std::vector<Place> found;
  const int phrases = api->xPhraseCount(row);
  for (int phrase = 0; phrase < phrases; ++phrase) {
    const int size = api->xPhraseSize(row, phrase);
    Fts5PhraseIter at{};
    int column = 0;
    int word = 0;
    if (const int code = api->xPhraseFirst(row, phrase, &at, &column, &word); code != SQLITE_OK) {
      sqlite3_result_error_code(result, code);
      return;
    }
    for (int count = 0; column >= 0 && count < kMostPlacesOfOneWord; ++count) {
      found.push_back({word, size, phrase});
      api->xPhraseNext(row, &at, &column, &word);
    }
  }
  sqlite3_result_blob64(result, found.data(), found.size() * sizeof(Place), SQLITE_TRANSIENT);
}

}  // namespace

// The way to FTS5's functions is a query that fills in a pointer.
fts5_api* fts5Of(sqlite3* handle) {
  fts5_api* api = nullptr;
  sqlite3_stmt* query = nullptr;
  if (sqlite3_prepare_v2(handle, "SELECT fts5(?1)", -1, &query, nullptr) != SQLITE_OK) {
    return nullptr;
  }
  sqlite3_bind_pointer(query, 1, static_cast<void*>(&api), "fts5_api_ptr", nullptr);
  sqlite3_step(query);
  sqlite3_finalize(query);
  return api;
}

bool addCloseness(sqlite3* handle) {
  fts5_api* api = fts5Of(handle);
  return api != nullptr &&
         api->xCreateFunction(api, "closeness", nullptr, closeness, nullptr) == SQLITE_OK &&
         api->xCreateFunction(api, "places", nullptr, places, nullptr) == SQLITE_OK;
}

std::vector<Place> placesOf(std::span<const std::uint8_t> blob) {
  std::vector<Place> places(blob.size() / sizeof(Place));
  if (!places.empty()) std::memcpy(places.data(), blob.data(), places.size() * sizeof(Place));
  std::ranges::sort(places, {},
                    [](const Place& place) { return std::pair(place.word, place.phrase); });
  return places;
}

}  // namespace assay::store
