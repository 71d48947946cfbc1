// Sitemaps as sources: pages that are in no feed.
#include "indexer/read/sitemap.h"

#include "indexer/feeds/schedule.h"
#include "indexer/read/sniff.h"
#include "tests/fetch/gzip.h"
#include "tests/fetch/http_server.h"
#include "tests/fetch/update_archive.h"
#include "tests/support/catch.h"

using namespace council_news;
using namespace council_news::test;

namespace {

Reply page(const std::string& title) {
  const std::string sentence =
      "On " + title + " the council agreed on Tuesday to keep all that it has for another year. ";
  return {200,
          {{"Content-Type", "text/html"}},
          "<!DOCTYPE html><html><head><title>" + title +
              "</title><meta property=\"og:type\" content=\"article\"></head><body>"
              "<article><h1>" +
              title + "</h1><p>" + sentence + sentence + "</p><p>" + sentence + "</p></article></body></html>"};
}

std::string news_sitemap(const std::string& url) {
  return R"(<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
      xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"><url><loc>)" +
         url + R"(</loc><news:news>
      <news:publication><news:name>Borough Record</news:name><news:language>en</news:language></news:publication>
      <news:publication_date>2026-11-22T09:00:00Z</news:publication_date><news:title>Libraries &amp; parks</news:title>
      </news:news></url></urlset>)";
}

}  // namespace

TEST_CASE("a news sitemap can be subscribed to") {
  HttpServer server;
  UpdateArchive archive;
  archive.subscribe(server.url("/news.xml"));
  server.reply("/news.xml", {200, {{"ETag", "\"1\""}}, news_sitemap(server.url("/libraries"))});
  server.reply("/libraries", page("Libraries"));
  CHECK_FALSE(archive.update().any_failed());
  REQUIRE(archive.articles().size() == 1);
  const Article article = archive.articles().front();
  CHECK(format_timestamp(*article.published) == "2026-11-22T09:00:00Z");
  CHECK_THAT(article.body, Catch::Matchers::ContainsSubstring("for another year"));
  archive.advance(kDay);
  archive.update();
  CHECK(server.count("/libraries") == 1);
}

TEST_CASE("the sitemaps of an index are followed, gzipped or not; later only those that changed") {
  HttpServer server;
  UpdateArchive archive;
  archive.subscribe(server.url("/sitemap.xml"));
  server.reply("/sitemap.xml", {200,
                                {},
                                "<sitemapindex><sitemap><loc>" + server.url("/a.xml.gz") +
                                    "</loc><lastmod>2026-11-01</lastmod></sitemap><sitemap><loc>/b.xml</loc></sitemap>"
                                    "</sitemapindex>"});
  server.reply("/a.xml.gz", {200,
                             {{"Content-Type", "application/gzip"}},
                             gzip("<urlset><url><loc>" + server.url("/one") + "</loc></url></urlset>")});
  server.reply("/b.xml", {200, {}, "<urlset><url><loc>" + server.url("/two") + "</loc></url></urlset>"});
  server.reply("/one", page("One"));
  server.reply("/two", page("Two"));
  CHECK_FALSE(archive.update().any_failed());
  CHECK(archive.articles().size() == 2);
  archive.advance(kDay);
  archive.update();
  CHECK(server.count("/a.xml.gz") == 1);
  CHECK(server.count("/b.xml") == 2);
  CHECK(server.count("/one") == 1);
}

TEST_CASE("detection of sitemaps") {
  CHECK(sniff(rss({"urlset"})) == Format::xml_feed);
  CHECK(sniff("<html>urlset</html>") == Format::page);
  CHECK(sniff("<?xml version='1.0'?><sitemapindex/>") == Format::sitemap);
  CHECK(read_sitemap("", "").entries.empty());
  const auto cut = read_sitemap("<urlset><url><loc>/a</loc><lastmod>2026-01-02</lastmod></url><url><loc>/b</lo",
                                "https://x.example/");
  CHECK(cut.cut_off);
  CHECK(cut.entries.at(0).url == "https://x.example/a");
  CHECK(cut.entries.at(0).changed == at_day({2026, 1, 2}));
  CHECK(read_sitemap("<urlset><url><loc>javascript:x</loc></url></urlset>", "https://x.example/").entries.empty());
}
