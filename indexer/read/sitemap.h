#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/text/timestamp.h"

namespace council_news {

/// One page, or one sitemap of a sitemap index.
struct SitemapEntry {
  std::string url;  ///< absolute
  std::optional<Timestamp> changed;
  std::string title;  ///< this and the following are from the news extension; empty without it
  std::string outlet;
  std::optional<Timestamp> published;
};

struct Sitemap {
  bool is_index = false;
  bool cut_off = false;
  std::vector<SitemapEntry> entries;  ///< in document order, at most 50,000 (the protocol's own limit)
};

/// Reads a sitemap or a sitemap index (sitemaps.org 0.9, with the news extension) in UTF-8, fetched from `url`. An
/// unreadable document gives no entries.
Sitemap read_sitemap(std::string_view xml, const std::string& url);

}  // namespace council_news
