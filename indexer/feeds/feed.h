#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "common/text/timestamp.h"
#include "indexer/fetch/fetcher.h"

namespace council_news {

/// Maximum of FeedSettings::every_hours: a year.
inline constexpr int kMaxEveryHours = 24 * 365;

/// What the user has configured for a feed. Overrides what the feed says.
struct FeedSettings {
  std::string title;
  std::string folder;              ///< in the feed list, levels separated by `/`
  std::string council;             ///< slug of the council that all its articles are about
  std::string topic;               ///< slug of the topic that all its articles are about
  std::string outlet;              ///< publisher of its articles
  std::optional<int> every_hours;  ///< minimum interval between requests
  bool full_pages = false;         ///< fetch the web page of each entry
  bool history = true;             ///< follow archived and older pages of the feed
  bool allow_private = false;      ///< allow addresses of this machine and its local network

  bool operator==(const FeedSettings&) const = default;
};

/// The outcome of the last request for a feed.
enum class FeedProblem {
  none,
  unreachable,  ///< no connection, timeout, TLS failure
  refused,      ///< requests to this address are not allowed
  http_error,   ///< an HTTP error status
  html,         ///< an HTML page instead of a feed
  not_a_feed,   ///< something else instead of a feed
  cut_off,      ///< an incomplete document
  gone,         ///< 410: not requested again
  duplicate,    ///< moved to the URL of another subscription, which is requested for both
};

/// A page that has not been fetched yet.
struct PendingPage {
  std::string url;
  std::string title;  ///< of the entry that links to it; may be empty
  int tries = 0;
};

/// The state of a feed, stored between runs in the same commit as its articles.
struct FeedState {
  Validators validators;
  std::string title;  ///< as given by the feed

  std::optional<Timestamp> last_asked;
  std::optional<Timestamp> last_success;
  std::optional<Timestamp> last_failure;
  std::optional<Timestamp> not_before;  ///< time of the next request
  FeedProblem problem = FeedProblem::none;
  std::string error;  ///< human-readable; of the last failure, even after a success
  int failures = 0;   ///< consecutive failures

  int requested_interval_s = 0;  ///< minimum seconds between requests, as requested by the feed
  std::uint32_t skip_hours = 0;  ///< bit h: no requests in hour h, UTC
  std::uint32_t skip_days = 0;   ///< bit d: no requests on weekday d, Sunday is 0

  std::vector<std::string> entries;  ///< of the last document, as entry keys (feed_reading.h)
  bool is_empty = false;             ///< the last document was a feed without entries
  std::optional<Timestamp> newest;   ///< date of its newest entry
  std::optional<Timestamp> missed;   ///< when a document last shared no entry with the previous one
  std::optional<Timestamp> moved;    ///< when the URL changed
  std::string moved_from;
  int guids_changed = 0;               ///< number of entries whose guid changed, the last time that happened
  std::optional<Timestamp> new_guids;  ///< when that was

  std::vector<std::string> deleted;         ///< keys of the deleted entries in the last document (RFC 6721)
  std::vector<std::string> withdrawn;       ///< ids of articles that the feed withdrew recently
  std::optional<Timestamp> last_withdrawn;  ///< when that last happened

  std::string older;                        ///< URL of the next history document to fetch; may be empty
  bool older_is_archive = false;            ///< it is an archive document (RFC 5005), which is fetched only once
  std::vector<std::string> older_seen;      ///< keys of the documents that led to it
  std::vector<std::string> entries_before;  ///< entry keys before the gap that is being filled
  int older_failures = 0;                   ///< consecutive failures to fetch `older`
  bool older_done = false;                  ///< the history was followed to its end
  std::vector<PendingPage> pages;
};

/// A subscribed feed. Its key is derived from the URL it was subscribed with, even after it has moved.
struct Feed {
  std::string key;
  std::string url;
  FeedSettings settings;
  FeedState state;
};

/// The key of a URL: equal for URLs whose normalised form is. Not the canonical one: `?source=rss` and
/// `?source=twitter` name one page, but may be two feeds.
std::string feed_key(const std::string& url);

/// Converts a feed to and from the JSON that is stored in the database. feed_from_json() throws InputError.
std::string feed_to_json(const Feed& feed);
Feed feed_from_json(const std::string& key, const std::string& json);

/// The name of a problem in JSON, such as `cut-off`.
const char* name_of(FeedProblem problem);

}  // namespace council_news
