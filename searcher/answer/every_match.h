#pragma once

#include <functional>

#include <xapian.h>

namespace council_news {

/// Calls `visit` with each match of `query` and its weight, in the order of the archive: one pass, whatever their
/// number, and nothing kept. What `visit` throws ends the pass.
void for_every_match(const Xapian::Database& database, const Xapian::Query& query,
                     const std::function<void(const Xapian::Document&, double)>& visit, bool weighed = false);

}  // namespace council_news
