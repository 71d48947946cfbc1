#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "common/article.h"
#include "common/knowledge/topics.h"
#include "common/text/stem.h"

namespace council_news {

/// What speaks for one topic in an article.
struct TopicEvidence {
  const Topic* topic;
  double score = 0;
  std::vector<std::string> reasons;  ///< for people: `"kerbside collection"`
  bool assigned = false;
};

/// Judges the topics of articles by their own categories and by the cues of the topic table.
class TopicJudge {
 public:
  TopicJudge();

  /// Best first; topics that nothing speaks for are left out. One to three are assigned, or none when unsure.
  std::vector<TopicEvidence> judge(const Article& article, Stemmer& stem) const;

 private:
  struct Phrase {
    std::vector<std::string> stems;
    std::size_t topic;
    std::size_t cue;  ///< its number in the topic
  };
  struct Found;

  std::size_t read(std::string_view text, int place, Stemmer& stem, std::vector<Found>& found) const;

  std::unordered_map<std::string, std::vector<Phrase>> by_first_stem_;  ///< longest first
};

}  // namespace council_news
