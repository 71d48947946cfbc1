#pragma once

#include <string_view>

#include "indexer/source/input.h"

namespace council_news {

/// Reads articles as JSON: one object, an array of them, or one object a line (JSON Lines). The fields are those of
/// struct Article or the names that scrapers write (field_names.h). An `id` that is none of ours is a guid.
///
/// A field of the wrong type or a date that cannot be read becomes a warning on its article. A line that cannot be read
/// does not stop the others: they are handed to `sink` first, then InputError names the bad lines. Objects with neither
/// title nor text are no articles: NoArticleError counts them at the end.
void read_article_json(const Input& input, std::string_view json, const ArticleSink& sink);

}  // namespace council_news
