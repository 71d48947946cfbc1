#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "common/text/timestamp.h"
#include "indexer/fetch/fetcher.h"

namespace council_news {

/// The longest that a person may have a feed left alone: a year.
inline constexpr int kMostEveryHours = 24 * 365;

/// What a person has said about a feed: it stands above what the feed says.
struct FeedSettings {
  std::string title;
  std::string folder;              ///< of the feed list, levels apart by `/`
  std::string council;             ///< slug: all its articles are about that council
  std::string topic;               ///< slug: all its articles are about that topic
  std::string outlet;              ///< who publishes its articles
  std::optional<int> every_hours;  ///< not asked more often
  bool full_pages = false;         ///< fetch the page behind each entry
  bool history = true;             ///< follow archived and older pages of the feed
  bool allow_private = false;      ///< its address may be of this machine or of its own network

  bool operator==(const FeedSettings&) const = default;
};

/// What came of asking a feed the last time.
enum class FeedProblem {
  none,
  unreachable,  ///< no connection, no answer in time, TLS
  refused,      ///< we may not ask there
  http_error,   ///< a status that is no success
  html,         ///< a page instead of a feed
  not_a_feed,   ///< something else instead of a feed
  cut_off,      ///< half a document
  gone,         ///< 410: not asked again
  duplicate,    ///< it has moved to the address of another subscription, which is asked for both
};

/// A page still to be fetched.
struct PendingPage {
  std::string url;
  std::string title;  ///< of the entry that names it; may be empty
  int tries = 0;
};

/// What is remembered of a feed between runs, in one commit with the articles it came with.
struct FeedState {
  Validators validators;
  std::string title;  ///< the feed's own

  std::optional<Timestamp> last_asked;
  std::optional<Timestamp> last_success;
  std::optional<Timestamp> last_failure;
  std::optional<Timestamp> not_before;  ///< of the next request
  FeedProblem problem = FeedProblem::none;
  std::string error;  ///< for people; of the last failure, also when all is well again
  int failures = 0;   ///< in a row

  int asks_for_s = 0;            ///< seconds between requests that the feed itself asks for
  std::uint32_t skip_hours = 0;  ///< bit h: do not ask in hour h, UTC
  std::uint32_t skip_days = 0;   ///< bit d: do not ask on weekday d, Sunday is 0

  std::vector<std::string> entries;  ///< of the last document: see entry_key
  bool is_empty = false;             ///< the last document was a feed without entries
  std::optional<Timestamp> newest;   ///< date of its newest entry
  std::optional<Timestamp> missed;   ///< when a document last shared no entry with the one before
  std::optional<Timestamp> moved;    ///< when the address changed
  std::string moved_from;
  int guids_changed = 0;               ///< entries that came with another guid than before, the last time some did
  std::optional<Timestamp> new_guids;  ///< when that was

  std::vector<std::string> deleted;         ///< keys of the last document's deleted entries (RFC 6721)
  std::vector<std::string> withdrawn;       ///< ids of articles that the feed has withdrawn of late
  std::optional<Timestamp> last_withdrawn;  ///< when it last withdrew one

  std::string older;                        ///< the next document of its history to be fetched; empty: none
  bool older_is_archive = false;            ///< it is an archived document, to be fetched once, ever
  std::vector<std::string> older_seen;      ///< keys of those that led there
  std::vector<std::string> entries_before;  ///< while a gap is being filled: the entries on its far side
  int older_failures = 0;                   ///< of `older`, in a row
  bool older_done = false;                  ///< its history has been followed to the end once
  std::vector<PendingPage> pages;
};

/// A subscribed feed. Its key is that of the address it was subscribed under, also when it has moved.
struct Feed {
  std::string key;
  std::string url;
  FeedSettings settings;
  FeedState state;
};

/// The key of an address: equal for addresses that differ only in scheme, host case, fragment and a last slash.
std::string feed_key(const std::string& url);

/// A feed as JSON text for the metadata of the database, and back. from_json throws InputError.
std::string feed_to_json(const Feed& feed);
Feed feed_from_json(const std::string& key, const std::string& json);

/// `html`, `cut-off` and so on: the name of a problem in JSON.
const char* name_of(FeedProblem problem);

}  // namespace council_news
