#pragma once

#include <xapian.h>

namespace council_news {

/// A query for articles like `document`: its most telling words, and the councils and topics it is about. The document
/// itself does not match.
struct SimilarQuery {
  Xapian::Query query;
  double min_weight = 0;  ///< what weighs less has a few words in common, and no more
};

SimilarQuery similar_to(const Xapian::Database& database, const Xapian::Document& document);

}  // namespace council_news
