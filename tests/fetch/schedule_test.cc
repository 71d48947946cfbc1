// When a feed is requested again.
#include "indexer/feeds/schedule.h"

#include "indexer/fetch/http_time.h"
#include "tests/fetch/http_server.h"
#include "tests/fetch/update_archive.h"
#include "tests/support/catch.h"

using namespace council_news;
using namespace council_news::test;

namespace {

constexpr std::int64_t kMinute = 60;

Timestamp at(const char* text) { return *parse_timestamp(text); }

std::optional<std::int64_t> retry(const std::string& value, const std::string& date = {}) {
  HttpResponse response;
  response.headers = {{"retry-after", value}};
  if (!date.empty()) response.headers.push_back({"date", date});
  return retry_after(response, at("2026-11-23T02:00:00Z"));
}

std::optional<std::int64_t> fresh(std::vector<HttpHeader> headers) {
  HttpResponse response;
  response.headers = std::move(headers);
  return fresh_for(response);
}

/// Minutes until the next request for a feed with these headers and channel elements.
std::int64_t asked_again_after(
    std::vector<std::pair<std::string, std::string>> headers, const std::string& head,
    const std::function<void(FeedSettings&)>& settings = [](FeedSettings&) {}) {
  HttpServer server;
  UpdateArchive archive;
  server.reply("/feed", {200, std::move(headers), rss({"one"}, head)});
  archive.subscribe(server.url("/feed"), settings);
  archive.update();
  return (archive.feed(server.url("/feed")).state.not_before->seconds - archive.now().seconds) / kMinute;
}

}  // namespace

TEST_CASE("intervals after a success") {
  using Hints = RefreshHints;
  const std::int64_t nightly = kDay - kHour / 2;
  const struct {
    Hints hints;
    std::int64_t seconds;
  } table[] = {
      {{true, {}, {}, {}, {}}, kHour},     // at least an hour
      {{false, {}, {}, {}, {}}, nightly},  // without validators at least a day
      {{true, 60, {}, {}, {}}, kHour},     // hints never shorten it
      {{true, 5 * kHour, {}, {}, {}}, 5 * kHour},
      {{true, {}, 3 * kHour, {}, {}}, 3 * kHour},
      {{true, {}, {}, 12 * kHour, {}}, 12 * kHour},
      {{true, 2 * kHour, 3 * kHour, 4 * kHour, {}}, 4 * kHour},  // the longest counts
      {{true, 365 * kDay, {}, {}, {}}, nightly},                 // limited to a day
      {{true, {}, 90 * kDay, 365 * kDay, {}}, nightly},
      {{true, {}, {}, {}, 6}, 6 * kHour},
      {{false, {}, {}, {}, 24 * 7}, 7 * kDay - kHour / 2},  // user settings are not limited
      {{false, {}, {}, {}, 1}, nightly},
  };
  for (const auto& row : table) CHECK(interval_after_success(row.hints) == row.seconds);
}

TEST_CASE("backoff doubles, with jitter, up to a limit") {
  CHECK(backoff_after(1, 0) == kHour);
  CHECK(backoff_after(2, 0) == 2 * kHour);
  CHECK(backoff_after(4, 0) == 8 * kHour);
  CHECK(backoff_after(9, 0) == 16 * kHour);
  CHECK(backoff_after(9, 0.999) < 20 * kHour + 1);  // every nightly run retries
  CHECK(backoff_after(30, 0) == 6 * kDay);
  CHECK(backoff_after(1000000, 0.5) > 6 * kDay);
  CHECK(backoff_after(1, 0.5) > backoff_after(1, 0));
}

