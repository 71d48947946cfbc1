#pragma once

#include <string>

#include "indexer/read/html/document.h"

namespace council_news::page {

/// The text of a byline's box with its parts told apart: ` | ` stands where one element ends and the next begins and
/// neither is a single word, since names, roles and places of work often have nothing else between them.
/// `<a>Ann Smith</a><a>Bob Jones</a>` → `Ann Smith | Bob Jones`, `<b>Ann</b><b>Smith</b>` → `Ann Smith`.
std::string byline_text(const html::Node& box);

}  // namespace council_news::page
