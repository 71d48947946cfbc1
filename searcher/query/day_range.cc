#include "searcher/query/day_range.h"

#include <algorithm>
#include <array>
#include <charconv>

#include <fmt/core.h>

#include "common/text/date_reading.h"
#include "common/text/fold.h"
#include "common/text/month_names.h"
#include "common/text/utf8.h"

namespace council_news {
namespace {

Day add_days(const Day& day, std::int64_t days) { return day_from_epoch(days_from_epoch(day) + days); }

int last_of_month(int year, int month) {
  int day = 31;
  while (!is_valid({year, month, day})) --day;
  return day;
}

/// The same day a number of months later, or the last of the month if there is no such day.
Day add_months(const Day& day, int months) {
  const int count = day.year * 12 + day.month - 1 + months;
  const int year = count / 12;
  const int month = count % 12 + 1;
  return {year, month, std::min(day.day, last_of_month(year, month))};
}

DayRange month_range(int year, int month) {
  return {Day{year, month, 1}, Day{year, month, last_of_month(year, month)}};
}

DayRange year_range(int year) { return {Day{year, 1, 1}, Day{year, 12, 31}}; }

/// Monday to Sunday, a number of weeks from this one.
DayRange week_range(const Day& today, int weeks) {
  const std::int64_t weekday = (days_from_epoch(today) + 3) % 7;  // 1970-01-01 was a Thursday
  const Day monday = add_days(today, weeks * 7 - weekday);
  return {monday, add_days(monday, 6)};
}

DayRange one_day(const Day& day) { return {day, day}; }

std::optional<DayRange> parse_word(std::string_view word, const Day& today) {
  if (word == "today") return one_day(today);
  if (word == "yesterday") return one_day(add_days(today, -1));
  if (word == "this-week") return week_range(today, 0);
  if (word == "last-week") return week_range(today, -1);
  if (word == "this-month") return month_range(today.year, today.month);
  if (word == "this-year") return year_range(today.year);
  if (word == "last-year") return year_range(today.year - 1);
  if (word != "last-month") return std::nullopt;
  const Day before = add_months({today.year, today.month, 1}, -1);
  return month_range(before.year, before.month);
}

std::optional<int> parse_number(std::string_view text) {
  int number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{} || end != text.data() + text.size() || text.empty() || number < 0) return std::nullopt;
  return number;
}

/// `7d`, `2w`, `3m`, `1y`: the day that long ago.
std::optional<DayRange> parse_ago(std::string_view text, const Day& today) {
  if (text.size() < 2) return std::nullopt;
  const auto number = parse_number(text.substr(0, text.size() - 1));
  constexpr int kMaxNumber = 10000;
  if (!number || *number > kMaxNumber) return std::nullopt;
  switch (text.back()) {
    case 'd':
      return one_day(add_days(today, -*number));
    case 'w':
      return one_day(add_days(today, -7 * *number));
    case 'm':
      return one_day(add_months(today, -std::min(*number, today.year * 12 - 12)));
    case 'y':
      return one_day(add_months(today, -12 * std::min(*number, today.year - 1)));
    default:
      return std::nullopt;
  }
}

bool is_year(int year) { return year >= 1 && year <= 9999; }

/// `2018` or `2018-01`.
std::optional<DayRange> parse_year_or_month(std::string_view text) {
  if (text.size() == 4) {
    const auto year = parse_number(text);
    if (year && is_year(*year)) return year_range(*year);
  }
  const std::size_t dash = text.find_first_of("-/");
  if (dash != 4) return std::nullopt;
  const auto year = parse_number(text.substr(0, 4));
  const auto month = parse_number(text.substr(5));
  if (!year || !month || !is_year(*year) || *month < 1 || *month > 12) return std::nullopt;
  return month_range(*year, *month);
}

/// `1/2018`, `Jan 2018`, `January-2018`.
std::optional<DayRange> parse_month_before_year(std::string_view text) {
  const std::size_t gap = text.find_first_of(" -/.");
  if (gap == std::string_view::npos || text.size() != gap + 5) return std::nullopt;
  const auto year = parse_number(text.substr(gap + 1));
  if (!year || *year < 1) return std::nullopt;
  const std::string_view name = text.substr(0, gap);
  if (const auto month = parse_number(name)) {
    if (*month < 1 || *month > 12 || gap > 2) return std::nullopt;
    return month_range(*year, *month);
  }
  constexpr std::size_t kMinLetters = 3;
  for (std::size_t i = 0; i < kEnglishMonths.size(); ++i) {
    if (name.size() >= kMinLetters && ascii_lower(kEnglishMonths[i]).starts_with(name))
      return month_range(*year, static_cast<int>(i) + 1);
  }
  return std::nullopt;
}

/// `2018-2019`, another way to write `2018..2019`.
std::optional<std::string> parse_two_years(std::string_view text) {
  constexpr std::size_t kYear = 4;
  std::size_t at = kYear;
  if (text.size() <= 2 * kYear || !is_hyphen(next_code_point(text, at)) || text.size() != at + kYear)
    return std::nullopt;
  const std::string_view first = text.substr(0, kYear);
  const std::string_view last = text.substr(at);
  if (!parse_number(first) || !parse_number(last)) return std::nullopt;
  return fmt::format("{}..{}", first, last);
}

DayRange counted_from_now(DayRange range) {
  range.from_now = true;
  return range;
}

std::optional<DayRange> parse_point(std::string_view text, const Day& today) {
  std::string word = ascii_lower(squeeze(text));
  if (std::count(word.begin(), word.end(), ' ') == 1) {
    std::string hyphenated = word;
    std::replace(hyphenated.begin(), hyphenated.end(), ' ', '-');
    if (const auto range = parse_word(hyphenated, today)) return counted_from_now(*range);
  }
  if (const auto range = parse_month_before_year(word)) return range;
  if (const auto range = parse_word(word, today)) return counted_from_now(*range);
  if (const auto range = parse_year_or_month(word)) return range;
  if (const auto range = parse_ago(word, today)) return counted_from_now(*range);
  if (const auto moment = parse_timestamp(word)) return one_day(day_of(*moment));
  if (word.find_first_of("0123456789") == std::string::npos) return std::nullopt;
  if (const auto moment = parse_feed_date(word, at_day(today))) return one_day(day_of(*moment));
  return std::nullopt;
}

}  // namespace

