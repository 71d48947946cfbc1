#pragma once

#include <string_view>

namespace council_news {

/// The month (1..12) that `word` names, 0 if none. `word` is folded (lower case, no accents: append_folded). Knows the
/// languages of these islands and those that feed software falls back to; a name may be cut to its first three letters
/// (`jan`, `chwe`, `juil`) as long as it names one month.
int month_of(std::string_view word);

/// The day of the week (0 Sunday .. 6 Saturday) that `word` names in English or Welsh, -1 if none. Folded as above; an
/// English name may be cut to its first three letters.
int weekday_of(std::string_view word);

}  // namespace council_news
