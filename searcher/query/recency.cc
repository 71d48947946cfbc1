#include "searcher/query/recency.h"

#include <array>
#include <string>
#include <vector>

#include "searcher/query/compile.h"
#include "searcher/query/day_range.h"

namespace council_news {
namespace {

using Xapian::Query;

/// What being at most that old adds, as a part of the best match's weight; an article gets all the rows it fits.
struct Step {
  int days;
  double part;
};
constexpr std::array<Step, 7> kSteps{
    {{7, 0.08}, {30, 0.08}, {90, 0.08}, {365, 0.08}, {730, 0.08}, {1825, 0.06}, {3650, 0.04}}};

}  // namespace

Query with_recency(const Query& query, const Xapian::Database& database, const Day& today) {
  Xapian::Enquire enquire(database);
  enquire.set_weighting_scheme(weighting());
  enquire.set_query(query);
  const double best = enquire.get_mset(0, 1).get_max_attained();
  // A query of fields alone has no weight: then new articles simply come first.
  const double scale = best > 0 ? best : 1;
  std::vector<Query> bonuses;
  for (const Step& step : kSteps) {
    const Day first = day_from_epoch(days_from_epoch(today) - step.days);
    const std::vector<std::string> terms = covering_terms({first, today}, {first, today});
    const Query bonus((new Xapian::FixedWeightPostingSource(scale * step.part))->release());
    bonuses.emplace_back(Query::OP_FILTER, bonus, Query(Query::OP_OR, terms.begin(), terms.end()));
  }
  return Query(Query::OP_AND_MAYBE, query, Query(Query::OP_OR, bonuses.begin(), bonuses.end()));
}

}  // namespace council_news
