#include <string>

#include "indexer/read/read_page.h"
#include "tests/support/catch.h"

namespace {

const std::string kText =
    "<p>The council agreed to keep the depot open, after residents had asked for it for many months.</p>";

std::string published(const std::string& head, const std::string& body, const std::string& url = "") {
  council_news::Input input;
  input.url = url;
  const council_news::Article article = council_news::read_page(
      input, "<html><head>" + head + "</head><body><h1>Depot stays</h1>" + body + kText + "</body></html>");
  return article.published ? council_news::format_timestamp(*article.published) : "";
}

}  // namespace

TEST_CASE("the date of a page is found in its usual places") {
  struct Row {
    const char* head;
    const char* body;
    const char* date;
  };
  const Row rows[] = {
      {"<meta name='dc.date.issued' content='2018-01-29'>", "", "2018-01-29"},
      {"<meta property='article:modified_time' content='2018-02-01'><meta name=pubdate content='2018-01-29'>", "",
       "2018-01-29"},
      {"<meta property='article:modified_time' content='2018-02-01'>", "", "2018-02-01"},
      {"", "<span itemprop=datePublished content='2018-01-29T09:30:00Z'>Monday</span>", "2018-01-29T09:30:00Z"},
      {"", "<time datetime='2018-01-29'>Monday</time>", "2018-01-29"},
      {"", "<aside><time datetime='2017-01-01'>old</time></aside><time datetime='2018-01-29'>Monday</time>",
       "2018-01-29"},
      {"", "<div class='article-date'>Monday 29 January 2018</div>", "2018-01-29"},
      {"", "<p>Published: 29th January 2018</p>", "2018-01-29"},
      {"", "<div class=comments><span class=date>3 March 2019</span></div><p class=date>29 January 2018</p>",
       "2018-01-29"},
      {"", "<p>Veröffentlicht am 29. Januar 2018</p>", "2018-01-29"},
      {"", "", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.head, row.body);
    CHECK(published(row.head, row.body) == row.date);
  }
}

TEST_CASE("the address is the last resort for the date") {
  CHECK(published("", "", "https://news.example/2018/01/29/depot") == "2018-01-29");
  CHECK(published("", "", "https://news.example/news/2018-1-9-depot") == "2018-01-09");
  CHECK(published("", "", "https://news.example/20180129-depot") == "2018-01-29");
  CHECK(published("", "", "https://news.example/2018/13/29/depot").empty());
  CHECK(published("", "", "https://news.example/id/201801293").empty());
}
