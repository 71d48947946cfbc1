#pragma once

#include "indexer/read/html/text.h"
#include "indexer/read/page/page_view.h"

namespace council_news::page {

/// Adds to `dropped` what is certainly not part of the article, judged by its element, class, id and role.
void drop_surroundings(const PageView& page, html::NodeSet& dropped);

/// Adds to `dropped` what is not article text within its container: the headline, lists and boxes of links, empty
/// headings. `page` must be measured without `dropped`.
void drop_within(const PageView& page, const html::Node& container, html::NodeSet& dropped);

}  // namespace council_news::page
