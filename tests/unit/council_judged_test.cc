// Measures how well the councils of an article are found in the judged passages of corpus/judged/councils.jsonl, and
// checks that no council in the furniture of corpus/judged/adverts.jsonl counts.
//
// `councils` are those that a passage is about: its headline or first paragraph names them as the subject of the news,
// possibly in a list of up to a dozen. Passing mentions (neighbours, origins, examples) are not among them. `mentions`
// are all authorities that its own text names. `trap` describes the difficulty of a passage.
#include <fstream>
#include <set>
#include <string>

#include <nlohmann/json.hpp>

#include "common/article.h"
#include "indexer/enrich/councils.h"
#include "tests/support/catch.h"

using namespace council_news;

namespace {

constexpr std::size_t kMinPassages = 150;
constexpr std::size_t kMinAdverts = 60;
constexpr std::size_t kMinNews = 10;

using Slugs = std::set<std::string>;

struct Figures {
  std::size_t right = 0;
  std::size_t wrong = 0;
  std::size_t missed = 0;
  std::string misses;

  void count(const std::string& title, const Slugs& found, const Slugs& wanted) {
    std::string odd;
    for (const std::string& slug : found) {
      if (wanted.count(slug) > 0)
        ++right;
      else
        ++wrong, odd += " +" + slug;
    }
    for (const std::string& slug : wanted) {
      if (found.count(slug) == 0) ++missed, odd += " -" + slug;
    }
    if (!odd.empty()) misses += title + ":" + odd + "\n";
  }

  double precision() const { return static_cast<double>(right) / static_cast<double>(right + wrong); }
  double recall() const { return static_cast<double>(right) / static_cast<double>(right + missed); }
};

}  // namespace

TEST_CASE("councils of the judged passages") {
  const CouncilNameFinder finder(gazetteer());
  std::ifstream file(std::string(CORPUS_FOLDER) + "/judged/councils.jsonl");
  Figures about;
  Figures named;
  std::size_t passages = 0;
  std::size_t traps = 0;
  for (std::string line; std::getline(file, line); ++passages) {
    const nlohmann::json judged = nlohmann::json::parse(line);
    Article article;
    article.title = judged["title"];
    article.body = judged["body"];
    article.url = judged.value("url", "");
    article.outlet = judged.value("outlet", "");
    article.published = parse_timestamp(judged["published"].get<std::string>());
    Slugs councils;
    Slugs mentions;
    for (const CouncilEvidence& evidence : judge_councils(article, finder)) {
      mentions.emplace(evidence.council->slug);
      if (evidence.about) councils.emplace(evidence.council->slug);
    }
    about.count(article.title, councils, judged["councils"].get<Slugs>());
    named.count(article.title, mentions, judged["mentions"].get<Slugs>());
    if (judged.contains("trap")) ++traps;
  }
  CHECK(passages >= kMinPassages);
  CHECK(2 * traps >= passages);
  INFO("about, precision " << about.precision() << ", recall " << about.recall() << "\n" << about.misses);
  INFO("named, precision " << named.precision() << ", recall " << named.recall() << "\n" << named.misses);
  CHECK(about.precision() >= 0.97);
  CHECK(about.recall() >= 0.945);
  CHECK(named.precision() >= 0.98);
  CHECK(named.recall() >= 0.96);
}

TEST_CASE("no councils from adverts, teasers, footers, sign-offs and names of papers") {
  const CouncilNameFinder finder(gazetteer());
  std::ifstream file(std::string(CORPUS_FOLDER) + "/judged/adverts.jsonl");
  const std::string opening = "Solihull Council has been praised for its libraries. The council was pleased.\n\n";
  const std::string second = "Inspectors said that councillors had kept every branch open. The report was kind.\n\n";
  std::size_t pieces = 0;
  std::size_t news = 0;
  for (std::string line; std::getline(file, line);) {
    const nlohmann::json judged = nlohmann::json::parse(line);
    Article article;
    article.title = "Solihull praised for its libraries";
    article.body = opening + second + judged["text"].get<std::string>();
    article.published = parse_timestamp("2018-01-01");
    Slugs mentions;
    for (const CouncilEvidence& evidence : judge_councils(article, finder)) mentions.emplace(evidence.council->slug);
    // Text that only looks like furniture is news, and its councils count.
    Slugs wanted = judged.value("councils", Slugs());
    wanted.insert("solihull");
    CAPTURE(judged["text"].get<std::string>());
    CHECK(mentions == wanted);
    ++(judged["kind"] == "news" ? news : pieces);
  }
  CHECK(pieces >= kMinAdverts);
  CHECK(news >= kMinNews);
}
