#pragma once

#include <string>
#include <vector>

#include "common/article.h"

namespace council_news {

/// The hashes by which an article may be known, the surest first:
///   1. its canonical URL;
///   2. its guid, within its outlet unless the guid is a URL, a URN or a tag: a short one means something only there;
///   3. title, day and authors.
/// Any of them finds candidates; likeness decides.
std::vector<std::string> identities(const Article& article);

/// The same in words, for people, one each: `its address record.example/leeds`.
std::vector<std::string> identities_in_words(const Article& article);

/// The identity that an article shares with no other: for one whose URL and guid are used for other articles too.
std::string story_identity(const Article& article);

/// What an article that shares an identity with a known one is to it.
enum class Likeness {
  other,      ///< another article
  same,       ///< the same
  may_be_of,  ///< a text without URL and guid, that fits this page: of several that it fits, it is one
};

/// Is an article just seen one that is known, under all the identities of its readings? Sites use a URL again for
/// rolling news, and feeds a guid: then neither the headline nor the text of the two has much in common. Two that share
/// only title, day and authors are one when one of them has neither URL nor guid, they are not of different outlets,
/// and their texts, if both have any, share something.
Likeness likeness(const Article& known, const std::vector<std::string>& known_as, const Article& seen);

}  // namespace council_news
