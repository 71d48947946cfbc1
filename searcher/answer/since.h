#pragma once

#include <string>
#include <vector>

#include <xapian.h>

namespace council_news {

/// How far a database had come when a search ran: what entered later is newer than this.
struct Mark {
  std::string uuid;        ///< of the database; a compacted or rebuilt one has another
  Xapian::docid last = 0;  ///< its highest document number
  std::string seen;        ///< the newest value of the slot of first_seen
};

/// The mark of one database as it is open now.
Mark mark_of(const Xapian::Database& database);

/// Matches what entered after any of `marks`, with no weight. Documents are numbered in the order in which they enter,
/// so this misses nothing and repeats nothing, whatever the clocks say. A database without a mark of its own
/// (compacted, or built anew) goes by the day articles were first seen: of `marks` the oldest, and rather twice than
/// never.
Xapian::Query entered_since(const std::vector<Mark>& marks);

}  // namespace council_news
