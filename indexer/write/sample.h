#pragma once

#include <cstddef>

#include "common/article.h"

namespace council_news {

/// How rare an article is among others: half of all articles have a rarity of at least 1, half of these at least 2, and
/// so on, like tosses of a coin. It depends on nothing but the article's own address, guid, outlet and headline, so the
/// articles above a rarity are a sample that does not depend on the order of arrival, and that seldom changes.
std::size_t rarity_of(const Article& article);

}  // namespace council_news