std::optional<DayRange> parse_day_range(std::string_view text, const Day& today) {
  // Word processors replace three dots with an ellipsis.
  constexpr std::string_view kEllipsis = "\u2026";
  if (const std::size_t at = text.find(kEllipsis); at != std::string_view::npos) {
    const std::string left(text.substr(0, at));
    return parse_day_range(left + ".." + std::string(text.substr(at + kEllipsis.size())), today);
  }
  const std::size_t dots = text.find("..");
  if (dots == std::string_view::npos) {
    const auto years = parse_two_years(text);
    return years ? parse_day_range(*years, today) : parse_point(text, today);
  }
  const std::string_view left = trim(text.substr(0, dots));
  const std::string_view right = trim(text.substr(std::min(text.find_first_not_of('.', dots), text.size())));
  if (left.empty() && right.empty()) return std::nullopt;
  DayRange range;
  if (!left.empty()) {
    const auto point = parse_point(left, today);
    if (!point) return std::nullopt;
    range.first = point->first;
    range.from_now = point->from_now;
  }
  if (!right.empty()) {
    const auto point = parse_point(right, today);
    if (!point) return std::nullopt;
    range.last = point->last;
  }
  if (!range.first || !range.last || *range.first <= *range.last) return range;
  auto swapped = parse_day_range(fmt::format("{}..{}", right, left), today);
  if (swapped) swapped->swapped = true;
  return swapped;
}

std::string describe(const DayRange& range) {
  const auto text = [](const Day& day) { return fmt::format("{:04}-{:02}-{:02}", day.year, day.month, day.day); };
  if (!range.first && !range.last) return "at any time";
  if (!range.first) return "up to " + text(*range.last);
  if (!range.last) return "from " + text(*range.first) + " on";
  const Day& first = *range.first;
  if (first == *range.last) return "on " + text(first);
  if (range == year_range(first.year)) return fmt::format("in {}", first.year);
  if (range == month_range(first.year, first.month)) {
    return fmt::format("in {} {}", kEnglishMonths[static_cast<std::size_t>(first.month - 1)], first.year);
  }
  return "from " + text(first) + " to " + text(*range.last);
}

std::vector<std::string> covering_terms(const DayRange& range, const DayRange& bounds) {
  std::vector<std::string> terms;
  Day day = std::max(range.first.value_or(*bounds.first), *bounds.first);
  const Day last = std::min(range.last.value_or(*bounds.last), *bounds.last);
  while (day <= last) {
    if (day.month == 1 && day.day == 1 && Day{day.year, 12, 31} <= last) {
      terms.push_back(fmt::format("Y{:04}", day.year));
      day = {day.year + 1, 1, 1};
    } else if (day.day == 1 && *month_range(day.year, day.month).last <= last) {
      terms.push_back(fmt::format("M{:04}{:02}", day.year, day.month));
      day = add_months(day, 1);
    } else {
      terms.push_back(fmt::format("D{:04}{:02}{:02}", day.year, day.month, day.day));
      day = add_days(day, 1);
    }
  }
  return terms;
}

}  // namespace council_news
