#pragma once

#include <string>

#include <xapian.h>

#include "common/index/stem.h"
#include "searcher/query/ast.h"

namespace council_news {

/// A note on words of a resolved query that occur in no article: `no article has 'ombudsman'`. Empty if there are none,
/// or if the query has nothing else.
std::string missing_words(const Node& root, const Xapian::Database& database, Stemmer& stem);

/// For a resolved query about a council that finds nothing: how many articles mention the council, and how to search
/// for them. Empty if there are none.
std::string mentions_instead(const Node& root, const Xapian::Database& database, Stemmer& stem);

}  // namespace council_news
