#include "searcher/query/recency.h"

#include <string>
#include <vector>

#include "searcher/query/day_range.h"
#include "searcher/query/ranking.h"
#include "searcher/query/weighting.h"

namespace council_news {
using Xapian::Query;

Query with_recency(const Query& query, const Xapian::Database& database, const Day& today) {
  Xapian::Enquire enquire(database);
  enquire.set_weighting_scheme(weighting());
  enquire.set_query(query);
  const double best = enquire.get_mset(0, 1).get_max_attained();
  // A query of fields only has no weight: then new articles rank first.
  const double scale = best > 0 ? best : 1;
  std::vector<Query> bonuses;
  for (const RecencyStep& step : kRecencySteps) {
    const Day first = day_from_epoch(days_from_epoch(today) - step.days);
    const std::vector<std::string> terms = covering_terms({first, today}, {first, today});
    bonuses.emplace_back(Query::OP_FILTER, constant(scale * step.part),
                         Query(Query::OP_OR, terms.begin(), terms.end()));
  }
  return Query(Query::OP_AND_MAYBE, query, Query(Query::OP_OR, bonuses.begin(), bonuses.end()));
}

}  // namespace council_news
