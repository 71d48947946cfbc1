#pragma once

#include <string>

#include "indexer/read/html/html_document.h"

namespace council_news::page {

/// The text of a byline element with a ` | ` between adjacent child elements, unless one of them is a single word:
/// often nothing else separates names, roles and organisations. `<a>Ann Smith</a><a>Bob Jones</a>` → `Ann Smith | Bob
/// Jones`, `<b>Ann</b><b>Smith</b>` → `Ann Smith`.
std::string byline_text(const html::Node& box);

}  // namespace council_news::page
