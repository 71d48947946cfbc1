// Articles that a feed withdraws are kept and reported.
#include "indexer/feeds/withdrawals.h"

#include <sstream>

#include "indexer/feeds/health.h"
#include "indexer/feeds/schedule.h"
#include "tests/fetch/http_server.h"
#include "tests/fetch/update_archive.h"
#include "tests/support/catch.h"

using namespace council_news;
using namespace council_news::test;

namespace {

constexpr const char* kComplete = "<fh:complete/>";

std::string tombstone(const std::string& guid) {
  return "<at:deleted-entry xmlns:at=\"http://purl.org/atompub/tombstones/1.0\" ref=\"" + guid +
         "\" when=\"2026-11-22T12:00:00Z\"><at:comment>Sent in error</at:comment></at:deleted-entry>";
}

/// The titles of the articles that are reported as withdrawn.
std::vector<std::string> withdrawn(const UpdateArchive& archive, const std::string& url) {
  std::vector<std::string> titles;
  for (const std::string& id : archive.feed(url).state.withdrawn) {
    for (const Article& article : archive.articles()) {
      if (article.id == id) titles.push_back(article.title);
    }
  }
  return titles;
}

using Titles = std::vector<std::string>;

/// A feed at /feed, fetched once a day.
struct Feedings {
  HttpServer server;
  UpdateArchive archive;
  std::string url = server.url("/feed");

  Feedings() { archive.subscribe(url); }
  UpdateReport feed(const std::string& body) {
    server.reply("/feed", {200, {}, body});
    archive.advance(kDay);
    return archive.update();
  }
};

}  // namespace

TEST_CASE("entries absent from a complete feed are withdrawn, not missed") {
  Feedings feedings;
  UpdateArchive& archive = feedings.archive;
  feedings.feed(atom({"a", "b"}, kComplete));
  const UpdateReport report = feedings.feed(atom({"c"}, kComplete));
  REQUIRE(report.attentions().size() == 1);
  CHECK_THAT(report.attentions().front().text,
             Catch::Matchers::StartsWith("2 articles were withdrawn by the feed but kept: "));
  CHECK(withdrawn(archive, feedings.url) == Titles{"a", "b"});
  CHECK(archive.articles().size() == 3);
  const auto issues = issues_of(archive.feed(feedings.url), archive.now());
  REQUIRE(issues.size() == 1);
  CHECK(issues.front().code == "withdrawn");
  CHECK_FALSE(issues.front().needs_person);

  CHECK(feedings.feed(atom({"c"}, kComplete)).attentions().empty());  // once
  CHECK(feedings.feed(atom({}, kComplete)).attentions().size() == 1);
  CHECK(feedings.feed(atom({}, kComplete)).attentions().empty());
  CHECK(withdrawn(archive, feedings.url) == Titles{"a", "b", "c"});
  archive.advance(60 * kDay);
  CHECK(feedings.feed(atom({"d"}, kComplete)).attentions().empty());
  CHECK(issues_of(archive.feed(feedings.url), archive.now()).empty());  // reported for 30 days
}

TEST_CASE("a complete feed with more entries than are stored withdraws nothing when it grows") {
  Feedings feedings;
  Titles titles;
  for (int i = 0; i < 600; ++i) titles.push_back("t" + std::to_string(i));
  feedings.feed(atom(titles, kComplete));
  titles.insert(titles.begin(), "new");
  CHECK(feedings.feed(atom(titles, kComplete)).attentions().empty());
}

TEST_CASE("without fh:complete an absent entry is not withdrawn") {
  Feedings feedings;
  feedings.feed(atom({"a", "b"}));
  CHECK(feedings.feed(atom({"b", "c"})).attentions().empty());
  CHECK(withdrawn(feedings.archive, feedings.url).empty());
}

TEST_CASE("a deleted entry (RFC 6721) is reported once, however long ago it was in the feed") {
  Feedings feedings;
  UpdateArchive& archive = feedings.archive;
  feedings.feed(atom({"a", "b"}));
  feedings.feed(atom({"b", "c"}));
  const std::string deleted = tombstone("tag:news.example:a") + tombstone("tag:news.example:never-seen");
  const UpdateReport report = feedings.feed(atom({"c", "d"}, deleted));
  REQUIRE(report.attentions().size() == 1);
  CHECK_THAT(report.attentions().front().text,
             Catch::Matchers::StartsWith("1 article was withdrawn by the feed but kept: "));
  CHECK(withdrawn(archive, feedings.url) == Titles{"a"});
  CHECK(archive.articles().size() == 4);  // it is not an entry itself
  CHECK(feedings.feed(atom({"d", "e"}, deleted)).attentions().empty());
  const auto issues = issues_of(archive.feed(feedings.url), archive.now());
  REQUIRE(issues.size() == 1);
  CHECK(issues.front().code == "withdrawn");
}

TEST_CASE("an entry listed together with its own deletion is restored") {
  Feedings feedings;
  feedings.feed(atom({"a"}));
  CHECK(feedings.feed(atom({"a"}, tombstone("tag:news.example:a"))).attentions().empty());
}

TEST_CASE("a short guid identifies an entry only within its own feed") {
  Feedings feedings;
  UpdateArchive& archive = feedings.archive;
  archive.subscribe(feedings.server.url("/other"));
  feedings.server.reply("/other", {200,
                                   {},
                                   "<rss version=\"2.0\"><channel><title>Other</title><item><title>theirs</title>"
                                   "<guid isPermaLink=\"false\">17</guid></item></channel></rss>"});
  feedings.feed(rss({"a"}));
  CHECK(feedings.feed(rss({"a"}, tombstone("17"))).attentions().empty());
  CHECK(feedings.feed(rss({"b"}, tombstone("a"))).attentions().size() == 2);  // a withdrawal and a gap
  CHECK(withdrawn(archive, feedings.url) == Titles{"a"});
}

TEST_CASE("of many withdrawn articles only the first are listed") {
  const std::string text = withdrawn_text(std::vector<std::string>(12, "0123456789abcdef"));
  CHECK_THAT(text, Catch::Matchers::StartsWith("12 articles were withdrawn by the feed but kept: 0123456789 ") &&
                       Catch::Matchers::EndsWith("…"));
}
