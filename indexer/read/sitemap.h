#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/text/timestamp.h"

namespace council_news {

/// One page, or of an index one sitemap.
struct SitemapEntry {
  std::string url;  ///< absolute
  std::optional<Timestamp> changed;
  std::string title;  ///< this and what follows are of the news extension, and empty without it
  std::string outlet;
  std::optional<Timestamp> published;
};

struct Sitemap {
  bool is_index = false;
  bool cut_off = false;
  std::vector<SitemapEntry> entries;  ///< in the order of the document, at most 50,000 (the protocol's own limit)
};

/// Reads a sitemap or an index of sitemaps (sitemaps.org 0.9, with the news extension) in UTF-8 that was taken from
/// `url`. Has no entries when it cannot be read.
Sitemap read_sitemap(std::string_view xml, const std::string& url);

}  // namespace council_news
