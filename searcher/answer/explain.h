#pragma once

#include <string>
#include <vector>

#include <xapian.h>

#include "common/article.h"
#include "common/index/stem.h"
#include "searcher/query/ast.h"

namespace council_news {

/// One part of the score of an article, in words.
struct Reason {
  std::string what;   ///< `“trust, trusts”, 9 times, also in the headline`
  double weight = 0;  ///< of the score; 0 for what only had to be there
};

/// Why a match has its score: the words and fields of the query that it has, the weightiest first, and last what they
/// leave over: words standing side by side, and the date. `root` is the query's tree: fields in it only had to be
/// there. `is_recent`: was something added for being new?
std::vector<Reason> reasons_for(const Xapian::Database& database, const Xapian::Query& query, const Node& root,
                                const Xapian::Document& document, double score, bool is_recent, Stemmer& stem);

/// Why an article counts as about its councils and topics, and as one that names others, a line each: `about Sandwell:
/// “Sandwell Council” in the headline`. Empty for an article of an archive that does not keep it; reindex renews it.
std::vector<std::string> attributions_of(const Article& article);

}  // namespace council_news
