// A request for the number of matches gets the exact number, however frequent the words of a phrase are.
#include <functional>

#include "common/index/database.h"
#include "common/index/document.h"
#include "searcher/search.h"
#include "tests/support/catch.h"
#include "tests/support/temporary_folder.h"

using namespace council_news;

TEST_CASE("a phrase of common words is counted if the request needs the number") {
  const TemporaryFolder folder;
  const std::filesystem::path path = folder.path() / "archive";
  constexpr int kArticles = 21'000;
  constexpr int kMatches = kArticles / 300;
  {
    const ArchiveLock lock = lock_or_create(path);
    Xapian::WritableDatabase archive = open_for_writing(lock);
    Stemmer stem;
    Article article;
    for (int number = 0; number < kArticles; ++number) {
      article.body = number % 300 == 0 ? "interest rates" : "rates of interest";
      archive.add_document(make_document(article, {}, stem));
    }
  }
  Searcher searcher(path, Day{2026, 11, 23});
  const std::pair<const char*, std::function<void(Request&)>> ways[] = {
      {"no answers wanted", [](Request& request) { request.limit = 0; }},
      {"facets", [](Request& request) { request.facets = {"year"}; }},
      {"timeline", [](Request& request) { request.timeline = true; }},
      {"newest first", [](Request& request) { request.sort = SortOrder::newest; }},
      {"oldest first", [](Request& request) { request.sort = SortOrder::oldest; }},
  };
  for (const auto& [way, ask] : ways) {
    INFO(way);
    Request request;
    request.query = "\"interest rates\"";
    ask(request);
    const Answer answer = searcher.search(request);
    CHECK(answer.total == kMatches);
    CHECK(answer.exact);
  }
  Request request;
  request.query = "\"interest rates\"";
  std::size_t said = 0;
  std::size_t seen = 0;
  searcher.search_all(
      request, StreamOrder::as_entered, [&](const Answer& answer) { said = answer.total; },
      [&](const Hit&) { ++seen; });
  CHECK(said == kMatches);
  CHECK(seen == kMatches);
}
