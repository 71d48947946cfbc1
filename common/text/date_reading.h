#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "common/text/timestamp.h"

namespace council_news {

/// A date in a text: text[begin, end) is the date with its weekday, time and zone.
struct FoundDate {
  Timestamp moment;
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string unknown_zone;  ///< the name of its zone as written, if unknown or ambiguous: only the day was kept
};

/// Reads a feed date (RFC 822, RFC 3339, W3CDTF and what feeds really write: seconds since 1970, month names of other
/// languages, day and month in numbers). The whole text must be a date. A missing zone is UTC. An unknown named zone
/// costs the time but keeps the day: guessing would shift the article by hours. The day comes before the month
/// (1/2/2018 is 1 February) unless the weekday or the numbers say otherwise. The precision is that of the text. Years
/// are 1900 to 2199.
///
/// The day of the moment (timestamp.h) is the one written, except beside UTC and times without a zone: programs write
/// them for what their clocks showed as another day.
///
/// `latest` is the latest plausible date, that of the capture: it decides between the readings of a date in two-digit
/// numbers (18-01-29).
std::optional<FoundDate> find_feed_date(std::string_view text, std::optional<Timestamp> latest = std::nullopt);
std::optional<Timestamp> parse_feed_date(std::string_view text, std::optional<Timestamp> latest = std::nullopt);

/// Reads a date as in page text or metadata: everything that parse_feed_date reads except bare numbers, and
/// `Published: Mon 29th Jan 2018 5.30pm by Ann Smith`, `29 Ionawr 2018`, `29.01.18 at 9am`. Words before and after the
/// date are skipped; the first date of the text counts. A missing zone is UTC, but a time that people wrote (without
/// seconds or `T`) leaves the day as written.
///
/// A date without a year gets the latest year in which it is not after `latest`; without `latest` it is rejected.
/// `latest` also decides as above.
std::optional<Timestamp> parse_page_date(std::string_view text, std::optional<Timestamp> latest = std::nullopt);

/// The first date that parse_page_date would read in `text`, with its position: for bylines, which also contain a name
/// or headline.
std::optional<FoundDate> find_page_date(std::string_view text, std::optional<Timestamp> latest = std::nullopt);

/// The warning for an article whose date has an unknown zone.
std::string unknown_zone_warning(std::string_view zone);

}  // namespace council_news
