#pragma once

#include <vector>

#include <xapian.h>

#include "common/text/timestamp.h"
#include "searcher/answer/answer.h"
#include "searcher/answer/every_match.h"

namespace council_news {

/// Counts `counted` by publication date: by day for a span of up to two months, by month up to six years,
/// otherwise by year. Periods without a match are included, from the first match to the last. Articles without a date
/// are in none. The span ends today: of later periods, which are slips or events, only those with matches are listed.
std::vector<Period> count_periods(const Xapian::Database& database, const Counted& counted, const Day& today);

}  // namespace council_news
