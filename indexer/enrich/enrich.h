#pragma once

#include "common/article.h"
#include "common/index/stem.h"
#include "indexer/enrich/councils.h"
#include "indexer/enrich/topics.h"

namespace council_news {

/// All that speaks for the councils and topics of an article, also for those that were not attributed.
struct Findings {
  std::vector<CouncilEvidence> councils;
  std::vector<TopicEvidence> topics;
};

/// Adds to an article what we know beyond its source: councils, mentions, topics, the weightiest reason for each, and
/// an id if it has none. Depends on the article's own text and what its feed is configured for alone, so that the order
/// of arrival does not matter.
class Enricher {
 public:
  Enricher();
  Findings enrich(Article& article);

 private:
  CouncilNameFinder finder_;
  TopicJudge topic_judge_;
  Stemmer stem_;
};

}  // namespace council_news
