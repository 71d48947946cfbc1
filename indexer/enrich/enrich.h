#pragma once

#include "common/article.h"
#include "common/text/stem.h"
#include "indexer/enrich/councils.h"
#include "indexer/enrich/topics.h"

namespace council_news {

/// Adds to an article what we know beyond its source: councils, mentions, topics, and an id if it has
/// none. Depends on the article's own
/// text alone, so that the order of arrival does not matter.
class Enricher {
 public:
  Enricher();
  void enrich(Article& article);

 private:
  CouncilNameFinder finder_;
  TopicJudge topic_judge_;
  Stemmer stem_;
};

}  // namespace council_news
