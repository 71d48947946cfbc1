#include "common/text/url.h"

#include "tests/support/catch.h"

using namespace council_news;

TEST_CASE("addresses of one page have one canonical form") {
  struct Case {
    const char* url;
    const char* canonical;
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
      {"news.example/a", ""},
      {"mailto:a@news.example", ""},
      {"", ""},
  }));
  CAPTURE(row.url);
  CHECK(canonical_url(row.url) == row.canonical);
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
