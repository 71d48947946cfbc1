#include <string>

#include "indexer/read/read_page.h"
#include "tests/support/catch.h"

using council_news::Article;
using council_news::Input;
using Strings = std::vector<std::string>;

namespace {

const std::string kText =
    "<p>The council agreed on Monday to keep the depot open, after residents had asked for it for many months.</p>"
    "<p>Members heard that the depot serves eleven villages, and that moving it would have cost more than repairs.</p>";

Article read(const std::string& head, const std::string& body,
             const std::string& url = "https://news.example/depot-stays") {
  Input input;
  input.source = "page.html";
  input.url = url;
  return council_news::read_page(input, "<html><head>" + head + "</head><body>" + body + kText + "</body></html>");
}

std::string published(const Article& article) {
  return article.published ? council_news::format_timestamp(*article.published) : "";
}

}  // namespace

TEST_CASE("metadata from JSON-LD") {
  const Article article = read(R"(<script type="application/ld+json">{"@context":"https://schema.org","@graph":[
      {"@type":"WebSite","@id":"#site","name":"Vale News"},
      {"@type":"Person","@id":"#ann","name":"Ann Smith"},
      {"@type":"NewsArticle","headline":"Depot stays &amp; opens longer","author":[{"@id":"#ann"},{"name":"Bob Jones"}],
       "datePublished":"2018-01-29T18:15:00+01:00","dateModified":"2018-01-30","publisher":{"@id":"#site"},
       "articleSection":"Council","keywords":"depot, waste","description":"Members
 chose repairs."}]}</script>)",
                               "<h1>Depot stays & opens longer</h1>");
  CHECK(article.title == "Depot stays & opens longer");
  CHECK(article.authors == Strings{"Ann Smith", "Bob Jones"});
  CHECK(published(article) == "2018-01-29T17:15:00Z");
  REQUIRE(article.updated);
  CHECK(council_news::format_timestamp(*article.updated) == "2018-01-30");
  CHECK(article.outlet == "Vale News");
  CHECK(article.categories == Strings{"Council", "depot", "waste"});
  CHECK(article.summary == "Members chose repairs.");
}

TEST_CASE("metadata from meta tags") {
  const Article article = read(R"(<title>Depot stays | Vale News</title>
      <meta property="og:title" content="Depot stays | Vale News"><meta property="og:site_name" content="Vale News">
      <meta name="author" content="Ann Smith"><meta property="article:published_time" content="2018-01-29T18:15:00Z">
      <meta property="article:section" content="Council"><meta property="article:tag" content="Depot, Waste">
      <meta name="description" content="Members chose repairs."><link rel="canonical" href="/2018/depot-stays">)",
                               "");
  CHECK(article.title == "Depot stays");
  CHECK(article.authors == Strings{"Ann Smith"});
  CHECK(published(article) == "2018-01-29T18:15:00Z");
  CHECK(article.outlet == "Vale News");
  CHECK(article.categories == Strings{"Council", "Depot", "Waste"});
  CHECK(article.summary == "Members chose repairs.");
  CHECK(article.url == "https://news.example/2018/depot-stays");
}

TEST_CASE("the canonical address counts only if it is on the same site and identifies a page") {
  struct Row {
    const char* canonical;
    const char* url;
  };
  const Row rows[] = {
      {"https://www.news.example/a", "https://www.news.example/a"},
      {"https://other.example/a", "https://news.example/depot-stays"},
      {"https://news.example/", "https://news.example/depot-stays"},
      {"", "https://news.example/depot-stays"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.canonical);
    CHECK(read(std::string("<link rel=canonical href='") + row.canonical + "'>", "").url == row.url);
  }
}

