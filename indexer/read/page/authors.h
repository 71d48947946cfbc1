#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/read/page/meta_tags.h"
#include "indexer/read/page/page_view.h"
#include "indexer/read/page/structured_data.h"

namespace council_news::page {

/// The authors of the article, one name each, from the first source that has any: JSON-LD, <meta>, elements marked as
/// author, boxes named like a byline, links to an author's page, a line that begins with "By", names right below the
/// headline, a name above a role, a right-aligned signature. If the metadata has only a first name or only one of
/// several authors, the complete byline of the page is used.
///
/// The site itself (`outlet` or a host name) and organisations are authors only if no person is named.
std::vector<std::string> page_authors(const PageView& page, const MetaTags& meta, const StructuredData& data,
                                      std::string_view outlet);

}  // namespace council_news::page
