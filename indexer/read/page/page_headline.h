#pragma once

#include <string>

#include "indexer/read/page/meta_tags.h"
#include "indexer/read/page/page_view.h"
#include "indexer/read/page/structured_data.h"

namespace council_news::page {

/// The names of the site, as far as known.
struct Site {
  std::string outlet;
  std::string host;
};

/// The headline of the page without the site's name: the page's own <h1> if it is a headline, else that of the
/// metadata.
std::string headline(const PageView& page, const MetaTags& meta, const StructuredData& data, const Site& site);

/// The site's name at the end (or the beginning) of the page's <title>, if the rest of it is `headline`.
std::string site_name_in_title(std::string_view page_title, std::string_view headline);

/// Whether `name` is one of the parts of the page's <title>: `Headline | Section | Name`.
bool is_part_of_title(std::string_view page_title, std::string_view name);

}  // namespace council_news::page
