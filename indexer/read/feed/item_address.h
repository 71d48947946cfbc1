#pragma once

#include <string>

#include "indexer/read/feed/raw_feed.h"

namespace council_news {

/// The page that a feed is about, from which relative links are seen where nothing else says; empty if unknown.
std::string site_of(const RawFeed& feed);

/// The guid of an item as it stands there; empty if there is none.
std::string guid_of(const RawItem& item);

/// The absolute web address of an item: the original one that FeedBurner keeps, its link, a guid that is a permalink,
/// where its content stands, an id that is a web address. Empty if there is none.
std::string url_of(const RawItem& item, const std::string& site);

/// The link that an item gives, usable or not; empty if it gives none.
std::string written_link_of(const RawItem& item);

}  // namespace council_news
