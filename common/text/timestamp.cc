#include "common/text/timestamp.h"

#include <chrono>

#include <fmt/core.h>

#include "common/text/london_time.h"
#include "common/text/utf8.h"

namespace council_news {
namespace {

constexpr std::int64_t kSecondsPerDay = 86400;

std::int64_t floor_days(std::int64_t seconds) {
  return seconds >= 0 ? seconds / kSecondsPerDay : -((-seconds + kSecondsPerDay - 1) / kSecondsPerDay);
}

/// The day of a moment in London, or the day it is known to, since 1970.
std::int64_t london_days(Timestamp moment) {
  const bool is_day = moment.precision == Precision::day;
  return floor_days(is_day ? moment.seconds : moment.seconds + london_offset(moment.seconds));
}

/// Reads exactly `digits` digits at the front of `text` and removes them; -1 if they are missing.
int take_number(std::string_view& text, std::size_t digits) {
  if (text.size() < digits) return -1;
  int value = 0;
  for (std::size_t i = 0; i < digits; ++i) {
    if (!is_ascii_digit(text[i])) return -1;
    value = value * 10 + (text[i] - '0');
  }
  text.remove_prefix(digits);
  return value;
}

bool take(std::string_view& text, char wanted) {
  if (text.empty() || text.front() != wanted) return false;
  text.remove_prefix(1);
  return true;
}

/// Reads `Z`, `+hh:mm` or `-hh:mm` to the end of `text`, as seconds east of UTC.
std::optional<int> take_zone(std::string_view text) {
  if (text == "Z" || text == "z") return 0;
  if (text.size() != 6 || (text[0] != '+' && text[0] != '-')) return std::nullopt;
  const int sign = text[0] == '-' ? -1 : 1;
  text.remove_prefix(1);
  const int hours = take_number(text, 2);
  const bool colon = take(text, ':');
  const int minutes = take_number(text, 2);
  if (hours < 0 || hours > 23 || !colon || minutes < 0 || minutes > 59) return std::nullopt;
  return sign * (hours * 3600 + minutes * 60);
}

}  // namespace

bool is_valid(const Day& day) {
  const std::chrono::year_month_day date{std::chrono::year{day.year}, std::chrono::month{unsigned(day.month)},
                                         std::chrono::day{unsigned(day.day)}};
  return date.ok();
}

std::int64_t days_from_epoch(const Day& day) {
  const std::chrono::year_month_day date{std::chrono::year{day.year}, std::chrono::month{unsigned(day.month)},
                                         std::chrono::day{unsigned(day.day)}};
  return std::chrono::sys_days{date}.time_since_epoch().count();
}

Day day_from_epoch(std::int64_t days) {
  const std::chrono::year_month_day date{std::chrono::sys_days{std::chrono::days{days}}};
  return {int(date.year()), int(unsigned(date.month())), int(unsigned(date.day()))};
}

Day day_of(Timestamp moment) { return day_from_epoch(london_days(moment) + moment.day_shift); }

Timestamp with_day(Timestamp moment, const Day& day) {
  if (moment.precision == Precision::day) return moment;
  const std::int64_t shift = days_from_epoch(day) - london_days(moment);
  if (shift >= -1 && shift <= 1) moment.day_shift = static_cast<std::int8_t>(shift);
  return moment;
}

Day london_day_of(std::int64_t seconds) { return day_of({seconds, Precision::second}); }

Day utc_day_of(std::int64_t seconds) { return day_from_epoch(floor_days(seconds)); }

std::int64_t start_of_day(const Day& day) {
  const std::int64_t midnight = days_from_epoch(day) * kSecondsPerDay;  // clocks never change within an hour of it
  return midnight - london_offset(midnight);
}

Timestamp at_day(const Day& day) { return {days_from_epoch(day) * kSecondsPerDay, Precision::day}; }

std::string format_timestamp(Timestamp moment) {
  const std::int64_t days = floor_days(moment.seconds);
  const Day day = day_from_epoch(days);
  const std::string date = fmt::format("{:04}-{:02}-{:02}", day.year, day.month, day.day);
  if (moment.precision == Precision::day) return date;
  const std::int64_t rest = moment.seconds - days * kSecondsPerDay;
  return fmt::format("{}T{:02}:{:02}:{:02}Z", date, rest / 3600, rest / 60 % 60, rest % 60);
}

std::optional<Timestamp> parse_timestamp(std::string_view text) {
  Day day;
  day.year = take_number(text, 4);
  if (!take(text, '-')) return std::nullopt;
  day.month = take_number(text, 2);
  if (!take(text, '-')) return std::nullopt;
  day.day = take_number(text, 2);
  if (day.year < 1 || !is_valid(day)) return std::nullopt;
  Timestamp moment = at_day(day);
  if (text.empty()) return moment;

  if (!take(text, 'T') && !take(text, 't') && !take(text, ' ')) return std::nullopt;
  const int hour = take_number(text, 2);
  if (hour < 0 || hour > 23 || !take(text, ':')) return std::nullopt;
  const int minute = take_number(text, 2);
  if (minute < 0 || minute > 59) return std::nullopt;
  int second = 0;
  moment.precision = Precision::minute;
  if (take(text, ':')) {
    second = take_number(text, 2);
    if (second < 0 || second > 60) return std::nullopt;
    moment.precision = Precision::second;
    if (take(text, '.')) {
      if (take_number(text, 1) < 0) return std::nullopt;
      while (take_number(text, 1) >= 0) continue;
    }
  }
  const std::optional<int> zone = take_zone(text);
  if (!zone) return std::nullopt;
  moment.seconds += hour * 3600 + minute * 60 + second - *zone;
  return *zone == 0 ? moment : with_day(moment, day);
}

Timestamp now() {
  const auto since_epoch = std::chrono::system_clock::now().time_since_epoch();
  return {std::chrono::duration_cast<std::chrono::seconds>(since_epoch).count(), Precision::second};
}

}  // namespace council_news
