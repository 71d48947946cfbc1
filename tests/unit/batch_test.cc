// --batch: each request is answered as of its own moment.
#include "searcher/batch.h"

#include <sstream>

#include <nlohmann/json.hpp>

#include "common/index/database.h"
#include "common/index/document.h"
#include "searcher/search.h"
#include "tests/support/catch.h"
#include "tests/support/temporary_folder.h"

using namespace council_news;

TEST_CASE("relative dates count from the day of the request") {
  const TemporaryFolder folder;
  {
    const ArchiveLock lock = lock_or_create(folder.path() / "archive");
    Xapian::WritableDatabase writer = open_for_writing(lock);
    Stemmer stem;
    for (const char* day : {"2024-02-28", "2024-02-29", "2024-03-01", "2024-03-02"}) {
      Article article;
      article.id = article.title = day;
      article.body = "libraries";
      article.published = parse_timestamp(day);
      writer.add_document(make_document(article, {article.id}, stem));
    }
    writer.commit();
  }
  std::vector<Day> days{{2024, 2, 28}, {2024, 2, 29}, {2024, 3, 1}, {2024, 3, 2}, {2024, 3, 3}};
  const std::vector<std::string> wanted{"", "2024-02-28", "2024-02-29", "2024-03-01", "2024-03-02"};
  std::string requests;
  for (std::size_t i = 0; i < days.size(); ++i) requests += "{\"query\":\"libraries date:yesterday\"}\n";
  std::istringstream in(requests);
  std::ostringstream out;
  std::size_t next = 0;
  Searcher searcher(folder.path() / "archive", Day{2020, 1, 1});
  run_batch(
      searcher, [&] { return days.at(next++); }, in, out);
  std::istringstream answers(out.str());
  for (const std::string& title : wanted) {
    std::string line;
    REQUIRE(std::getline(answers, line));
    const auto answer = nlohmann::json::parse(line);
    CHECK(answer["hits"].size() == (title.empty() ? 0 : 1));
    for (const auto& hit : answer["hits"]) CHECK(hit["title"] == title);
  }
}
