#pragma once

#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include <xapian.h>

#include "indexer/enrich/story_text.h"
#include "indexer/write/record.h"

namespace council_news {

/// Groups articles that carry the same story in nearly the same words (enrich/story_text.h), such as a press release in
/// ten papers with different headlines and cuts. A group is a connected component of near-duplicates; its name is the
/// lowest id in it.
///
/// Candidates are found through the index: similar texts share a band of their sketches. The groups depend only on the
/// articles, not on their order, as long as no band is shared by more than a thousand articles.
class NearDuplicates {
 public:
  explicit NearDuplicates(Xapian::WritableDatabase& database) : database_(database) {}

  /// Returns the group of an article that is about to be written as document `self` (0 if new); empty if it has no
  /// near-duplicates. Moves stored documents whose group changes.
  std::string join(const Article& article, Xapian::docid self);

  /// Call before a document is deleted or its id changes: marks its group to be recomputed.
  void mark_stale(Xapian::docid document);

  /// Recomputes the stale groups, which may split. Call before a commit.
  void regroup();

 private:
  /// The documents and ids of a connected part of a group.
  using Component = std::vector<std::pair<Xapian::docid, std::string>>;

  std::set<Xapian::docid> duplicates_of(StoryText& text, Xapian::docid self);
  StoryText& text_of(Xapian::docid document);
  std::vector<Component> components_of(const std::string& group);
  std::vector<Xapian::docid> members_of(const std::string& group) const;
  std::string group_of(Xapian::docid document) const;
  void move(Xapian::docid document, const std::string& group);

  Xapian::WritableDatabase& database_;
  std::set<std::string> stale_groups_;                  ///< names of groups to recompute
  std::unordered_map<Xapian::docid, StoryText> texts_;  ///< cache: reading texts dominates the time
};

}  // namespace council_news
