#include "common/error.h"
#include "indexer/read/read_document.h"
#include "indexer/read/read_feed.h"
#include "tests/support/catch.h"

using namespace council_news;

namespace {

std::vector<Article> read(const std::string& xml, const std::string& url = "") {
  Input input;
  input.source = "test.xml";
  input.url = url;
  input.bytes = xml;
  input.retrieved = at_day({2026, 11, 23});
  std::vector<Article> articles;
  read_xml_feed(input, input.bytes, [&](Article&& article) { articles.push_back(std::move(article)); });
  return articles;
}

constexpr const char* kNamespaces =
    " xmlns:content=\"http://purl.org/rss/1.0/modules/content/\" xmlns:d=\"http://purl.org/dc/elements/1.1/\""
    " xmlns:m=\"http://search.yahoo.com/mrss/\" xmlns:a=\"http://www.w3.org/2005/Atom\""
    " xmlns:fb=\"http://rssnamespace.org/feedburner/ext/1.0\" "
    "xmlns:itunes=\"http://www.itunes.com/dtds/podcast-1.0.dtd\"";

/// The article of an RSS item with these elements.
Article rss_item(const std::string& elements) {
  const auto articles = read(std::string("<rss version='2.0'") + kNamespaces +
                             "><channel><title>Sandwell Council</title><link>https://www.sandwell.example/news/</link>"
                             "<item>" +
                             elements + "</item></channel></rss>");
  REQUIRE(articles.size() == 1);
  return articles.front();
}

Article atom_entry(const std::string& elements, const std::string& feed_elements = "") {
  const auto articles = read("<feed xmlns='http://www.w3.org/2005/Atom' xml:base='https://www.leeds.example/'>" +
                             feed_elements + "<entry>" + elements + "</entry></feed>");
  REQUIRE(articles.size() == 1);
  return articles.front();
}

std::vector<std::string> titles(const std::vector<Article>& articles) {
  std::vector<std::string> all;
  for (const Article& article : articles) all.push_back(article.title);
  return all;
}

using Strings = std::vector<std::string>;

}  // namespace

TEST_CASE("an RSS item with everything") {
  const Article article = rss_item(
      "<title>Children&amp;#8217;s &lt;b&gt;trust&lt;/b&gt;</title><link>https://www.sandwell.example/news/1</link>"
      "<guid isPermaLink='false'>abc</guid><pubDate>Mon, 29 Jan 2018 18:15:00 Z</pubDate>"
      "<d:creator>Ann Smith</d:creator><category>Featured</category><category>Children</category>"
      "<description>In short.</description>"
      "<content:encoded><![CDATA[<p>First.</p><p>Second &amp; last.</p>]]></content:encoded>");
  CHECK(article.title == "Children’s trust");
  CHECK(article.url == "https://www.sandwell.example/news/1");
  CHECK(article.guid == "abc");
  CHECK(format_timestamp(*article.published) == "2018-01-29T18:15:00Z");
  CHECK(article.authors == Strings{"Ann Smith"});
  CHECK(article.categories == Strings{"Featured", "Children"});
  CHECK(article.summary == "In short.");
  CHECK(article.body == "First.\n\nSecond & last.");
  CHECK(article.outlet == "Sandwell Council");
  CHECK(article.source == "test.xml");
  CHECK(article.warnings.empty());
}

TEST_CASE("the address of an RSS item") {
  struct Case {
    const char* elements;
    const char* url;
  };
  const Case row = GENERATE(values<Case>({
      {"<link>https://a.example/1</link><guid>https://a.example/2</guid>", "https://a.example/1"},
      {"<guid>https://a.example/2</guid>", "https://a.example/2"},
      {"<guid isPermaLink='false'>https://a.example/2</guid>", ""},
      {"<guid>5f3a</guid>", ""},
      {"<link>/news/3</link>", "https://www.sandwell.example/news/3"},
      {"<link>3?a=1&amp;amp;b=2</link>", "https://www.sandwell.example/news/3?a=1&b=2"},
      {"<link xml:base='https://b.example/x/'>3</link>", "https://b.example/x/3"},
      {"<link/><a:link rel='alternate' href='https://a.example/4'/>", "https://a.example/4"},
      {"<a:link rel='self' href='https://a.example/5'/>", ""},
      {"<link>https://feeds.example/x</link><fb:origLink>https://a.example/6</fb:origLink>", "https://a.example/6"},
      {"<link><![CDATA[ https://a.example/7 ]]></link>", "https://a.example/7"},
      {"<link>mailto:press@a.example</link>", ""},
      {"<image><link>https://a.example/picture</link></image>", ""},
  }));
  CAPTURE(row.elements);
  CHECK(rss_item(std::string("<title>x</title>") + row.elements).url == row.url);
}