TEST_CASE("a page without a known address declares its own") {
  struct Row {
    const char* head;
    const char* url;
  };
  const Row rows[] = {
      {"<link rel=canonical href='https://vale.example/a'>", "https://vale.example/a"},
      {"<meta property=og:url content='https://vale.example/a'>", "https://vale.example/a"},
      {"<link rel=canonical href='/a'><meta property=og:url content='https://vale.example/b'>",
       "https://vale.example/b"},
      {"<link rel=canonical href='https://vale.example/'><meta property=og:url content='https://vale.example/a'>",
       "https://vale.example/a"},
      {"<link rel=canonical href='https://vale.example/a'><meta property=og:url content='https://www.vale.example/b'>",
       "https://vale.example/a"},
      // A copy that names its original.
      {"<link rel=canonical href='https://agency.example/7'><meta property=og:url content='https://vale.example/a'>",
       "https://vale.example/a"},
      {"<link rel=canonical href='https://vale.example/a'><meta property=og:url content='https://staging.example/a'>"
       "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"url\":\"https://vale.example/a\"}</script>",
       "https://vale.example/a"},
      {"<link rel=canonical href='file:///home/ann/a.html'>", ""},
      {"<link rel=canonical href='/web/20190606081512/https://vale.example/a'>", "https://vale.example/a"},
      {"<link rel=canonical href='https://web.archive.org/web/2019id_/http://vale.example/a'>",
       "http://vale.example/a"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.head);
    CHECK(read(row.head, "", "").url == row.url);
  }
}

TEST_CASE("a saved page names the address that it was saved from") {
  struct Row {
    const char* mark;
    const char* url;
  };
  const Row rows[] = {
      {"<!--\n Page saved with SingleFile \n url: https://vale.example/a?id=1&b=2 \n saved date: Wed Jun 05 2024 "
       "21:14:02 GMT+0100 (British Summer Time)\n-->",
       "https://vale.example/a?id=1&b=2"},
      {"<!-- Page saved with SingleFileZ\r\n url: https://vale.example/a\r\n-->", "https://vale.example/a"},
      {"<!-- saved from url=(0022)https://vale.example/a -->", "https://vale.example/a"},
      {"<!-- saved from url=(0024)https://vale.example/a%2D%2Db -->", "https://vale.example/a--b"},
      {"<!--SAVED FROM URL=https://vale.example/a-->", "https://vale.example/a"},
      {"<!-- saved from url=(0014)about:internet -->", ""},
      {"<!-- saved from url=(0030)file:///C:/Users/ann/a.html -->", ""},
      {"<!-- saved from url=(0014)about:internet --><!-- saved from url=(0022)https://vale.example/a -->",
       "https://vale.example/a"},
      {"<!-- Mirrored from www.vale.example/a.php?id=5 by HTTrack Website Copier/3.x [XR&CO'2014], "
       "Wed, 05 Jun 2024 20:14:02 GMT -->",
       "https://www.vale.example/a.php?id=5"},
      {"<!-- Mirrored from vale.example/a by HTTrack Website Copier/3.x --><link rel=canonical href='a.html'>",
       "https://vale.example/a"},
      {"<!-- Saved from https://vale.example/a at Wed, 05 Jun 2024 20:14:02 +0000 using monolith v2.8.1 -->",
       "https://vale.example/a"},
      {"<meta name=savepage-url content='https://vale.example/a'>", "https://vale.example/a"},
      {"<!-- saved from url=(0061)https://web.archive.org/web/20190606081512/https://vale.example/a -->",
       "https://vale.example/a"},
      {"<input id=wmtbURL value='https://vale.example/a'><!-- FILE ARCHIVED ON 08:15:12 Jun 06, 2019 AND RETRIEVED "
       "FROM THE\n INTERNET ARCHIVE ON 10:00:00 Jul 01, 2024. -->",
       "https://vale.example/a"},
      {"<script>__wm.wombat(\"http://vale.example/a\",\"20190606081512\");</script><!-- FILE ARCHIVED ON 08:15:12 "
       "Jun 06, 2019 AND RETRIEVED FROM THE INTERNET ARCHIVE -->",
       "http://vale.example/a"},
      // What the page declares is still preferred, if it is of the same site and a page.
      {"<!-- saved from url=(0031)https://vale.example/a?ref=mail --><link rel=canonical "
       "href='https://vale.example/a'>",
       "https://vale.example/a"},
      {"<!-- saved from url=(0022)https://vale.example/a --><link rel=canonical href='https://vale.example/'>",
       "https://vale.example/a"},
      {"<!-- saved from url=(0022)https://vale.example/a --><link rel=canonical href='https://agency.example/7'>",
       "https://vale.example/a"},
      {"<!-- saved from url=(0027)https://vale.example/news/a --><link rel=canonical href='https://vale.example/news'>"
       "<meta property=og:url content='https://vale.example/news/a'>",
       "https://vale.example/news/a"},
      {"<!-- saved from url=(0031)https://vale.example/app#/news/5 --><link rel=canonical href='https://vale.example'>",
       "https://vale.example/app#/news/5"},
      {"<!-- Ann saved from the fire -->", ""},
      {"<!-- saved from url= -->", ""},
      {"<!-- Mirrored from  by HTTrack -->", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.mark);
    CHECK(read(row.mark, "", "").url == row.url);
  }
  CHECK(read("<!-- saved from url=(0022)https://vale.example/a -->", "").url == "https://news.example/depot-stays");
}