TEST_CASE("Retry-After in seconds or as a date, relative to the response's Date") {
  CHECK(retry("120") == 120);
  CHECK(retry("0") == 0);
  CHECK(retry("99999999999999999999") > kDay);
  CHECK(capped_retry_after(*retry("99999999999999999999")) == kDay);
  // The server's clock is ten years slow: only the difference counts.
  CHECK(retry("Wed, 23 Nov 2016 03:00:00 GMT", "Wed, 23 Nov 2016 02:30:00 GMT") == 30 * kMinute);
  CHECK(retry("Sunday, 06-Nov-94 08:49:37 GMT", "Sun Nov  6 08:49:07 1994") == 30);
  CHECK(retry("Mon, 23 Nov 2026 02:10:00 GMT") == 10 * kMinute);
  CHECK(retry("Wed, 23 Nov 2016 03:00:00 GMT") == 0);
  CHECK_FALSE(retry("soon"));
  CHECK_FALSE(retry(""));
  CHECK_FALSE(retry("-5"));
}

TEST_CASE("freshness from caching headers") {
  CHECK(fresh({{"cache-control", "public, max-age=7200"}}) == 7200);
  CHECK(fresh({{"cache-control", "MAX-AGE=\"60\""}}) == 60);
  CHECK(fresh({{"cache-control", "public"}, {"cache-control", "max-age=10"}}) == 10);
  CHECK(fresh({{"cache-control", "max-age=100"}, {"age", "30"}}) == 70);
  CHECK(fresh({{"cache-control", "max-age=100"}, {"age", "300"}}) == 0);
  CHECK(fresh({{"expires", "Mon, 23 Nov 2026 04:00:00 GMT"}, {"date", "Mon, 23 Nov 2026 02:00:00 GMT"}}) == 7200);
  CHECK(fresh({{"cache-control", "max-age=5"},
               {"expires", "Mon, 23 Nov 2036 04:00:00 GMT"},
               {"date", "Mon, 23 Nov 2026 02:00:00 GMT"}}) == 5);
  CHECK_FALSE(fresh({{"expires", "0"}, {"date", "Mon, 23 Nov 2026 02:00:00 GMT"}}));
  CHECK_FALSE(fresh({{"cache-control", "s-maxage=7200, x-max-age=5"}}));
  CHECK_FALSE(fresh({}));
}

TEST_CASE("intervals requested by a feed and its server are honoured, up to a day") {
  using Headers = std::vector<std::pair<std::string, std::string>>;
  const Headers etag{{"ETag", "\"1\""}};
  const std::string sy = "<sy:updatePeriod xmlns:sy=\"http://purl.org/rss/1.0/modules/syndication/\">";
  CHECK(asked_again_after(etag, "") == 60);
  CHECK(asked_again_after({}, "") == 23 * 60 + 30);
  CHECK(asked_again_after({{"ETag", "\"1\""}, {"Cache-Control", "max-age=10800"}}, "") == 180);
  CHECK(asked_again_after({{"ETag", "\"1\""}, {"Cache-Control", "max-age=31536000"}}, "") == 23 * 60 + 30);
  CHECK(
      asked_again_after(
          {{"ETag", "\"1\""}, {"Date", "Mon, 23 Nov 2026 02:00:00 GMT"}, {"Expires", "Mon, 23 Nov 2026 06:00:00 GMT"}},
          "") == 240);
  CHECK(asked_again_after(etag, "<ttl>300</ttl>") == 300);
  CHECK(asked_again_after(etag, "<ttl>5</ttl>") == 60);
  CHECK(asked_again_after(etag, "<ttl>999999999</ttl>") == 23 * 60 + 30);
  CHECK(asked_again_after(
            etag, sy + "daily</sy:updatePeriod><sy:updateFrequency "
                       "xmlns:sy=\"http://purl.org/rss/1.0/modules/syndication/\">4</sy:updateFrequency>") == 360);
  CHECK(asked_again_after(etag, sy + "yearly</sy:updatePeriod>") == 23 * 60 + 30);
  CHECK(asked_again_after(etag, "", [](FeedSettings& settings) { settings.every_hours = 12; }) == 12 * 60);
}

