#pragma once

#include <array>
#include <string_view>

namespace council_news {

/// The months in English, January first; the first three letters of each are its usual abbreviation.
inline constexpr std::array<std::string_view, 12> kEnglishMonths{"January",   "February", "March",    "April",
                                                                 "May",       "June",     "July",     "August",
                                                                 "September", "October",  "November", "December"};

/// The English name of a month (1..12) cut to its first three letters: `Jan`.
constexpr std::string_view month_abbreviation(int month) {
  return kEnglishMonths[static_cast<std::size_t>(month - 1)].substr(0, 3);
}

/// The month (1..12) that `word` names, 0 if none. `word` is folded (lower case, no accents: append_folded). Knows the
/// languages of these islands and those that feed software falls back to; a name may be cut to its first three letters
/// (`jan`, `chwe`, `juil`) if it names only one month.
int month_of(std::string_view word);

/// The day of the week (0 Sunday .. 6 Saturday) that `word` names in English or Welsh, -1 if none. Folded as above; an
/// English name may be cut to its first three letters.
int weekday_of(std::string_view word);

}  // namespace council_news
