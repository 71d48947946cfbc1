#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include <xapian.h>

namespace council_news {

/// The matches of one day, month or year.
struct Period {
  std::string period;  ///< `2018-01-29`, `2018-01` or `2018`, as `date:` takes it
  std::size_t count = 0;
  std::size_t archive = 0;  ///< all articles of the archive from that time
};

/// Counts every match of `query` by when it was published: by day when they span up to two months, by month up to six
/// years, else by year. Periods without a match are there too, from the first match to the last. Articles without a
/// date are in none.
std::vector<Period> count_periods(const Xapian::Database& database, const Xapian::Query& query);

}  // namespace council_news
