#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include <xapian.h>

namespace council_news {

/// Matches as they are shown, the best first.
using Page = std::vector<Xapian::MSetIterator>;

Page page_of(const Xapian::MSet& matches);

/// The page from `offset` on of what was ranked by weight alone from the best match on: of equal weight the newest
/// first, and of articles that carry the same story the first one only, if asked to `group`. To read dates and stories
/// of these few is a tenth of the cost of a search in 30,000 articles, where Xapian would read them of every match.
/// Nothing when the page may have matches that are not among `best`; `whole` says that no others are left.
std::optional<Page> page_of_best(const Xapian::MSet& best, bool whole, std::size_t offset, std::size_t limit,
                                 bool group);

}  // namespace council_news
