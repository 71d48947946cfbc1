// The web pages of feed entries, and robots.txt.

#include "indexer/feeds/schedule.h"
#include "indexer/fetch/robots.h"
#include "tests/fetch/http_server.h"
#include "tests/fetch/update_archive.h"
#include "tests/support/catch.h"

using namespace council_news;
using namespace council_news::test;

namespace {

std::string page(const std::string& title) {
  const std::string sentence =
      "On " + title + " the council agreed on Tuesday to keep all that it has for another year. ";
  return "<!DOCTYPE html><html><head><title>" + title + "</title><meta property=\"og:type\" content=\"article\">" +
         "<meta property=\"og:title\" content=\"" + title +
         "\"></head><body><nav><a href=\"/\">Home</a></nav><article><h1>" + title + "</h1><p>" + sentence + sentence +
         "</p><p>" + sentence + "The vote on " + title + " was nineteen to four.</p><p>" + sentence +
         "</p></article></body></html>";
}

/// A feed of headlines with a one-sentence summary each, whose pages are on `server`.
std::string headlines(const HttpServer& server, const std::vector<std::string>& names) {
  std::string xml = "<rss version=\"2.0\"><channel><title>Headlines</title>";
  for (const std::string& name : names) {
    xml += "<item><title>" + name + "</title><link>" + server.url("/news/" + name) + "</link><description>On " + name +
           ".</description></item>";
  }
  return xml + "</channel></rss>";
}

void with_pages(FeedSettings& settings) { settings.full_pages = true; }

}  // namespace

TEST_CASE("the page of an entry is fetched once and replaces its text") {
  HttpServer server;
  UpdateArchive archive;
  archive.subscribe(server.url("/feed"), with_pages);
  server.reply("/feed", {200, {{"ETag", "\"1\""}}, headlines(server, {"Libraries", "Parks"})});
  for (const char* name : {"Libraries", "Parks"})
    server.reply("/news/" + std::string(name), {200, {{"Content-Type", "text/html"}}, page(name)});
  archive.update();
  REQUIRE(archive.articles().size() == 2);
  for (const Article& article : archive.articles())
    CHECK_THAT(article.body, Catch::Matchers::ContainsSubstring("was nineteen to four"));
  CHECK(server.count("/robots.txt") == 1);
  archive.advance(kDay);
  archive.update();
  server.reply("/feed", {200, {{"ETag", "\"2\""}}, headlines(server, {"Trees", "Libraries", "Parks"})});
  server.reply("/news/Trees", {200, {{"Content-Type", "text/html"}}, page("Trees")});
  archive.advance(kDay);
  archive.update();
  CHECK(server.count("/news/Libraries") == 1);
  CHECK(server.count("/news/Trees") == 1);
  // The summary in the feed, seen again, does not replace the full text.
  for (const Article& article : archive.articles())
    CHECK_THAT(article.body, Catch::Matchers::ContainsSubstring("was nineteen to four"));
  CHECK(archive.feed(server.url("/feed")).state.pages.empty());
}

TEST_CASE("pages are fetched only with full_pages") {
  HttpServer server;
  UpdateArchive archive;
  archive.subscribe(server.url("/feed"));
  server.reply("/feed", {200, {}, headlines(server, {"Libraries"})});
  archive.update();
  CHECK(server.count() == 1);
}

TEST_CASE("robots.txt is obeyed") {
  HttpServer server;
  UpdateArchive archive;
  archive.subscribe(server.url("/feed"), with_pages);
  server.reply("/feed", {200, {}, headlines(server, {"Libraries", "Parks"})});
  server.reply("/news/Parks", {200, {{"Content-Type", "text/html"}}, page("Parks")});
  server.reply("/news/Libraries", {200, {{"Content-Type", "text/html"}}, page("Libraries")});
  SECTION("disallowed pages are not fetched") {
    server.reply("/robots.txt", {200, {{"Content-Type", "text/plain"}}, "User-agent: *\nDisallow: /news/Lib\n"});
    archive.update();
    CHECK(server.count("/news/Libraries") == 0);
    CHECK(server.count("/news/Parks") == 1);
  }
  SECTION("a server error disallows everything for now") {
    server.reply("/robots.txt", {500, {}, ""});
    archive.update();
    CHECK(server.count("/news/Parks") == 0);
    CHECK(archive.feed(server.url("/feed")).state.pages.size() == 2);
    server.reply("/robots.txt", {404, {}, ""});
    archive.advance(kDay);
    archive.update();
    CHECK(server.count("/news/Parks") == 1);
  }
}