TEST_CASE("of links in several languages, that of the feed or item is its address") {
  struct Case {
    const char* feed_attributes;
    const char* entry_attributes;
    std::vector<const char*> languages;  ///< of the links, in order; empty: none
    std::size_t chosen;
  };
  const Case cases[] = {
      {"xml:lang='en'", "", {"cy", "en"}, 1},
      {"xml:lang='cy'", "", {"cy", "en"}, 0},
      {"xml:lang='en-GB'", "", {"cy", "EN"}, 1},
      {"xml:lang='en'", "", {"cy", "en-GB"}, 1},
      {"xml:lang='en-GB'", "", {"cy", "en-US", "en-gb"}, 2},
      {"xml:lang='en'", "", {"cy", ""}, 1},
      {"xml:lang='en'", "", {"", "en"}, 1},
      {"xml:lang='en'", "", {"cy", "x-default"}, 1},
      {"xml:lang='en'", "", {"cy", "gd"}, 0},
      {"xml:lang='en'", "xml:lang='cy'", {"en", "cy"}, 1},
      {"", "", {"cy", "en"}, 0},
      {"", "", {"", "en"}, 0},
  };
  for (const Case& row : cases) {
    std::string links;
    for (std::size_t i = 0; i < row.languages.size(); ++i) {
      links += "<link rel='alternate' href='https://a.example/" + std::to_string(i) + "'";
      if (*row.languages[i] != 0) links += std::string(" hreflang='") + row.languages[i] + "'";
      links += "/>";
    }
    CAPTURE(row.feed_attributes, row.entry_attributes, links);
    const auto articles = read(std::string("<feed xmlns='http://www.w3.org/2005/Atom' ") + row.feed_attributes +
                               "><entry " + row.entry_attributes + "><title>x</title>" + links + "</entry></feed>");
    CHECK(articles.at(0).url == "https://a.example/" + std::to_string(row.chosen));
  }
  const std::string links =
      "<a:link rel='alternate' hreflang='gd' href='https://a.example/gd'/>"
      "<a:link rel='alternate' hreflang='en' href='https://a.example/en'/>";
  for (const char* language : {"<language>en-gb</language>", "<d:language>en</d:language>",
                               "<a:link rel='self' hreflang='en' href='https://a.example/feed'/>"}) {
    CAPTURE(language);
    const auto articles = read(std::string("<rss") + kNamespaces + "><channel>" + language + "<item><title>x</title>" +
                               links + "</item></channel></rss>");
    CHECK(articles.at(0).url == "https://a.example/en");
  }
}

TEST_CASE("text of a description") {
  struct Case {
    const char* description;
    const char* body;
  };
  const Case row = GENERATE(values<Case>({
      {"&lt;p&gt;One&lt;/p&gt;&lt;p&gt;Two&lt;/p&gt;", "One\n\nTwo"},
      {"It&amp;#39;s, it&#39;s, it&#146;s", "It's, it's, it’s"},
      {"&amp;lt;p&amp;gt;Escaped twice&amp;lt;/p&amp;gt;", "Escaped twice"},
      {"a&nbsp;b &rsquo; &pound;5 &unknown; AT&T & co", "a b ’ £5 &unknown; AT&T & co"},
      {"5 < 8 and 9 &gt; 8", "5 < 8 and 9 > 8"},
      {"naked <b>markup</b>, <i>whole</i>", "naked markup, whole"},
      {"<p>unclosed<br>markup", "unclosed\nmarkup"},
      {"first\n\nsecond", "first\n\nsecond"},
      {"line&#13;\nend", "line end"},
      {"<![CDATA[before<iframe src='https://a.example'/> behind]]>", "before behind"},
      {"<![CDATA[before<iframe src='https://a.example'> behind]]>", "before behind"},
      {"<![CDATA[before<script src='https://a.example'/> behind]]>", "before behind"},
      {"", ""},
  }));
  CAPTURE(row.description);
  CHECK(rss_item(std::string("<title>x</title><description>") + row.description + "</description>").body == row.body);
}

