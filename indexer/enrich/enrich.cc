#include "indexer/enrich/enrich.h"

#include "indexer/enrich/identity.h"

namespace council_news {

Enricher::Enricher() : finder_(gazetteer()) {}

void Enricher::enrich(Article& article) {
  if (article.id.empty()) article.id = identities(article).front();
  article.councils.clear();
  article.mentions.clear();
  for (const CouncilEvidence& evidence : judge_councils(article, finder_)) {
    article.mentions.emplace_back(evidence.council->slug);
    if (evidence.about) article.councils.emplace_back(evidence.council->slug);
  }
  article.topics.clear();
  for (const TopicEvidence& evidence : topic_judge_.judge(article, stem_)) {
    if (evidence.assigned) article.topics.emplace_back(evidence.topic->slug);
  }
}

}  // namespace council_news