TEST_CASE("the number of pages per run is limited; temporary failures are retried three times") {
  HttpServer server;
  UpdateArchive archive;
  archive.options().max_pages = 2;
  archive.subscribe(server.url("/feed"), with_pages);
  server.reply("/feed", {200, {{"ETag", "\"1\""}}, headlines(server, {"a", "b", "c", "d"})});
  for (const char* name : {"a", "b", "c"})
    server.reply("/news/" + std::string(name), {200, {{"Content-Type", "text/html"}}, page(name)});
  server.reply("/news/d", {500, {}, ""});
  std::vector<std::size_t> waiting;
  for (int night = 0; night < 6; ++night) {
    archive.update();
    waiting.push_back(archive.feed(server.url("/feed")).state.pages.size());
    archive.advance(kDay);
    server.reply("/feed", {304, {}, ""});
  }
  CHECK(waiting == std::vector<std::size_t>{2, 1, 1, 0, 0, 0});
  CHECK(server.count("/news/d") == 3);
  CHECK(server.count("/news/a") == 1);
}

TEST_CASE("Retry-After postpones pages too") {
  HttpServer server;
  UpdateArchive archive;
  archive.subscribe(server.url("/feed"), with_pages);
  server.reply("/feed", {200, {{"ETag", "\"1\""}}, headlines(server, {"a", "b", "c"})});
  server.reply("/news/a", {429, {{"Retry-After", "36000"}}, ""});
  for (const char* name : {"b", "c"})
    server.reply("/news/" + std::string(name), {200, {{"Content-Type", "text/html"}}, page(name)});
  archive.update();
  CHECK(server.count() == 3);  // feed, robots.txt, a
  archive.advance(5 * kHour);
  archive.update();
  CHECK(server.count() == 3);
  server.reply("/news/a", {200, {{"Content-Type", "text/html"}}, page("a")});
  archive.advance(6 * kHour);
  archive.update();
  CHECK(archive.feed(server.url("/feed")).state.pages.empty());
}

TEST_CASE("pages that are gone, disallowed or not articles are not retried") {
  HttpServer server;
  UpdateArchive archive;
  archive.subscribe(server.url("/feed"), with_pages);
  server.reply("/feed", {200, {{"ETag", "\"1\""}}, headlines(server, {"gone", "pdf", "feed"})});
  server.reply("/news/gone", {410, {}, ""});
  server.reply("/news/pdf", {200, {{"Content-Type", "application/pdf"}}, "%PDF-1.4 \x01\x02"});
  server.reply("/news/feed", {200, {}, rss({"one"})});
  CHECK_FALSE(archive.update().any_failed());
  CHECK(archive.feed(server.url("/feed")).state.pages.empty());
  CHECK(archive.articles().size() == 3);
}

TEST_CASE("robots.txt rules") {
  const std::string text =
      "\xEF\xBB\xBFUser-Agent: googlebot # and\r\nUser-agent: Council-Index/1.0\r\nDisallow: /private\nAllow: "
      "/private/news$\n"
      "Disallow: /*.pdf$\nDisallow: /caf%C3%A9\nDisallow: /a%7Eb\nDisallow:\nCrawl-delay: 2.5\nSitemap: "
      "https://x.example/s.xml\n"
      "\nUser-agent: *\nDisallow: /\n";
  const Robots robots(text, "council-index");
  const auto allows = [&](const std::string& path) { return robots.allows("https://council.example" + path); };
  CHECK(allows("/"));
  CHECK(allows(""));
  CHECK_FALSE(allows("/private"));
  CHECK_FALSE(allows("/private/x"));
  CHECK(allows("/private/news"));
  CHECK_FALSE(allows("/private/news/1"));
  CHECK_FALSE(allows("/a/b.pdf"));
  CHECK(allows("/a/b.pdf?x=1"));
  CHECK_FALSE(allows("/caf\xC3\xA9/menu"));
  CHECK_FALSE(allows("/caf%c3%a9"));
  CHECK_FALSE(allows("/a~b"));
  CHECK(robots.crawl_delay() == 2.5);
  CHECK_FALSE(Robots(text, "googlebot").allows("https://council.example/private"));
  CHECK_FALSE(Robots(text, "other").allows("https://council.example/"));
  CHECK(Robots(text, "other").allows("https://council.example/robots.txt"));
  CHECK(Robots("", "council-index").allows("https://council.example/x"));
  CHECK(Robots("Disallow: /\nUser-agent: *\nAllow: /", "x").allows("https://council.example/x"));
  CHECK(Robots("User-agent: *\nDisallow: /p\nAllow: /p", "x").allows("https://council.example/p"));
  CHECK_FALSE(Robots("User-agent: a\nUser-agent: *\nDisallow: /", "x").allows("https://council.example/p"));
  // Groups for the same user agent are combined (RFC 9309, 2.2.1).
  CHECK_FALSE(Robots("User-agent: x\nDisallow: /a\nUser-agent: y\nDisallow: /c\nUser-agent: x\nDisallow: /b", "x")
                  .allows("https://council.example/b"));
  // Many wildcards do not take exponential time.
  const std::string stars = "User-agent: *\nDisallow: /" + std::string(1500, '*') + "x*y*z$";
  CHECK(Robots(stars, "x").allows("https://council.example/" + std::string(4000, 'x')));
}
