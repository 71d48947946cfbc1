// The evidence for the councils and topics of an article, as stored and as shown.
#include "common/article_json.h"
#include "indexer/enrich/enrich.h"
#include "indexer/enrich/explain.h"
#include "searcher/answer/attributions.h"
#include "tests/support/catch.h"

using namespace council_news;

namespace {

Article article() {
  Article made;
  made.title = "Wigan opens a tip";
  made.url = "https://record.example/wigan?utm_source=feed";
  made.guid = "7";
  made.outlet = "The Record";
  made.body =
      "Wigan Council has opened a household waste and recycling centre.\n\n"
      "Its head of waste came from Leicester City Council. Kerbside collection goes on.";
  made.published = parse_timestamp("2021-05-04");
  return made;
}

std::string why(const std::vector<Attribution>& evidence, const std::string& slug) {
  for (const Attribution& one : evidence)
    if (one.slug == slug) return one.why;
  return {};
}

bool has_line(const std::string& text, const std::string& line) {
  return ("\n" + text).find("\n" + line + "\n") != std::string::npos;
}

}  // namespace

TEST_CASE("each council and topic has its evidence") {
  Enricher enricher;
  Article made = article();
  enricher.enrich(made);
  REQUIRE(made.councils == std::vector<std::string>{"wigan"});
  CHECK(why(made.council_evidence, "wigan") ==
        "“Wigan” in the headline, meaning its council; “Wigan Council” in the first paragraph");
  CHECK(why(made.council_evidence, "leicester") ==
        "“Leicester City Council” in the second paragraph, in passing; too little evidence");
  CHECK(made.council_evidence.size() == made.mentions.size());
  REQUIRE(made.topics == std::vector<std::string>{"waste-and-recycling"});
  CHECK(why(made.topic_evidence, "waste-and-recycling").find("in the opening") != std::string::npos);
}

TEST_CASE("configured councils and topics are evidence") {
  Enricher enricher;
  Article made = article();
  made.given_councils = {"bury", "no-such-council"};
  made.given_topics = {"waste-and-recycling", "planning"};
  enricher.enrich(made);
  CHECK(made.councils == std::vector<std::string>{"bury", "no-such-council", "wigan"});
  CHECK(why(made.council_evidence, "bury") == "configured for its feed");
  CHECK(made.topics == std::vector<std::string>{"waste-and-recycling", "planning"});
  CHECK(why(made.topic_evidence, "waste-and-recycling") == "configured for its feed");
}

TEST_CASE("the publisher is evidence") {
  Enricher enricher;
  Article made = article();
  made.url = "https://news.bury.gov.uk/1";
  enricher.enrich(made);
  CHECK(why(made.council_evidence, "bury") == "published on its site news.bury.gov.uk");
  made = article();
  made.outlet = "Bury\nCouncil";
  enricher.enrich(made);
  CHECK(why(made.council_evidence, "bury") == "published by “Bury Council”");
}

TEST_CASE("evidence is replaced, not accumulated") {
  Enricher enricher;
  Article made = article();
  enricher.enrich(made);
  const Article once = made;
  enricher.enrich(made);
  CHECK(made == once);
  CHECK(from_json(to_json(made)) == made);
}

TEST_CASE("an article without evidence, as written by earlier versions") {
  const Article read = from_json(R"({"id":"ab","title":"Wigan","councils":["wigan"],"mentions":["wigan"]})");
  CHECK(read.council_evidence.empty());
  CHECK(read.topic_evidence.empty());
  CHECK(attributions_of(read).empty());
}

TEST_CASE("the human-readable explanation") {
  Enricher enricher;
  Article made = article();
  const Findings findings = enricher.enrich(made);
  const std::string text = explain(made, findings);
  CHECK(has_line(text, "Wigan opens a tip"));
  CHECK(has_line(text, "  identified by its address record.example/wigan"));
  CHECK(has_line(text, "  and by its guid 7 (unique within its outlet)"));
  CHECK(has_line(text, "  about Wigan (wigan)"));
  CHECK(has_line(text, "     6.0  “Wigan Council” in the first paragraph"));
  CHECK(has_line(text, "  only mentions Leicester (leicester): too little evidence"));
  CHECK(has_line(text, "  topic Waste and recycling"));
}

TEST_CASE("the explanation of an empty article") {
  Article made;
  CHECK(explain(made, {}) ==
        "(no headline)\n  identified by its headline, day and authors\n  names no council\n  has no topic\n");
}

TEST_CASE("the lines of a result about its councils and topics") {
  Article made;
  made.councils = {"wigan"};
  made.council_evidence = {{"wigan", "“Wigan” in the headline"}, {"leicester", "“Leicester” further down"}};
  made.topic_evidence = {{"housing", "“rents” in the opening"}, {"no-such-topic", "x"}};
  CHECK(attributions_of(made) ==
        std::vector<std::string>{"about Wigan: “Wigan” in the headline", "mentions Leicester: “Leicester” further down",
                                 "topic Housing: “rents” in the opening", "topic no-such-topic: x"});
}
