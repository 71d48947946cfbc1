// Measures how well the topics of an article are found in the judged passages of corpus/judged/topics.jsonl.
//
// `topics` are the one to three topics, or none, that a careful reader would file a passage under, by its news and not
// by its words: a storm of protest is not an emergency. A subject mentioned in passing does not count. `trap` describes
// the difficulty of a passage.
#include <fstream>
#include <set>
#include <string>

#include <nlohmann/json.hpp>

#include "common/article.h"
#include "indexer/enrich/topic_judge.h"
#include "tests/support/catch.h"

using namespace council_news;

namespace {

constexpr std::size_t kMinPassages = 190;

using Slugs = std::set<std::string>;

Slugs topics_of(TopicJudge& judge, Stemmer& stem, const nlohmann::json& judged) {
  Article article;
  article.title = judged["title"];
  article.body = judged["body"];
  Slugs slugs;
  for (const TopicEvidence& evidence : judge.judge(article, stem)) {
    if (evidence.assigned) slugs.emplace(evidence.topic->slug);
  }
  return slugs;
}

}  // namespace

TEST_CASE("topics of the judged passages") {
  TopicJudge judge;
  Stemmer stem;
  std::ifstream file(std::string(CORPUS_FOLDER) + "/judged/topics.jsonl");
  std::size_t passages = 0;
  std::size_t traps = 0;
  double right = 0;
  double wrong = 0;
  double missed = 0;
  std::string misses;
  for (std::string line; std::getline(file, line); ++passages) {
    const nlohmann::json judged = nlohmann::json::parse(line);
    const Slugs wanted = judged["topics"].get<Slugs>();
    for (const std::string& slug : wanted) REQUIRE(find_topic(slug) != nullptr);
    const Slugs found = topics_of(judge, stem, judged);
    CHECK(found.size() <= 3);
    for (const std::string& slug : found) {
      wanted.count(slug) > 0 ? ++right : ++wrong;
      if (wanted.count(slug) == 0) misses += judged["title"].get<std::string>() + ": +" + slug + "\n";
    }
    for (const std::string& slug : wanted) {
      if (found.count(slug) > 0) continue;
      ++missed;
      misses += judged["title"].get<std::string>() + ": -" + slug + "\n";
    }
    if (judged.contains("trap")) ++traps;
  }
  const double precision = right / (right + wrong);
  const double recall = right / (right + missed);
  INFO("precision " << precision << ", recall " << recall << "\n" << misses);
  CHECK(passages >= kMinPassages);
  CHECK(3 * traps >= passages);
  CHECK(precision >= 0.90);
  CHECK(recall >= 0.95);
  CHECK(2 * precision * recall / (precision + recall) >= 0.93);
}
