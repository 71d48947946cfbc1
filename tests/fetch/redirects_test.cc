// Redirects: what they change and where they may lead; and feeds that are gone.
#include <optional>
#include <utility>

#include "indexer/feeds/health.h"
#include "indexer/feeds/schedule.h"
#include "tests/fetch/http_server.h"
#include "tests/fetch/update_archive.h"
#include "tests/support/catch.h"

using namespace council_news;
using namespace council_news::test;

namespace {

Reply redirect(int status, const std::string& to) { return {status, {{"Location", to}}, ""}; }

bool has_issue(const UpdateArchive& archive, const std::string& url, const std::string& code) {
  for (const FeedIssue& issue : issues_of(archive.feed(url), archive.now())) {
    if (issue.code == code) return true;
  }
  return false;
}

}  // namespace

TEST_CASE("a permanent redirect changes the URL once the new one serves a feed") {
  for (const int status : {301, 308}) {
    HttpServer server;
    UpdateArchive archive;
    const std::string old = server.url("/old");
    archive.subscribe(old);
    server.reply("/old", redirect(status, "/new"));  // a relative URL works too
    server.reply("/new", {200, {}, "<html><body><p>Coming soon</p></body></html>"});
    CHECK(archive.update().any_failed());
    CHECK(archive.feed(old).url == old);

    server.reply("/new", {200, {{"ETag", "\"n\""}}, rss({"one"})});
    archive.advance(2 * kDay);
    const UpdateReport report = archive.update();
    CHECK(archive.feed(old).url == server.url("/new"));
    CHECK(archive.feed(old).state.moved_from == old);
    REQUIRE(report.attentions().size() == 1);  // reported
    CHECK(report.attentions().front().text.find(old) != std::string::npos);
    CHECK(has_issue(archive, old, "moved"));

    archive.advance(kDay);
    archive.update();
    CHECK(server.count("/old") == 2);  // not requested again
    CHECK(server.requests("/new").back().header("if-none-match") == "\"n\"");
  }
}

TEST_CASE("a feed that moves to the URL of another is a duplicate") {
  HttpServer server;
  UpdateArchive archive;
  const std::string old = server.url("/old");
  const std::string present = server.url("/feed");
  archive.subscribe(old);
  archive.subscribe(present);
  server.reply("/old", redirect(301, "/feed"));
  server.reply("/feed", {200, {{"ETag", "\"1\""}}, rss({"one"})});
  archive.update();
  const std::size_t asked = server.count();
  archive.advance(kDay);
  REQUIRE(archive.update().attentions().size() == 1);  // reported once
  archive.advance(kDay);
  CHECK(archive.update().attentions().empty());
  CHECK(server.count() == asked + 2);  // one request per run
  CHECK(has_issue(archive, old, "duplicate"));
  CHECK_FALSE(has_issue(archive, present, "duplicate"));

  // Two feeds that moved to the same new URL are duplicates as well. When one is removed, the other is requested again.
  archive.unsubscribe(present);
  archive.advance(kDay);
  archive.update();
  CHECK(server.count() == asked + 3);
  CHECK_FALSE(has_issue(archive, old, "duplicate"));
}

TEST_CASE("a temporary redirect changes nothing") {
  for (const int status : {302, 303, 307}) {
    HttpServer server;
    UpdateArchive archive;
    const std::string url = server.url("/feed");
    archive.subscribe(url);
    server.reply("/feed", redirect(status, "/today"));
    server.reply("/today", {200, {{"ETag", "\"t\""}}, rss({"one"})});
    CHECK(archive.update().added() == 1);
    CHECK(archive.feed(url).url == url);
    archive.advance(kDay);
    archive.update();
    // A validator is sent only to the URL that it came from.
    CHECK_FALSE(server.requests("/feed").back().has("if-none-match"));
    CHECK(server.requests("/today").back().header("if-none-match") == "\"t\"");
  }
}

TEST_CASE("in a chain, the permanent redirects before the first temporary one count") {
  HttpServer server;
  UpdateArchive archive;
  archive.subscribe(server.url("/a"));
  server.reply("/a", redirect(301, "/b"));
  server.reply("/b", redirect(302, "/c"));
  server.reply("/c", redirect(301, "/d"));
  server.reply("/d", {200, {}, rss({"one"})});
  archive.update();
  CHECK(archive.feed(server.url("/a")).url == server.url("/b"));
}

