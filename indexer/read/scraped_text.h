#pragma once

#include <string_view>

#include "indexer/read/input.h"

namespace council_news {

/// Reads a news page that a scraper saved as plain text: byline, date, headline and body among the rest of the page.
/// `text` is input.bytes as UTF-8. Throws InputError when there is no article in it.
Article read_scraped_text(const Input& input, std::string_view text);

}  // namespace council_news
