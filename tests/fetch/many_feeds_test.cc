// A full update of 500 hosts, some of them malicious.
#include <atomic>
#include <chrono>
#include <thread>

#include "tests/fetch/gzip.h"
#include "tests/fetch/http_server.h"
#include "tests/fetch/raw_server.h"
#include "tests/fetch/update_archive.h"
#include "tests/support/catch.h"

using namespace council_news;
using namespace council_news::test;

namespace {

constexpr int kFeeds = 500;

/// All of 127.0.0.0/8 is loopback, so one server plays all hosts.
std::string host(int number) {
  return "127.0." + std::to_string(1 + number / 250) + "." + std::to_string(1 + number % 250);
}

void rest() { std::this_thread::sleep_for(std::chrono::milliseconds(100)); }

}  // namespace

TEST_CASE("500 feeds: bad hosts do not affect the others, and a second run sends no requests") {
  HttpServer server("0.0.0.0");
  UpdateArchive archive;
  archive.options().max_concurrent = 16;  // one server plays all hosts, and its queue is short
  std::atomic<int> answered = 0;
  for (int feed = 0; feed < kFeeds; ++feed) {
    const std::string name = "f" + std::to_string(feed);
    server.on("/" + name, [name, &answered](const SeenRequest& request) -> Reply {
      ++answered;
      const bool known = request.header("if-none-match") == "\"1\"";
      return {known ? 304 : 200, {{"ETag", "\"1\""}, {"Connection", "close"}}, known ? "" : rss({name})};
    });
  }
  // One responds only after all good hosts got a request, another drips its headers until then: if the others had to
  // wait for them, the run would never end.
  const auto all_answered = [&] { return answered >= kFeeds; };
  server.on("/slow", [&](const SeenRequest&) -> Reply {
    for (int tenths = 0; tenths < 600 && !all_answered(); ++tenths) rest();
    return {all_answered() ? 200 : 500, {}, rss({"slow"})};
  });
  RawServer dripping([&](int socket, const std::atomic<bool>& ends) {
    read_head(socket);
    bool heard = send_all(socket, "HTTP/1.1 200 OK\r\nX-Slow: ");
    while (heard && !ends && !all_answered()) {
      heard = send_all(socket, std::string(100, 'a'));
      rest();
    }
  });
  Reply endless{200, {}, std::string(1u << 16, 'x')};
  endless.is_endless = true;
  server.reply("/endless", endless);
  server.reply("/bomb", {200, {{"Content-Encoding", "gzip"}}, gzip(std::string(60u << 20, 'a'))});
  server.reply("/loop", {302, {{"Location", "/loop"}}, ""});
  std::vector<std::string> good;
  std::vector<std::string> bad;
  int next_host = 0;
  good.push_back(server.url(host(next_host++), "/slow"));
  for (const char* path : {"/endless", "/bomb", "/loop"}) bad.push_back(server.url(host(next_host++), path));
  for (int feed = 0; feed < kFeeds; ++feed) good.push_back(server.url(host(next_host++), "/f" + std::to_string(feed)));
  bad.push_back(dripping.url("/feed"));
  archive.subscribe_all(bad);
  archive.subscribe_all(good);

  const UpdateReport first = archive.update();
  CHECK(first.added() == kFeeds + 1);
  CHECK(first.failures().size() == bad.size());

  const std::size_t asked = server.count();
  archive.advance(600);
  archive.update();
  CHECK(server.count() == asked);

  archive.advance(24 * 3600);
  const UpdateReport third = archive.update();
  CHECK(third.added() + third.updated() == 0);
  CHECK(third.unchanged() == 1);  // the slow host sends no validators
}
