#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/text/timestamp.h"

namespace council_news {

/// Days from first to last, inclusive; an unset end is open.
struct DayRange {
  std::optional<Day> first;
  std::optional<Day> last;
  bool swapped = false;   ///< its ends were in the wrong order
  bool from_now = false;  ///< its first day is counted from today: `7d`, `yesterday`

  /// Whether they are the same days, however they were counted.
  bool operator==(const DayRange& other) const {
    return first == other.first && last == other.last && swapped == other.swapped;
  }
};

/// Reads the values of `date:` and `seen:`: `2018`, `2018-2019`, `2018-01`, `1/2018`, "January 2018", `2018-01-29`,
/// `29/1/2018`, "29 January 2018", `today`, `yesterday`, `this-week`, `last-month`, `7d` `2w` `3m` `1y` (the day that
/// long ago), and two of these with `..` between them, either of which may be missing. Ends in the wrong order are
/// swapped. nullopt if it is none of these.
std::optional<DayRange> parse_day_range(std::string_view text, const Day& today);

/// In words: `in 2018`, `in January 2018`, `on 2018-01-29`, `from 2018-01-01 to 2018-03-31`, `from 2018-01-01 on`.
std::string describe(const DayRange& range);

/// The fewest date terms that cover a range: whole years, whole months and single days, without a prefix: `Y2018`,
/// `M201801`, `D20180129`. `bounds`, whose ends must be set, replaces open ends.
std::vector<std::string> covering_terms(const DayRange& range, const DayRange& bounds);

}  // namespace council_news
