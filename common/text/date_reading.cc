#include "common/text/date_reading.h"

#include <algorithm>
#include <iterator>
#include <vector>

#include <fmt/core.h>

#include "common/text/date_parts.h"
#include "common/text/time_zones.h"

namespace council_news {
namespace {

constexpr int kFirstYear = 1900;
constexpr int kLastYear = 2199;

/// Maximum number of tokens skipped before a feed date, such as a weekday in an unknown language.
constexpr std::size_t kMaxLeadingTokens = 4;
/// A 29 February without a year may be this many years back.
constexpr int kMaxYearsBack = 8;

/// Meaningless words between the parts of a date, in the languages of the month names.
constexpr std::string_view kFillers[] = {"at", "on", "the", "dydd", "am", "ar", "um", "uhr", "hrs", "hours"};

bool is_filler(const DateToken& token) {
  if (token.kind == DateToken::Kind::sign) return std::string_view(",.-|;/").find(token.sign) != std::string_view::npos;
  return token.kind == DateToken::Kind::word &&
         std::find(std::begin(kFillers), std::end(kFillers), token.word) != std::end(kFillers);
}

/// Skips a comment, or reads the zone that it names if nothing else does: RFC 822's `GMT+0100 (British Summer Time)`,
/// Java's `Z[Europe/London]`.
bool skip_comment(DateScan& scan) {
  const bool round = scan.at().is_sign('(');
  if (scan.style != DateStyle::feed || !(round || scan.at().is_sign('['))) return false;
  if (read_bracketed_zone(scan)) return true;
  for (std::size_t ahead = 1; scan.at(ahead).kind != DateToken::Kind::end; ++ahead) {
    if (!scan.at(ahead).is_sign(round ? ')' : ']')) continue;
    scan.pos += ahead + 1;
    return true;
  }
  return false;
}

/// The latest year in which a date without a year is not after the day of the capture.
std::optional<Day> with_last_year(const DateParts& parts, std::optional<Timestamp> latest) {
  if (!latest) return std::nullopt;
  const Day last = day_of(*latest);
  for (int year = last.year; year > last.year - kMaxYearsBack; --year) {
    const Day day{year, *parts.month, *parts.day};
    if (is_valid(day) && day <= last) return day;
  }
  return std::nullopt;
}

std::optional<Day> day_of_parts(const DateScan& scan) {
  const DateParts& parts = scan.parts;
  if (!parts.day || !parts.month || parts.impossible) return std::nullopt;
  if (!parts.year) return scan.style == DateStyle::page ? with_last_year(parts, scan.latest) : std::nullopt;
  const Day day{*parts.year, *parts.month, *parts.day};
  if (day.year < kFirstYear || day.year > kLastYear || !is_valid(day)) return std::nullopt;
  return day;
}

/// Whether readers of the date take the day as written. UTC is what programs write for another clock.
bool has_own_day(const DateScan& scan) {
  const DateParts& parts = scan.parts;
  if (parts.offset) return *parts.offset != 0;
  if (!parts.zone.empty()) return zone_kind(parts.zone) == ZoneKind::local;
  return scan.style == DateStyle::page && !parts.machine;
}

std::optional<Timestamp> moment_of_parts(const DateScan& scan) {
  const std::optional<Day> day = day_of_parts(scan);
  if (!day) return std::nullopt;
  const DateParts& parts = scan.parts;
  Timestamp moment = at_day(*day);
  if (!parts.hour || (parts.unknown_zone_end > 0 && !parts.offset)) return moment;
  const int second = parts.second.value_or(0);
  if (*parts.hour == 24 && (parts.minute > 0 || second > 0)) return std::nullopt;
  moment.seconds += *parts.hour * 3600 + parts.minute * 60 + second;
  moment.precision = parts.second ? Precision::second : Precision::minute;
  const Day written = utc_day_of(moment.seconds);  // the next one after 24:00
  moment.seconds -= parts.offset.value_or(zone_offset(parts.zone, moment.seconds).value_or(0));
  return has_own_day(scan) ? with_day(moment, written) : moment;
}

/// Reads the parts of one date from token scan.pos. Returns the token after the last part; scan.pos is the first token
/// that could not be read.
std::size_t read_parts(DateScan& scan) {
  std::size_t end = scan.pos;
  if (!read_calendar_part(scan) && !read_clock_part(scan)) return end;
  end = scan.pos;
  while (scan.at().kind != DateToken::Kind::end && !scan.parts.impossible) {
    if (read_calendar_part(scan) || read_clock_part(scan)) {
      end = scan.pos;
    } else if (is_filler(scan.at())) {
      ++scan.pos;
    } else if (read_unknown_zone(scan)) {
      end = scan.pos;
    } else if (!skip_comment(scan)) {
      break;
    }
  }
  return end;
}

/// Seconds or milliseconds since 1970, which some programs write as a date.
std::optional<Timestamp> read_epoch(const std::vector<DateToken>& tokens) {
  if (tokens.size() != 2 || tokens[0].kind != DateToken::Kind::number) return std::nullopt;
  const DateToken& number = tokens[0];
  if (number.is_number(9, 10)) return Timestamp{number.value, Precision::second};
  if (number.is_number(12, 13)) return Timestamp{number.value / 1000, Precision::second};
  return std::nullopt;
}

std::string unknown_zone_of(const DateParts& parts, std::string_view text) {
  if (parts.offset || !parts.hour) return {};
  return std::string(text.substr(parts.unknown_zone, parts.unknown_zone_end - parts.unknown_zone));
}

std::optional<Timestamp> moment_of(const std::optional<FoundDate>& found) {
  return found ? std::optional(found->moment) : std::nullopt;
}

}  // namespace

std::optional<FoundDate> find_feed_date(std::string_view text, std::optional<Timestamp> latest) {
  const std::vector<DateToken> tokens = date_tokens(text);
  if (const auto moment = read_epoch(tokens)) return FoundDate{*moment, 0, text.size(), {}};
  const std::size_t last_begin = std::min(kMaxLeadingTokens, tokens.size() - 1);
  for (std::size_t begin = 0; begin <= last_begin && tokens[begin].kind != DateToken::Kind::end; ++begin) {
    DateScan scan{tokens, DateStyle::feed, latest, begin};
    const std::size_t end = read_parts(scan);
    const bool whole = end > begin && scan.at().kind == DateToken::Kind::end;
    if (whole) {
      const auto moment = moment_of_parts(scan);
      if (!moment) return std::nullopt;
      return FoundDate{*moment, tokens[begin].begin, tokens[end - 1].finish, unknown_zone_of(scan.parts, text)};
    }
    if (tokens[begin].kind == DateToken::Kind::number) return std::nullopt;
  }
  return std::nullopt;
}

std::optional<Timestamp> parse_feed_date(std::string_view text, std::optional<Timestamp> latest) {
  return moment_of(find_feed_date(text, latest));
}

std::optional<FoundDate> find_page_date(std::string_view text, std::optional<Timestamp> latest) {
  const std::vector<DateToken> tokens = date_tokens(text);
  for (std::size_t begin = 0; begin + 1 < tokens.size(); ++begin) {
    DateScan scan{tokens, DateStyle::page, latest, begin};
    const std::size_t end = read_parts(scan);
    if (end == begin) continue;
    if (const auto moment = moment_of_parts(scan))
      return FoundDate{*moment, tokens[begin].begin, tokens[end - 1].finish, unknown_zone_of(scan.parts, text)};
  }
  return std::nullopt;
}

std::optional<Timestamp> parse_page_date(std::string_view text, std::optional<Timestamp> latest) {
  return moment_of(find_page_date(text, latest));
}

std::string unknown_zone_warning(std::string_view zone) {
  return fmt::format("the time zone “{}” is not known; only the day was kept", zone);
}

}  // namespace council_news
