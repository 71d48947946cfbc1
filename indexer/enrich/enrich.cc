#include "indexer/enrich/enrich.h"

#include <algorithm>

#include <fmt/core.h>

#include "common/add_new.h"
#include "indexer/enrich/identity.h"

namespace council_news {
namespace {

constexpr const char* kConfigured = "configured for its feed";

bool contains(const std::vector<std::string>& values, const std::string& value) {
  return std::find(values.begin(), values.end(), value) != values.end();
}

/// The strongest evidence: `“Leeds City Council” further down, in passing; less prominent than others`.
std::string in_short(const CouncilEvidence& evidence) {
  const auto& reasons = evidence.reasons;
  if (!evidence.about) return fmt::format("{}; {}", reasons.front().what, evidence.why_not);
  if (reasons.size() == 1 || reasons[1].weight <= 0) return reasons.front().what;
  return fmt::format("{}; {}", reasons.front().what, reasons[1].what);
}

std::string in_short(const TopicEvidence& evidence) {
  constexpr std::size_t kMax = 2;
  std::string text;
  for (std::size_t i = 0; i < std::min(kMax, evidence.reasons.size()); ++i)
    text += (i == 0 ? "" : ", ") + evidence.reasons[i].what;
  return text;
}

}  // namespace

Enricher::Enricher() : finder_(gazetteer()) {}

Findings Enricher::enrich(Article& article) {
  if (article.id.empty()) article.id = identities(article).front();
  article.councils = article.given_councils;
  article.mentions.clear();
  article.council_evidence.clear();
  article.topic_evidence.clear();
  Findings found{judge_councils(article, finder_), topic_judge_.judge(article, stem_)};
  for (const CouncilEvidence& evidence : found.councils) {
    const std::string slug(evidence.council->slug);
    article.mentions.push_back(slug);
    if (evidence.about) add_new(article.councils, slug);
    article.council_evidence.push_back({slug, in_short(evidence)});
  }
  article.topics = article.given_topics;
  for (const std::string& slug : article.given_topics) article.topic_evidence.push_back({slug, kConfigured});
  for (const TopicEvidence& evidence : found.topics) {
    const std::string slug(evidence.topic->slug);
    if (!evidence.assigned || contains(article.topics, slug)) continue;
    article.topics.push_back(slug);
    article.topic_evidence.push_back({slug, in_short(evidence)});
  }
  return found;
}

}  // namespace council_news
