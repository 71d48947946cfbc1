#pragma once

#include <string>

#include "indexer/read/page/meta_tags.h"
#include "indexer/read/page/page_view.h"
#include "indexer/read/page/structured_data.h"

namespace council_news::page {

/// What the site is called, as far as known.
struct Site {
  std::string outlet;
  std::string host;
};

/// The headline of the page without the name of its site: the page's own <h1> if it is one, else what its metadata say.
std::string headline(const PageView& page, const MetaTags& meta, const StructuredData& data, const Site& site);

/// The name of the site at the end (or the beginning) of the page's <title>, when the rest of it is `headline`.
std::string site_name_in_title(std::string_view page_title, std::string_view headline);

/// Whether a page's <title> has `name` as one of the parts that separators make of it: `Headline | Section | Name`.
bool is_part_of_title(std::string_view page_title, std::string_view name);

}  // namespace council_news::page
