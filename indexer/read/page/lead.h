#pragma once

#include <string>

#include "indexer/read/html/text.h"
#include "indexer/read/page/page_view.h"

namespace council_news::page {

/// The standfirst that stands between the headline and the container of the text, as text; empty if there is none.
/// `page` was measured without `dropped`.
std::string standfirst(const PageView& page, const html::Node& container, const html::NodeSet& dropped);

}  // namespace council_news::page