TEST_CASE("ScrapBook writes the address into the root element") {
  Input input;
  const std::string html =
      "<!DOCTYPE html><html data-scrapbook-source='https://vale.example/a' data-scrapbook-create='20240605201402123'>"
      "<body><h1>Depot stays</h1><p>Published 3 June</p>" +
      kText;
  const Article article = council_news::read_page(input, html);
  CHECK(article.url == "https://vale.example/a");
  CHECK(published(article) == "2024-06-03");
}

TEST_CASE("the path of a mirrored file is a guess that the page corrects") {
  Input input;
  input.url = "https://www.vale.example/a4f2.html";
  input.is_url_from_path = true;
  const auto url = [&](const std::string& mark) { return council_news::read_page(input, mark + kText).url; };
  CHECK(url("<!-- Mirrored from vale.example/a?id=5 by HTTrack Website Copier/3.x -->") ==
        "https://vale.example/a?id=5");
  CHECK(url("<!-- saved from url=(0023)https://other.example/a -->") == input.url);
}

TEST_CASE("dates without a year are read as of the day when the page was saved") {
  for (const char* mark :
       {"<!--\n Page saved with SingleFile \n url: https://vale.example/a \n saved date: Wed Jun 05 2019 21:14:02 "
        "GMT+0100 (British Summer Time)\n-->",
        "<!-- Mirrored from vale.example/a by HTTrack Website Copier/3.x [XR&CO'2014], Wed, 05 Jun 2019 20:14:02 "
        "GMT -->",
        "<!-- FILE ARCHIVED ON 08:15:12 Jun 06, 2019 AND RETRIEVED FROM THE INTERNET ARCHIVE ON 10:00:00 Jul 01, 2024 "
        "-->",
        "<!-- saved from url=(0061)https://web.archive.org/web/20190606081512/https://vale.example/a -->"}) {
    CAPTURE(mark);
    CHECK(published(read(mark, "<h1>Depot stays</h1><p>Published 3 June</p>", "")) == "2019-06-03");
  }
}

TEST_CASE("the headline is the page's own, without the site's name") {
  struct Row {
    const char* head;
    const char* body;
    const char* title;
  };
  const Row rows[] = {
      {"<title>Depot stays open - Vale News</title>", "<h1><a href='/'>Vale News</a></h1><h1>Depot stays open</h1>",
       "Depot stays open"},
      {"<title>Depot stays open for the villages - Vale News</title>", "", "Depot stays open for the villages"},
      {"<meta property=og:title content='Depot stays open'>", "<h1>News and views</h1><h1>All our news</h1>",
       "Depot stays open"},
      {"<meta property=og:title content='Depot stays open'>", "<h1><div>Local news</div> Depot stays open</h1>",
       "Depot stays open"},
      {"", "<svg><title>Logo</title></svg><h1>Depot stays open</h1>", "Depot stays open"},
      {"<title>Councils’ co-operation pays – survey | news.example</title>", "",
       "Councils’ co-operation pays – survey"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.head, row.body);
    CHECK(read(row.head, row.body).title == row.title);
  }
}