TEST_CASE("the interval requested by a feed still applies after 304") {
  HttpServer server;
  UpdateArchive archive;
  const std::string url = server.url("/feed");
  archive.subscribe(url);
  server.reply("/feed", {200, {{"ETag", "\"1\""}}, rss({"one"}, "<ttl>300</ttl>")});
  archive.update();
  const auto minutes_to_next = [&](Reply reply) {
    server.reply("/feed", std::move(reply));
    archive.advance(kDay);
    archive.update();
    return (archive.feed(url).state.not_before->seconds - archive.now().seconds) / kMinute;
  };
  CHECK(minutes_to_next({304, {}, ""}) == 300);
  CHECK(minutes_to_next({304, {{"Cache-Control", "max-age=36000"}}, ""}) == 600);
  CHECK(minutes_to_next({304, {}, ""}) == 300);
  CHECK(minutes_to_next({200, {{"ETag", "\"2\""}}, rss({"one"})}) == 60);  // the hint is gone
}

TEST_CASE("skipHours and skipDays") {
  FeedState state;
  state.not_before = at("2026-11-23T01:30:00Z");  // a Monday
  CHECK(is_due(state, at("2026-11-23T02:00:00Z")));
  CHECK_FALSE(is_due(state, at("2026-11-23T01:29:59Z")));
  state.skip_hours = 1u << 2;
  CHECK_FALSE(is_due(state, at("2026-11-23T02:59:59Z")));
  CHECK(is_due(state, at("2026-11-23T03:00:00Z")));
  CHECK(is_due(state, at("2026-11-24T02:00:00Z")));  // overdue by a day
  state.skip_hours = 0;
  state.skip_days = 1u << 1;
  CHECK_FALSE(is_due(state, at("2026-11-23T23:59:59Z")));
  CHECK(is_due(state, at("2026-11-24T00:00:00Z")));
  state.skip_days = 0x7F;
  CHECK_FALSE(is_due(state, at("2026-11-25T02:00:00Z")));
  CHECK(is_due(state, at("2026-11-26T02:00:00Z")));
  state.problem = FeedProblem::gone;
  CHECK_FALSE(is_due(state, at("2027-11-26T02:00:00Z")));

  HttpServer server;
  UpdateArchive archive;  // at 02:00
  server.reply("/feed", {200,
                         {{"ETag", "\"1\""}},
                         rss({"one"},
                             "<skipHours><hour>3</hour><hour>4</hour></skipHours>"
                             "<skipDays><day>Sunday</day></skipDays>")});
  archive.subscribe(server.url("/feed"));
  archive.update();
  archive.advance(kHour + 10);  // after three
  archive.update();
  CHECK(server.count() == 1);
  archive.advance(2 * kHour);
  archive.update();
  CHECK(server.count() == 2);
}

TEST_CASE("a second run minutes later sends no requests, unless forced") {
  HttpServer server;
  UpdateArchive archive;
  server.reply("/with", {200, {{"ETag", "\"1\""}}, rss({"one"})});
  server.reply("/without", {200, {}, rss({"two"})});
  server.reply("/broken", {500, {}, "no"});
  for (const char* path : {"/with", "/without", "/broken"}) archive.subscribe(server.url(path));
  archive.update();
  CHECK(server.count() == 3);
  archive.advance(10 * kMinute);
  CHECK_FALSE(archive.update().any_failed());
  CHECK(server.count() == 3);
  archive.advance(kHour);
  archive.update();
  CHECK(server.count("/with") == 2);
  CHECK(server.count("/without") == 1);
  archive.options().force = true;
  archive.update();
  CHECK(server.count("/without") == 2);
}

