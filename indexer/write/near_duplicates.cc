#include "indexer/write/near_duplicates.h"

#include <algorithm>

#include "common/index/document.h"
#include "common/index/relations.h"
#include "common/index/schema.h"
#include "indexer/write/partition.h"
#include "indexer/write/sample.h"

namespace council_news {
namespace {

/// An article is compared with at most this many others for each band. The articles of a band are in *tiers*: all are
/// in tier 0, and one in eight, the rarest, is in the next. All articles of the band are compared with those of the
/// lowest tier that is small enough.
constexpr std::size_t kMaxCompared = 24;
constexpr std::size_t kRarityOfTier = 3;

/// Size of the cache of texts, about 10 KB each.
constexpr std::size_t kMaxTexts = 10000;

std::size_t tier_of(const Article& article) { return rarity_of(article) / kRarityOfTier; }

/// The term of a band's articles in a tier; `band` is that of tier 0.
std::string term_of_tier(const std::string& band, std::size_t tier) {
  return tier == 0 ? band : band + "/" + std::to_string(tier);
}

bool is_of_tier_0(const std::string& term) { return term.find('/') == std::string::npos; }

bool exists(const Xapian::Database& database, Xapian::docid document) {
  auto all = database.postlist_begin("");
  all.skip_to(document);
  return all != database.postlist_end("") && *all == document;
}

}  // namespace

std::vector<std::string> band_terms(const Article& article) {
  const std::size_t highest = tier_of(article);
  std::vector<std::string> terms;
  for (const std::string& band : StoryText(article).bands()) {
    const std::string term = make_term(kBandPrefix, band);
    for (std::size_t tier = 0; tier <= highest; ++tier) terms.push_back(term_of_tier(term, tier));
  }
  return terms;
}

std::string NearDuplicates::join(const Article& article, Xapian::docid self) {
  const Terms before = self == 0 ? Terms() : band_terms_of(self);
  if (self != 0) mark_group_stale(self);
  const std::vector<std::string> terms = band_terms(article);
  return merge_groups(article, self, replace_bands(before, {terms.begin(), terms.end()}), "");
}

/// Merges the groups of an article's near-duplicates, and `own`, that of the article, if it has any near-duplicates.
/// Returns the name of the merged group, which the article itself is not moved to.
std::string NearDuplicates::merge_groups(const Article& article, Xapian::docid self, const Tiers& tiers,
                                         const std::string& own) {
  std::set<std::string> groups;    // to be merged
  std::set<Xapian::docid> moving;  // to move to the merged group
  std::string lowest_id = article.id;
  for (const Xapian::docid other : duplicates_of(article, self, tiers)) {
    if (const std::string group = group_of(other); !group.empty()) {
      groups.insert(group);
    } else {
      moving.insert(other);
      lowest_id = std::min(lowest_id, article_of(database_.get_document(other)).id);
    }
  }
  if (groups.empty() && moving.empty()) return {};
  if (!own.empty()) groups.insert(own);
  if (!groups.empty()) lowest_id = std::min(lowest_id, *groups.begin());
  for (const std::string& group : groups) {
    if (group == lowest_id) continue;
    for (const Xapian::docid member : documents_of(make_term(kGroupPrefix, group))) moving.insert(member);
    if (stale_groups_.erase(group) > 0) stale_groups_.insert(lowest_id);
  }
  moving.erase(self);
  for (const Xapian::docid document : moving) move(document, lowest_id);
  return lowest_id;
}

/// Notes what it means for others that a document's bands change: where more articles share a band, they are compared
/// with fewer, and links may be void; where fewer do, links may be missing. Returns the tiers of the bands after that.
NearDuplicates::Tiers NearDuplicates::replace_bands(const Terms& before, const Terms& after) {
  Terms all = before;
  all.insert(after.begin(), after.end());
  Tiers tiers;
  for (const std::string& band : all) {
    if (!is_of_tier_0(band)) continue;
    constexpr std::size_t kUnknown = static_cast<std::size_t>(-1);
    std::size_t old_tier = kUnknown;
    std::size_t new_tier = kUnknown;
    for (std::size_t tier = 0; old_tier == kUnknown || new_tier == kUnknown; ++tier) {
      const std::string term = term_of_tier(band, tier);
      const std::size_t size = database_.get_termfreq(term);
      if (old_tier == kUnknown && size <= kMaxCompared) old_tier = tier;
      if (new_tier == kUnknown && size + after.count(term) - before.count(term) <= kMaxCompared) new_tier = tier;
    }
    if (new_tier < old_tier) more_compared_.insert(band);
    if (new_tier > old_tier)
      for (const Xapian::docid document : documents_of(term_of_tier(band, old_tier))) less_compared_.insert(document);
    if (after.count(band) > 0) tiers.emplace(band, new_tier);
  }
  return tiers;
}

/// The tiers of these bands as the database is.
NearDuplicates::Tiers NearDuplicates::tiers_of(const Terms& terms) const {
  Tiers tiers;
  for (const std::string& band : terms) {
    if (!is_of_tier_0(band)) continue;
    std::size_t tier = 0;
    while (database_.get_termfreq(term_of_tier(band, tier)) > kMaxCompared) ++tier;
    tiers.emplace(band, tier);
  }
  return tiers;
}

NearDuplicates::Terms NearDuplicates::band_terms_of(Xapian::docid document) const {
  const std::vector<std::string> terms = terms_with_prefix(database_.termlist_begin(document), kBandPrefix);
  return {terms.begin(), terms.end()};
}

/// The other documents that are near-duplicates of an article.
std::set<Xapian::docid> NearDuplicates::duplicates_of(const Article& article, Xapian::docid self, const Tiers& tiers) {
  if (tiers.empty()) return {};
  const std::size_t own_tier = tier_of(article);
  std::vector<Xapian::docid> candidates;
  for (const auto& [band, tier] : tiers) {
    const std::vector<Xapian::docid> found = documents_of(term_of_tier(band, own_tier >= tier ? 0 : tier));
    candidates.insert(candidates.end(), found.begin(), found.end());
  }
  std::sort(candidates.begin(), candidates.end());
  candidates.erase(std::unique(candidates.begin(), candidates.end()), candidates.end());
  StoryText text(article);
  std::set<Xapian::docid> duplicates;
  for (const Xapian::docid document : candidates) {
    if (document != self && text.is_near_duplicate_of(text_of(document))) duplicates.insert(document);
  }
  return duplicates;
}

StoryText& NearDuplicates::text_of(Xapian::docid document) {
  if (const auto it = texts_.find(document); it != texts_.end()) return it->second;
  if (texts_.size() >= kMaxTexts) texts_.erase(texts_.begin());
  return texts_.emplace(document, StoryText(article_of(database_.get_document(document)))).first->second;
}

std::string NearDuplicates::group_of(Xapian::docid document) const {
  return database_.get_document(document).get_value(kGroupSlot);
}

std::vector<Xapian::docid> NearDuplicates::documents_of(const std::string& term) const {
  return {database_.postlist_begin(term), database_.postlist_end(term)};
}

void NearDuplicates::mark_stale(Xapian::docid document) {
  mark_group_stale(document);
  replace_bands(band_terms_of(document), {});
}

void NearDuplicates::mark_group_stale(Xapian::docid document) {
  texts_.erase(document);
  if (std::string group = group_of(document); !group.empty()) stale_groups_.insert(std::move(group));
}

void NearDuplicates::regroup() {
  for (const std::string& band : more_compared_) join_again(band);
  more_compared_.clear();
  for (const Xapian::docid document : less_compared_) {
    if (exists(database_, document)) mark_group_stale(document);
  }
  less_compared_.clear();
  for (const std::string& group : stale_groups_) {
    for (const Component& component : components_of(group)) {
      std::string name;
      for (const auto& [document, id] : component) name = name.empty() ? id : std::min(name, id);
      for (const auto& [document, id] : component) move(document, component.size() > 1 ? name : "");
    }
  }
  stale_groups_.clear();
}

/// Links the articles of a band with those that they were not compared with before.
void NearDuplicates::join_again(const std::string& band) {
  const Tiers tiers = tiers_of({band});
  for (const Xapian::docid document : documents_of(term_of_tier(band, tiers.at(band)))) {
    const Article article = article_of(database_.get_document(document));
    const std::string group = merge_groups(article, document, tiers, group_of(document));
    if (!group.empty()) move(document, group);  // without near-duplicates here, its links by other bands stay
  }
}

struct NearDuplicates::Member {
  Xapian::docid document;
  std::string id;
  std::size_t tier;
  StoryText text;
};

std::vector<NearDuplicates::Component> NearDuplicates::components_of(const std::string& group) {
  std::vector<Member> members;
  std::map<std::string, std::vector<std::size_t>> by_band;
  for (const Xapian::docid document : documents_of(make_term(kGroupPrefix, group))) {
    const Article article = article_of(database_.get_document(document));
    for (const std::string& band : band_terms_of(document))
      if (is_of_tier_0(band)) by_band[band].push_back(members.size());
    members.push_back({.document = document, .id = article.id, .tier = tier_of(article), .text = StoryText(article)});
  }
  Partition parts(members.size());
  std::set<std::pair<std::size_t, std::size_t>> compared;
  for (const auto& [band, sharing] : by_band) {
    const std::size_t tier = tiers_of({band}).at(band);
    for (const std::size_t a : sharing) {
      if (members[a].tier < tier) continue;
      for (const std::size_t b : sharing) {
        if (a == b || parts.find(a) == parts.find(b) || !compared.insert(std::minmax(a, b)).second) continue;
        if (members[a].text.is_near_duplicate_of(members[b].text)) parts.unite(a, b);
      }
    }
  }
  std::map<std::size_t, Component> components;
  for (std::size_t i = 0; i < members.size(); ++i)
    components[parts.find(i)].emplace_back(members[i].document, members[i].id);
  std::vector<Component> all;
  for (auto& [root, component] : components) all.push_back(std::move(component));
  return all;
}

void NearDuplicates::move(Xapian::docid id, const std::string& group) {
  Xapian::Document document = database_.get_document(id);
  const std::string before = document.get_value(kGroupSlot);
  if (before == group) return;
  if (!before.empty()) document.remove_term(make_term(kGroupPrefix, before));
  if (group.empty()) {
    document.remove_value(kGroupSlot);
  } else {
    document.add_boolean_term(make_term(kGroupPrefix, group));
    document.add_value(kGroupSlot, group);
  }
  database_.replace_document(id, document);
}

}  // namespace council_news
