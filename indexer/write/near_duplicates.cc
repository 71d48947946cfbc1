#include "indexer/write/near_duplicates.h"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <set>

#include "common/index/document.h"
#include "common/index/relations.h"
#include "common/index/schema.h"
#include "indexer/enrich/sketch.h"

namespace council_news {
namespace {

constexpr double kLeastContainment = 0.5;

/// A text shorter than this many runs of words shares half of them too easily.
constexpr std::size_t kLeastRuns = 30;

constexpr std::int64_t kMostDaysApart = 14;

/// Documents compared word by word: those that share the most bands.
constexpr std::size_t kMostCandidates = 50;

/// A band that more documents share says nothing of any two, and would make a long run slow.
constexpr Xapian::doccount kCommonBand = 200;

bool are_near_in_time(const Article& a, const Article& b) {
  if (!a.published || !b.published) return true;
  return std::abs(days_from_epoch(day_of(*a.published)) - days_from_epoch(day_of(*b.published))) <= kMostDaysApart;
}

}  // namespace

std::vector<Xapian::docid> NearDuplicates::candidates(const std::vector<std::string>& bands, Xapian::docid self) const {
  std::map<Xapian::docid, std::size_t> shared;
  for (const std::string& band : bands) {
    const std::string term = make_term(kBandPrefix, band);
    if (database_.get_termfreq(term) > kCommonBand) continue;
    for (auto it = database_.postlist_begin(term); it != database_.postlist_end(term); ++it) {
      if (*it != self) ++shared[*it];
    }
  }
  std::vector<std::pair<std::size_t, Xapian::docid>> ranked;
  for (const auto& [document, count] : shared) ranked.emplace_back(count, document);
  std::sort(ranked.rbegin(), ranked.rend());
  std::vector<Xapian::docid> best;
  for (std::size_t i = 0; i < std::min(kMostCandidates, ranked.size()); ++i) best.push_back(ranked[i].second);
  return best;
}

std::string NearDuplicates::join(const Article& article, Xapian::docid self) {
  const Sketch sketch(article.body);
  if (sketch.size() < kLeastRuns) return {};
  std::set<std::string> groups;    // that it joins into one
  std::set<Xapian::docid> loners;  // alike, and so far in none
  std::string least = article.id;
  for (const Xapian::docid candidate : candidates(sketch.bands(), self)) {
    const Xapian::Document document = database_.get_document(candidate);
    const std::string group = document.get_value(kGroupSlot);
    if (groups.count(group) != 0) continue;
    const Article other = article_of(document);
    if (!are_near_in_time(article, other)) continue;
    const Sketch other_sketch(other.body);
    if (other_sketch.size() < kLeastRuns || Sketch::containment(sketch, other_sketch) < kLeastContainment) continue;
    least = std::min({least, other.id, group.empty() ? other.id : group});
    if (group.empty()) {
      loners.insert(candidate);
    } else {
      groups.insert(group);
    }
  }
  for (const std::string& group : groups) {
    if (group == least) continue;
    const std::string term = make_term(kGroupPrefix, group);
    loners.insert(database_.postlist_begin(term), database_.postlist_end(term));
  }
  loners.erase(self);
  for (const Xapian::docid document : loners) move(document, least);
  return groups.empty() && loners.empty() ? std::string{} : least;
}

void NearDuplicates::move(Xapian::docid id, const std::string& group) {
  Xapian::Document document = database_.get_document(id);
  const std::string before = document.get_value(kGroupSlot);
  if (before == group) return;
  if (!before.empty()) document.remove_term(make_term(kGroupPrefix, before));
  document.add_boolean_term(make_term(kGroupPrefix, group));
  document.add_value(kGroupSlot, group);
  database_.replace_document(id, document);
}

}  // namespace council_news
