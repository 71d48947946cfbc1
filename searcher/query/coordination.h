#pragma once

#include <xapian.h>

#include "common/index/stem.h"
#include "searcher/query/ast.h"
#include "searcher/query/word_queries.h"

namespace council_news {

/// Whether the query has several words, or a word of several parts, so that a match with some of them is useful.
bool is_relaxable(const Node& root);

/// `found` with extra weight for an article's share of the query's words, for when no article has all of them.
/// Coordination adds a share of its idf for each word, however often it occurs; proximity adds more for two neighbours
/// of the query side by side. All pairs together weigh about as much as the words, so that words decide long queries.
/// Words that no article has are ignored. Empty if there is nothing to add.
///
/// It only adds weight: every match must be checked (compile.h).
Xapian::Query with_coordination(const Xapian::Query& found, const Node& root, const Xapian::Database& database,
                                Stemmer& stem, WordQueries& words);

}  // namespace council_news