TEST_CASE("the number of redirects is limited, and only http and https are followed") {
  HttpServer server;
  UpdateArchive archive;
  const auto refused = [&](const std::string& path, const std::string& why) {
    archive.subscribe(server.url(path));
    archive.options().force = true;
    archive.update();
    const FeedState state = archive.feed(server.url(path)).state;
    CHECK(state.problem == FeedProblem::refused);
    CHECK_THAT(state.error, Catch::Matchers::ContainsSubstring(why));
  };
  server.reply("/self", redirect(301, "/self"));
  refused("/self", "redirect loop");
  server.reply("/ping", redirect(302, "/pong"));
  server.reply("/pong", redirect(302, "/ping"));
  refused("/ping", "redirect loop");
  server.on("/endless", [](const SeenRequest& request) { return redirect(302, request.target + "x"); });
  for (int length = 1; length < 12; ++length) {
    server.on("/endless" + std::string(static_cast<std::size_t>(length), 'x'),
              [](const SeenRequest& request) { return redirect(302, request.target + "x"); });
  }
  refused("/endless", "more than 5 redirects");
  for (const char* target :
       {"file:///etc/passwd", "ftp://127.0.0.1/feed", "gopher://127.0.0.1:70/1", "dict://x/", "data:,x"}) {
    server.reply("/away", redirect(301, target));
    refused("/away", "not an http or https URL");
  }
  server.reply("/nowhere", {301, {}, ""});
  archive.subscribe(server.url("/nowhere"));
  archive.update();
  CHECK(archive.feed(server.url("/nowhere")).state.error == "HTTP status 301");
}

TEST_CASE("private addresses are refused unless allowed, also after redirects and name look-ups") {
  HttpServer server;
  HttpServer inner("127.0.0.2");
  inner.reply("/feed", {200, {}, rss({"secret"})});
  server.reply("/feed", {200, {}, rss({"one"})});
  server.reply("/in", redirect(301, inner.url("/feed")));
  UpdateArchive archive;
  archive.options().allow_private = false;
  const std::string by_name = server.url("localhost", "/feed");
  const std::string mapped = server.url("[::ffff:127.0.0.1]", "/feed");
  std::vector<std::string> urls{server.url("/feed"), by_name, mapped};
  for (const char* host :
       {"2130706433", "0x7f000001", "0177.0.0.1", "127.1", "0", "0.0.0.0", "[::1]", "[::]", "[fe80::1]", "[fc00::1]",
        "[::ffff:7f00:1]", "[64:ff9b::127.0.0.1]", "10.0.0.1", "169.254.169.254", "192.168.0.1", "100.64.0.1"})
    urls.push_back(server.url(host, "/feed"));
  for (const std::string& url : urls) {
    INFO(url);
    archive.subscribe(url);
    archive.update();
    CHECK(archive.feed(url).state.problem == FeedProblem::refused);
    CHECK_THAT(archive.feed(url).state.error, Catch::Matchers::ContainsSubstring("--allow-private"));
  }
  CHECK(server.count() == 0);
  // Private addresses may be allowed for a feed.
  archive.subscribe(server.url("/feed"), [](FeedSettings& settings) { settings.allow_private = true; });
  archive.advance(kDay);
  CHECK(archive.update().added() == 1);
  CHECK(server.count() == 1);
  // They may be allowed for a run.
  archive.options().allow_private = true;
  archive.subscribe(server.url("/in"));
  CHECK(archive.update().added() == 1);
}

