#pragma once

#include <functional>
#include <string>
#include <vector>

#include "indexer/feeds/feed.h"
#include "indexer/read/opml.h"

namespace council_news {

/// The feeds of an archive while their list is being changed, each address once.
class Subscriptions {
 public:
  explicit Subscriptions(std::vector<Feed> feeds) : feeds_(std::move(feeds)) {}

  /// The feed that was subscribed under that address, or is at it now; nullptr if none is.
  Feed* find(const std::string& url);

  /// Subscribes to `url` unless that is known, and lets `change` change the settings. Throws UsageError, and changes
  /// nothing, for what is no web address and for a council or topic that is not known. A feed that was gone is asked
  /// again, if `revive`.
  Feed& put(const std::string& url, const std::function<void(FeedSettings&)>& change, bool revive);

  std::vector<Feed>& feeds() { return feeds_; }

 private:
  std::vector<Feed> feeds_;
};

/// Takes into `settings` what a feed list says; what it does not say stays. A list comes from anywhere: only a
/// `trusted` one can allow private addresses.
void take_settings(FeedSettings& settings, const OpmlFeed& feed, bool trusted);

OpmlFeed to_opml(const Feed& feed);

}  // namespace council_news
