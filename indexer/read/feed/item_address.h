#pragma once

#include <string>

#include "indexer/read/feed/raw_feed.h"

namespace council_news {

/// What the addresses of a feed's items depend on.
struct FeedHome {
  std::string page;  ///< the page that the feed is about, the last resort for resolving relative links; may be empty
  std::string language;  ///< of the feed; may be empty
};
FeedHome home_of(const RawFeed& feed);

/// The guid of an item as written; empty if there is none.
std::string guid_of(const RawItem& item);

/// The absolute web address of an item, the first of: the original address that FeedBurner keeps, its link, a guid that
/// is a permalink, the address of its content, an id that is a web address. Empty if there is none. Of links to one
/// page in several languages, that in the language of the item or feed.
std::string url_of(const RawItem& item, const FeedHome& feed_home);

/// The link of an item as written, usable or not; empty if there is none.
std::string written_link_of(const RawItem& item);

}  // namespace council_news
