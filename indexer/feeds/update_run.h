#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <string>
#include <unordered_set>
#include <vector>

#include "indexer/feeds/feed.h"
#include "indexer/feeds/feed_reading.h"
#include "indexer/feeds/feed_store.h"
#include "indexer/feeds/page_fetching.h"
#include "indexer/feeds/transition.h"
#include "indexer/feeds/update_report.h"
#include "indexer/fetch/fetcher.h"
#include "indexer/write/archive_writer.h"

namespace council_news {

struct UpdateOptions {
  bool force = false;          ///< fetch feeds that are not due yet, too
  bool allow_private = false;  ///< allow addresses of this machine and its local network
  std::size_t max_concurrent = 64;
  std::chrono::milliseconds pause{1000};  ///< minimum delay between page or history requests to a host
  std::size_t max_older = 20;             ///< history documents per feed and run
  std::size_t max_pages = 100;            ///< entry pages per feed and run
};

/// An update: fetches every feed that is due, indexes its articles, then its history and pages. The state of a feed is
/// committed together with its articles, so that after a kill the next run continues from there.
class UpdateRun {
 public:
  /// `now` is the time of the whole run.
  UpdateRun(Network& network, ArchiveWriter& writer, UpdateReport& report, Timestamp now, UpdateOptions options);

  /// Updates the state of `feeds`. Hosts with a backoff that has not expired get no requests. False if a signal ended
  /// it early (interruption.h): what was read is committed, and a feed whose articles were not all written keeps its
  /// old state.
  bool run(std::vector<Feed>& feeds, const std::vector<HostBackoff>& backoffs);

 private:
  /// The state of a feed that is kept only during the run.
  struct Visit {
    Feed* feed;
    std::size_t older_left;
    std::string discovered_on;          ///< the page that links to the requested feed
    std::vector<std::string> sitemaps;  ///< of a sitemap index, still to be requested
  };

  void note_duplicates(std::vector<Feed>& feeds);
  void request_feed(const Visit& visit, const std::string& url);
  void handle_response(Visit visit, Fetched&& fetched);
  void handle_feed(Visit visit, const Verdict& verdict, Fetched&& fetched);
  void handle_withdrawals(Feed& feed, const FeedChanges& changes);
  void fail(const Visit& visit, FeedProblem problem, const std::string& error);
  void report_changes(const Feed& feed, const FeedChanges& changes);
  void finish(Feed& feed);

  void choose_older(Visit& visit, const FeedReading& reading, const FeedChanges& changes);
  bool is_history_done(const FeedState& state);
  void follow_older(Visit visit);
  void handle_older(Visit visit, Fetched&& fetched);
  void fail_older(Feed& feed, bool is_final);
  void end_older(Feed& feed);

  void choose_sitemaps(Visit& visit, const FeedReading& reading, std::optional<Timestamp> last_success) const;
  void follow_sitemaps(Visit visit);

  void write_articles(Feed& feed, const FeedReading& reading);
  bool is_private_allowed(const Feed& feed) const { return options_.allow_private || feed.settings.allow_private; }
  void commit_periodically();

  ArchiveWriter& writer_;
  UpdateReport& report_;
  Timestamp now_;
  UpdateOptions options_;
  Fetcher fetcher_;
  PageFetching pages_;
  std::unordered_set<std::string> archives_requested_;  ///< keys of archive documents requested in this run
  std::chrono::steady_clock::time_point committed_;
};

}  // namespace council_news
