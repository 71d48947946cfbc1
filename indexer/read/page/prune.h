#pragma once

#include <string_view>

#include "indexer/read/html/text.h"
#include "indexer/read/page/page_view.h"

namespace council_news::page {

/// Drops what is surely not of the article wherever it stands: by its element and by its class, id and role.
void drop_surroundings(const PageView& page, html::NodeSet& dropped);

/// Drops what is not of the article's text within its container: headline, link lists, short lines that only name an
/// author, a date, a picture's source or what to read next. `page` was measured without `dropped`.
void drop_within(const PageView& page, const html::Node& container, std::string_view title, html::NodeSet& dropped);

}  // namespace council_news::page
