#pragma once

#include <string>
#include <vector>

#include "indexer/feeds/feed.h"
#include "indexer/feeds/feed_reading.h"

namespace council_news {

/// How an answer changes what is remembered of a feed: pure functions of the feed, the answer and the time.

/// What is worth saying of a success, beside the articles.
struct FeedNews {
  bool moved = false;                ///< the feed has a new address
  bool missed = false;               ///< no entry was there the last time: some may have come and gone between
  int guids_changed = 0;             ///< entries that had another guid the last time
  std::vector<std::string> absent;   ///< keys of entries that a complete feed had the last time and has no more
  std::vector<std::string> deleted;  ///< guids that it says were withdrawn, and did not say the last time
};

/// What to do with an answer, before looking into its body.
struct Verdict {
  enum class Kind { read, unchanged, put_off, failed } kind;
  FeedProblem problem = FeedProblem::none;
  std::string error;  ///< for people
};
Verdict judge(const Fetched& fetched);

/// 304: validators that the answer carries replace those known (RFC 9110, 15.4.5).
FeedNews note_unchanged(Feed& feed, const Fetched& fetched, Timestamp now);

/// 200 with a whole, valid feed: its validators replace the known ones, also by nothing.
FeedNews note_success(Feed& feed, const Fetched& fetched, const FeedReading& reading, Timestamp now);

/// Anything else. Validators, entries and the address stay.
void note_failure(Feed& feed, FeedProblem problem, const std::string& error, Timestamp now);

/// The moment until which a host is to be left in peace, for an answer that asks for it (429 and 503).
std::optional<Timestamp> host_rests_until(const HttpResponse& response, Timestamp now);

/// Whether two documents of a feed share an entry, by their entries' keys.
bool share_entry(const std::vector<std::string>& a, const std::vector<std::string>& b);

/// The keys of the entries.
std::vector<std::string> entry_keys(const std::vector<Article>& articles);

}  // namespace council_news
