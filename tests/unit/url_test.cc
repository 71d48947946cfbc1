#include "common/text/url.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tests/support/catch.h"

using namespace council_news;

TEST_CASE("addresses of one resource have one normalised form") {
  struct Case {
    const char* url;
    const char* normalised;
  };
  const Case row = GENERATE(values<Case>({
      {"https://News.Example/a", "news.example/a"},
      {"http://news.example:80/a/", "news.example/a"},
      {"https://user@news.example:443/a#top", "news.example/a"},
      {"https://news.example:8443/a", "news.example:8443/a"},
      {"https://news.example/a?utm_source=x&id=3&at_medium=RSS", "news.example/a?id=3"},
      {"https://news.example/a?fbclid=1", "news.example/a"},
      {"https://news.example/%e2%80%99A", "news.example/%E2%80%99A"},
      {"https://news.example", "news.example"},
      // What names one page may be several feeds.
      {"https://www.news.example/index.xml?b=2&a=1&source=rss", "www.news.example/index.xml?b=2&a=1&source=rss"},
      {"https://m.news.example/feed/?amp=1&x=", "m.news.example/feed?amp=1&x="},
      {"news.example/a", ""},
      {"mailto:a@news.example", ""},
      {"", ""},
  }));
  CAPTURE(row.url);
  CHECK(normalised_url(row.url) == row.normalised);
}

TEST_CASE("addresses of one page have one canonical form") {
  struct Case {
    const char* canonical;
    std::vector<const char*> urls;
  };
  const Case rows[] = {
      {"vale.example/news/lido",
       {"https://vale.example/news/lido", "http://vale.example/news/lido/", "HTTPS://WWW.Vale.Example:443/news/lido",
        "https://ann:secret@vale.example./news//lido#comments", "https://vale.example/news/x/../lido",
        "https://vale.example/news/lido/index.html", "https://vale.example/news/lido/Default.aspx",
        "https://vale.example/news/lido/index.php?ref=rss", "https://vale.example/index.php/news/lido",
        "https://vale.example/news/%6Cido/index.shtml#top", "https://vale.example/news/lido?",
        "https://vale.example/news/lido?&page=&&"}},
      {"vale.example", {"https://vale.example", "https://www.vale.example/index.php", "https://vale.example/?#"}},
      // Where the visitor came from.
      {"vale.example/a?id=3",
       {"https://vale.example/a?id=3&utm_source=rss&utm_medium=feed", "https://vale.example/a?fbclid=IwAR0&id=3",
        "https://vale.example/a?CMP=share_btn_tw&id=3", "https://vale.example/a?id=3&ref=rss",
        "https://vale.example/a?source=RSS_feed&id=3", "https://vale.example/a?from=feed&id=3",
        "https://vale.example/a?id=3&amp;via=twitter", "https://vale.example/a?id=3&src=email-newsletter",
        "https://vale.example/a?id=3&from=rss%202.0", "https://vale.example/a?id=3&via=app",
        "https://vale.example/a?id=3&ref=top-stories-widget", "https://vale.example/a?id=3&print=1",
        "https://vale.example/a?rss=yes&id=3&at_campaign=64", "https://vale.example/a?share=facebook&id=3",
        "https://vale.example/a?id=3&wt.mc_id=rss"}},
      // Sessions.
      {"vale.example/a.do?id=4",
       {"https://vale.example/a.do;jsessionid=0A41F2C6B7D94E21?id=4", "https://vale.example/a.do?id=4&jsessionid=8",
        "https://vale.example/a.do;JSESSIONID=7C1B90DE.node2?id=4",
        "https://vale.example/(S(x3kq0a55lbr1wr))/a.do?id=4",
        "https://vale.example/(A(Zq1)S(x3kq0a55lbr1wr))/a.do?id=4",
        "https://vale.example/%28S%28x3kq0a55lbr1wr%29%29/a.do?id=4",
        "https://vale.example/(ydzvyk3wjhlwez45d4ovkv45)/a.do?id=4",
        "https://vale.example/a.do?PHPSESSID=0a41f2c6b7d94e21&id=4",
        "https://vale.example/a.do?id=4&sid=9f86d081884c7d659a2feaa0c55ad015",
        "https://vale.example/a.do?id=4&SessionId=7C1B90DE-55AA-4F03-A1B2-0C0D0E0F1A2B",
        "https://vale.example/a.do?session_id=k3v9q2m8x7p4l1z6&id=4",
        "https://vale.example/a.do?ASPSESSIONIDQQBTRSCA=MNOPQR&id=4",
        "https://vale.example/a.do?CFID=8211&CFTOKEN=63a9&id=4"}},
      // Order and percent-encoding.
      {"vale.example/view?id=77&section=a%20b",
       {"https://vale.example/view?section=a+b&id=77", "https://vale.example/view?id=77&section=a%20b",
        "https://vale.example/%76iew?%69d=77&section=a b"}},
      {"vale.example/caf%C3%A9~b",
       {"https://vale.example/caf\xC3\xA9~b", "https://vale.example/caf%c3%a9%7Eb",
        "https://vale.example/caf%C3%A9%7eb"}},
      {"vale.example/a?list%5B%5D=2&list%5B%5D=1",
       {"https://vale.example/a?list[]=2&list[]=1", "https://vale.example/a?list%5b%5d=2&list%5B%5D=1"}},
      // AMP and mobile variants.
      {"vale.example/news/lido.html",
       {"https://vale.example/news/lido.html/amp", "https://vale.example/news/lido.html/amp/",
        "https://vale.example/news/lido.html?amp=1", "https://vale.example/news/lido.html?amp",
        "https://vale.example/news/lido.html?outputType=amp", "https://amp.vale.example/news/lido.html",
        "https://vale.example/news/lido.amp.html", "https://vale.example/amp/news/lido.html",
        "https://vale.example/news/lido.html.amp", "https://www.google.com/amp/s/www.vale.example/news/lido.html",
        "https://www.google.co.uk/amp/vale.example/news/lido.html",
        "https://vale-example.cdn.ampproject.org/c/s/vale.example/news/lido.html?usqp=mq331AQ",
        "https://m.vale.example/news/lido.html", "http://mobile.vale.example/news/lido.html"}},
      // Routes of applications name the page.
      {"vale.example/app#!/news/5",
       {"https://vale.example/app/#!/news/5", "https://vale.example/app?utm_source=x#!/news/5/"}},
      {"vale.example#/news/6", {"https://vale.example/#/news/6", "https://www.vale.example/index.html#/news/6"}},
      {"", {"vale.example/a", "mailto:a@vale.example", "", "https:///a", "https://#/a"}},
  };
  for (const Case& row : rows) {
    for (const char* url : row.urls) {
      CAPTURE(url);
      CHECK(canonical_url(url) == row.canonical);
      if (!std::string_view(row.canonical).empty())
        CHECK(canonical_url("https://" + canonical_url(url)) == row.canonical);
    }
  }
}

