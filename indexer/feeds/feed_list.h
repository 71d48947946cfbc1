#pragma once

#include <functional>
#include <string>
#include <vector>

#include "indexer/feeds/subscriptions.h"

namespace council_news {

/// Reads an OPML file; `-` is standard input. Throws InputError.
std::vector<OpmlFeed> load_feed_list(const std::string& file);

/// Subscribes to all feeds of a list and returns them in its order, without duplicates. Calls `fail` for invalid ones.
std::vector<Feed*> subscribe_all(Subscriptions& subscriptions, const std::vector<OpmlFeed>& list, ListTrust trust,
                                 const std::function<void(const std::string& url, const std::string& why)>& fail);

}  // namespace council_news
