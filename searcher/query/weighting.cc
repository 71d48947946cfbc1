#include "searcher/query/weighting.h"

#include <cmath>

#include "common/index/schema.h"

namespace council_news {
namespace {

// One setting for all archives, with how repetition counts in `weighed`: chosen on collections of abstracts and of
// news, each of which gains by it, and near which all settings do about as well.
constexpr double kK1 = 1.2;  ///< how much repetition in an article counts
constexpr double kK3 = 8;    ///< how much repetition in the query counts
constexpr double kB = 0.7;   ///< how much long articles are held back
constexpr double kLeastLength = 0.2;

/// A word is taken to stand once in each of so many more articles: of one that few have, little is known.
constexpr double kArticlesOnce = 10;

}  // namespace

Xapian::BM25Weight weighting() { return Xapian::BM25Weight(kK1, 0, kK3, kB, kLeastLength); }

Xapian::Query weighed(const Xapian::Database& database, const std::string& term, Xapian::termcount times) {
  const double articles = database.get_termfreq(term);
  const auto occurrences = static_cast<double>(database.get_collection_freq(term));
  const double repetition = (occurrences + kArticlesOnce) / (articles + kArticlesOnce);
  return Xapian::Query(Xapian::Query::OP_SCALE_WEIGHT, Xapian::Query(term, times), repetition);
}

double rarity(const Xapian::Database& database, double articles) {
  return std::log(1 + database.get_doccount() / (1 + articles));
}

double rarity(const Xapian::Database& database, const std::string& stem) {
  return rarity(database, database.get_termfreq(make_term(kStemPrefix, stem)));
}

Xapian::Query constant(double weight) {
  return Xapian::Query((new Xapian::FixedWeightPostingSource(weight))->release());
}

}  // namespace council_news
