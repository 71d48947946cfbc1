#pragma once

#include <cstddef>
#include <vector>

#include "indexer/enrich/councils/naming.h"

namespace council_news {

// What the names of an article, in their order, tell of each other.

/// "Newcastle" alone is Newcastle-under-Lyme where that is named in full, and Newcastle City Council is not.
void follow_longer_names(std::vector<Naming>& namings);

/// Takes "the Kent council" out where the article names another one within Kent, and not the county's. The paragraphs
/// in which it stood: there that other one is meant.
std::vector<std::size_t> take_those_within(std::vector<Naming>& namings);

/// Lines that begin with a name and are no sentences, one after the other, are the rows of a table of authorities.
void read_tables(std::vector<Naming>& namings);

/// Where an introduction names no council, the paragraph that first does stands one place higher.
void move_opening(std::vector<Naming>& namings);

}  // namespace council_news
