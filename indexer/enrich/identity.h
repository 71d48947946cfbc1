#pragma once

#include <string>
#include <vector>

#include "common/article.h"

namespace council_news {

/// The hashes that identify an article, the most reliable first:
///   1. its canonical URL;
///   2. its guid, scoped to its outlet unless it is a URL, a URN or a tag;
///   3. title, day and authors.
/// Any of them finds candidates; are_same_article decides.
std::vector<std::string> identities(const Article& article);

/// The same, human-readable: `its address record.example/leeds`.
std::vector<std::string> identities_in_words(const Article& article);

/// More specific hashes for an article that shares all of those with others, because an address or guid was reused:
/// address, title, day, authors and outlet together, then with the text too.
std::vector<std::string> story_identities(const Article& article);

/// Whether a reading can be an article by itself: it has an address or a guid, and a headline. Other readings are
/// unidentified: they belong to all articles that they match, and are articles only while they match none.
bool is_identified(const Article& reading);

/// Whether two readings are of the same article. Symmetric.
///
/// Readings with the same address or guid are, unless both headlines and texts have little in common: sites reuse a URL
/// for rolling news, and feeds a guid. Readings that share only title, day and authors are if one of them has neither
/// URL nor guid, their outlets do not differ, and their texts, if both have one, have something in common.
bool are_same_article(const Article& a, const Article& b);

}  // namespace council_news
