#pragma once

#include <vector>

#include <xapian.h>

#include "common/index/stem.h"
#include "searcher/answer/answer.h"
#include "searcher/answer/request.h"
#include "searcher/query/ast.h"

namespace council_news {

/// A match, and what gave it its score.
struct ScoredMatch {
  const Xapian::Query& query;
  const Node& root;  ///< the query's tree: fields in it only had to be there
  const Xapian::Document& document;
  double score;
  SortOrder sort;
};

/// Why a match has its score: the words and fields of the query that it has, the weightiest first, and last what they
/// leave over: words standing side by side, and the date.
std::vector<Reason> reasons_for(const Xapian::Database& database, const ScoredMatch& match, Stemmer& stem);

}  // namespace council_news
