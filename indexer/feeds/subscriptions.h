#pragma once

#include <deque>
#include <functional>
#include <string>
#include <unordered_map>
#include <vector>

#include "indexer/feeds/feed.h"
#include "indexer/read/opml.h"

namespace council_news {

/// What Subscriptions::put() does with a feed that is gone (410).
enum class IfGone { keep, reactivate };

/// May a feed list allow requests to private addresses?
enum class ListTrust { untrusted, trusted };

/// The set of subscribed feeds, for changes.
class Subscriptions {
 public:
  explicit Subscriptions(std::vector<Feed> feeds);

  /// The feed that was subscribed with `url`, else the one that is there now, else the one that moved from there;
  /// nullptr if there is none.
  Feed* find(const std::string& url);

  /// Subscribes to `url` if it is not subscribed yet, and applies `change` to its settings. Throws UsageError, without
  /// changing anything, if the URL is invalid or the council or topic is unknown.
  Feed& put(const std::string& url, const std::function<void(FeedSettings&)>& change, IfGone if_gone = IfGone::keep);

  const std::deque<Feed>& feeds() const { return feeds_; }

 private:
  std::deque<Feed> feeds_;  ///< a deque, because the maps point to its elements
  std::unordered_map<std::string, Feed*> by_key_;
  std::unordered_map<std::string, Feed*> by_url_;         ///< by the key of the current URL
  std::unordered_map<std::string, Feed*> by_former_url_;  ///< by the key of the previous URL
};

/// Overrides `settings` with those given in a feed list. Only a trusted list can allow private addresses.
void merge_settings(FeedSettings& settings, const OpmlFeed& feed, ListTrust trust);

OpmlFeed to_opml(const Feed& feed);

}  // namespace council_news
