#include "common/text/time_zones.h"

#include <string>

#include "common/text/london_time.h"
#include "common/text/timestamp.h"
#include "common/text/utf8.h"
#include "common/text/zone_names.h"

namespace council_news {
namespace {

constexpr int kHour = 3600;
constexpr std::int64_t kSecondsPerDay = 86400;

/// Whether `seconds` is from an hour of one day up to an hour of another, all of them by the same clock.
bool is_between(std::int64_t seconds, std::int64_t begin_days, std::int64_t end_days, int begin_hour, int end_hour) {
  return seconds >= begin_days * kSecondsPerDay + begin_hour * kHour &&
         seconds < end_days * kSecondsPerDay + end_hour * kHour;
}

/// Whether a zone is on summer time at `utc_seconds`, in winter `offset` ahead of UTC.
bool is_summer(Clock clock, std::int64_t utc_seconds, int offset) {
  const std::int64_t standard = utc_seconds + offset;
  const int year = utc_day_of(standard).year;
  switch (clock) {
    case Clock::london:
      return london_offset(utc_seconds) != 0;
    case Clock::europe:  // last Sundays of March and October, 01:00 UTC
      return is_between(utc_seconds, nth_sunday(year, 3, 0), nth_sunday(year, 10, 0), 1, 1);
    case Clock::america:  // second Sunday of March to first Sunday of November, 02:00 local time
      return is_between(standard, nth_sunday(year, 3, 2), nth_sunday(year, 11, 1), 2, 1);
    case Clock::australia:  // first Sundays of October and April, 02:00 standard time
      return !is_between(standard, nth_sunday(year, 4, 1), nth_sunday(year, 10, 1), 2, 2);
    case Clock::new_zealand:  // last Sunday of September and first Sunday of April, 02:00 standard time
      return !is_between(standard, nth_sunday(year, 4, 1), nth_sunday(year, 9, 0), 2, 2);
    case Clock::ambiguous:
    case Clock::utc:
    case Clock::fixed:
      return false;
  }
  return false;
}

}  // namespace

ZoneKind zone_kind(std::string_view name) {
  const Zone* zone = find_zone(ascii_lower(name));
  if (zone == nullptr) return ZoneKind::unknown;
  if (zone->clock == Clock::ambiguous) return ZoneKind::ambiguous;
  return zone->clock == Clock::utc ? ZoneKind::utc : ZoneKind::local;
}

std::optional<int> zone_offset(std::string_view name, std::int64_t local_seconds) {
  const Zone* zone = find_zone(ascii_lower(name));
  if (zone == nullptr || zone->clock == Clock::ambiguous) return std::nullopt;
  const int winter = zone->minutes * 60;
  return is_summer(zone->clock, local_seconds - winter - kHour, winter) ? winter + kHour : winter;
}

}  // namespace council_news
