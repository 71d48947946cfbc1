// Documents that are not feeds, and changes between two documents of a feed.
#include <algorithm>

#include "common/error.h"
#include "indexer/feeds/discovery.h"
#include "indexer/feeds/health.h"
#include "indexer/feeds/schedule.h"
#include "indexer/read/read_document.h"
#include "tests/fetch/http_server.h"
#include "tests/fetch/update_archive.h"
#include "tests/support/catch.h"

using namespace council_news;
using namespace council_news::test;

namespace {

std::vector<std::string> issues(const UpdateArchive& archive, const std::string& url) {
  std::vector<std::string> codes;
  for (const FeedIssue& issue : issues_of(archive.feed(url), archive.now())) codes.push_back(issue.code);
  return codes;
}

using Codes = std::vector<std::string>;

}  // namespace

TEST_CASE("a 200 response that is not a feed is an error") {
  const struct {
    std::string body;
    FeedProblem problem;
  } table[] = {
      {"<!DOCTYPE html><html><head><title>Log in</title></head><body><p>Please log in.</p></body></html>",
       FeedProblem::html},
      {"", FeedProblem::not_a_feed},
      {"  \n\t ", FeedProblem::not_a_feed},
      {"Service temporarily unavailable, dear reader.", FeedProblem::not_a_feed},
      {"{\"error\":\"no such feed\"}", FeedProblem::not_a_feed},
      {"<?xml version=\"1.0\"?><Error><Code>AccessDenied</Code></Error>", FeedProblem::not_a_feed},
      {"%PDF-1.4 and so on", FeedProblem::not_a_feed},
      {rss({"one", "two"}).substr(0, 480), FeedProblem::cut_off},
      {rss({"one", "two"}).substr(0, 200), FeedProblem::not_a_feed},
  };
  for (const auto& row : table) {
    INFO(row.body);
    HttpServer server;
    UpdateArchive archive;
    const std::string url = server.url("/feed");
    archive.subscribe(url);
    server.reply("/feed", {200, {{"ETag", "\"1\""}}, rss({"zero", "one"})});
    archive.update();
    server.reply("/feed", {200, {{"ETag", "\"2\""}}, row.body});
    archive.advance(kDay);
    const UpdateReport report = archive.update();
    CHECK(report.failures().size() == 1);
    const bool is_cut = row.body.starts_with("<?xml version=\"1.0\"?><rss");
    if (!is_cut) CHECK(archive.feed(url).state.problem == row.problem);
    if (is_cut) CHECK(archive.feed(url).state.problem != FeedProblem::none);
    CHECK(archive.feed(url).state.validators.etag == "\"1\"");
    CHECK(archive.articles().size() == 2);
    CHECK(issues(archive, url).size() == 1);
  }
}

TEST_CASE("the complete items of a truncated feed are kept, and its validators are not") {
  HttpServer server;
  UpdateArchive archive;
  const std::string url = server.url("/feed");
  const std::string whole = rss({"one", "two", "three"});
  archive.subscribe(url);
  server.reply("/feed", {200, {{"ETag", "\"1\""}}, whole.substr(0, whole.rfind("<item>") + 30)});
  archive.update();
  CHECK(archive.articles().size() == 2);
  CHECK(issues(archive, url) == Codes{"cut-off"});
  CHECK(archive.feed(url).state.validators.empty());
  server.reply("/feed", {200, {{"ETag", "\"1\""}}, whole});
  archive.advance(kDay);
  CHECK(archive.update().added() == 1);
  CHECK_FALSE(server.requests().back().has("if-none-match"));
  CHECK(issues(archive, url).empty());
}

TEST_CASE("a feed without entries is reported, but not as an error") {
  HttpServer server;
  UpdateArchive archive;
  archive.subscribe(server.url("/feed"));
  server.reply("/feed", {200, {}, rss({})});
  CHECK_FALSE(archive.update().any_failed());
  CHECK(issues(archive, server.url("/feed")) == Codes{"empty"});
}

TEST_CASE("a feed without new entries for a long time is stale") {
  HttpServer server;
  UpdateArchive archive;
  archive.subscribe(server.url("/feed"));
  server.reply("/feed", {200, {{"ETag", "\"1\""}}, rss({"one"})});
  archive.update();
  CHECK(issues(archive, server.url("/feed")).empty());
  archive.advance(120 * kDay);
  server.reply("/feed", {304, {}, ""});
  archive.update();
  CHECK(issues(archive, server.url("/feed")) == Codes{"stale"});
}

TEST_CASE("entries may have been missed if none overlaps the previous fetch") {
  HttpServer server;
  UpdateArchive archive;
  const std::string url = server.url("/feed");
  archive.subscribe(url);
  const auto run_with = [&](const std::vector<std::string>& titles, const std::string& head = {}) {
    server.reply("/feed", {200, {}, rss(titles, head)});
    archive.advance(kDay);
    return archive.update().attentions().size();
  };
  CHECK(run_with({"a", "b", "c"}) == 0);
  CHECK(run_with({"c", "d", "e"}) == 0);
  CHECK(issues(archive, url).empty());
  CHECK(run_with({"f", "g"}) == 1);
  CHECK(issues(archive, url) == Codes{"missed"});
  CHECK(run_with({}) == 0);          // an empty document in between is not a gap
  CHECK(run_with({"g", "h"}) == 0);  // and does not cause one
  archive.advance(30 * kDay);
  CHECK(run_with({"h", "i"}) == 0);
  CHECK(issues(archive, url).empty());  // reported for 14 days
}

