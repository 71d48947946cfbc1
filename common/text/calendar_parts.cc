#include <algorithm>
#include <array>
#include <iterator>
#include <string_view>

#include "common/text/date_parts.h"
#include "common/text/month_names.h"

namespace council_news {
namespace {

/// Two-digit years follow RFC 2822, 4.3, and may be this far after the day of the capture.
constexpr int kYearsAhead = 2;

/// Suffixes of a day number: English, Welsh, French.
constexpr std::string_view kOrdinals[] = {"st", "nd", "rd", "th", "af", "ail", "ydd", "fed", "eg", "ain", "er", "o"};
/// Words that may come between day, month and year, in addition to punctuation.
constexpr std::string_view kJoiners[] = {"of", "o", "de", "del", "d", "mis"};

template <std::size_t N>
bool is_one_of(const DateToken& token, const std::string_view (&words)[N]) {
  return token.kind == DateToken::Kind::word &&
         std::find(std::begin(words), std::end(words), token.word) != std::end(words);
}

int named_month(const DateToken& token) { return token.kind == DateToken::Kind::word ? month_of(token.word) : 0; }

/// The offset after punctuation and words that may separate day, month and year.
std::size_t after_separators(const DateScan& scan, std::size_t ahead) {
  const auto joins = [](const DateToken& token) {
    return is_one_of(token, kJoiners) || (token.kind == DateToken::Kind::sign &&
                                          std::string_view(".,-/'").find(token.sign) != std::string_view::npos);
  };
  for (int most = 3; most > 0 && joins(scan.at(ahead)); --most) ++ahead;
  return ahead;
}

std::size_t after_ordinal(const DateScan& scan, std::size_t ahead) {
  return is_one_of(scan.at(ahead), kOrdinals) && !scan.at(ahead).spaced ? ahead + 1 : ahead;
}

int full_year(const DateToken& number) {
  const int value = static_cast<int>(number.value);
  if (number.digits > 2) return number.digits == 3 ? value + 1900 : value;
  return value < 50 ? value + 2000 : value + 1900;
}

bool is_clock_mark(const DateToken& token) {
  return token.is_sign(':') || token.is_word("am") || token.is_word("pm") || token.is_word("h") || token.is_word("a") ||
         token.is_word("p");
}

/// Whether the number at `ahead` is a year: four digits, or two that can be nothing else.
bool is_year(const DateScan& scan, std::size_t ahead) {
  const DateToken& number = scan.at(ahead);
  const DateToken& next = scan.at(ahead + 1);
  if (is_clock_mark(next)) return false;
  if (number.is_number(4, 4)) return number.value >= 1900 && number.value < 2200;
  if (number.is_number(3, 3)) return scan.style == DateStyle::feed && number.value >= 100 && number.value < 200;
  if (!number.is_number(2, 2)) return false;
  if (next.is_sign('.') && scan.at(ahead + 2).is_number(2, 2) && !scan.at(ahead + 2).spaced) return false;
  const bool time_follows = next.kind == DateToken::Kind::number && scan.at(ahead + 2).is_sign(':');
  return scan.style == DateStyle::feed || time_follows || next.kind == DateToken::Kind::end ||
         next.kind == DateToken::Kind::sign;
}

/// Sets day and month, and the year if one follows at `ahead`. Without a year, in a page date, the name of the month
/// needs its capital: `12 may attend`.
bool take_named(DateScan& scan, const DateToken& day, const DateToken& month, std::size_t ahead) {
  const std::size_t year = after_separators(scan, ahead);
  const bool has_year = is_year(scan, year);
  if (!has_year && scan.style == DateStyle::page && !month.capital) return false;
  scan.parts.day = static_cast<int>(day.value);
  scan.parts.month = named_month(month);
  if (has_year) scan.parts.year = full_year(scan.at(year));
  scan.pos += has_year ? year + 1 : ahead;
  return true;
}

/// `29 January 2018`, `29th of Jan, 18`, `29-Jan-2018`
bool read_day_month(DateScan& scan) {
  if (!scan.at().is_number(1, 2)) return false;
  const std::size_t month = after_separators(scan, after_ordinal(scan, 1));
  if (named_month(scan.at(month)) == 0) return false;
  return take_named(scan, scan.at(), scan.at(month), month + 1);
}

/// `January 29, 2018`, `Jan. 29th`. Not the `mar.` of `mar. 03 juil. 2018`, which is a weekday.
bool read_month_day(DateScan& scan) {
  if (scan.at().kind != DateToken::Kind::word) return false;
  const std::size_t day = after_separators(scan, 1);
  if (!scan.at(day).is_number(1, 2) || is_clock_mark(scan.at(day + 1))) return false;
  if (named_month(scan.at()) == 0) return false;
  const std::size_t after = after_ordinal(scan, day + 1);
  if (named_month(scan.at(after_separators(scan, after))) != 0) return false;
  return take_named(scan, scan.at(day), scan.at(), after);
}

/// `2018-Jan-29`
bool read_year_month_name_day(DateScan& scan) {
  if (!scan.at().is_number(4, 4)) return false;
  const std::size_t month = after_separators(scan, 1);
  if (named_month(scan.at(month)) == 0) return false;
  const std::size_t day = after_separators(scan, month + 1);
  if (!scan.at(day).is_number(1, 2) || scan.at(day + 1).is_sign(':')) return false;
  scan.parts.year = static_cast<int>(scan.at().value);
  scan.parts.month = named_month(scan.at(month));
  scan.parts.day = static_cast<int>(scan.at(day).value);
  scan.pos += day + 1;
  return true;
}

/// The `T` between date and time.
void skip_time_mark(DateScan& scan) {
  if (!scan.at().is_word("t") || scan.at(1).kind != DateToken::Kind::number) return;
  scan.parts.machine = true;
  ++scan.pos;
}

void set_day(DateScan& scan, const Day& day) {
  scan.parts.year = day.year;
  scan.parts.month = day.month;
  scan.parts.day = day.day;
}

/// Whether three numbers with the same separator come next, not followed by it and a fourth.
bool three_numbers(const DateScan& scan, std::string_view signs) {
  const DateToken& sign = scan.at(1);
  if (sign.kind != DateToken::Kind::sign || signs.find(sign.sign) == std::string_view::npos) return false;
  const DateToken& after = scan.at(5);
  return scan.at(2).is_number(1, 2) && scan.at(3).is_sign(sign.sign) && scan.at(4).kind == DateToken::Kind::number &&
         !(after.is_sign(sign.sign) && sign.sign != '-' && scan.at(6).kind == DateToken::Kind::number);
}

bool is_unspaced(const DateScan& scan, std::size_t tokens) {
  for (std::size_t i = 1; i < tokens; ++i) {
    if (scan.at(i).spaced) return false;
  }
  return true;
}

/// `2018-01-29`, `2018/1/29`
bool read_iso_date(DateScan& scan) {
  if (!scan.at().is_number(4, 4) || !three_numbers(scan, "-/.") || !scan.at(4).is_number(1, 2)) return false;
  set_day(scan,
          {static_cast<int>(scan.at().value), static_cast<int>(scan.at(2).value), static_cast<int>(scan.at(4).value)});
  scan.pos += 5;
  skip_time_mark(scan);
  return true;
}

/// `20180129`. In a page date it may be any number, so it must end the text or precede a time.
bool read_compact_date(DateScan& scan) {
  if (!scan.at().is_number(8, 8)) return false;
  const int value = static_cast<int>(scan.at().value);
  const Day day{value / 10000, value / 100 % 100, value % 100};
  if (!is_valid(day) || (scan.at(1).kind != DateToken::Kind::end && !scan.at(1).is_word("t"))) return false;
  set_day(scan, day);
  ++scan.pos;
  skip_time_mark(scan);
  return true;
}

/// W3CDTF's `2018-01` and `2018`, which stand for their first day.
bool read_short_date(DateScan& scan) {
  const DateToken& year = scan.at();
  if (scan.style != DateStyle::feed || !year.is_number(4, 4) || year.value < 1900 || year.value >= 2200) return false;
  const bool has_month = scan.at(1).is_sign('-') && scan.at(2).is_number(2, 2);
  const std::size_t length = has_month ? 3 : 1;
  if (scan.pos != 0 || scan.at(length).kind != DateToken::Kind::end) return false;
  set_day(scan, {static_cast<int>(year.value), has_month ? static_cast<int>(scan.at(2).value) : 1, 1});
  scan.pos += length;
  return true;
}

int weekday(const Day& day) {
  const auto days = days_from_epoch(day) + 4;  // 1970-01-01 was a Thursday
  return static_cast<int>((days % 7 + 7) % 7);
}

/// The day that three numbers mean. The British order, day first, is preferred unless it is impossible, only another
/// order matches the given weekday, or it would be years in the future.
Day day_of_numbers(const DateScan& scan) {
  const DateToken& last = scan.at(scan.at(1).kind == DateToken::Kind::sign ? 4 : 2);
  const int a = static_cast<int>(scan.at().value);
  const int b = static_cast<int>(scan.at(scan.at(1).kind == DateToken::Kind::sign ? 2 : 1).value);
  const int c = static_cast<int>(last.value);
  const bool year_may_be_first = scan.at(1).is_sign('-') && last.digits == 2 && scan.at().digits == 2;
  const std::array<Day, 3> readings = {
      Day{full_year(last), b, a}, Day{full_year(last), a, b},
      year_may_be_first ? Day{full_year(scan.at()), b, c} : Day{full_year(last), b, a}};
  if (scan.parts.weekday) {
    for (const Day& day : readings) {
      if (is_valid(day) && weekday(day) == *scan.parts.weekday) return day;
    }
  }
  const bool far_ahead = scan.latest && readings[0].year > day_of(*scan.latest).year + kYearsAhead;
  if (far_ahead && is_valid(readings[2]) && readings[2].year <= day_of(*scan.latest).year) return readings[2];
  const auto* const valid =
      std::find_if(readings.begin(), readings.end(), [](const Day& day) { return is_valid(day); });
  return valid == readings.end() ? readings[0] : *valid;
}

/// `29/01/2018`, `29.1.18`, `29-01-2018`, and from programs `29 01 2018`
bool read_numeric_date(DateScan& scan) {
  if (!scan.at().is_number(1, 2)) return false;
  const bool signs = three_numbers(scan, "/.-");
  const bool blanks = scan.style == DateStyle::feed && scan.at(1).is_number(1, 2) && scan.at(2).is_number(4, 4);
  if (!signs && !blanks) return false;
  if (signs && !scan.at(4).is_number(4, 4) && !(scan.at(4).is_number(2, 2) && is_unspaced(scan, 5))) return false;
  set_day(scan, day_of_numbers(scan));
  scan.pos += signs ? 5 : 3;
  skip_time_mark(scan);
  return true;
}

/// A year after the time, as in asctime's `Sun Jul 15 01:16:00 2012`.
bool read_lone_year(DateScan& scan) {
  if (!scan.parts.month || scan.parts.year || !scan.parts.hour) return false;
  if (!scan.at().is_number(4, 4) || !is_year(scan, 0)) return false;
  scan.parts.year = static_cast<int>(scan.at().value);
  ++scan.pos;
  return true;
}

bool read_weekday(DateScan& scan) {
  if (scan.parts.weekday || scan.at().kind != DateToken::Kind::word) return false;
  const int day = weekday_of(scan.at().word);
  if (day < 0) return false;
  scan.parts.weekday = day;
  ++scan.pos;
  return true;
}

}  // namespace

bool read_calendar_part(DateScan& scan) {
  if (read_lone_year(scan)) return true;
  if (!scan.parts.day) {
    constexpr bool (*kReaders[])(DateScan&) = {read_iso_date,  read_compact_date, read_numeric_date,
                                               read_day_month, read_month_day,    read_year_month_name_day,
                                               read_short_date};
    for (const auto reader : kReaders) {
      if (reader(scan)) return true;
    }
  }
  return read_weekday(scan);
}

}  // namespace council_news
