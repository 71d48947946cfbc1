#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "common/text/date_tokens.h"
#include "common/text/timestamp.h"

namespace council_news {

/// Feed dates are written by programs, and the whole text must be one; page dates are written by people, in a text.
enum class DateStyle : std::uint8_t { feed, page };

/// The parts of one date.
struct DateParts {
  std::optional<int> year;
  std::optional<int> month;
  std::optional<int> day;
  std::optional<int> weekday;  ///< 0 Sunday .. 6 Saturday
  std::optional<int> hour;
  int minute = 0;
  std::optional<int> second;
  std::optional<int> offset;         ///< seconds ahead of UTC
  std::string zone;                  ///< a known name; `offset` takes precedence
  std::size_t unknown_zone = 0;      ///< where in the text the name of an unknown or ambiguous zone begins,
  std::size_t unknown_zone_end = 0;  ///< and where it ends; 0 if there is none
  bool machine = false;              ///< in a form that only programs write: with a `T` or seconds
  bool impossible = false;           ///< a part is invalid, such as an offset of 99 hours
};

/// A date being read from tokens.
struct DateScan {
  const std::vector<DateToken>& tokens;
  DateStyle style;
  std::optional<Timestamp> latest;  ///< as in date_reading.h
  std::size_t pos = 0;              ///< the next token to read
  DateParts parts = {};

  /// The token `ahead` of the next one; the end token after the last.
  const DateToken& at(std::size_t ahead = 0) const {
    const std::size_t index = pos + ahead;
    return tokens[index < tokens.size() ? index : tokens.size() - 1];
  }
};

/// Reads a weekday, a day with its month and year, or a lone year after them, and moves past it.
/// Returns false and changes nothing if none is next.
bool read_calendar_part(DateScan& scan);

/// The same for a time of day, an offset from UTC or the name of a zone.
bool read_clock_part(DateScan& scan);

/// The same for a zone in brackets after a time without one: `(BST)`, `[Europe/London]`, `(GMT+01:00)`. The opening
/// bracket is next.
bool read_bracketed_zone(DateScan& scan);

/// The same for words after a time of day that are no known part of a date, and so can only name its zone: up to the
/// end of the text, a comment or a year. On pages only for a time that a program wrote and a single word in capitals.
bool read_unknown_zone(DateScan& scan);

}  // namespace council_news