TEST_CASE("an unknown time zone costs the time, and is told") {
  const Article article = rss_item("<title>x</title><pubDate>Thu, 12 Jul 2018 18:15:00 XYZ</pubDate>");
  CHECK(article.published == at_day({2018, 7, 12}));
  CHECK(article.warnings == Strings{"the time zone “XYZ” is not known; only the day was kept"});
}

TEST_CASE("a date more than a day ahead is kept with a warning") {
  struct Case {
    const char* written;
    bool warned;
  };
  const Case row = GENERATE(values<Case>({{"29 Jan 2018", false},
                                          {"30 Jan 2018", false},  // already in Auckland
                                          {"Tue, 30 Jan 2018 12:00:00 +1300", false},
                                          {"31 Jan 2018", true},
                                          {"29 Jan 2118", true}}));
  CAPTURE(row.written);
  Input input;
  input.retrieved = parse_timestamp("2018-01-29T18:00:00Z");
  input.bytes = std::string("<rss version='2.0'><channel><item><title>x</title><pubDate>") + row.written +
                "</pubDate></item></channel></rss>";
  std::vector<Article> articles;
  read_document(input, [&](Article&& article) { articles.push_back(std::move(article)); });
  REQUIRE(articles.size() == 1);
  CHECK(articles.front().published.has_value());
  CHECK(articles.front().warnings.size() == (row.warned ? 1 : 0));
}

TEST_CASE("unreadable and implausible dates give warnings") {
  CHECK(rss_item("<title>x</title><pubDate>Invalid Date</pubDate>").warnings ==
        Strings{"date \"Invalid Date\" cannot be read"});
  CHECK(rss_item("<title>x</title><pubDate>Invalid Date</pubDate><d:date>2018-01-29</d:date>").warnings.empty());
  CHECK(rss_item("<title>x</title><pubDate>1 Jan 1970 00:00:00</pubDate>").warnings.size() == 1);
  CHECK(rss_item("<title>x</title><pubDate><![CDATA[Mon, May 25 2020]]></pubDate>").published == at_day({2020, 5, 25}));
}

TEST_CASE("fields of other namespaces are fallbacks, whatever their prefix") {
  CHECK(rss_item("<m:group><m:title>Film</m:title><m:description>About</m:description></m:group>").body == "About");
  CHECK(rss_item("<m:title>Film</m:title><title>Real</title>").title == "Real");
  CHECK(rss_item("<itunes:author>Ann Smith</itunes:author>").authors == Strings{"Ann Smith"});
  CHECK(
      rss_item("<d:subject>Housing</d:subject><itunes:category text='A'><itunes:category text='B'/></itunes:category>")
          .categories == Strings{"Housing", "A", "B"});
  CHECK(rss_item("<title>x</title><source url='https://bbc.example/'>BBC News</source>").outlet == "BBC News");
  CHECK(read("<rss><channel><item><dc:creator>Undeclared Prefix</dc:creator></item></channel></rss>").at(0).authors ==
        Strings{"Undeclared Prefix"});
}

TEST_CASE("RSS 1.0 and 0.90: items are siblings of the channel") {
  const auto articles = read(
      "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns:r='http://purl.org/rss/1.0/' "
      "xmlns:o='http://other.example/'><r:channel><r:title>News</r:title></r:channel>"
      "<r:item rdf:about='https://a.example/1'><o:title>wrong</o:title><r:title>One</r:title></r:item>"
      "<r:item rdf:about='https://a.example/2'><r:title>Two</r:title></r:item></rdf:RDF>");
  CHECK(titles(articles) == Strings{"One", "Two"});
  CHECK(articles.at(1).url == "https://a.example/2");
  CHECK(articles.at(1).guid == "https://a.example/2");
  CHECK(articles.at(1).outlet == "News");
}

