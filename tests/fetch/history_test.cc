// The history of a feed: archive documents (RFC 5005), paged feeds, and gaps that they fill.

#include "indexer/feeds/health.h"
#include "indexer/feeds/schedule.h"
#include "tests/fetch/http_server.h"
#include "tests/fetch/update_archive.h"
#include "tests/support/catch.h"

using namespace council_news;
using namespace council_news::test;

namespace {

std::string link_to(const std::string& relation, const std::string& to) {
  return "<link rel=\"" + relation + "\" href=\"" + to + "\"/>";
}

Reply atom_reply(const std::vector<std::string>& titles, const std::string& head = {}) {
  return {200, {}, atom(titles, head)};
}

}  // namespace

TEST_CASE("archive documents are followed back, each fetched only once") {
  HttpServer server;
  UpdateArchive archive;
  archive.subscribe(server.url("/feed"));
  server.reply("/feed", atom_reply({"g", "f"}, link_to("prev-archive", "/2")));
  server.reply("/2", atom_reply({"e", "d"}, "<fh:archive/>" + link_to("prev-archive", "/1")));
  server.reply("/1", atom_reply({"c", "b"}, "<fh:archive/>"));
  CHECK(archive.update().added() == 6);
  archive.advance(kDay);
  archive.update();
  CHECK(server.count("/feed") == 2);
  CHECK(server.count("/2") == 1);
  // A new archive document was inserted: only that one is fetched.
  server.reply("/feed", atom_reply({"k", "j"}, link_to("prev-archive", "/3")));
  server.reply("/3", atom_reply({"i", "h", "g", "f"}, "<fh:archive/>" + link_to("prev-archive", "/2")));
  archive.advance(kDay);
  CHECK(archive.update().added() == 4);
  CHECK(server.count("/3") == 1);
  CHECK(server.count("/2") == 1);
  CHECK(server.count("/1") == 1);
  CHECK(issues_of(archive.feed(server.url("/feed")), archive.now()).empty());  // the gap was filled
}

TEST_CASE("the number of history documents per run is limited; the next run continues") {
  HttpServer server;
  UpdateArchive archive;
  archive.options().max_older = 3;
  const std::string url = server.url("/feed");
  archive.subscribe(url);
  server.on("/feed", [](const SeenRequest& request) -> Reply {
    const auto at = request.target.find("page=");
    const int page = at == std::string::npos ? 1 : std::stoi(request.target.substr(at + 5));
    const std::string head = page == 9 ? "" : link_to("next", "/feed?page=" + std::to_string(page + 1));
    return {200, {{"ETag", "\"1\""}}, atom({"p" + std::to_string(page)}, head)};
  });
  CHECK(archive.update().added() == 4);
  archive.advance(kDay);
  CHECK(archive.update().added() == 3);
  archive.advance(kDay);
  CHECK(archive.update().added() == 2);
  archive.advance(kDay);
  archive.update();
  CHECK(server.count() == 9 + 3);  // each page once, the feed in every run
}

TEST_CASE("a loop of pages is detected") {
  HttpServer server;
  UpdateArchive archive;
  archive.subscribe(server.url("/feed"));
  server.reply("/feed", atom_reply({"a"}, link_to("next", "/b")));
  server.reply("/b", atom_reply({"b"}, link_to("next", "/c")));
  server.reply("/c", atom_reply({"c"}, link_to("next", "/feed")));
  archive.update();
  CHECK(server.count() == 3);
  archive.advance(kDay);
  archive.update();
  CHECK(server.count() == 4);
}

TEST_CASE("older pages are fetched only to fill a gap") {
  HttpServer server;
  UpdateArchive archive;
  const std::string url = server.url("/feed");
  archive.subscribe(url);
  const auto serve = [&](const std::vector<std::string>& first, const std::vector<std::string>& second) {
    server.reply("/feed", atom_reply(first, link_to("next", "/older")));
    server.reply("/older", atom_reply(second));
  };
  serve({"d", "c"}, {"b", "a"});
  archive.update();
  serve({"e", "d"}, {"c", "b"});
  archive.advance(kDay);
  archive.update();
  CHECK(server.count("/older") == 1);
  serve({"h", "g"}, {"f", "e"});
  archive.advance(kDay);
  CHECK(archive.update().added() == 3);
  CHECK(server.count("/older") == 2);
  CHECK(issues_of(archive.feed(url), archive.now()).empty());
}