TEST_CASE("a public host may not redirect to a private one") {
  // A wrapper around the real network plays the public host.
  struct Front : Network {
    explicit Front(const HttpSettings& settings) : real(settings) {}
    void start(std::size_t ticket, const HttpRequest& request) override {
      if (request.url.starts_with("http://public.example/")) {
        here = ticket;
      } else {
        real.start(ticket, request);
      }
    }
    std::optional<Result> wait(std::chrono::milliseconds most) override {
      if (!here) return real.wait(most);
      HttpResponse response;
      response.status = 302;
      response.headers = {{"location", to}};
      return Result{*std::exchange(here, std::nullopt), std::move(response)};
    }
    CurlNetwork real;
    std::string to;
    std::optional<std::size_t> here;
  };
  HttpServer inner;
  inner.reply("/feed", {200, {}, rss({"secret"})});
  UpdateArchive archive;
  archive.options().allow_private = false;
  archive.options().force = true;
  const std::string url = "http://public.example/feed";
  archive.subscribe(url);
  for (const std::string& to : {inner.url("/feed"), inner.url("localhost", "/feed"), inner.url("0x7f.1", "/feed"),
                                inner.url("[::ffff:127.0.0.1]", "/feed"), std::string("http://169.254.169.254/")}) {
    Front network(archive.settings());
    network.to = to;
    archive.update(network);
    CHECK(archive.feed(url).state.problem == FeedProblem::refused);
  }
  CHECK(inner.count() == 0);
}

TEST_CASE("the new URL of a document") {
  const auto moved = [](std::vector<Hop> hops) {
    Fetched fetched;
    fetched.hops = std::move(hops);
    return fetched.moved_to("https://a.example/1");
  };
  CHECK(moved({}) == "https://a.example/1");
  CHECK(moved({{301, "https://b.example/"}, {308, "https://c.example/"}}) == "https://c.example/");
  CHECK(moved({{301, "https://b.example/"}, {302, "https://c.example/"}}) == "https://b.example/");
  CHECK(moved({{302, "https://b.example/"}, {301, "https://c.example/"}}) == "https://a.example/1");
  CHECK(moved({{301, "http://b.example/"}}) == "https://a.example/1");  // no downgrade from TLS
  CHECK(moved({{301, "https://b.example/"}, {301, "http://b.example/"}}) == "https://b.example/");
}

TEST_CASE("private addresses are refused on reused connections too") {
  // Two feeds on one host: only the first may use private addresses.
  HttpServer server;
  server.reply("/allowed", {200, {}, rss({"one"})});
  server.reply("/other", {200, {}, rss({"two"})});
  UpdateArchive archive;
  archive.options().allow_private = false;
  archive.subscribe(server.url("/allowed"), [](FeedSettings& settings) { settings.allow_private = true; });
  archive.subscribe(server.url("/other"));
  archive.update();
  CHECK(archive.titles() == std::vector<std::string>{"one"});
  CHECK(server.count("/other") == 0);
}

TEST_CASE("a gone feed is reported and not requested again; its articles are kept") {
  HttpServer server;
  UpdateArchive archive;
  const std::string url = server.url("/feed");
  archive.subscribe(url);
  server.reply("/feed", {200, {}, rss({"one"})});
  archive.update();
  server.reply("/feed", {410, {}, ""});
  archive.advance(kDay);
  const UpdateReport report = archive.update();
  REQUIRE(report.attentions().size() == 1);
  CHECK_THAT(report.attentions().front().text, Catch::Matchers::ContainsSubstring("gone"));
  CHECK(has_issue(archive, url, "gone"));
  archive.advance(100 * kDay);
  archive.options().force = true;
  const UpdateReport later_report = archive.update();
  CHECK(server.count() == 2);
  CHECK_THAT(archive.said(), Catch::Matchers::ContainsSubstring("gone"));  // still listed
  CHECK(archive.titles() == std::vector<std::string>{"one"});
  archive.subscribe(url);  // subscribing again reactivates it
  archive.update();
  CHECK(server.count() == 3);
}

TEST_CASE("404 is not gone") {
  HttpServer server;
  UpdateArchive archive;
  archive.subscribe(server.url("/feed"));
  archive.update();
  CHECK(archive.feed(server.url("/feed")).state.problem == FeedProblem::http_error);
  archive.advance(kDay);
  archive.update();
  CHECK(server.count() == 2);
}

TEST_CASE("410 after a temporary redirect does not mean that the feed is gone") {
  HttpServer server;
  UpdateArchive archive;
  archive.subscribe(server.url("/feed"));
  server.reply("/feed", redirect(302, "/elsewhere"));
  server.reply("/elsewhere", {410, {}, ""});
  archive.update();
  CHECK(archive.feed(server.url("/feed")).state.problem == FeedProblem::http_error);
}
