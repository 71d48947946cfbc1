#pragma once

#include <optional>
#include <string>

#include "common/article.h"
#include "indexer/enrich/facts.h"
#include "indexer/enrich/sketch.h"

namespace council_news {

/// The text of an article as near-duplicate detection compares it.
class StoryText {
 public:
  explicit StoryText(const Article& article);

  /// The bands under which the index finds similar articles; none for a text too short to compare.
  std::vector<std::string> bands() const;

  /// Whether both texts report one story in nearly the same words. The other must contain six tenths of the shorter
  /// one's word n-grams, or more for a text under a hundred words; they may contradict each other in at most one fact
  /// per hundred words; and they are at most two weeks apart if both have a date. Symmetric. Not const: facts are
  /// extracted on first use and cached.
  bool is_near_duplicate_of(StoryText& other);

 private:
  const Facts& facts();

  std::string body_;
  std::optional<std::int64_t> day_;
  Sketch sketch_;
  std::optional<Facts> facts_;
};

}  // namespace council_news