TEST_CASE("Atom entries") {
  const Article article = atom_entry(
      "<title type='html'>Children&amp;#8217;s &lt;b>trust&lt;/b></title><id>tag:1</id>"
      "<link rel='self' href='self'/><link rel='alternate' type='application/json' href='json'/><link href='news/1'/>"
      "<published>2018-01-29T18:15:00Z</published><updated>2018-01-30T09:15:00Z</updated>"
      "<author><name>Ann Smith</name><email>a@b.example</email></author><category term='c1' label='Housing'/>"
      "<summary>Short</summary>"
      "<content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'><p>One</p><p>Two</p></div></content>");
  CHECK(article.title == "Children’s trust");
  CHECK(article.url == "https://www.leeds.example/news/1");
  CHECK(format_timestamp(*article.published) == "2018-01-29T18:15:00Z");
  CHECK(format_timestamp(*article.updated) == "2018-01-30T09:15:00Z");
  CHECK(article.authors == Strings{"Ann Smith"});
  CHECK(article.categories == Strings{"Housing", "c1"});
  CHECK(article.summary == "Short");
  CHECK(article.body == "One\n\nTwo");
}

TEST_CASE("the type of Atom text is respected") {
  CHECK(atom_entry("<title type='text'>The &lt;blink&gt; tag</title>").title == "The <blink> tag");
  CHECK(atom_entry("<title>A &amp;amp; B</title>").title == "A & B");
  CHECK(atom_entry("<title>x</title><summary>&lt;p&gt;untyped markup&lt;/p&gt;</summary>").body == "untyped markup");
  CHECK(atom_entry("<content type='application/octet-stream'>PHA+T25lPC9wPg==</content>").body == "One");
}

TEST_CASE("an Atom entry falls back to its source, then its feed") {
  const std::string feed = "<title>Feed</title><author><name>Carl Poe</name></author>";
  const std::string source = "<source><title>Source</title><author><name>Bob Roe</name></author></source>";
  CHECK(atom_entry("<title>x</title>", feed).authors == Strings{"Carl Poe"});
  CHECK(atom_entry("<title>x</title>" + source, feed).authors == Strings{"Bob Roe"});
  CHECK(atom_entry("<title>x</title>" + source, feed).outlet == "Source");
  CHECK(atom_entry("<title>x</title><author><name>Ann Smith</name></author>" + source, feed).authors ==
        Strings{"Ann Smith"});
  CHECK(atom_entry("<title>x</title><content src='c.html'/>").url == "https://www.leeds.example/c.html");
}

TEST_CASE("an item with only an update date has no publication date") {
  const Article article = atom_entry("<title>x</title><updated>2018-01-30T09:15:00Z</updated>");
  CHECK_FALSE(article.published);
  CHECK(format_timestamp(*article.updated) == "2018-01-30T09:15:00Z");
}

TEST_CASE("Atom 0.3") {
  const auto articles = read(
      "<feed version='0.3' xmlns='http://purl.org/atom/ns#'><entry><title mode='base64'>PGI+T25lPC9iPg==</title>"
      "<issued>2018-01-29T18:15:00Z</issued><modified>2018-01-30T18:15:00Z</modified>"
      "<content type='text/html' mode='escaped'>&lt;p>Text&lt;/p></content></entry></feed>");
  CHECK(articles.at(0).title == "One");
  CHECK(articles.at(0).body == "Text");
  CHECK(articles.at(0).published.has_value());
  CHECK(articles.at(0).updated.has_value());
}

TEST_CASE("a guid on several items identifies none of them") {
  const std::string same = "<guid isPermaLink='false'>0</guid>";
  const auto articles =
      read("<rss><channel><item><title>One</title>" + same + "</item><item><title>Two</title>" + same +
           "</item><item><title>Three</title><guid isPermaLink='false'>3</guid></item></channel></rss>");
  REQUIRE(articles.size() == 3);
  CHECK(articles[0].guid.empty());
  CHECK(articles[0].warnings.size() == 1);
  CHECK(articles[1].guid.empty());
  CHECK(articles[2].guid == "3");

  const std::string twice = "<item><title>One</title>" + same + "</item>";
  CHECK(read("<rss><channel>" + twice + twice + "</channel></rss>").at(0).guid == "0");
}

