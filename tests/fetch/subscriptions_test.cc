// Feed lists, settings and the stored state of feeds.
#include "indexer/feeds/subscriptions.h"

#include "common/error.h"
#include "indexer/feeds/feed.h"
#include "indexer/feeds/feed_list.h"
#include "indexer/read/opml.h"
#include "tests/support/catch.h"

using namespace council_news;

TEST_CASE("feed lists in all common dialects") {
  const auto feeds = read_opml(R"(﻿
    <?xml version="1.0"?><!-- list --><opml version="1.0"><head><title>x</title></head><body>
      <outline text="A&nbsp;B"><outline xmlURL=" https://a.example/feed?x=1&y=2 " title="First" text="first"/>
        <outline text="deeper/down"><outline XMLURL="https://b.example/" TEXT="Second" type="atom"></outline></outline>
      </outline>
      <outline text="no address" htmlUrl="https://c.example/"/>
      <outline text="nested"><outline xmlUrl="https://d.example/"><outline xmlUrl="https://e.example/"/></outline></outline>
      <outline xmlUrl="https://f.example/" news:council="leeds" everyHours="6" fullPages="true"/>
      <outline text="cut off" xmlUrl="https://g.example/"><outline text="an)");
  REQUIRE(feeds.size() >= 5);
  CHECK(feeds[0].url == "https://a.example/feed?x=1&y=2");
  CHECK(feeds[0].title == "First");
  CHECK(feeds[0].folder == "A B");
  CHECK(feeds[1].folder == "A B/deeper-down");
  CHECK(feeds[1].title == "Second");
  CHECK(feeds[2].url == "https://d.example/");
  CHECK(feeds[3].folder == "nested");
  CHECK(feeds[4].council == "leeds");
  CHECK(feeds[4].every_hours == "6");
  CHECK(feeds[4].full_pages);
  CHECK_THROWS_AS(read_opml("<rss/>"), InputError);
  CHECK_THROWS_AS(read_opml(""), InputError);
  CHECK(read_opml("<opml><body/></opml>").empty());
}

TEST_CASE("deeply nested lists") {
  std::string deep = "<opml><body>";
  for (int i = 0; i < 200000; ++i) deep += "<outline>";
  CHECK(read_opml(deep).empty());
}

TEST_CASE("written lists can be read back") {
  OpmlFeed feed;
  feed.url = "https://a.example/?a=1&b=\"2\"";
  feed.title = "Kent & <Medway>";
  feed.folder = "One/Two & three";
  feed.council = "kent";
  feed.every_hours = "12";
  feed.no_history = true;
  OpmlFeed second;
  second.url = "https://b.example/";
  second.folder = "One";
  const auto back = read_opml(write_opml({feed, second}));
  REQUIRE(back.size() == 2);
  CHECK(back[0].url == feed.url);
  CHECK(back[0].title == feed.title);
  CHECK(back[0].folder == feed.folder);
  CHECK(back[0].council == "kent");
  CHECK(back[0].every_hours == "12");
  CHECK(back[0].no_history);
  CHECK(back[1].folder == "One");
}

TEST_CASE("the state of a feed survives JSON") {
  Feed feed;
  feed.key = "k";
  feed.url = "https://a.example/feed";
  feed.settings = {.title = "T",
                   .folder = "F/G",
                   .council = "leeds",
                   .topic = "housing",
                   .outlet = "Post",
                   .every_hours = 6,
                   .full_pages = true,
                   .history = false,
                   .allow_private = true};
  feed.state.validators = {"W/\"\xC3\xA9\"", "yesterday", "https://a.example/feed"};
  feed.state.last_asked = parse_timestamp("2026-11-23T02:00:00Z");
  feed.state.newest = parse_timestamp("2026-11-22");
  feed.state.problem = FeedProblem::cut_off;
  feed.state.error = "cut";
  feed.state.failures = 3;
  feed.state.skip_hours = 1u << 23;
  feed.state.entries = {"a:b", "c:"};
  feed.state.pages = {{"https://a.example/1", "One", 2}};
  feed.state.older = "https://a.example/2";
  feed.state.older_seen = {"x"};
  const Feed back = feed_from_json("k", feed_to_json(feed));
  CHECK(back.settings == feed.settings);
  CHECK(back.state.validators == feed.state.validators);
  CHECK(back.state.pages.at(0).title == "One");
  CHECK(feed_to_json(back) == feed_to_json(feed));
  for (const char* bad : {"", "[]", "{}", "{\"url\":1}", "{\"url\":\"x\",\"pages\":[1]}", "null"})
    CHECK_THROWS_AS(feed_from_json("k", bad), InputError);
}

TEST_CASE("a validator that is not UTF-8 is dropped rather than altered") {
  Feed feed;
  feed.url = "https://a.example/feed";
  feed.state.validators = {"\"\xFF\"", "Sun, 22 Nov 2026 09:00:00 GMT", feed.url};
  CHECK(feed_from_json("k", feed_to_json(feed)).state.validators.etag.empty());
  CHECK(feed_from_json("k", feed_to_json(feed)).state.validators.last_modified == "Sun, 22 Nov 2026 09:00:00 GMT");
}

TEST_CASE("a feed is found by its subscribed, current and previous URL") {
  Feed moved;
  moved.key = feed_key("https://a.example/1");
  moved.url = "https://a.example/3";
  moved.state.moved_from = "https://a.example/2";
  Feed other;
  other.key = feed_key("https://a.example/3");
  other.url = "https://a.example/3";
  Subscriptions both({moved, other});
  CHECK(both.find("https://a.example/1")->key == moved.key);
  CHECK(both.find("https://a.example/2")->key == moved.key);
  CHECK(both.find("https://a.example/3")->key == other.key);
  CHECK(both.find("https://a.example/4") == nullptr);
  CHECK(Subscriptions({moved}).find("https://a.example/3") != nullptr);
}

TEST_CASE("a list of many thousands of feeds is imported quickly") {
  std::vector<OpmlFeed> list(20000);
  for (std::size_t i = 0; i < list.size(); ++i) list[i].url = "https://h" + std::to_string(i % 15000) + ".example/feed";
  Subscriptions subscriptions({});
  CHECK(subscribe_all(subscriptions, list, ListTrust::untrusted, [](const std::string&, const std::string&) {
        }).size() == 15000);
}

TEST_CASE("equivalent URLs are one feed") {
  Subscriptions subscriptions({});
  const auto nothing = [](FeedSettings&) {};
  subscriptions.put("https://News.example/feed/", [](FeedSettings& s) { s.council = "Leeds City Council"; });
  subscriptions.put("http://news.example/feed#x", [](FeedSettings& s) { s.title = "News"; });
  REQUIRE(subscriptions.feeds().size() == 1);
  CHECK(subscriptions.feeds()[0].settings.council == "leeds");
  CHECK(subscriptions.feeds()[0].settings.title == "News");
  for (const char* bad :
       {"", "news.example/feed", "ftp://news.example/", "file:///etc/passwd", "https://", "https:///feed",
        "https://[::1/feed", "https://a b.example/", "https://a.example:99999/", "https://a.example:x/",
        "https://a.example/\x1b[31m", "https://a.example/\n", "javascript:alert(1)"})
    CHECK_THROWS_AS(subscriptions.put(bad, nothing), UsageError);
  CHECK_THROWS_AS(subscriptions.put("https://x.example/", [](FeedSettings& s) { s.topic = "dragons"; }), UsageError);
  CHECK(subscriptions.feeds().size() == 1);
}
