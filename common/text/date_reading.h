#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "common/text/timestamp.h"

namespace council_news {

/// Reads a feed date (RFC 822, RFC 3339, W3CDTF and what feeds really write: seconds since 1970, month names of other
/// languages, day and month in numbers). The whole text must be a date. A missing zone is UTC. An unknown named zone is
/// refused: guessing would shift the article by hours. Day stands before month (1/2/2018 is 1 February) unless the
/// weekday given or the numbers say otherwise. The precision is that of the text. Years are 1900 to 2199.
///
/// `latest` is a moment that the date can hardly be after, the day the feed was taken: it decides between the readings
/// of a date in two-digit numbers (18-01-29).
std::optional<Timestamp> parse_feed_date(std::string_view text, std::optional<Timestamp> latest = std::nullopt);

/// Reads a date as pages show it or keep it in their metadata: all that parse_feed_date reads but bare numbers, and
/// `Published: Mon 29th Jan 2018 5.30pm by Ann Smith`, `29 Ionawr 2018`, `29.01.18 at 9am`. Words before and behind the
/// date are passed over; the first date of the text is taken. A missing zone is UTC.
///
/// `latest` gives a date without a year the last year in which it is not after that day, and decides as above. Without
/// it such a date is refused.
std::optional<Timestamp> parse_page_date(std::string_view text, std::optional<Timestamp> latest = std::nullopt);

/// A date within a longer text: text[begin, end) is the date with its weekday, time and zone.
struct FoundDate {
  Timestamp moment;
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// The first date that parse_page_date would read in `text`, and where it stands: for bylines, where the name and the
/// headline stand around it.
std::optional<FoundDate> find_page_date(std::string_view text, std::optional<Timestamp> latest = std::nullopt);

}  // namespace council_news