TEST_CASE("addresses of different pages differ") {
  const std::pair<const char*, const char*> rows[] = {
      {"https://vale.example/?p=1", "https://vale.example/?p=2"},
      {"https://vale.example/view?id=77", "https://vale.example/view?id=78"},
      {"https://vale.example/a", "https://dale.example/a"},
      {"https://news.vale.example/a", "https://vale.example/a"},
      {"https://vale.example/a", "https://vale.example:8080/a"},
      {"https://vale.example/news", "https://vale.example/news/index"},
      {"https://vale.example/news", "https://vale.example/news/index.xml"},
      {"https://vale.example/news", "https://vale.example/news/index-2.html"},
      {"https://vale.example/News", "https://vale.example/news"},
      {"https://vale.example/plan?ref=24/00123/FUL", "https://vale.example/plan?ref=24/00124/FUL"},
      {"https://vale.example/plan?ref=24%2F00123%2FFUL", "https://vale.example/plan?ref=24/00123/FUL"},
      {"https://vale.example/plan?ref=1", "https://vale.example/plan"},
      {"https://vale.example/list?source=highways", "https://vale.example/list"},
      {"https://vale.example/list?source=home-office", "https://vale.example/list?source=treasury"},
      {"https://vale.example/list?from=2024-01-01", "https://vale.example/list?from=2024-02-01"},
      {"https://vale.example/minutes?sid=12", "https://vale.example/minutes?sid=13"},
      {"https://vale.example/minutes?sid=20240612093000", "https://vale.example/minutes?sid=20240613093000"},
      {"https://vale.example/minutes?session=autumn2024meetings", "https://vale.example/minutes"},
      {"https://vale.example/?s=rss", "https://vale.example/?s=flood"},
      {"https://vale.example/a?cfid=1", "https://vale.example/a?cfid=2"},
      {"https://vale.example/a?20240612", "https://vale.example/a?20240613"},
      {"https://vale.example/a%2Fb", "https://vale.example/a/b"},
      {"https://vale.example/a?q=x%26y=1", "https://vale.example/a?q=x&y=1"},
      {"https://vale.example/a?q=c%2B", "https://vale.example/a?q=c+"},
      {"https://vale.example/a?list=1&list=2", "https://vale.example/a?list=2&list=1"},
      {"https://vale.example/a;v=1", "https://vale.example/a;v=2"},
      {"https://vale.example/swim(ming)", "https://vale.example/swim"},
      {"https://vale.example/(draft)/a", "https://vale.example/a"},
      {"https://vale.example/amp", "https://vale.example/"},
      {"https://vale.example/camp", "https://vale.example/c"},
      {"https://vale.example/a?type=amplifier", "https://vale.example/a"},
      {"https://m.example/a", "https://example/a"},
      {"https://vale.example/app#!/news/5", "https://vale.example/app#!/news/6"},
      {"https://vale.example/#/news/5", "https://vale.example/"},
  };
  for (const auto& [one, other] : rows) {
    CAPTURE(one, other);
    CHECK_FALSE(canonical_url(one).empty());
    CHECK(canonical_url(one) != canonical_url(other));
  }
}

