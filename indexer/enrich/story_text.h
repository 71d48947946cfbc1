#pragma once

#include <optional>
#include <string>

#include "common/article.h"
#include "indexer/enrich/facts.h"
#include "indexer/enrich/sketch.h"

namespace council_news {

/// The text of an article as near-duplicates are judged by it.
class StoryText {
 public:
  explicit StoryText(const Article& article);

  /// The bands under which the index finds others like it; none for a text too short to be judged.
  std::vector<std::string> bands() const;

  /// Do both carry one story in nearly the same words? Six tenths of the shorter one's runs of words must stand in the
  /// other, more of a text under a hundred words; they may contradict each other in no more than one fact in a hundred
  /// words; and they are at most two weeks apart, if both have a date. Symmetric. Not const: the facts are read when a
  /// comparison first wants them, and kept.
  bool tells_the_same_as(StoryText& other);

 private:
  const Facts& facts();

  std::string body_;
  std::optional<std::int64_t> day_;
  Sketch sketch_;
  std::optional<Facts> facts_;
};

}  // namespace council_news
