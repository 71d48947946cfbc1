#pragma once

#include <string>

#include "indexer/read/feed/raw_feed.h"

namespace council_news {

/// The page that a feed is about, the last resort for resolving relative links; empty if unknown.
std::string site_of(const RawFeed& feed);

/// The guid of an item as written; empty if there is none.
std::string guid_of(const RawItem& item);

/// The absolute web address of an item, the first of: the original address that FeedBurner keeps, its link, a guid that
/// is a permalink, the address of its content, an id that is a web address. Empty if there is none.
std::string url_of(const RawItem& item, const std::string& site);

/// The link of an item as written, usable or not; empty if there is none.
std::string written_link_of(const RawItem& item);

}  // namespace council_news
