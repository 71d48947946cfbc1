#pragma once

#include <xapian.h>

#include "common/index/stem.h"
#include "searcher/query/ast.h"
#include "searcher/query/word_queries.h"

namespace council_news {

/// Has the query several words, or one of several parts, so that some of them may do where no article has all?
bool is_relaxable(const Node& root);

/// `found` with what an article gains for the share it has of the query's words where none has all of them: something
/// for each word, as much as the word tells, however often it is said; and more for two neighbours of the query side by
/// side. All pairs together weigh about as much as the words, so that long queries go by their words. Words that no
/// article has count for nothing. Empty when there is nothing to gain.
///
/// Only weighs: every match has to be looked at (compile.h).
Xapian::Query with_share(const Xapian::Query& found, const Node& root, const Xapian::Database& database, Stemmer& stem,
                         WordQueries& words);

}  // namespace council_news
