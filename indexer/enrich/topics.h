#pragma once

#include <string>
#include <vector>

#include "common/article.h"
#include "common/index/stem.h"
#include "common/knowledge/topics.h"
#include "indexer/enrich/topic_cues.h"

namespace council_news {

/// One thing that speaks for a topic, for people: `“kerbside collection” 3 times, first in the headline`.
struct TopicReason {
  std::string what;
  double weight = 0;
};

/// What speaks for one topic in an article.
struct TopicEvidence {
  const Topic* topic;
  double score = 0;
  std::vector<TopicReason> reasons;  ///< the weightiest first
  bool assigned = false;
};

/// Judges the topics of articles by their own categories and by the cues of the topic table.
class TopicJudge {
 public:
  /// Best first; topics that nothing speaks for are left out. One to three are assigned, or none when unsure.
  std::vector<TopicEvidence> judge(const Article& article, Stemmer& stem);

 private:
  CueFinder finder_;
};

}  // namespace council_news
