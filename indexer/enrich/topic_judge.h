#pragma once

#include <string>
#include <vector>

#include "common/article.h"
#include "common/index/stem.h"
#include "common/knowledge/topics.h"
#include "indexer/enrich/topic_cues.h"

namespace council_news {

/// One piece of evidence for a topic, human-readable: `“kerbside collection” 3 times, first in the headline`.
struct TopicReason {
  std::string what;
  double weight = 0;
};

/// The evidence for one topic in an article.
struct TopicEvidence {
  const Topic* topic;
  double score = 0;
  std::vector<TopicReason> reasons;  ///< by descending weight
  bool assigned = false;
};

/// Assigns topics to articles from their own categories and from the cues of the topic table.
class TopicJudge {
 public:
  /// Best first, without topics that have no evidence. Assigns one to three topics, or none if unsure.
  std::vector<TopicEvidence> judge(const Article& article, Stemmer& stem);

 private:
  CueFinder finder_;
};

}  // namespace council_news
