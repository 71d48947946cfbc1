#pragma once

#include <string_view>

#include "indexer/source/input.h"

namespace council_news {

/// Reads a news page that a scraper saved as plain text: byline, date, headline and body among the rest of the page, as
/// a careful reader would write the article down. `text` is input.bytes as UTF-8; its paragraphs are a line each, apart
/// by blank lines, or wrapped at a column.
///
/// The page is cut into lines, each gets a role by its words and form (scraped_text/line_role.h), and head and body are
/// found by how the roles follow each other. A date without a year takes it from input.retrieved, else from the page.
/// Throws NoArticleError when there is no article in it: nothing, menus alone, one line, a list of teasers.
Article read_scraped_text(const Input& input, std::string_view text);

}  // namespace council_news
