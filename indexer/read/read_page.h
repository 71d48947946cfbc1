#pragma once

#include <string_view>

#include "indexer/source/input.h"

namespace council_news {

/// Reads the article of an HTML news page. `html` is input.bytes as UTF-8. Throws NoArticleError if the page is
/// certainly not an article (a listing, a consent wall, a login, an error page, a page without text) and says which.
Article read_page(const Input& input, std::string_view html);

}  // namespace council_news
