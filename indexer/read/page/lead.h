#pragma once

#include <string>

#include "indexer/read/html/text.h"
#include "indexer/read/page/page_view.h"

namespace council_news::page {

/// The text of the standfirst between the headline and the text's container; empty if there is none. `page` must be
/// measured without `dropped`.
std::string standfirst(const PageView& page, const html::Node& container, const html::NodeSet& dropped);

}  // namespace council_news::page
