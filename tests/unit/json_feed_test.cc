#include "common/error.h"
#include "indexer/read/read_feed.h"
#include "tests/support/catch.h"

using namespace council_news;

namespace {

std::vector<Article> read(const std::string& json) {
  Input input;
  input.source = "test.json";
  input.bytes = json;
  std::vector<Article> articles;
  read_json_feed(input, input.bytes, [&](Article&& article) { articles.push_back(std::move(article)); });
  return articles;
}

/// The article of an item with these members.
Article item(const std::string& members) {
  const auto articles = read(R"({"version":"https://jsonfeed.org/version/1.1","title":"Leeds","home_page_url":
      "https://leeds.example/","authors":[{"name":"Feed Author"}],"items":[{)" +
                             members + "}]}");
  REQUIRE(articles.size() == 1);
  return articles.front();
}

using Strings = std::vector<std::string>;

}  // namespace

TEST_CASE("a JSON Feed item with everything") {
  const Article article = item(R"("id":"1","url":"https://leeds.example/1","title":"Children’s <b> trust",
      "content_html":"<p>One</p><p>Two</p>","content_text":"One Two","summary":"Short",
      "date_published":"2018-01-29T18:15:00+01:00","date_modified":"2018-01-30T18:15:00Z",
      "authors":[{"name":"Ann Smith"},{"name":"Bob Roe"}],"tags":["Housing"])");
  CHECK(article.guid == "1");
  CHECK(article.url == "https://leeds.example/1");
  CHECK(article.title == "Children’s <b> trust");
  CHECK(article.body == "One\n\nTwo");
  CHECK(article.summary == "Short");
  CHECK(format_timestamp(*article.published) == "2018-01-29T17:15:00Z");
  CHECK(format_timestamp(*article.updated) == "2018-01-30T18:15:00Z");
  CHECK(article.authors == Strings{"Ann Smith", "Bob Roe"});
  CHECK(article.categories == Strings{"Housing"});
  CHECK(article.outlet == "Leeds");
  CHECK(article.source == "test.json");
}

TEST_CASE("missing and non-standard members of JSON Feeds") {
  CHECK(item(R"("id":"https://leeds.example/2")").url == "https://leeds.example/2");
  CHECK(item(R"("id":3,"url":"news/3")").url == "https://leeds.example/news/3");
  CHECK(item(R"("id":3)").guid == "3");
  CHECK(item(R"("id":"4","external_url":"https://other.example/")").url == "https://other.example/");
  CHECK(item(R"("id":"5","author":{"name":"Ann Smith"})").authors == Strings{"Ann Smith"});
  CHECK(item(R"("id":"6")").authors == Strings{"Feed Author"});
  CHECK(item(R"("id":"7","content_text":"First < 2\n\nsecond")").body == "First < 2\n\nsecond");
  CHECK(item(R"("id":"8","summary":"Only this")").body == "Only this");
  CHECK(item(R"("id":"9","title":null,"tags":"x","authors":7,"date_published":"soon")").warnings.size() == 1);
}

TEST_CASE("JSON that is not a feed is rejected") {
  CHECK_THROWS_AS(read("[]"), InputError);
  CHECK_THROWS_AS(read("{\"items\":7}"), InputError);
  CHECK_THROWS_AS(read("{\"items\":[{\"id\":\"1\""), InputError);
}
