#pragma once

#include "common/article.h"
#include "indexer/read/input.h"
#include "indexer/read/page/page_view.h"

namespace council_news::page {

/// All that a page says of its article but the body: url, title, authors, published, updated, outlet, categories and
/// summary.
Article read_metadata(const Input& input, const PageView& page);

}  // namespace council_news::page
