#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace council_news {

/// The precision of a moment.
enum class Precision : std::uint8_t { day, minute, second };

/// A moment in UTC with its precision, and the day that its source wrote. A moment known to the day is stored as that
/// day's midnight.
struct Timestamp {
  std::int64_t seconds = 0;  ///< since 1970-01-01T00:00:00Z, leap seconds not counted
  Precision precision = Precision::second;
  std::int8_t day_shift = 0;  ///< the day that its source wrote, in days after the day in London: -1, 0 or 1

  auto operator<=>(const Timestamp&) const = default;
};

/// A day of the (proleptic) Gregorian calendar.
struct Day {
  int year = 1970;
  int month = 1;  ///< 1..12
  int day = 1;    ///< 1..31

  auto operator<=>(const Day&) const = default;
};

bool is_valid(const Day& day);

/// Days since 1970-01-01, and back.
std::int64_t days_from_epoch(const Day& day);
Day day_from_epoch(std::int64_t days);

/// The day of a moment for readers: the day that its source wrote, in whatever zone; the day in London if the source
/// wrote none or UTC. For everything that is shown, searched or counted by day.
Day day_of(Timestamp moment);

/// The moment with `day` as the day that its source wrote. Unchanged if that is not within a day of the day in London,
/// which no zone is, or if the moment is itself only a day.
Timestamp with_day(Timestamp moment, const Day& day);

/// The day in London at a number of seconds since 1970.
Day london_day_of(std::int64_t seconds);

/// The UTC day that a number of seconds since 1970 falls on.
Day utc_day_of(std::int64_t seconds);

/// When a day begins in London, in seconds since 1970.
std::int64_t start_of_day(const Day& day);

/// A moment with the precision of a day.
Timestamp at_day(const Day& day);

/// `2018-01-29` for a moment known to the day, else RFC 3339 in UTC (`2018-01-29T18:15:00Z`; a minute gets `:00`).
std::string format_timestamp(Timestamp moment);

/// Reads what format_timestamp writes and any other RFC 3339 date or date-time with its zone, whose day is kept unless
/// the zone is UTC. Nothing else: the dates of feeds and pages are read by date_reading.h.
std::optional<Timestamp> parse_timestamp(std::string_view text);

/// The current time, to the second. Callers pass it down as a value, so that tests can fix it.
Timestamp now();

}  // namespace council_news
