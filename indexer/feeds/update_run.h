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
  bool force = false;          ///< ask feeds that are not yet due, too
  bool allow_private = false;  ///< ask addresses of this machine and its own network, too
  std::size_t most_at_once = 64;
  std::chrono::milliseconds pause{1000};  ///< between two pages, or two old documents, of one host
  std::size_t most_older = 20;            ///< documents of a feed's history in one run
  std::size_t most_pages = 100;           ///< pages behind the entries of a feed in one run
};

/// One nightly run: asks every feed that is due, indexes what is new, and follows where that leads. What is remembered
/// of a feed is written with the articles it came with, in one commit: after a kill the next run goes on from there.
class UpdateRun {
 public:
  /// `now` is the moment of the whole run.
  UpdateRun(Network& network, ArchiveWriter& writer, UpdateReport& report, Timestamp now, UpdateOptions options);

  /// Leaves in `feeds` what is remembered of them now.
  void run(std::vector<Feed>& feeds, const std::vector<RestingHost>& resting);

 private:
  /// What a run has on its mind of a feed, beside what is remembered.
  struct Visit {
    Feed* feed;
    std::size_t older_left;
    std::string found_on;               ///< the page that led to the address being asked
    std::vector<std::string> sitemaps;  ///< of an index, still to be asked
  };

  void note_duplicates(std::vector<Feed>& feeds);
  void ask_at(const Visit& visit, const std::string& url);
  void take_answer(Visit visit, Fetched&& fetched);
  void take_feed(Visit visit, const Verdict& verdict, Fetched&& fetched);
  void take_withdrawals(Feed& feed, const FeedNews& news);
  void fail(const Visit& visit, FeedProblem problem, const std::string& error);
  void say(const Feed& feed, const FeedNews& news);
  void finish(Feed& feed);

  void choose_older(Visit& visit, const FeedReading& reading, const FeedNews& news);
  bool is_followed(const FeedState& state);
  void follow_older(Visit visit);
  void take_older(Visit visit, Fetched&& fetched);
  void fail_older(Feed& feed, bool is_final);
  void end_older(Feed& feed);

  void choose_sitemaps(Visit& visit, const FeedReading& reading, std::optional<Timestamp> last_success) const;
  void follow_sitemaps(Visit visit);

  void write_articles(Feed& feed, const FeedReading& reading);
  bool is_private_allowed(const Feed& feed) const { return options_.allow_private || feed.settings.allow_private; }
  void commit_now_and_then();

  ArchiveWriter& writer_;
  UpdateReport& report_;
  Timestamp now_;
  UpdateOptions options_;
  Fetcher fetcher_;
  PageFetching pages_;
  std::unordered_set<std::string> archives_asked_;  ///< keys of archived documents asked for in this run
  std::chrono::steady_clock::time_point committed_;
};

}  // namespace council_news
