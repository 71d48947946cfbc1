// Hosts that are slow or never finish: each runs into a limit.
#include <algorithm>
#include <array>
#include <chrono>
#include <mutex>
#include <thread>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include "indexer/feeds/schedule.h"
#include "tests/fetch/http_server.h"
#include "tests/fetch/raw_server.h"
#include "tests/fetch/update_archive.h"
#include "tests/support/catch.h"

using namespace council_news;
using namespace council_news::test;

namespace {

void sleep_ms(int milliseconds) { std::this_thread::sleep_for(std::chrono::milliseconds(milliseconds)); }

/// Sends `beginning`, then `drop` every ten milliseconds until the connection is closed.
RawServer::Serve drip(const std::string& beginning, const std::string& drop) {
  return [=](int socket, const std::atomic<bool>& ends) {
    read_head(socket);
    bool connected = send_all(socket, beginning);
    while (connected && !ends) {
      connected = send_all(socket, drop);
      sleep_ms(10);
    }
  };
}

/// Fetches a feed from that server, and from a good one, which must not be affected.
FeedState state_after(const RawServer& server, const std::function<void(HttpSettings&)>& change) {
  HttpServer good("127.0.0.2");
  good.reply("/feed", {200, {}, rss({"one"})});
  UpdateArchive archive;
  archive.subscribe(server.url("/feed"));
  archive.subscribe(good.url("/feed"));
  change(archive.settings());
  CHECK(archive.update().added() == 1);
  return archive.feed(server.url("/feed")).state;
}

}  // namespace

TEST_CASE("slowly dripping headers time out") {
  RawServer server(drip("HTTP/1.1 200 OK\r\nX-Slow: ", "a"));
  const FeedState state = state_after(server, [](HttpSettings& settings) {
    settings.low_speed_bytes = 1000;
    settings.low_speed_s = 1;
  });
  CHECK(state.problem == FeedProblem::unreachable);
  CHECK_THAT(state.error, Catch::Matchers::ContainsSubstring("no complete response in time") &&
                              Catch::Matchers::ContainsSubstring("too slow"));
}

TEST_CASE("an endless response hits the total timeout") {
  RawServer server(drip("HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\n\r\n", std::string(100, 'x')));
  const FeedState state = state_after(server, [](HttpSettings& settings) { settings.total_timeout_s = 1; });
  CHECK(state.problem == FeedProblem::unreachable);
  CHECK_THAT(state.error, Catch::Matchers::ContainsSubstring("no complete response in time"));
}

TEST_CASE("the connect timeout is shorter than the response timeout") {
  // The backlog of a socket that never accepts is full after a few connections; the next ones hang.
  const int full = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof address;
  auto* const any = reinterpret_cast<sockaddr*>(&address);
  REQUIRE(::bind(full, any, size) == 0);
  REQUIRE(::listen(full, 0) == 0);
  REQUIRE(::getsockname(full, any, &size) == 0);
  std::array<int, 3> callers{};
  for (int& caller : callers) {
    caller = ::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    (void)::connect(caller, any, size);
  }
  UpdateArchive archive;
  archive.settings().connect_timeout_s = 1;
  const std::string url = "http://127.0.0.1:" + std::to_string(ntohs(address.sin_port)) + "/feed";
  archive.subscribe(url);
  archive.update();
  CHECK_THAT(archive.feed(url).state.error, Catch::Matchers::ContainsSubstring("no complete response in time"));
  for (const int caller : callers) ::close(caller);
  ::close(full);
}

TEST_CASE("endless headers, and responses that are not HTTP") {
  RawServer flood(drip("HTTP/1.1 200 OK\r\n", "X-More: " + std::string(50000, 'y') + "\r\n"));
  CHECK_THAT(state_after(flood, [](HttpSettings&) {}).error, Catch::Matchers::ContainsSubstring("headers"));
  RawServer mail([](int socket, const std::atomic<bool>&) {
    read_head(socket);
    send_all(socket, "220 mail.example ESMTP\r\n");
  });
  CHECK(state_after(mail, [](HttpSettings&) {}).problem == FeedProblem::unreachable);
  RawServer silent([](int socket, const std::atomic<bool>&) { read_head(socket); });
  CHECK(state_after(silent, [](HttpSettings&) {}).problem == FeedProblem::unreachable);
}

TEST_CASE("transfers are pumped while a long response is indexed") {
  struct Pumped : Network {
    void start(std::size_t ticket, const HttpRequest&) override { asked = ticket; }
    std::optional<Result> wait(std::chrono::milliseconds) override {
      HttpResponse response;
      response.status = 200;
      std::vector<std::string> titles;
      for (int i = 0; i < 200; ++i) titles.push_back("t" + std::to_string(i));
      response.body = rss(titles);
      return Result{asked, std::move(response)};
    }
    void pump() override { ++tended; }
    std::size_t asked = 0;
    int tended = 0;
  };
  UpdateArchive archive;
  archive.subscribe("https://a.example/feed");
  Pumped network;
  CHECK(archive.update(network).added() == 200);
  CHECK(network.tended >= 4);
}

TEST_CASE("HTTP/2 is offered with TLS") {
  std::string hello;
  std::mutex mutex;
  RawServer server([&](int socket, const std::atomic<bool>&) {
    std::string bytes(4096, '\0');
    const ssize_t count = ::recv(socket, bytes.data(), bytes.size(), 0);
    const std::lock_guard lock(mutex);
    hello.assign(bytes, 0, static_cast<std::size_t>(std::max<ssize_t>(count, 0)));
  });
  UpdateArchive archive;
  archive.subscribe("https://127.0.0.1:" + std::to_string(server.port()) + "/feed");
  CHECK(archive.update().any_failed());
  const std::lock_guard lock(mutex);
  CHECK(hello.find("\x02h2\x08http/1.1") != std::string::npos);  // ALPN protocols (RFC 7301) in order of preference
}
