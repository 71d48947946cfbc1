#pragma once

#include <string>
#include <vector>

#include "common/article.h"

namespace council_news {

/// The hashes under which an article is known, the surest first; its id is the first of them. Two items are the same
/// article when they share one:
///   1. the canonical URL;
///   2. the guid, within its outlet unless it is a URL, a URN or a tag: short ones mean something only in their feed;
///   3. title, day and authors, for what has neither.
/// Never empty.
std::vector<std::string> identities(const Article& article);

/// `stored` seen again as `seen`: the richer text wins, what `seen` says anew is taken, nothing known is lost.
/// Merging twice changes nothing, and first_seen stays.
Article merge(const Article& stored, const Article& seen);

}  // namespace council_news
