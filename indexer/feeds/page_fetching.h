#pragma once

#include <chrono>
#include <cstddef>
#include <string>
#include <vector>

#include "indexer/feeds/feed.h"
#include "indexer/feeds/update_report.h"
#include "indexer/fetch/fetcher.h"
#include "indexer/fetch/robots_cache.h"
#include "indexer/write/archive_writer.h"

namespace council_news {

/// Fetches the web pages of feed entries, to index the full text of the articles. Each page is fetched only once, rate
/// limited and as robots.txt allows. Pages left over after a run stay on the feed's list for the next.
class PageFetching {
 public:
  struct Limits {
    bool allow_private = false;
    std::chrono::milliseconds pause{1000};  ///< minimum delay between requests to a host; its Crawl-delay may extend it
    std::size_t max_pages = 100;            ///< per feed and run
  };

  PageFetching(Fetcher& fetcher, ArchiveWriter& writer, UpdateReport& report, Timestamp now, Limits limits)
      : fetcher_(fetcher), robots_(fetcher), writer_(writer), report_(report), now_(now), limits_(limits) {}

  /// Adds the pages that were never fetched to the feed's list.
  void enqueue(Feed& feed, const std::vector<PendingPage>& pages) const;

  /// Starts to fetch the pages on the list. `feed` must outlive Fetcher::run().
  void fetch(Feed& feed);

 private:
  void fetch_page(Feed& feed, const PendingPage& page, const Robots& robots);
  void handle_page(Feed& feed, PendingPage page, Fetched&& fetched);
  /// Indexes the page if possible. Returns false if it should be retried in the next run.
  bool index_page(Feed& feed, const PendingPage& page, Fetched& fetched);
  void drop(Feed& feed, const std::string& url);

  Fetcher& fetcher_;
  RobotsCache robots_;
  ArchiveWriter& writer_;
  UpdateReport& report_;
  Timestamp now_;
  Limits limits_;
};

}  // namespace council_news
