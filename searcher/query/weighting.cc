#include "searcher/query/weighting.h"

#include <cmath>

#include "common/index/schema.h"
#include "searcher/query/ranking.h"

namespace council_news {
Xapian::BM25Weight weighting() { return Xapian::BM25Weight(kBm25K1, 0, kBm25K3, kBm25B, kBm25MinLength); }

Xapian::Query weighted_term(const Xapian::Database& database, const std::string& term, Xapian::termcount times) {
  const double articles = database.get_termfreq(term);
  const auto occurrences = static_cast<double>(database.get_collection_freq(term));
  const double burstiness = (occurrences + kBurstinessPrior) / (articles + kBurstinessPrior);
  return Xapian::Query(Xapian::Query::OP_SCALE_WEIGHT, Xapian::Query(term, times), burstiness);
}

double idf(const Xapian::Database& database, double articles) {
  return std::log(1 + database.get_doccount() / (1 + articles));
}

double idf(const Xapian::Database& database, const std::string& stem) {
  return idf(database, database.get_termfreq(make_term(kStemPrefix, stem)));
}

Xapian::Query constant(double weight) {
  return Xapian::Query((new Xapian::FixedWeightPostingSource(weight))->release());
}

}  // namespace council_news
