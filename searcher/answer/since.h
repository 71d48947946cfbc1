#pragma once

#include <vector>

#include <xapian.h>

#include "searcher/answer/request.h"

namespace council_news {

/// The mark of one database as it is open now.
Mark mark_of(const Xapian::Database& database);

/// Matches what entered after any of `marks`, with no weight. Documents are numbered in the order in which they enter,
/// so this misses nothing and repeats nothing, whatever the clocks say. A database without a mark of its own
/// (compacted, or built anew) goes by the day articles were first seen: of `marks` the oldest, and rather twice than
/// never.
Xapian::Query entered_since(const std::vector<Mark>& marks);

}  // namespace council_news
