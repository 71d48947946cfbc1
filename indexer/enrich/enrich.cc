#include "indexer/enrich/enrich.h"

#include <algorithm>

#include "indexer/enrich/identity.h"

namespace council_news {

Enricher::Enricher() : finder_(gazetteer()) {}

void Enricher::enrich(Article& article) {
  if (article.id.empty()) article.id = identities(article).front();
  article.councils = article.given_councils;
  article.mentions.clear();
  const auto add_new = [](std::vector<std::string>& slugs, std::string_view slug) {
    if (std::find(slugs.begin(), slugs.end(), slug) == slugs.end()) slugs.emplace_back(slug);
  };
  for (const CouncilEvidence& evidence : judge_councils(article, finder_)) {
    article.mentions.emplace_back(evidence.council->slug);
    if (evidence.about) add_new(article.councils, evidence.council->slug);
  }
  article.topics = article.given_topics;
  for (const TopicEvidence& evidence : topic_judge_.judge(article, stem_)) {
    if (evidence.assigned) add_new(article.topics, evidence.topic->slug);
  }
}

}  // namespace council_news