TEST_CASE("XML that is not well-formed is repaired") {
  struct Case {
    const char* what;
    const char* xml;
    std::vector<std::string> titles;
    bool warned;
  };
  const std::vector<Case> cases = {
      {"blank lines and junk before the declaration",
       "\n\n junk <?xml version='1.0'?><rss><channel><item><title>One</title></item></channel></rss>",
       {"One"},
       false},
      {"a document type",
       "<!DOCTYPE rss [<!ENTITY a \"b\"><!ENTITY c "
       "'&a;&a;'>]><rss><channel><item><title>One</title></item></channel></rss>",
       {"One"},
       false},
      {"a comment and an instruction",
       "<?xml-stylesheet href='x'?><!-- <rss> --><rss><channel><item><title>One</title></item></channel></rss>",
       {"One"},
       false},
      {"a bare ampersand in a link",
       "<rss><channel><item><title>One</title><link>http://a/?b=1&c=2</link></item></channel></rss>",
       {"One"},
       false},
      {"cut within an item", "<rss><channel><item><title>One</title></item><item><title>Tw", {"One"}, true},
      {"cut behind an element of an item",
       "<rss><channel><item><title>One</title></item><item><title>Two</title>",
       {"One"},
       true},
      {"cut within CDATA", "<rss><channel><item><title>One</title></item><item><title><![CDATA[Two", {"One"}, true},
      {"cut within the end of an item",
       "<rss><channel><item><title>One</title></item><item><title>Two</title></ite",
       {"One", "Two"},
       true},
      {"cut behind the items", "<rss><channel><item><title>One</title></item></chan", {"One"}, true},
      {"mismatched tags",
       "<rss><channel><item><title>One</b></title><description><p>a<b>c</p></description></item>"
       "<item><title>Two</title></item></channel></rss>",
       {"One", "Two"},
       true},
      {"a missing end of an item",
       "<rss><channel><item><title>One</title><item><title>Two</title></item></channel></rss>",
       {"One", "Two"},
       true},
      {"attributes without quotes",
       "<rss version=2.0><channel><item><title>One</title><guid isPermaLink=false>x</guid></item></channel></rss>",
       {"One"},
       true},
      {"a tag without its end and names that are none",
       "<rss 2.0=\"\" a'b=c <channel><item><title>One</title></item></channel></rss>",
       {"One"},
       true},
      {"capitals", "<CHANNEL><ITEM HREF='http://a/'><TITLE>One</TITLE></ITEM></CHANNEL>", {"One"}, false},
      {"an empty feed", "<rss><channel><title>News</title></channel></rss>", {}, false},
  };
  for (const Case& row : cases) {
    CAPTURE(row.what);
    const auto articles = read(row.xml);
    CHECK(titles(articles) == row.titles);
    if (!articles.empty()) CHECK(!articles.front().warnings.empty() == row.warned);
  }
}

TEST_CASE("200,000 nested tags neither crash nor hang") {
  std::string open;
  std::string close;
  std::string escaped;
  for (int i = 0; i < 200000; ++i) {
    open += "<b>";
    close += "</b>";
    escaped += "&lt;b&gt;";
  }
  const std::string begin = "<rss><channel><item><title>One</title><description>";
  const std::string end = "</description></item></channel></rss>";
  CHECK(titles(read(begin + open + close + end)) == Strings{"One"});
  CHECK(titles(read(begin + open + end)) == Strings{"One"});
  CHECK(titles(read(begin + escaped + end)) == Strings{"One"});
  CHECK(titles(read("<rss><channel><item><title>One</title></item>" + open)) == Strings{"One"});
}

TEST_CASE("documents that are not feeds are rejected") {
  CHECK_THROWS_AS(read("<opml><body/></opml>"), InputError);
  CHECK_THROWS_AS(read("nothing"), InputError);
  CHECK_THROWS_AS(read("<rss><channel><item><title>cut off before its first item e"), InputError);
}
