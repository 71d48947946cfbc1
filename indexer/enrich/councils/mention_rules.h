#pragma once

#include <cstddef>
#include <vector>

#include "indexer/enrich/councils/mention.h"

namespace council_news {

// Rules that compare the mentions of an article, which are in text order.

/// "Newcastle" alone is Newcastle-under-Lyme if that is named in full, and Newcastle City Council is not.
void follow_longer_names(std::vector<Mention>& mentions);

/// Removes "the Kent council" if the article names another council within Kent and not the county's. Returns its
/// paragraphs, where the other one is meant.
std::vector<std::size_t> remove_outer_councils(std::vector<Mention>& mentions);

/// Consecutive lines that begin with a name and are not sentences are the rows of a table of authorities.
void read_tables(std::vector<Mention>& mentions);

/// If the introduction names no council, the first paragraph that does is moved up by one position.
void move_opening(std::vector<Mention>& mentions);

}  // namespace council_news
