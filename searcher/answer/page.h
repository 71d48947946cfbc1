#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include <xapian.h>

#include "common/text/timestamp.h"
#include "searcher/answer/archive.h"
#include "searcher/answer/estimate.h"
#include "searcher/answer/request.h"
#include "searcher/query/compile.h"

namespace council_news {

/// Matches as they are shown, the best first.
using Page = std::vector<Xapian::MSetIterator>;

Page page_of(const Xapian::MSet& matches);

/// Which part of the matches a page is.
struct PageBounds {
  std::size_t offset = 0;
  std::size_t limit = 0;
  bool group = false;  ///< of articles that carry the same story, the first one only
};

/// The page of what was ranked by weight alone from the best match on, of equal weight the newest first. To read dates
/// and stories of these few is a tenth of the cost of a search in 30,000 articles, where Xapian would read them of
/// every match. Nothing when the page may have matches that are not among `best`; `is_all` says that there are no
/// others.
std::optional<Page> page_of_best(const Xapian::MSet& best, bool is_all, const PageBounds& bounds);

/// The page that a request asks for, and how many matches there are. Matches are counted where the request needs their
/// number, or where that takes no more than some ten milliseconds; else the number is an estimate.
struct RankedPage {
  Page page;
  Total total;
};

RankedPage rank_page(const Archive& archive, const Request& request, const CompiledQuery& compiled, const Day& today);

/// A number of matches as Xapian takes it.
Xapian::doccount as_count(std::size_t number);

}  // namespace council_news
