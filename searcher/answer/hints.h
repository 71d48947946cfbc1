#pragma once

#include <string>

#include <xapian.h>

#include "common/index/stem.h"
#include "searcher/query/ast.h"

namespace council_news {

/// The words of a resolved query that stand in no article and without which it asks for something else, for people:
/// `no article has 'ombudsman'`. Empty when there are none, or when they are all that is asked for.
std::string missing_words(const Node& root, const Xapian::Database& database, Stemmer& stem);

/// For a resolved query about a council that finds nothing: how many articles name the council without being about it,
/// and how to ask for them. Empty when there are none.
std::string mentions_instead(const Node& root, const Xapian::Database& database, Stemmer& stem);

}  // namespace council_news
