#pragma once

#include <vector>

#include "indexer/read/html/text.h"
#include "indexer/read/page/page_view.h"

namespace council_news::page {

/// The elements that hold the article's text, in document order, none within another. Usually one; more where a page
/// breaks the text into several boxes. Empty if the page has no prose. `dropped` is not looked at.
std::vector<const html::Node*> find_container(const PageView& page, const html::NodeSet& dropped);

}  // namespace council_news::page
