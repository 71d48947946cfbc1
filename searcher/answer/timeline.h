#pragma once

#include <vector>

#include <xapian.h>

#include "searcher/answer/answer.h"

namespace council_news {

/// Counts every match of `query` by when it was published: by day when they span up to two months, by month up to six
/// years, else by year. Periods without a match are there too, from the first match to the last. Articles without a
/// date are in none.
std::vector<Period> count_periods(const Xapian::Database& database, const Xapian::Query& query);

}  // namespace council_news
