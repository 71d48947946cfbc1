#pragma once

#include <string>
#include <vector>

#include "common/article.h"
#include "common/knowledge/topics.h"
#include "common/text/stem.h"
#include "indexer/enrich/topic_cues.h"

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
  /// Best first; topics that nothing speaks for are left out. One to three are assigned, or none when unsure.
  std::vector<TopicEvidence> judge(const Article& article, Stemmer& stem);

 private:
  CueFinder finder_;
};

}  // namespace council_news
