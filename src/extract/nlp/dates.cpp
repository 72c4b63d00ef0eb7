#include "extract/nlp/dates.h"

#include <algorithm>
#include <string>

#include "extract/nlp/word_list.h"

namespace assay::extract::nlp {

namespace {

// clang-format off
constexpr std::string_view kMonthWords[] = {
    "apr", "april", "aug", "august", "dec", "december", "feb", "february", "jan", "january",
    "jul", "july", "jun", "june", "mar", "march", "may", "nov", "november", "oct", "october",
    "sep", "sept", "september"};
constexpr std::string_view kWeekdayWords[] = {
    "fri", "friday", "mon", "monday", "sat", "saturday", "sun", "sunday", "thu", "thur", "thurs",
    "thursday", "tue", "tues", "tuesday", "wed", "wednesday"};
constexpr std::string_view kTimeWords[] = {
    "afternoon", "centuries", "century", "day", "days", "decade", "decades", "evening", "hour",
    "hours", "midnight", "minute", "minutes", "month", "months", "morning", "night", "noon",
    "quarter", "today", "tomorrow", "tonight", "week", "weekend", "weeks", "year", "years",
    "yesterday"};
constexpr std::string_view kClockWords[] = {
    "a.m", "am", "at", "bst", "ct", "edt", "est", "et", "gmt", "mst", "of", "on", "p.m", "pm",
    "pst", "pt", "st", "th", "the", "utc"};
// clang-format on

constexpr WordList kMonths{kMonthWords};
constexpr WordList kWeekdays{kWeekdayWords};
constexpr WordList kTimes{kTimeWords};
constexpr WordList kClock{kClockWords};

bool hasDigit(std::string_view word) {
  return word.find_first_of("0123456789") != std::string_view::npos;
}

// Calls `visit` with every word of the line, without the punctuation at its end.
template <class Visit>
void eachWord(std::string_view line, Visit visit) {
  std::size_t at = 0;
  while (at < line.size()) {
    const std::size_t begin = line.find_first_not_of(" \t,;|()", at);
    if (begin == std::string_view::npos) return;
    const std::size_t end = std::min(line.find_first_of(" \t,;|()", begin), line.size());
    std::string_view word = line.substr(begin, end - begin);
    while (word.ends_with('.') || word.ends_with(':')) word.remove_suffix(1);
    if (!word.empty()) visit(word);
    at = end;
  }
}

}  // namespace

bool isMonth(std::string_view lower) { return kMonths.has(lower); }
bool isWeekday(std::string_view lower) { return kWeekdays.has(lower); }
bool isTimeWord(std::string_view lower) { return kTimes.has(lower); }

bool isYear(std::string_view word) {
  if (word.size() != 4 || word.find_first_not_of("0123456789") != std::string_view::npos) {
    return false;
  }
  return word >= "1500" && word < "2200";
}

bool mentionsDate(std::string_view lower) {
  bool found = false;
  eachWord(lower, [&](std::string_view word) {
    found = found || isMonth(word) || isWeekday(word) || isYear(word) ||
            (hasDigit(word) && word.find_first_of("/-") != std::string_view::npos);
  });
  return found;
}

bool onlyDate(std::string_view lower) {
  bool only = true;
  bool date = false;
  eachWord(lower, [&](std::string_view word) {
    const bool calendar = isMonth(word) || isWeekday(word);
    date = date || calendar || isYear(word);
    only = only && (calendar || hasDigit(word) || kClock.has(word) || word == "-" || word == "–");
  });
  return only && date;
}

}  // namespace assay::extract::nlp
