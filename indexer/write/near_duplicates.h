#pragma once

#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include <xapian.h>

#include "indexer/enrich/story_text.h"
#include "indexer/write/record.h"

namespace council_news {

/// Groups articles that carry the same story in nearly the same words (enrich/story_text.h): a press release in ten
/// papers, with other headlines and cut tails. A group is all that hang together so; its name is the least id in it.
///
/// The index itself finds what an article may be like: texts that share much share a band of their sketches. What the
/// groups are depends on the articles alone, not on their order, as long as no band is shared by more than a thousand.
class NearDuplicates {
 public:
  explicit NearDuplicates(Xapian::WritableDatabase& database) : database_(database) {}

  /// The group of an article that is about to be written as document `self` (0 when it is new): empty when it is alone.
  /// Documents already in the database that come into another group by it are changed here.
  std::string join(const Article& article, Xapian::docid self);

  /// A document is about to be taken out, or to change its id: its group is to be looked at again.
  void loosen(Xapian::docid document);

  /// Makes the groups anew that may have fallen apart: a member was changed or taken out. To be called before a commit.
  void settle();

 private:
  /// Articles of one group that still belong together.
  using Component = std::vector<std::pair<Xapian::docid, std::string>>;

  std::set<Xapian::docid> alike(StoryText& text, Xapian::docid self);
  StoryText& text_of(Xapian::docid document);
  std::vector<Component> components_of(const std::string& group);
  std::vector<Xapian::docid> members_of(const std::string& group) const;
  std::string group_of(Xapian::docid document) const;
  void move(Xapian::docid document, const std::string& group);

  Xapian::WritableDatabase& database_;
  std::set<std::string> loose_;                         ///< groups to be made anew
  std::unordered_map<Xapian::docid, StoryText> texts_;  ///< lately compared: reading them again would take longest
};

}  // namespace council_news
