#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "common/text/timestamp.h"

namespace council_news {

/// Reads a feed date (RFC 822, RFC 3339, W3CDTF and what feeds really write: seconds since 1970, month names of other
/// languages, day and month in numbers). The whole text must be a date. A missing zone is UTC. An unknown named zone is
/// rejected: guessing would shift the article by hours. The day comes before the month (1/2/2018 is 1 February) unless
/// the weekday or the numbers say otherwise. The precision is that of the text. Years are 1900 to 2199.
///
/// `latest` is the latest plausible date, that of the capture: it decides between the readings of a date in two-digit
/// numbers (18-01-29).
std::optional<Timestamp> parse_feed_date(std::string_view text, std::optional<Timestamp> latest = std::nullopt);

/// Reads a date as in page text or metadata: everything that parse_feed_date reads except bare numbers, and
/// `Published: Mon 29th Jan 2018 5.30pm by Ann Smith`, `29 Ionawr 2018`, `29.01.18 at 9am`. Words before and after the
/// date are skipped; the first date of the text counts. A missing zone is UTC.
///
/// A date without a year gets the latest year in which it is not after `latest`; without `latest` it is rejected.
/// `latest` also decides as above.
std::optional<Timestamp> parse_page_date(std::string_view text, std::optional<Timestamp> latest = std::nullopt);

/// A date in a longer text: text[begin, end) is the date with its weekday, time and zone.
struct FoundDate {
  Timestamp moment;
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// The first date that parse_page_date would read in `text`, with its position: for bylines, which also contain a name
/// or headline.
std::optional<FoundDate> find_page_date(std::string_view text, std::optional<Timestamp> latest = std::nullopt);

}  // namespace council_news
