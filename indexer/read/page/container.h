#pragma once

#include <vector>

#include "indexer/read/html/text.h"
#include "indexer/read/page/page_view.h"

namespace council_news::page {

/// The elements that contain the article's text, in document order, none within another. Usually there is one; there
/// are more if the page splits the text into several boxes, and none if the page has no prose. Ignores `dropped`.
std::vector<const html::Node*> find_container(const PageView& page, const html::NodeSet& dropped);

}  // namespace council_news::page
