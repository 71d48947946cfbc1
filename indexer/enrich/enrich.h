#pragma once

#include "common/article.h"
#include "common/index/stem.h"
#include "indexer/enrich/councils.h"
#include "indexer/enrich/topic_judge.h"

namespace council_news {

/// All evidence for the councils and topics of an article, including those that were not assigned.
struct Findings {
  std::vector<CouncilEvidence> councils;
  std::vector<TopicEvidence> topics;
};

/// Adds to an article what its source does not give: councils, mentions, topics, the strongest evidence for each, and
/// an id if it has none. Depends only on the article's own text and its feed's configuration, so the order of arrival
/// does not matter.
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