TEST_CASE("429 and 503 postpone all requests to the host") {
  for (const int status : {429, 503}) {
    HttpServer server;
    HttpServer other("127.0.0.2");
    UpdateArchive archive;
    server.reply("/a", {status, {{"Retry-After", "7200"}}, ""});
    server.reply("/b", {200, {{"ETag", "\"1\""}}, rss({"one"})});
    other.reply("/c", {200, {{"ETag", "\"1\""}}, rss({"two"})});
    for (const std::string& url : {server.url("/a"), server.url("/b"), other.url("/c")}) archive.subscribe(url);
    const UpdateReport report = archive.update();
    CHECK(report.failures().size() == 1);
    CHECK(report.added() == 1);  // from the other host
    CHECK(server.count("/b") == 0);
    CHECK(archive.said().find("asked not to be retried before") != std::string::npos);
    archive.advance(kHour + kHour / 2);
    archive.options().force = true;  // Retry-After overrides --force
    archive.update();
    CHECK(server.count() == 1);
    server.reply("/a", {200, {{"ETag", "\"1\""}}, rss({"three"})});
    archive.advance(kHour);
    archive.update();
    CHECK(server.count("/b") == 1);
  }
}

TEST_CASE("only the host that sent Retry-After is postponed, until that time, a day at most") {
  HttpServer server;
  HttpServer busy("127.0.0.2");
  UpdateArchive archive;
  archive.options().force = true;
  server.reply("/a", {302, {{"Location", busy.url("/a")}}, ""});
  server.reply("/b", {200, {}, rss({"one"})});
  archive.subscribe(server.url("/a"));
  archive.subscribe(server.url("/b"));
  const auto asked_after = [&](const Reply& reply, std::int64_t seconds) {
    busy.reply("/a", reply);
    archive.update();
    const std::size_t asked = busy.count();
    archive.advance(seconds);
    archive.update();
    return busy.count() > asked;
  };
  const Reply dated{
      429, {{"Date", "Wed, 23 Nov 2016 02:00:00 GMT"}, {"Retry-After", "Wed, 23 Nov 2016 05:00:00 GMT"}}, ""};
  CHECK_FALSE(asked_after(dated, 3 * kHour - 1));
  archive.advance(kHour);
  CHECK(asked_after(dated, 3 * kHour));
  archive.advance(kDay);
  CHECK_FALSE(asked_after({503, {{"Retry-After", "99999999"}}, ""}, kDay - 1));
  archive.advance(1);
  CHECK(asked_after({503, {}, ""}, kHour));  // an hour without Retry-After
  CHECK(server.count("/b") == 8);            // the redirecting host is not affected
}

TEST_CASE("an unresponsive host gets two requests per run, and all its feeds fail") {
  HttpServer server;
  UpdateArchive archive;
  std::vector<std::string> urls;
  for (int feed = 0; feed < 5; ++feed) {
    urls.push_back("http://127.0.0.1:1/" + std::to_string(feed));
    archive.subscribe(urls.back());
  }
  archive.subscribe(server.url("/good"));
  server.reply("/good", {200, {}, rss({"one"})});
  const UpdateReport report = archive.update();
  CHECK(report.failures().size() == 5);
  CHECK(report.added() == 1);
  for (const std::string& url : urls) CHECK(archive.feed(url).state.problem == FeedProblem::unreachable);
  CHECK_THAT(archive.feed(urls.back()).state.error,
             Catch::Matchers::ContainsSubstring("did not respond twice in a row"));
}

TEST_CASE("a failing feed does not stop the run, and backs off") {
  HttpServer server;
  UpdateArchive archive;
  server.reply("/bad", {500, {}, "no"});
  server.reply("/good", {200, {{"ETag", "\"1\""}}, rss({"one"})});
  archive.subscribe(server.url("/bad"));
  archive.subscribe(server.url("/good"));
  archive.subscribe("http://127.0.0.1:1/nobody");
  archive.subscribe("http://no-such-host.invalid/feed");
  const UpdateReport report = archive.update();
  CHECK(report.failures().size() == 3);
  CHECK(report.added() == 1);
  const FeedState state = archive.feed(server.url("/bad")).state;
  CHECK(state.failures == 1);
  CHECK(state.not_before->seconds >= archive.now().seconds + kHour);
  CHECK(state.not_before->seconds <= archive.now().seconds + kHour * 5 / 4);
  CHECK(state.error == "HTTP status 500");
  CHECK(archive.feed("http://127.0.0.1:1/nobody").state.problem == FeedProblem::unreachable);
}
