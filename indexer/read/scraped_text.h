#pragma once

#include <string_view>

#include "indexer/source/input.h"

namespace council_news {

/// Reads a news page that a scraper saved as plain text: finds headline, byline, date and body among the rest of the
/// page. `text` is input.bytes as UTF-8; each paragraph is one line, separated by blank lines, or wrapped at a column.
///
/// The page is split into lines, each line gets a role from its words and form (scraped_text/line_role.h), and the
/// order of the roles gives head and body. A date without a year takes the year from input.retrieved, else from the
/// page. Throws NoArticleError if there is no article: an empty text, menus only, a single line, a list of teasers.
Article read_scraped_text(const Input& input, std::string_view text);

}  // namespace council_news
