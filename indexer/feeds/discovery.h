#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace council_news {

/// Finds the feeds that an HTML page links to with `<link rel=alternate type=…>`. Returns absolute URLs without
/// duplicates: RSS, Atom and JSON feeds in page order, then comment feeds.
std::vector<std::string> find_feed_links(std::string_view html, const std::string& url);

}  // namespace council_news
