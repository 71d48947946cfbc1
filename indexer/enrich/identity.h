#pragma once

#include <string>
#include <vector>

#include "common/article.h"

namespace council_news {

/// The hashes by which an article may be known, the surest first:
///   1. its canonical URL;
///   2. its guid, within its outlet unless the guid is a URL, a URN or a tag: a short one means something only there;
///   3. title, day and authors.
/// Any of them finds candidates; tell_of_one_article decides.
std::vector<std::string> identities(const Article& article);

/// The same in words, for people, one each: `its address record.example/leeds`.
std::vector<std::string> identities_in_words(const Article& article);

/// More hashes for an article that shares all of those with others, as an address or guid is used again: by its
/// address, title, day, authors and outlet together, then with its text too.
std::vector<std::string> story_identities(const Article& article);

/// Can a reading stand for an article by itself: has it an address or a guid, and a headline? Any other is loose: it
/// belongs to all articles that it fits, and is one of its own only while it fits none.
bool is_firm(const Article& reading);

/// Do two readings tell of one article? The same in either order.
///
/// Those of one address or guid do unless both the headlines and the texts have little in common: sites use a URL again
/// for rolling news, and feeds a guid. Those that share only title, day and authors do when one of them has neither URL
/// nor guid, they are not of different outlets, and their texts, if both have any, share something.
bool tell_of_one_article(const Article& a, const Article& b);

}  // namespace council_news
