#pragma once

#include <cstddef>

#include "indexer/read/scraped_text/page_line.h"

namespace council_news::scraped {

/// Whether line `at` begins a block of other articles: a headline twice or once as a picture, headlines with one
/// paragraph each that are spaced unlike the article's, or a list of headlines. `from` is the first line of the
/// article's body.
///
/// Only structure counts. A sub-heading with paragraphs, a list after a colon and a picture between paragraphs are not
/// teasers.
bool begins_teasers(const PageLines& lines, std::size_t from, std::size_t at);

/// Whether line `at`, of role pause, is the heading of a few links in the middle of an article: several paragraphs in a
/// row follow them, which teasers never have.
bool is_inline_box(const PageLines& lines, std::size_t at);

}  // namespace council_news::scraped
