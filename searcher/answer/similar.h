#pragma once

#include <xapian.h>

namespace council_news {

/// A query for articles like `document`: its most distinctive words and its councils. The document itself does not
/// match.
struct SimilarQuery {
  Xapian::Query query;
  double min_weight = 0;  ///< articles below this only share a few words
};

SimilarQuery similar_to(const Xapian::Database& database, const Xapian::Document& document);

}  // namespace council_news
