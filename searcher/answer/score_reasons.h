#pragma once

#include <vector>

#include <xapian.h>

#include "common/index/stem.h"
#include "searcher/answer/answer.h"
#include "searcher/answer/request.h"
#include "searcher/query/ast.h"

namespace council_news {

/// A match and what its score depends on.
struct ScoredMatch {
  const Xapian::Query& query;
  const Node& root;  ///< the query's tree; its fields do not contribute to the score
  const Xapian::Document& document;
  double score;
  SortOrder sort;
};

/// Why a match has its score: the words and fields of the query that it has, highest weight first, and last the
/// remainder, which comes from words side by side and the date.
std::vector<Reason> reasons_for(const Xapian::Database& database, const ScoredMatch& match, Stemmer& stem);

}  // namespace council_news
