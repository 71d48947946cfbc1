#include "indexer/write/near_duplicates.h"

#include <algorithm>

#include "common/index/document.h"
#include "common/index/relations.h"
#include "common/index/schema.h"

namespace council_news {
namespace {

/// A band that more documents share is a form of words, and would make a long run slow.
constexpr Xapian::doccount kCommonBand = 1000;

/// Texts kept for comparison: some ten kilobytes each.
constexpr std::size_t kMostTexts = 2000;

bool share_a_band(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i) {
    if (a[i] == b[i]) return true;
  }
  return false;
}

}  // namespace

std::string NearDuplicates::join(const Article& article, Xapian::docid self) {
  if (self != 0) {
    loosen(self);
    texts_.erase(self);
  }
  StoryText text(article);
  std::set<std::string> groups;    // that it joins into one
  std::set<Xapian::docid> moving;  // into that one
  std::string least = article.id;
  for (const Xapian::docid other : alike(text, self)) {
    if (const std::string group = group_of(other); !group.empty()) {
      groups.insert(group);
    } else {
      moving.insert(other);
      least = std::min(least, article_of(database_.get_document(other)).id);
    }
  }
  if (groups.empty() && moving.empty()) return {};
  if (!groups.empty()) least = std::min(least, *groups.begin());
  for (const std::string& group : groups) {
    if (group == least) continue;
    for (const Xapian::docid member : members_of(group)) moving.insert(member);
    if (loose_.erase(group) > 0) loose_.insert(least);
  }
  moving.erase(self);
  for (const Xapian::docid document : moving) move(document, least);
  return least;
}

/// The documents that tell the same.
std::set<Xapian::docid> NearDuplicates::alike(StoryText& text, Xapian::docid self) {
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
  if (texts_.size() >= kMostTexts) texts_.clear();
  return texts_.emplace(document, StoryText(article_of(database_.get_document(document)))).first->second;
}

std::string NearDuplicates::group_of(Xapian::docid document) const {
  return database_.get_document(document).get_value(kGroupSlot);
}

std::vector<Xapian::docid> NearDuplicates::members_of(const std::string& group) const {
  const std::string term = make_term(kGroupPrefix, group);
  return {database_.postlist_begin(term), database_.postlist_end(term)};
}

void NearDuplicates::loosen(Xapian::docid document) {
  texts_.erase(document);
  if (std::string group = group_of(document); !group.empty()) loose_.insert(std::move(group));
}

void NearDuplicates::settle() {
  for (const std::string& group : loose_) {
    for (const Component& component : components_of(group)) {
      std::string name;
      for (const auto& [document, id] : component) name = name.empty() ? id : std::min(name, id);
      for (const auto& [document, id] : component) move(document, component.size() > 1 ? name : "");
    }
  }
  loose_.clear();
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
    rest.push_back({document, article.id, text, text.bands()});
  }
  std::vector<Component> components;
  while (!rest.empty()) {
    std::vector<Member> reached;
    reached.push_back(std::move(rest.back()));
    rest.pop_back();
    for (std::size_t i = 0; i < reached.size(); ++i) {
      const auto is_apart = [&](Member& other) {
        return !share_a_band(reached[i].bands, other.bands) || !reached[i].text.is_near_duplicate_of(other.text);
      };
      const auto linked = std::partition(rest.begin(), rest.end(), is_apart);
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
