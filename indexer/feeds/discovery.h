#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace council_news {

/// The feeds that an HTML page names by `<link rel=alternate type=…>`, as absolute addresses, each once: RSS, Atom and
/// JSON Feed in the order of the page, feeds of comments last.
std::vector<std::string> find_feed_links(std::string_view html, const std::string& url);

}  // namespace council_news
