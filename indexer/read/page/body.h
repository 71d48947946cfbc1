#pragma once

#include <string>

#include "indexer/read/page/page_view.h"

namespace council_news::page {

/// The article's own text: paragraphs apart by a blank line, without the headline and without what stands around and
/// between (menus, share bars, related stories, captions, comments, adverts, bylines, notes to editors).
/// Empty if the page has no text that reads like an article.
std::string article_body(PageView& page, std::string_view title);

}  // namespace council_news::page
