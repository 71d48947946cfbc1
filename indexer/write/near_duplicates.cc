#include "indexer/write/near_duplicates.h"

#include <algorithm>

#include "common/index/document.h"
#include "common/index/relations.h"
#include "common/index/schema.h"

namespace council_news {
namespace {

/// A band shared by more documents is a stock phrase, and comparing all of them would be slow.
constexpr Xapian::doccount kCommonBand = 1000;

/// Size of the cache of texts, about 10 KB each.
constexpr std::size_t kMaxTexts = 2000;

bool share_a_band(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i) {
    if (a[i] == b[i]) return true;
  }
  return false;
}

}  // namespace

std::string NearDuplicates::join(const Article& article, Xapian::docid self) {
  if (self != 0) {
    mark_stale(self);
    texts_.erase(self);
  }
  StoryText text(article);
  std::set<std::string> groups;    // to be merged
  std::set<Xapian::docid> moving;  // to move to the merged group
  std::string lowest_id = article.id;
  for (const Xapian::docid other : duplicates_of(text, self)) {
    if (const std::string group = group_of(other); !group.empty()) {
      groups.insert(group);
    } else {
      moving.insert(other);
      lowest_id = std::min(lowest_id, article_of(database_.get_document(other)).id);
    }
  }
  if (groups.empty() && moving.empty()) return {};
  if (!groups.empty()) lowest_id = std::min(lowest_id, *groups.begin());
  for (const std::string& group : groups) {
    if (group == lowest_id) continue;
    for (const Xapian::docid member : members_of(group)) moving.insert(member);
    if (stale_groups_.erase(group) > 0) stale_groups_.insert(lowest_id);
  }
  moving.erase(self);
  for (const Xapian::docid document : moving) move(document, lowest_id);
  return lowest_id;
}

/// The other documents that are near-duplicates of `text`.
std::set<Xapian::docid> NearDuplicates::duplicates_of(StoryText& text, Xapian::docid self) {
  std::set<Xapian::docid> candidates;
  for (const std::string& band : text.bands()) {
    const std::string term = make_term(kBandPrefix, band);
    const Xapian::doccount shared = database_.get_termfreq(term);
    if (shared == 0 || shared > kCommonBand) continue;
    candidates.insert(database_.postlist_begin(term), database_.postlist_end(term));
  }
  candidates.erase(self);
  std::erase_if(candidates, [&](Xapian::docid document) { return !text.is_near_duplicate_of(text_of(document)); });
  return candidates;
}

StoryText& NearDuplicates::text_of(Xapian::docid document) {
  if (const auto it = texts_.find(document); it != texts_.end()) return it->second;
  if (texts_.size() >= kMaxTexts) texts_.clear();
  return texts_.emplace(document, StoryText(article_of(database_.get_document(document)))).first->second;
}

std::string NearDuplicates::group_of(Xapian::docid document) const {
  return database_.get_document(document).get_value(kGroupSlot);
}

std::vector<Xapian::docid> NearDuplicates::members_of(const std::string& group) const {
  const std::string term = make_term(kGroupPrefix, group);
  return {database_.postlist_begin(term), database_.postlist_end(term)};
}

void NearDuplicates::mark_stale(Xapian::docid document) {
  texts_.erase(document);
  if (std::string group = group_of(document); !group.empty()) stale_groups_.insert(std::move(group));
}

void NearDuplicates::regroup() {
  for (const std::string& group : stale_groups_) {
    for (const Component& component : components_of(group)) {
      std::string name;
      for (const auto& [document, id] : component) name = name.empty() ? id : std::min(name, id);
      for (const auto& [document, id] : component) move(document, component.size() > 1 ? name : "");
    }
  }
  stale_groups_.clear();
}

std::vector<NearDuplicates::Component> NearDuplicates::components_of(const std::string& group) {
  struct Member {
    Xapian::docid document;
    std::string id;
    StoryText text;
    std::vector<std::string> bands;
  };
  std::vector<Member> rest;
  for (const Xapian::docid document : members_of(group)) {
    const Article article = article_of(database_.get_document(document));
    StoryText text(article);
    rest.push_back({.document = document, .id = article.id, .text = text, .bands = text.bands()});
  }
  std::vector<Component> components;
  while (!rest.empty()) {
    std::vector<Member> reached;
    reached.push_back(std::move(rest.back()));
    rest.pop_back();
    for (std::size_t i = 0; i < reached.size(); ++i) {
      const auto is_not_linked = [&](Member& other) {
        return !share_a_band(reached[i].bands, other.bands) || !reached[i].text.is_near_duplicate_of(other.text);
      };
      const auto linked = std::partition(rest.begin(), rest.end(), is_not_linked);
      std::vector<Member> found(std::make_move_iterator(linked), std::make_move_iterator(rest.end()));
      rest.erase(linked, rest.end());
      std::move(found.begin(), found.end(), std::back_inserter(reached));
    }
    Component component;
    for (const Member& member : reached) component.emplace_back(member.document, member.id);
    components.push_back(std::move(component));
  }
  return components;
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
