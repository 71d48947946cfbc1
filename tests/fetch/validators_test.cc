// Conditional requests: validators, which are committed together with the articles.

#include "indexer/feeds/schedule.h"
#include "tests/fetch/http_server.h"
#include "tests/fetch/update_archive.h"
#include "tests/support/catch.h"

using namespace council_news;
using namespace council_news::test;

namespace {

constexpr const char* kEtag = "W/\"a-b,c\"";
constexpr const char* kDate = "Sun, 22 Nov 2026 09:00:00 GMT";

/// A feed that responds with 304 to its own validators.
Handler conditional(const std::string& etag, const std::string& date, const std::string& body) {
  return [=](const SeenRequest& request) -> Reply {
    const bool same = (!etag.empty() && request.header("if-none-match") == etag) ||
                      (etag.empty() && request.header("if-modified-since") == date);
    Reply reply{same ? 304 : 200, {}, same ? "" : body};
    if (!etag.empty()) reply.headers.emplace_back("ETag", etag);
    if (!date.empty()) reply.headers.emplace_back("Last-Modified", date);
    return reply;
  };
}

}  // namespace

TEST_CASE("the first request is unconditional, later ones send the validators verbatim") {
  HttpServer server;
  UpdateArchive archive;
  const std::string url = server.url("/feed");
  archive.subscribe(url);
  server.on("/feed", conditional(kEtag, kDate, rss({"one", "two"})));
  CHECK(archive.update().added() == 2);
  archive.advance(kDay);
  const UpdateReport second = archive.update();
  CHECK(second.added() + second.updated() + second.unchanged() == 0);

  const auto requests = server.requests();
  REQUIRE(requests.size() == 2);
  CHECK_FALSE(requests[0].has("if-none-match"));
  CHECK_FALSE(requests[0].has("if-modified-since"));
  CHECK(requests[1].header("if-none-match") == kEtag);
  CHECK(requests[1].header("if-modified-since") == kDate);
  CHECK(archive.feed(url).state.last_success == archive.now());
}

TEST_CASE("with one validator only that one is sent") {
  HttpServer server;
  UpdateArchive archive;
  archive.subscribe(server.url("/etag"));
  archive.subscribe(server.url("/date"));
  server.on("/etag", conditional("\"x\"", "", rss({"one"})));
  // An invalid Last-Modified is sent back verbatim.
  server.on("/date", conditional("", "yesterday, 9am", rss({"two"})));
  archive.update();
  archive.advance(kDay);
  archive.update();
  const SeenRequest by_etag = server.requests("/etag").at(1);
  CHECK(by_etag.header("if-none-match") == "\"x\"");
  CHECK_FALSE(by_etag.has("if-modified-since"));
  const SeenRequest by_date = server.requests("/date").at(1);
  CHECK_FALSE(by_date.has("if-none-match"));
  CHECK(by_date.header("if-modified-since") == "yesterday, 9am");
}

TEST_CASE("validators are updated from the last response") {
  HttpServer server;
  UpdateArchive archive;
  const std::string url = server.url("/feed");
  archive.subscribe(url);
  const auto run_with = [&](Reply reply) {
    server.reply("/feed", std::move(reply));
    archive.update();
    archive.advance(2 * kDay);
    return archive.feed(url).state.validators;
  };
  run_with({200, {{"ETag", "\"1\""}, {"Last-Modified", kDate}}, rss({"one"})});

  SECTION("a new ETag with the old Last-Modified is stored") {
    const Validators stored = run_with({200, {{"ETag", "\"2\""}, {"Last-Modified", kDate}}, rss({"one", "two"})});
    CHECK(stored.etag == "\"2\"");
    CHECK(stored.last_modified == kDate);
  }
  SECTION("a 304 may carry a new ETag") {
    const Validators stored = run_with({304, {{"ETag", "\"3\""}}, ""});
    CHECK(stored.etag == "\"3\"");
    CHECK(stored.last_modified == kDate);
  }
  SECTION("a 304 may carry a new Last-Modified") {
    const Validators stored = run_with({304, {{"Last-Modified", "Mon, 23 Nov 2026 09:00:00 GMT"}}, ""});
    CHECK(stored.etag == "\"1\"");
    CHECK(stored.last_modified == "Mon, 23 Nov 2026 09:00:00 GMT");
  }
  SECTION("a 304 without validators keeps both") { CHECK(run_with({304, {}, ""}).etag == "\"1\""); }
  SECTION("a 200 without validators clears them") {
    CHECK(run_with({200, {}, rss({"one", "three"})}).empty());
    archive.update();
    CHECK_FALSE(server.requests().back().has("if-none-match"));
    CHECK_FALSE(server.requests().back().has("if-modified-since"));
  }
}

TEST_CASE("a 304 to an unconditional request is an error") {
  HttpServer server;
  UpdateArchive archive;
  archive.subscribe(server.url("/feed"));
  server.reply("/feed", {304, {{"ETag", "\"1\""}}, ""});
  CHECK(archive.update().any_failed());
  CHECK(archive.feed(server.url("/feed")).state.validators.empty());
}

TEST_CASE("validators are committed together with the articles") {
  // A network that aborts the run after the first response, like a kill: nothing is committed.
  struct Broken : Network {
    void start(std::size_t, const HttpRequest&) override { ++started; }
    std::optional<Result> wait(std::chrono::milliseconds) override {
      if (started == 2) throw std::runtime_error("killed");
      HttpResponse response;
      response.status = 200;
      response.headers = {{"etag", "\"1\""}};
      response.body = rss({"one"});
      const std::size_t ticket = given++;
      if (given > 1) throw std::runtime_error("killed");
      return Result{ticket, response};
    }
    std::size_t started = 0;
    std::size_t given = 0;
  };
  UpdateArchive archive;
  const std::string url = "https://a.example/feed";
  archive.subscribe(url);
  archive.subscribe("https://a.example/other");
  Broken network;
  CHECK_THROWS_WITH(archive.update(network), "killed");
  CHECK(archive.articles().empty());
  CHECK(archive.feed(url).state.validators.empty());
  CHECK_FALSE(archive.feed(url).state.last_asked);
}

TEST_CASE("a failure keeps the old validators") {
  HttpServer server;
  UpdateArchive archive;
  const std::string url = server.url("/feed");
  archive.subscribe(url);
  server.reply("/feed", {200, {{"ETag", "\"1\""}}, rss({"one"})});
  archive.update();
  for (const Reply& bad :
       {Reply{500, {{"ETag", "\"2\""}}, "oh"}, Reply{200, {{"ETag", "\"3\""}}, ""},
        Reply{200, {{"ETag", "\"4\""}}, "<!DOCTYPE html><html><body><p>Login</p></body></html>"},
        Reply{200, {{"ETag", "\"5\""}}, rss({"one", "two"}).substr(0, 500)}, Reply{404, {{"ETag", "\"6\""}}, "no"}}) {
    archive.advance(8 * kDay);
    server.reply("/feed", bad);
    CHECK(archive.update().any_failed());
    CHECK(archive.feed(url).state.validators.etag == "\"1\"");
    CHECK(server.requests().back().header("if-none-match") == "\"1\"");
  }
}
