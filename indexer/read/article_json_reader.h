#pragma once

#include <string_view>

#include "indexer/source/input.h"

namespace council_news {

/// Reads articles from JSON: one object, an array of objects, or one object per line (JSON Lines). The members are
/// those of struct Article or the names that scrapers use (field_names.h). An `id` that is not one of ours is kept as a
/// guid.
///
/// A member of the wrong type or an unreadable date becomes a warning on its article. An unreadable line does not stop
/// the others: they go to `sink` first, then InputError names the bad lines. An object with neither title nor text is
/// not an article: NoArticleError counts such objects at the end.
void read_article_json(const Input& input, std::string_view json, const ArticleSink& sink);

}  // namespace council_news
