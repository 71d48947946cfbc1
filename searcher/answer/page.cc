#include "searcher/answer/page.h"

#include <algorithm>
#include <set>
#include <string>

#include "common/index/relations.h"
#include "common/index/schema.h"
#include "searcher/query/recency.h"
#include "searcher/query/weighting.h"

namespace council_news {
namespace {

/// Matches are counted, not estimated, if at most this many articles must be checked, which takes about ten
/// milliseconds: for words, and for words whose positions matter (phrases, NEAR). A request for the number is always
/// counted.
constexpr Xapian::doccount kMaxCounted = 500'000;
constexpr Xapian::doccount kMaxCountedByPosition = 20'000;

/// Matches checked for an estimate.
constexpr Xapian::doccount kSample = 200;

/// With more matches than this, the leading ones are ranked alone before all are weighed.
constexpr Xapian::doccount kFew = 2'000;

/// How many extra matches are ranked by weight alone, to replace those of a story already shown; and the most that are
/// ranked this way.
constexpr Xapian::doccount kSpare = 20;
constexpr std::size_t kMaxRankedByWeight = 1'000;

std::string published(const Xapian::MSetIterator& match) { return match.get_document().get_value(kPublishedSlot); }

/// Whether the request needs the number of matches, or counts them for something else anyway.
bool needs_count(const Request& request) { return request.limit == 0 || !request.facets.empty() || request.timeline; }

bool is_exact(const Xapian::MSet& counted) {
  return counted.get_matches_lower_bound() == counted.get_matches_upper_bound();
}

/// Ranks phrases and NEAR, whose cost grows with the matches checked, by weight alone. Nothing if the best matches do
/// not determine the page.
std::optional<RankedPage> rank_best(const Xapian::Database& database, const Request& request,
                                    const Xapian::Query& query, const DateOrder& order) {
  Xapian::Enquire enquire(database);
  enquire.set_weighting_scheme(weighting());
  enquire.set_docid_order(Xapian::Enquire::ASCENDING);
  enquire.set_query(query);
  FirstMatches first;
  enquire.add_matchspy(&first);
  const Xapian::doccount needed = as_count(request.offset + request.limit) + kSpare;
  const Xapian::MSet best = enquire.get_mset(0, needed, kFirstMatches);
  const bool is_all = best.size() < needed;
  std::optional<Page> page =
      page_of_best(best, is_all, {.offset = request.offset, .limit = request.limit, .group = request.group}, order);
  if (!page) return std::nullopt;
  Total total = is_all ? Total{.number = best.size(), .exact = true}
                       : estimate_matches(database, query, first, best.get_matches_upper_bound());
  total.number = std::max<std::size_t>(total.number, best.size());
  return RankedPage{std::move(*page), total};
}

RankedPage rank_all(const Archive& archive, const Request& request, const CompiledQuery& compiled, const Day& today) {
  const Xapian::Database& database = archive.database();
  const Xapian::doccount all = database.get_doccount();
  Xapian::Enquire counting(database);
  counting.set_weighting_scheme(Xapian::BoolWeight());
  counting.set_query(compiled.found);
  Xapian::MSet counted = counting.get_mset(0, 0);
  const bool by_weight = request.sort == SortOrder::relevance || request.sort == SortOrder::recent;
  const bool visits_all = needs_count(request) || !by_weight;  // sorting by date visits every match
  const bool countable =
      visits_all || counted.get_matches_upper_bound() <= (compiled.positional ? kMaxCountedByPosition : kMaxCounted);

  Xapian::Enquire enquire(database);
  enquire.set_weighting_scheme(weighting());
  const DateOrder order(database, archive.is_local(), request.sort, today);
  order.set(enquire);
  if (request.group) enquire.set_collapse_key(kGroupSlot);
  const auto ranked = [&](const Xapian::Query& query, Xapian::doccount check) {
    enquire.set_query(order.of(request.sort == SortOrder::recent ? with_recency(query, database, today) : query));
    return enquire.get_mset(as_count(request.offset), as_count(request.limit), check);
  };
  Xapian::MSet matches;
  if (compiled.boosted.empty() || !by_weight) {
    // Phrases are matched once: few are counted in passing, and of many a sample would say no more than the frequency
    // of their words. Words are counted faster without weights.
    const bool known = is_exact(counted);
    const bool in_passing = !known && compiled.positional && countable;
    if (!known && !compiled.positional) counted = counting.get_mset(0, 0, countable ? all : kSample);
    Xapian::ValueCountMatchSpy passing(kGroupSlot);  // sees every match, also those of a story already shown
    if (in_passing) enquire.add_matchspy(&passing);
    matches = ranked(compiled.found, compiled.check_all || in_passing ? all : 0);
    if (in_passing) return {page_of(matches), {.number = passing.get_total(), .exact = true}};
  } else {
    counted = counting.get_mset(0, 0, countable ? all : kSample);
    const bool few = counted.get_matches_estimated() <= kFew;
    if (!few && !compiled.leading.empty() && !compiled.check_all && request.sort == SortOrder::relevance)
      matches = ranked(compiled.leading, 0);
    if (matches.size() < request.limit) matches = ranked(compiled.boosted, all);
  }
  return {page_of(matches), {.number = counted.get_matches_estimated(), .exact = is_exact(counted)}};
}

}  // namespace

Xapian::doccount as_count(std::size_t number) {
  return static_cast<Xapian::doccount>(std::min<std::size_t>(number, UINT32_MAX / 2));
}

Page page_of(const Xapian::MSet& matches) {
  Page page;
  for (auto match = matches.begin(); match != matches.end(); ++match) page.push_back(match);
  return page;
}

std::optional<Page> page_of_best(const Xapian::MSet& best, bool is_all, const PageBounds& bounds,
                                 const DateOrder& order) {
  const std::size_t end = bounds.offset + bounds.limit;
  Page page;
  std::set<std::string> stories;
  const auto is_new_story = [&](const Xapian::MSetIterator& match) {
    const std::string story = bounds.group ? match.get_document().get_value(kGroupSlot) : "";
    return story.empty() || stories.insert(story).second;
  };
  for (auto match = best.begin(); match != best.end() && page.size() < end;) {
    Page equals;
    for (const double weight = match.get_weight(); match != best.end() && match.get_weight() == weight; ++match)
      equals.push_back(match);
    if (match == best.end() && !is_all) return std::nullopt;  // there may be more of equal weight
    if (equals.size() > 1)
      std::stable_sort(equals.begin(), equals.end(), [&](const auto& one, const auto& other) {
        return order.key_of(published(one)) > order.key_of(published(other));
      });
    std::copy_if(equals.begin(), equals.end(), std::back_inserter(page), is_new_story);
  }
  page.resize(std::min(page.size(), end));
  page.erase(page.begin(), page.begin() + static_cast<std::ptrdiff_t>(std::min(bounds.offset, page.size())));
  return page;
}

Xapian::MSet rank_every(const Archive& archive, const Request& request, const CompiledQuery& compiled,
                        double min_weight, const Day& today) {
  const Xapian::Database& database = archive.database();
  Xapian::Enquire enquire(database);
  enquire.set_weighting_scheme(weighting());
  const DateOrder order(database, archive.is_local(), request.sort, today);
  order.set(enquire);
  enquire.set_collapse_key(kIdSlot);
  enquire.set_cutoff(0, min_weight);
  const Xapian::Query& query = compiled.boosted.empty() ? compiled.found : compiled.boosted;
  enquire.set_query(order.of(request.sort == SortOrder::recent ? with_recency(query, database, today) : query));
  return enquire.get_mset(0, database.get_doccount(), database.get_doccount());
}

RankedPage rank_page(const Archive& archive, const Request& request, const CompiledQuery& compiled, const Day& today) {
  const bool by_weight = request.sort == SortOrder::relevance && compiled.boosted.empty() && !compiled.check_all;
  const bool of_best = by_weight && request.offset + request.limit <= kMaxRankedByWeight;
  if (compiled.positional && of_best && !needs_count(request) && archive.is_one_local())
    if (std::optional<RankedPage> ranked =
            rank_best(archive.database(), request, compiled.found, {archive.database(), true, request.sort, today}))
      return *ranked;
  return rank_all(archive, request, compiled, today);
}

}  // namespace council_news
