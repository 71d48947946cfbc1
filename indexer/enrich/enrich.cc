#include "indexer/enrich/enrich.h"

#include "common/add_new.h"
#include "indexer/enrich/identity.h"

namespace council_news {

Enricher::Enricher() : finder_(gazetteer()) {}

void Enricher::enrich(Article& article) {
  if (article.id.empty()) article.id = identities(article).front();
  article.councils = article.given_councils;
  article.mentions.clear();
  for (const CouncilEvidence& evidence : judge_councils(article, finder_)) {
    article.mentions.emplace_back(evidence.council->slug);
    if (evidence.about) add_new(article.councils, std::string(evidence.council->slug));
  }
  article.topics = article.given_topics;
  for (const TopicEvidence& evidence : topic_judge_.judge(article, stem_)) {
    if (evidence.assigned) add_new(article.topics, std::string(evidence.topic->slug));
  }
}

}  // namespace council_news