TEST_CASE("changed guids are reported and do not duplicate articles") {
  HttpServer server;
  UpdateArchive archive;
  const std::string url = server.url("/feed");
  archive.subscribe(url);
  std::string body = rss({"one", "two"});
  server.reply("/feed", {200, {}, body});
  archive.update();
  for (std::size_t at = 0; (at = body.find("\"false\">", at)) != std::string::npos; at += 8)
    body.insert(at + 8, "new-");
  server.reply("/feed", {200, {}, body});
  archive.advance(kDay);
  const UpdateReport report = archive.update();
  CHECK(report.attentions().empty());
  REQUIRE(report.notes().size() == 1);
  CHECK(report.notes().front().text == "2 entries have a new guid");
  CHECK(issues(archive, url) == Codes{"new-guids"});
  CHECK(archive.articles().size() == 2);
}

TEST_CASE("settings override what the feed says") {
  HttpServer server;
  UpdateArchive archive;
  archive.subscribe(server.url("/feed"), [](FeedSettings& settings) { settings.outlet = "The Borough Record"; });
  server.reply("/feed", {200, {}, rss({"one"})});
  archive.update();
  REQUIRE(archive.articles().size() == 1);
  CHECK(archive.articles().front().outlet == "The Borough Record");
  CHECK(archive.articles().front().source == server.url("/feed"));
}

TEST_CASE("a subscribed page is replaced by the feed it links to") {
  HttpServer server;
  UpdateArchive archive;
  const std::string page = server.url("/newsroom");
  archive.subscribe(page);
  server.reply("/newsroom", {200,
                             {{"Content-Type", "text/html"}},
                             "<!DOCTYPE html><html><head><link rel=\"alternate\" type=\"application/rss+xml\" "
                             "href=\"/news/feed\"></head><body><p>News</p></body></html>"});
  server.reply("/news/feed", {200, {{"ETag", "\"1\""}}, rss({"one"})});
  CHECK(archive.update().added() == 1);
  CHECK(archive.feed(page).url == server.url("/news/feed"));
  CHECK_THAT(archive.said(), Catch::Matchers::ContainsSubstring("links to the feed " + server.url("/news/feed")));
  archive.advance(kDay);
  archive.update();
  CHECK(server.count("/newsroom") == 1);
  CHECK(server.count("/news/feed") == 2);
}

TEST_CASE("feed links in a page") {
  CHECK(find_feed_links(R"(<html><head><base href="/n/">
      <link rel="alternate" type="application/rss+xml" title="Comments Feed" href="comments/feed/">
      <link rel="stylesheet" type="text/css" href="a.css"><link rel=alternate hreflang=cy type="text/html" href="/cy">
      <LINK REL="Alternate" TYPE="application/atom+xml; charset=utf-8" HREF="feed.atom">
      <link rel="alternate" type="application/feed+json" href="https://x.example/feed.json">
      <link rel="alternate" type="application/atom+xml" href="feed.atom"><link rel="alternate" type="application/rss+xml">
      )",
                        "https://council.example/news") == Codes{"https://council.example/n/feed.atom",
                                                                 "https://x.example/feed.json",
                                                                 "https://council.example/n/comments/feed/"});
  CHECK(find_feed_links("no page", "https://council.example/").empty());
}

namespace {

/// The hints of a feed, whether or not its items can be read.
FeedHints hints_in(const std::string& document, const std::string& url) {
  Input input;
  input.url = url;
  input.bytes = document;
  FeedHints found;
  try {
    read_articles(
        input, decode(input), [](Article&&) {}, [&](FeedHints&& hints) { found = std::move(hints); });
  } catch (const InputError&) {
    // the items could not be read
  }
  return found;
}

}  // namespace

TEST_CASE("scheduling hints in feeds") {
  const FeedHints hints = hints_in(R"(<?xml version="1.0"?><rss version="2.0"
      xmlns:a="http://www.w3.org/2005/Atom" xmlns:fh="http://purl.org/syndication/history/1.0"
      xmlns:sy="http://purl.org/rss/1.0/modules/syndication/"><channel><title> A &amp; B </title><link>/</link>
      <ttl> 90 </ttl><skipHours><hour>0</hour><hour>24</hour><hour>7</hour><hour>x</hour><hour>77</hour></skipHours>
      <skipDays><day>Sunday</day><day>saturday</day><day>Someday</day></skipDays>
      <sy:updatePeriod>weekly</sy:updatePeriod><sy:updateFrequency>7</sy:updateFrequency>
      <a:link rel="next" href="?page=2"/><a:link rel="prev-archive" href="../2025.xml"/><fh:archive/>
      <generator>https://wordpress.org/?v=6.4</generator><item><title>x</title></item></channel></rss>)",
                                   "https://council.example/news/feed");
  CHECK(hints.title == "A & B");
  CHECK(hints.ttl == 90 * 60);
  CHECK(hints.skip_hours == ((1u << 0) | (1u << 7)));
  CHECK(hints.skip_days == ((1u << 0) | (1u << 6)));
  CHECK(hints.update_period == kDay);
  CHECK(hints.next == "https://council.example/news/feed?page=2");
  CHECK(hints.prev_archive == "https://council.example/2025.xml");
  CHECK(hints.is_archive);
  CHECK_FALSE(hints.complete);
  CHECK(hints.is_wordpress);
  CHECK_FALSE(hints.cut_off);
  CHECK(hints_in(R"({"version":"https://jsonfeed.org/version/1.1","title":"J","next_url":"/2","items":[]})",
                 "https://j.example/1")
            .next == "https://j.example/2");
  for (const char* nothing :
       {"", "{", "[]", "<", "<rss", "text", "<rss><channel><ttl>-5</ttl><ttl>1e9</ttl></channel></rss>"})
    CHECK_FALSE(hints_in(nothing, "").complete);
}
