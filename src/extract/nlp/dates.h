// Words of the calendar: months, weekdays, years, "last week".
//
// For telling that a text names a date, not for computing with it. Words in lower case.
// Thread: pure functions.
#pragma once

#include <string_view>

namespace assay::extract::nlp {

/// "january", "jan", "sept".
[[nodiscard]] bool isMonth(std::string_view lower);
/// "monday", "mon", "tues".
[[nodiscard]] bool isWeekday(std::string_view lower);
/// Four digits from 1500 to 2199.
[[nodiscard]] bool isYear(std::string_view word);
/// "yesterday", "decade", "century", "week": words that place something in time.
[[nodiscard]] bool isTimeWord(std::string_view lower);

/// Is a month, a weekday or a year among the words of `lower`?
[[nodiscard]] bool mentionsDate(std::string_view lower);
/// Is there nothing in it but a date, a time of day and a time zone?
[[nodiscard]] bool onlyDate(std::string_view lower);

}  // namespace assay::extract::nlp
