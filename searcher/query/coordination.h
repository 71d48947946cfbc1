#pragma once

#include <xapian.h>

#include "common/index/stem.h"
#include "searcher/query/ast.h"
#include "searcher/query/word_queries.h"

namespace council_news {

/// Has the query several words, or one of several parts, so that some of them may do where no article has all?
bool is_relaxable(const Node& root);

/// `found` with the weight that an article gains for its share of the query's words, where no article has all of them:
/// coordination, something for each word in its idf, however often it occurs; and proximity, more for two neighbours of
/// the query side by side. All pairs together weigh about as much as the words, so that long queries go by their words.
/// Words that no article has count for nothing. Empty when there is nothing to gain.
///
/// It only adds weight: every match has to be looked at (compile.h).
Xapian::Query with_coordination(const Xapian::Query& found, const Node& root, const Xapian::Database& database,
                                Stemmer& stem, WordQueries& words);

}  // namespace council_news