TEST_CASE("the address of an entry keeps its fragment") {
  const std::pair<const char*, const char*> rows[] = {
      {"https://www.vale.example/register/#WF-24-3", "vale.example/register#WF-24-3"},
      {"https://vale.example/register?ref=rss#caf\xC3\xA9", "vale.example/register#caf%C3%A9"},
      {"https://vale.example/register#", "vale.example/register"},
      {"https://vale.example/register", "vale.example/register"},
      {"https://vale.example/app#!/news/5", "vale.example/app#!/news/5"},
      {"https://vale.example/app#!/", "vale.example/app"},
      {"https://vale.example/a#utm_source=feed&utm_medium=rss", "vale.example/a"},
      {"https://vale.example/a#xtor=RSS-3", "vale.example/a"},
      {"https://vale.example/a#:~:text=lido", "vale.example/a"},
      {"https://vale.example/a#id=3", "vale.example/a#id=3"},
      {"ftp://vale.example/a#b", ""},
  };
  for (const auto& [url, address] : rows) {
    CAPTURE(url);
    CHECK(canonical_entry_url(url) == address);
  }
}

TEST_CASE("long and hostile addresses cost little") {
  std::string nested = "https://www.google.com";
  std::string slashes = "https://vale.example";
  for (int i = 0; i < 100000; ++i) {
    nested += "/amp/s/www.google.com";
    slashes += "/(S(a))/;jsessionid=1;&amp;=%2";
  }
  CHECK_FALSE(canonical_url(nested).empty());
  CHECK_FALSE(canonical_url(slashes + "?" + slashes).empty());
  for (const char* part : {"www.", "m.", "+", "%28", "cfid=1&", "cftoken=1&", "a=1&", "/..", "/index.php", ";sid=1"}) {
    CAPTURE(part);
    std::string many;
    for (int i = 0; i < 300000; ++i) many += part;
    if (many.front() != '/') CHECK_FALSE(canonical_url("https://" + many + "x.example").empty());
    CHECK_FALSE(canonical_url("https://vale.example/" + many).empty());
    CHECK_FALSE(canonical_url("https://vale.example/?" + many).empty());
  }
}

TEST_CASE("relative references, RFC 3986 section 5.4") {
  struct Case {
    const char* reference;
    const char* absolute;
  };
  const Case row = GENERATE(values<Case>({
      {"g:h", "g:h"},
      {"g", "http://a/b/c/g"},
      {"./g", "http://a/b/c/g"},
      {"g/", "http://a/b/c/g/"},
      {"/g", "http://a/g"},
      {"//g", "http://g"},
      {"?y", "http://a/b/c/d;p?y"},
      {"g?y", "http://a/b/c/g?y"},
      {"#s", "http://a/b/c/d;p?q#s"},
      {"", "http://a/b/c/d;p?q"},
      {".", "http://a/b/c/"},
      {"..", "http://a/b/"},
      {"../g", "http://a/b/g"},
      {"../../../g", "http://a/g"},
      {"/./g", "http://a/g"},
      {"g;x=1/../y", "http://a/b/c/y"},
      {" g\n", "http://a/b/c/g"},
  }));
  CAPTURE(row.reference);
  CHECK(resolve_url("http://a/b/c/d;p?q", row.reference) == row.absolute);
}

TEST_CASE("host of an address") {
  CHECK(host_of("https://News.Leeds.gov.uk:443/a") == "news.leeds.gov.uk");
  CHECK(host_of("ftp://a/b") == "");
  CHECK(host_of("nothing") == "");
}
