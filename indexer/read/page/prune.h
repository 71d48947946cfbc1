#pragma once

#include "indexer/read/html/text.h"
#include "indexer/read/page/page_view.h"

namespace council_news::page {

/// Drops what is surely not of the article wherever it stands: by its element and by its class, id and role.
void drop_surroundings(const PageView& page, html::NodeSet& dropped);

/// Drops what is not of the article's text within its container: the headline, lists and boxes of links, headings with
/// nothing under them. `page` was measured without `dropped`.
void drop_within(const PageView& page, const html::Node& container, html::NodeSet& dropped);

}  // namespace council_news::page
