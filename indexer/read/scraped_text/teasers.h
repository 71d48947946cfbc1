#pragma once

#include <cstddef>

#include "indexer/read/scraped_text/page_line.h"

namespace council_news::scraped {

/// Line `at` begins a block that shows other articles: a headline twice or once as a picture, headlines each with one
/// paragraph under it set otherwise than the article's, or a list of headlines. `from` is the first line of the
/// article's body.
///
/// It is told by structure alone. A sub-heading with its paragraphs, a list after a colon and a picture between
/// paragraphs are none.
bool begins_teasers(const PageLines& lines, std::size_t from, std::size_t at);

/// Line `at`, of role pause, heads a few links in the middle of an article: behind them it goes on with several
/// paragraphs in a row, which no teaser has.
bool is_inline_box(const PageLines& lines, std::size_t at);

}  // namespace council_news::scraped
