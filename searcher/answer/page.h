#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include <xapian.h>

#include "common/text/timestamp.h"
#include "searcher/answer/archive.h"
#include "searcher/answer/estimate.h"
#include "searcher/answer/order.h"
#include "searcher/answer/request.h"
#include "searcher/query/compile.h"

namespace council_news {

/// Matches in the order shown.
using Page = std::vector<Xapian::MSetIterator>;

Page page_of(const Xapian::MSet& matches);

/// Which of the matches are on a page.
struct PageBounds {
  std::size_t offset = 0;
  std::size_t limit = 0;
  bool group = false;  ///< only the first article of each story
};

/// The page from matches ranked by weight alone, best first; of equal weight the newest first. In an archive of 30,000
/// articles, reading dates and stories of these few costs a tenth of a search in which Xapian reads them of every
/// match. Nothing if the page may have matches that are not among `best`; `is_all` says that there are no others.
std::optional<Page> page_of_best(const Xapian::MSet& best, bool is_all, const PageBounds& bounds,
                                 const DateOrder& order);

/// The page that a request asks for, and the number of matches. They are counted if the request needs the number, or if
/// counting takes no more than about ten milliseconds; otherwise the number is an estimate.
struct RankedPage {
  Page page;
  Total total;
};

RankedPage rank_page(const Archive& archive, const Request& request, const CompiledQuery& compiled, const Day& today);

/// Every match of at least that weight, in the request's order; an article in several databases once, by kIdSlot.
/// Ignores limit, offset and group.
Xapian::MSet rank_every(const Archive& archive, const Request& request, const CompiledQuery& compiled,
                        double min_weight, const Day& today);

/// A number of matches in Xapian's type.
Xapian::doccount as_count(std::size_t number);

}  // namespace council_news
