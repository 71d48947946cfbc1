#pragma once

#include <string>
#include <vector>

#include "indexer/feeds/feed.h"
#include "indexer/feeds/feed_reading.h"

namespace council_news {

/// State transitions of a feed: pure functions of the feed, the response and the time.

/// Notable changes since the previous fetch of a feed.
struct FeedChanges {
  bool moved = false;                ///< the feed has a new URL
  bool missed = false;               ///< no entry overlaps the previous fetch, so some may have been missed
  int guids_changed = 0;             ///< number of entries with a new guid
  std::vector<std::string> absent;   ///< keys of entries that are no longer in a complete feed (fh:complete, RFC 5005)
  std::vector<std::string> deleted;  ///< guids newly listed as deleted (RFC 6721)
};

/// What to do with a response, judged without its body.
struct Verdict {
  enum class Kind { read, unchanged, postponed, failed } kind;
  FeedProblem problem = FeedProblem::none;
  std::string error;  ///< human-readable
};
Verdict judge(const Fetched& fetched);

/// After 304. Validators in the response replace the stored ones (RFC 9110, 15.4.5).
FeedChanges note_unchanged(Feed& feed, const Fetched& fetched, Timestamp now);

/// After 200 with a complete, valid feed. Its validators replace the stored ones, even if it has none.
FeedChanges note_success(Feed& feed, const Fetched& fetched, const FeedReading& reading, Timestamp now);

/// After any other response. Keeps the validators, entries and URL.
void note_failure(Feed& feed, FeedProblem problem, const std::string& error, Timestamp now);

/// The earliest time for the next request to the host: Retry-After, else an hour, for status 429 and 503. Nothing for
/// any other response.
std::optional<Timestamp> host_backoff_until(const HttpResponse& response, Timestamp now);

/// Do two lists of entry keys share an entry?
bool share_entry(const std::vector<std::string>& a, const std::vector<std::string>& b);

/// The entry keys of articles.
std::vector<std::string> entry_keys(const std::vector<Article>& articles);

}  // namespace council_news
