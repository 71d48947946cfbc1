#pragma once

#include <deque>
#include <functional>
#include <string>
#include <unordered_map>
#include <vector>

#include "indexer/feeds/feed.h"
#include "indexer/read/opml.h"

namespace council_news {

/// The feeds of an archive while their list is being changed, each address once.
class Subscriptions {
 public:
  explicit Subscriptions(std::vector<Feed> feeds);

  /// The feed that was subscribed under that address, else one that is at it now, else one that has moved from it;
  /// nullptr if there is none.
  Feed* find(const std::string& url);

  /// Subscribes to `url` unless that is known, and lets `change` change the settings. Throws UsageError, and changes
  /// nothing, for what cannot be a web address and for a council or topic that is not known. A feed that was gone is
  /// asked again, if `revive`.
  Feed& put(const std::string& url, const std::function<void(FeedSettings&)>& change, bool revive);

  const std::deque<Feed>& feeds() const { return feeds_; }

 private:
  std::deque<Feed> feeds_;  ///< those in it stay where they are when others come
  std::unordered_map<std::string, Feed*> by_key_;
  std::unordered_map<std::string, Feed*> by_address_;  ///< by the key of the present address
  std::unordered_map<std::string, Feed*> by_former_;   ///< by that of the address before
};

/// Takes into `settings` what a feed list says; what it does not say stays. A list comes from anywhere: only a
/// `trusted` one can allow private addresses.
void take_settings(FeedSettings& settings, const OpmlFeed& feed, bool trusted);

OpmlFeed to_opml(const Feed& feed);

}  // namespace council_news
