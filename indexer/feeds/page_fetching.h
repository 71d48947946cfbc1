#pragma once

#include <chrono>
#include <cstddef>
#include <string>
#include <vector>

#include "indexer/feeds/feed.h"
#include "indexer/feeds/update_report.h"
#include "indexer/fetch/fetcher.h"
#include "indexer/fetch/robots_book.h"
#include "indexer/write/archive_writer.h"

namespace council_news {

/// Fetches the pages behind the entries of feeds, so that a headline and a sentence become the whole article: each page
/// once, ever, slowly, as robots.txt allows. What is not reached in one run is on the feed's list for the next.
class PageFetching {
 public:
  struct Limits {
    bool allow_private = false;
    std::chrono::milliseconds pause{1000};  ///< between two pages of a host; its Crawl-delay may make it longer
    std::size_t most_pages = 100;           ///< of one feed in one run
  };

  PageFetching(Fetcher& fetcher, ArchiveWriter& writer, UpdateReport& report, Timestamp now, Limits limits)
      : fetcher_(fetcher), robots_(fetcher), writer_(writer), report_(report), now_(now), limits_(limits) {}

  /// Puts those that were never fetched on the feed's list.
  void list(Feed& feed, const std::vector<PendingPage>& pages) const;

  /// Begins to fetch what is on the list. `feed` must live until the fetcher has run.
  void fetch(Feed& feed);

 private:
  void fetch_page(Feed& feed, const PendingPage& page, const Robots& robots);
  void take(Feed& feed, PendingPage page, Fetched&& fetched);
  /// Whether the page was read, or will never be.
  bool settle(Feed& feed, const PendingPage& page, Fetched& fetched);
  void drop(Feed& feed, const std::string& url);

  Fetcher& fetcher_;
  RobotsBook robots_;
  ArchiveWriter& writer_;
  UpdateReport& report_;
  Timestamp now_;
  Limits limits_;
};

}  // namespace council_news