TEST_CASE("WordPress serves older entries with ?paged=") {
  HttpServer server;
  UpdateArchive archive;
  archive.subscribe(server.url("/feed/?cat=3"));
  const std::string generator = "<generator>https://wordpress.org/?v=6.4.1</generator>";
  server.on("/feed/", [&](const SeenRequest& request) -> Reply {
    const std::string& target = request.target;
    if (target == "/feed/?cat=3") return {200, {}, rss({"c"}, generator)};
    if (target == "/feed/?cat=3&paged=2") return {200, {}, rss({"b"}, generator)};
    if (target == "/feed/?cat=3&paged=3") return {200, {}, rss({"a"}, generator)};
    return {404, {}, ""};
  });
  CHECK(archive.update().added() == 3);
  CHECK(server.count() == 4);
  CHECK_FALSE(archive.feed(server.url("/feed/?cat=3")).state.problem != FeedProblem::none);
  archive.advance(kDay);
  archive.update();
  CHECK(server.count() == 5);
}

TEST_CASE("JSON Feed: next_url is followed") {
  HttpServer server;
  UpdateArchive archive;
  archive.subscribe(server.url("/feed.json"));
  const auto page = [](const std::string& id, const std::string& next) {
    return R"({"version":"https://jsonfeed.org/version/1.1","title":"J",)" + next + R"("items":[{"id":"urn:)" + id +
           R"(","url":"https://j.example/)" + id + R"(","title":")" + id +
           R"(","content_text":"About the council."}]})";
  };
  server.reply("/feed.json", {200, {{"Content-Type", "application/feed+json"}}, page("b", R"("next_url":"/2.json",)")});
  server.reply("/2.json", {200, {{"Content-Type", "application/feed+json"}}, page("a", "")});
  CHECK(archive.update().added() == 2);
}

TEST_CASE("failed history documents are retried in the next run; --no-history disables them") {
  HttpServer server;
  UpdateArchive archive;
  archive.subscribe(server.url("/feed"));
  archive.subscribe(server.url("/other"), [](FeedSettings& settings) { settings.history = false; });
  server.reply("/feed", atom_reply({"b"}, link_to("next", "/older")));
  server.reply("/other", atom_reply({"c"}, link_to("next", "/never")));
  server.reply("/older", {500, {}, ""});
  CHECK_FALSE(archive.update().any_failed());
  server.reply("/older", atom_reply({"a"}));
  archive.advance(kDay);
  CHECK(archive.update().added() == 1);
  CHECK(server.count("/never") == 0);
}

TEST_CASE("a history document is given up after five failures, and others follow") {
  HttpServer server;
  UpdateArchive archive;
  archive.subscribe(server.url("/feed"));
  server.reply("/feed", atom_reply({"c"}, link_to("prev-archive", "/2")));
  server.reply("/2", {500, {}, ""});
  for (int night = 0; night < 8; ++night) {
    archive.update();
    archive.advance(2 * kDay);
  }
  CHECK(server.count("/2") == 5);
  server.reply("/feed", atom_reply({"d"}, link_to("prev-archive", "/3")));
  server.reply("/3", atom_reply({"c"}, "<fh:archive/>" + link_to("prev-archive", "/2")));
  archive.update();
  CHECK(server.count("/3") == 1);
  CHECK(server.count("/2") == 5);
}

TEST_CASE("history URLs must be http or https, and private ones must be allowed") {
  HttpServer server;
  HttpServer inner("127.0.0.2");
  UpdateArchive archive;
  archive.options().allow_private = false;
  const auto allowed = [](FeedSettings& settings) { settings.allow_private = true; };
  archive.subscribe(server.url("/file"), allowed);
  archive.subscribe(server.url("/in"));
  server.reply("/file", atom_reply({"a"}, link_to("next", "file:///etc/passwd")));
  CHECK_FALSE(archive.update().added() == 0);
  CHECK(archive.feed(server.url("/file")).state.older.empty());  // not requested again
  CHECK(inner.count() == 0);
}

TEST_CASE("an archive document shared by two feeds is fetched once") {
  HttpServer server;
  UpdateArchive archive;
  for (const char* path : {"/a", "/b"}) {
    archive.subscribe(server.url(path));
    server.reply(path, atom_reply({std::string(path).substr(1)}, link_to("prev-archive", "/2025")));
  }
  server.reply("/2025", atom_reply({"old"}, "<fh:archive/>"));
  archive.update();
  archive.advance(2 * kDay);
  archive.update();
  CHECK(server.count("/2025") == 1);
}

TEST_CASE("there is a pause between history requests") {
  HttpServer server;
  UpdateArchive archive;
  archive.options().pause = std::chrono::milliseconds(60);
  archive.subscribe(server.url("/feed"));
  server.reply("/feed", atom_reply({"c"}, link_to("next", "/2")));
  server.reply("/2", atom_reply({"b"}, link_to("next", "/3")));
  server.reply("/3", atom_reply({"a"}));
  const auto begun = std::chrono::steady_clock::now();
  archive.update();
  CHECK(std::chrono::steady_clock::now() - begun >= std::chrono::milliseconds(60));
  CHECK(server.count() == 3);
}
