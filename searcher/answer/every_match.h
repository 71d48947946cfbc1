#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include <xapian.h>

namespace council_news {

/// Calls `visit` with the number of each match of `query` and its weight, in the order of the archive. One local
/// database is gone through in one pass, and nothing is kept, whatever the number of matches; of several and of remote
/// ones the numbers and weights are. What `visit` throws ends it.
void for_every_match(const Xapian::Database& database, const Xapian::Query& query,
                     const std::function<void(Xapian::docid, double)>& visit);

/// How many matches `query` has, exactly.
std::size_t count_matches(const Xapian::Database& database, const Xapian::Query& query);

/// How often each value of a slot stands in the matches of `query`; matches without one are not counted.
using ValueCounts = std::map<std::string, std::size_t>;

/// The counts of those slots, over all matches, remote databases included.
std::map<Xapian::valueno, ValueCounts> count_values(const Xapian::Database& database, const Xapian::Query& query,
                                                    const std::vector<Xapian::valueno>& slots);

}  // namespace council_news
