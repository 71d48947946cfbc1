#pragma once

#include <xapian.h>

#include "common/text/timestamp.h"

namespace council_news {

/// The query, with something added to the weight of new articles: for one of this week as much as half of what the best
/// match has, less and less for older ones, nothing after ten years. What matches stays the same.
Xapian::Query with_recency(const Xapian::Query& query, const Xapian::Database& database, const Day& today);

}  // namespace council_news