TEST_CASE("JSON-LD in CDATA") {
  const std::string json = R"({"@type":"NewsArticle","headline":"Depot stays","datePublished":"2018-01-29",
      "author":[{"name":"Ann Smith"}]})";
  for (const auto& [before, behind] : {std::pair{"//<![CDATA[\n", "\n//]]>"},
                                       {"/* <![CDATA[ */", "/* ]]> */"},
                                       {"<![CDATA[", "]]>"},
                                       {"<!--//--><![CDATA[//><!--\n", "\n//--><!]]>"}}) {
    CAPTURE(before);
    const Article article = read("<script type='application/ld+json'>" + (before + json) + behind + "</script>", "");
    CHECK(article.authors == Strings{"Ann Smith"});
    CHECK(published(article) == "2018-01-29");
  }
}

TEST_CASE("authors are found in their usual places") {
  struct Row {
    const char* head;
    const char* body;
    Strings authors;
  };
  const Row rows[] = {
      {"", "<a rel=author href=/ann>Ann Smith</a>", {"Ann Smith"}},
      {"", "<span itemprop=author>By <span itemprop=name>Ann Smith</span></span>", {"Ann Smith"}},
      {"", "<div class='article__byline'>By <a>Ann Smith</a> and <a>Bob Jones</a></div>", {"Ann Smith", "Bob Jones"}},
      {"", "<p>By Ann Smith, Local Democracy Reporter</p>", {"Ann Smith"}},
      {"", "<p>By <a rel=author href=/ann>Ann Smith</a> and Bob Jones</p>", {"Ann Smith", "Bob Jones"}},
      {"", "<p>Bob Jones and <a rel=author href=/ann>Ann Smith</a></p>", {"Bob Jones", "Ann Smith"}},
      {"", "<p>By <a rel=author href=/ann>Ann Smith</a>, <a href=/>Vale News</a></p>", {"Ann Smith"}},
      {"", "<h1>Depot stays</h1><p>Ann Smith</p>", {"Ann Smith"}},
      {"<meta name=author content=Ann>", "<p class=byline>By Ann Smith</p>", {"Ann Smith"}},
      {"<meta name=author content='A. Smith'>", "<p class=byline>By Ann Smith</p>", {"Ann Smith"}},
      {"<meta name=author content=Ann>", "<p class=byline>By Carl Poe</p>", {"Ann"}},
      {"<meta name=author content='Ann Smith'>", "<p>By Ann Smith and Bob Jones</p>", {"Ann Smith", "Bob Jones"}},
      {"<meta name=author content='Vale Council press office'>", "<p>By Ann Smith</p>", {"Ann Smith"}},
      {"<meta name=author content='Vale Council press office'>", "", {"Vale Council press office"}},
      {"", "<div class=comments><span class=author>Angry Reader</span></div>", {}},
      {"", "<a href='/reporters/ann-smith'>Ann Smith</a>", {"Ann Smith"}},
      {"<meta name=author content=admin>", "<span class=author-name>Ann Smith</span>", {"Ann Smith"}},
      {"<meta property=og:site_name content='Vale News'><meta name=author content='Vale News'>",
       "<p>By Ann Smith</p>",
       {"Ann Smith"}},
      {"<meta property=article:author content='https://social.example/vale'>", "", {}},
      {"", "<p>The council closed a pool.</p><p align=right><em>Ann Smith</em></p>", {"Ann Smith"}},
      {"", "<p style='text-align: right'>Read more about it</p>", {}},
      {"", "<div id=wm-ipp-base><div style='text-align:right'>About this capture</div></div>", {}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.head, row.body);
    CHECK(read(row.head, row.body).authors == row.authors);
  }
}
