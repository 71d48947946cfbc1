#include "common/text/london_time.h"

#include <algorithm>
#include <iterator>

#include "common/text/timestamp.h"

namespace council_news {
namespace {

constexpr int kHour = 3600;
constexpr std::int64_t kSecondsPerDay = 86400;

/// The first Sunday on or after a day of the month; 0 is the last Sunday of the month.
struct SundayFrom {
  int month;
  int day;
};

/// A rule of British Summer Time, up to and including a year. Both changes are at the same hour UTC.
struct Rule {
  int last_year;
  SundayFrom begin;
  SundayFrom end;
  int hour;
};

/// Summer Time Act 1972 and the Summer Time Orders since; the last row is that of Directive 2000/84/EC and of the
/// Summer Time Order 2002.
constexpr Rule kRules[] = {
    {1980, {3, 16}, {10, 23}, 2},
    {1989, {3, 0}, {10, 23}, 1},
    {1995, {3, 0}, {10, 22}, 1},
    {9999, {3, 0}, {10, 0}, 1},
};

/// British Standard Time was summer time all year: from 18 February 1968 to 31 October 1971, 02:00 UTC.
constexpr Day kStandardTimeBegin{1968, 2, 18};
constexpr Day kStandardTimeEnd{1971, 10, 31};
constexpr int kFirstYearOfRules = 1972;

std::int64_t days_of(int year, const SundayFrom& sunday) {
  if (sunday.day == 0) return nth_sunday(year, sunday.month, 0);
  const std::int64_t days = days_from_epoch({year, sunday.month, sunday.day});
  return days + (10 - days % 7) % 7;  // 1970-01-01 was a Thursday; all days here are after it
}

std::int64_t at_hour(std::int64_t days, int hour) { return days * kSecondsPerDay + hour * kHour; }

}  // namespace

int london_offset(std::int64_t utc_seconds) {
  const int year = utc_day_of(utc_seconds).year;
  if (year < kFirstYearOfRules) {
    const bool ahead = utc_seconds >= at_hour(days_from_epoch(kStandardTimeBegin), 2) &&
                       utc_seconds < at_hour(days_from_epoch(kStandardTimeEnd), 2);
    return ahead ? kHour : 0;
  }
  const auto* const rule =
      std::find_if(std::begin(kRules), std::end(kRules) - 1, [&](const Rule& one) { return year <= one.last_year; });
  const bool ahead = utc_seconds >= at_hour(days_of(year, rule->begin), rule->hour) &&
                     utc_seconds < at_hour(days_of(year, rule->end), rule->hour);
  return ahead ? kHour : 0;
}

std::int64_t nth_sunday(int year, int month, int nth) {
  const Day first = nth == 0 ? (month == 12 ? Day{year + 1, 1, 1} : Day{year, month + 1, 1}) : Day{year, month, 1};
  const std::int64_t days = days_from_epoch(first);
  const std::int64_t weekday = ((days + 4) % 7 + 7) % 7;  // 1970-01-01 was a Thursday
  const std::int64_t next_sunday = days + (7 - weekday) % 7;
  return next_sunday + 7 * (nth - 1);
}

}  // namespace council_news
