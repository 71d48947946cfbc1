#pragma once

#include <string>
#include <vector>

#include "indexer/read/page/meta_tags.h"
#include "indexer/read/page/page_view.h"
#include "indexer/read/page/structured_data.h"

namespace council_news::page {

/// Who wrote the article, one name each, by the first that says so: JSON-LD, <meta>, elements marked as author, boxes
/// named like a byline, a line that begins with "By".
std::vector<std::string> page_authors(const PageView& page, const MetaTags& meta, const StructuredData& data);

}  // namespace council_news::page
