#pragma once

#include <xapian.h>

#include "common/text/timestamp.h"

namespace council_news {

/// The query with a bonus for new articles: for this week's half of the best match's weight, less for older ones,
/// nothing after ten years. The matches stay the same.
Xapian::Query with_recency(const Xapian::Query& query, const Xapian::Database& database, const Day& today);

}  // namespace council_news
