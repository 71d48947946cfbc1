#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/read/page/meta_tags.h"
#include "indexer/read/page/page_view.h"
#include "indexer/read/page/structured_data.h"

namespace council_news::page {

/// Who wrote the article, one name each, by the first that says so: JSON-LD, <meta>, elements marked as author, boxes
/// named like a byline, links to an author's page, a line that begins with "By", names right under the headline, a name
/// above a role, a signature set to the right. Metadata that has a first name or one of several authors gives way to a
/// byline of the page that has the whole.
///
/// A site that names itself (`outlet`, or a host name) and an organisation are authors only if nobody else is named.
std::vector<std::string> page_authors(const PageView& page, const MetaTags& meta, const StructuredData& data,
                                      std::string_view outlet);

}  // namespace council_news::page
