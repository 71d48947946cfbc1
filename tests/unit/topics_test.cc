#include <set>
#include <string>
#include <vector>

#include "indexer/enrich/topic_judge.h"
#include "tests/support/catch.h"

using namespace council_news;

namespace {

std::vector<std::string> topics_of(const Article& article) {
  static TopicJudge judge;
  Stemmer stem;
  std::vector<std::string> slugs;
  for (const TopicEvidence& evidence : judge.judge(article, stem)) {
    if (evidence.assigned) slugs.emplace_back(evidence.topic->slug);
  }
  return slugs;
}

}  // namespace

TEST_CASE("the topic table is well-formed") {
  const std::vector<std::string> wanted = {"childrens-services",
                                           "education",
                                           "adult-social-care",
                                           "health",
                                           "housing",
                                           "homelessness",
                                           "planning",
                                           "finance",
                                           "council-tax",
                                           "transport-and-highways",
                                           "waste-and-recycling",
                                           "environment-and-climate",
                                           "community-safety",
                                           "devolution-and-reorganisation",
                                           "elections-and-governance",
                                           "workforce",
                                           "culture-and-leisure",
                                           "economy-and-regeneration",
                                           "digital",
                                           "licensing-and-regulation",
                                           "equalities-and-migration",
                                           "emergency-planning"};
  std::vector<std::string> slugs;
  for (const Topic& topic : topics()) {
    CAPTURE(topic.slug);
    slugs.emplace_back(topic.slug);
    CHECK_FALSE(topic.label.empty());
    CHECK(topic_label(topic.slug) == topic.label);
    CHECK(topic.categories.size() >= 5);
    CHECK(topic.cues.size() >= 40);
    std::set<std::string_view> texts;
    for (const Cue& cue : topic.cues) {
      CAPTURE(cue.text);
      CHECK(texts.insert(cue.text).second);
      CHECK((cue.weight >= -5 && cue.weight <= 5));
    }
  }
  CHECK(slugs == wanted);
  CHECK(topic_label("no-such-topic") == "no-such-topic");
}

TEST_CASE("topics of an article") {
  struct Case {
    const char* title;
    const char* body;
    std::vector<std::string> topics;
  };
  const Case row = GENERATE(values<Case>({
      {"Bins to be emptied every three weeks",
       "Kerbside collections of household waste change in May.",
       {"waste-and-recycling"}},
      {"Council issues section 114 notice",
       "The finance director cannot balance the budget, and reserves are spent.",
       {"finance"}},
      {"Ofsted rates children's services inadequate",
       "Social workers for looked-after children had too many cases.",
       {"childrens-services"}},
      {"Rough sleeping rises for a third year", "More households live in temporary accommodation.", {"homelessness"}},
      {"Mayor opens a fête", "It rained on the cakes, and nobody minded at all.", {}},
      {"", "", {}},
  }));
  CAPTURE(row.title);
  Article article;
  article.title = row.title;
  article.body = row.body;
  CHECK(topics_of(article) == row.topics);
}

TEST_CASE("a category of the source that maps to a topic assigns it") {
  struct Case {
    std::vector<std::string> categories;
    std::vector<std::string> topics;
  };
  const Case row = GENERATE(values<Case>({
      {{"Waste & Recycling"}, {"waste-and-recycling"}},
      {{"News > Council Tax"}, {"council-tax"}},
      {{"Headlines", "ADULT SOCIAL CARE"}, {"adult-social-care"}},
      {{"Libraries / Planning"}, {"planning", "culture-and-leisure"}},
      {{"Letters"}, {}},
      // Categories for many topics are a tag cloud.
      {{"Libraries", "Planning", "Schools", "Bins", "Council tax", "Roads"}, {}},
  }));
  CAPTURE(row.categories);
  Article article;
  article.title = "A notice";
  article.categories = row.categories;
  CHECK(topics_of(article) == row.topics);
}

TEST_CASE("a cue of two parts matches in one sentence, in any order") {
  Article article;
  article.title = "A change at the top";
  article.body = "The chief executive, who came in 2010, is to resign.";
  CHECK(topics_of(article) == std::vector<std::string>{"workforce"});
  article.body = "The chief executive came in 2010. The vicar is to resign.";
  CHECK(topics_of(article).empty());
}

TEST_CASE("a phrase does not span two sentences") {
  Article article;
  article.title = "A notice";
  article.body = "He wrote to the council. Tax was not his subject. She likes the council. Tax came later.";
  CHECK(topics_of(article).empty());
}
