#pragma once

#include <map>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include <xapian.h>

#include "common/article.h"
#include "indexer/enrich/story_text.h"

namespace council_news {

/// The index terms of an article under which articles with a similar text are found: one for each band of its sketch,
/// and for an article that is rarer than others (sample.h), some more for each band.
std::vector<std::string> band_terms(const Article& article);

/// Groups articles that carry the same story in nearly the same words (enrich/story_text.h), such as a press release in
/// ten papers with different headlines and cuts. A group is a connected component of near-duplicates; its name is the
/// lowest id in it.
///
/// Candidates are found through the index: similar texts share a band of their sketches. If many articles share a band,
/// like notices that fill in one form, all of them are compared only with the rarest of them, so that each article is
/// compared with a bounded number of others. The groups depend only on the set of articles, not on their order.
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
  /// By the term of a band: the tier with which all its articles are compared (near_duplicates.cc).
  using Tiers = std::map<std::string, std::size_t>;
  using Terms = std::set<std::string>;
  struct Member;

  Tiers replace_bands(const Terms& before, const Terms& after);
  Tiers tiers_of(const Terms& terms) const;
  Terms band_terms_of(Xapian::docid document) const;
  std::string merge_groups(const Article& article, Xapian::docid self, const Tiers& tiers, const std::string& own);
  std::set<Xapian::docid> duplicates_of(const Article& article, Xapian::docid self, const Tiers& tiers);
  StoryText& text_of(Xapian::docid document);
  void join_again(const std::string& band);
  void mark_group_stale(Xapian::docid document);
  std::vector<Component> components_of(const std::string& group);
  std::vector<Xapian::docid> documents_of(const std::string& term) const;
  std::string group_of(Xapian::docid document) const;
  void move(Xapian::docid document, const std::string& group);

  Xapian::WritableDatabase& database_;
  std::set<std::string> stale_groups_;                  ///< names of groups to recompute
  std::set<Xapian::docid> less_compared_;               ///< some of their links may be void
  std::set<std::string> more_compared_;                 ///< bands whose articles are to be compared with more others
  std::unordered_map<Xapian::docid, StoryText> texts_;  ///< cache: reading texts dominates the time
};

}  // namespace council_news
