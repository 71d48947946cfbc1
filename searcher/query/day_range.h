#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/text/timestamp.h"

namespace council_news {

/// Days from first to last, both included; an end that is not set is open.
struct DayRange {
  std::optional<Day> first;
  std::optional<Day> last;
  bool turned = false;  ///< were its ends in the wrong order?

  bool operator==(const DayRange&) const = default;
};

/// Reads what `date:` and `seen:` take: `2018`, `2018-2019`, `2018-01`, `1/2018`, "January 2018", `2018-01-29`,
/// `29/1/2018`, "29 January 2018", `today`, `yesterday`, `this-week`, `last-month`, `7d` `2w` `3m` `1y` (that long ago,
/// to the day), and two of these with `..` between them, either of which may be missing. Ends in the wrong order are
/// turned. nullopt when it is none of these.
std::optional<DayRange> parse_day_range(std::string_view text, const Day& today);

/// In words: `in 2018`, `in January 2018`, `on 2018-01-29`, `from 2018-01-01 to 2018-03-31`, `from 2018-01-01 on`.
std::string describe(const DayRange& range);

/// The fewest date terms that together cover a range: whole years, whole months, single days, without a prefix:
/// `Y2018`, `M201801`, `D20180129`. Open ends are taken from `bounds`, whose ends must be set.
std::vector<std::string> covering_terms(const DayRange& range, const DayRange& bounds);

}  // namespace council_news
