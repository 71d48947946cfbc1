#pragma once

#include <functional>
#include <map>
#include <string>
#include <variant>
#include <vector>

#include <xapian.h>

namespace council_news {

/// Calls `visit` with the document number and weight of each match of `query`, in archive order. One local database
/// takes a single pass that stores nothing; for several databases, and remote ones, numbers and weights are collected
/// first. An exception from `visit` ends it.
void for_every_match(const Xapian::Database& database, const Xapian::Query& query,
                     const std::function<void(Xapian::docid, double)>& visit);

/// The exact number of matches of `query`.
std::size_t count_matches(const Xapian::Database& database, const Xapian::Query& query);

/// How many matches have each value of a slot; matches without a value are not counted.
using ValueCounts = std::map<std::string, std::size_t>;

/// What is counted: all matches of a query, or the documents of these numbers.
using Counted = std::variant<Xapian::Query, std::vector<Xapian::docid>>;

/// The counts for each of `slots`, including those of remote databases.
std::map<Xapian::valueno, ValueCounts> count_values(const Xapian::Database& database, const Counted& counted,
                                                    const std::vector<Xapian::valueno>& slots);

}  // namespace council_news
