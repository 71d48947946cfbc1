#pragma once

#include <vector>

#include <xapian.h>

#include "searcher/answer/request.h"

namespace council_news {

/// The mark of one database as it is open now.
Mark mark_of(const Xapian::Database& database);

/// Matches articles added after any of `marks`, without weight. Document numbers grow in the order of adding, so it
/// misses and repeats nothing, whatever the clocks say. A database without a mark of its own (compacted or rebuilt)
/// uses the date articles were first seen and the oldest mark: it may repeat articles but misses none.
Xapian::Query entered_since(const std::vector<Mark>& marks);

}  // namespace council_news
