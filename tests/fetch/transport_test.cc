// Requests: what they send, what they accept, how long they wait; and malicious hosts.
#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdlib>
#include <memory>
#include <regex>
#include <thread>

#include "indexer/fetch/address.h"
#include "indexer/fetch/cookies.h"
#include "tests/fetch/certificate.h"
#include "tests/fetch/gzip.h"
#include "tests/fetch/http_server.h"
#include "tests/fetch/update_archive.h"
#include "tests/support/catch.h"

using namespace council_news;
using namespace council_news::test;

namespace {

/// The error of a feed with this response.
FeedState state_after(const Reply& reply, int low_speed_s = 20) {
  HttpServer server;
  UpdateArchive archive;
  server.reply("/feed", reply);
  archive.settings().low_speed_s = low_speed_s;
  archive.subscribe(server.url("/feed"));
  archive.update();
  return archive.feed(server.url("/feed")).state;
}

}  // namespace

TEST_CASE("requests identify the program and a contact, and nothing else") {
  HttpServer server;
  UpdateArchive archive;
  server.reply("/feed", {200, {{"Set-Cookie", "id=1; Path=/"}, {"ETag", "\"1\""}}, rss({"one"})});
  archive.subscribe(server.url("/feed"));
  archive.update();
  archive.options().force = true;
  archive.update();
  REQUIRE(server.count() == 2);
  for (const SeenRequest& request : server.requests()) {
    CHECK(std::regex_match(request.header("user-agent"),
                           std::regex(R"(council-index/\d+\.\d+\.\d+ \(\+tests@example\.org\))")));
    for (const char* name : {"cookie", "referer", "from", "authorization"}) CHECK_FALSE(request.has(name));
    CHECK_THAT(request.header("accept-encoding"),
               Catch::Matchers::ContainsSubstring("gzip") && Catch::Matchers::ContainsSubstring("br"));
    CHECK_THAT(request.header("accept"), Catch::Matchers::ContainsSubstring("application/rss+xml"));
  }
}

TEST_CASE("a password is sent to its server but not stored in articles") {
  CHECK(without_user("https://me:s%40cret@a.example:8443/x?y=a@b#z") == "https://a.example:8443/x?y=a@b#z");
  CHECK(without_user("https://a.example/me@b") == "https://a.example/me@b");
  CHECK(without_user("no address") == "no address");
  HttpServer server;
  HttpServer other("127.0.0.2");
  UpdateArchive archive;
  const std::string entry =
      "<rss version=\"2.0\"><channel><title>T</title><item><title>one</title><link>/one</link></item>";
  server.reply("/feed", {200, {}, entry + "</channel></rss>"});
  server.reply("/away", {302, {{"Location", other.url("/feed")}}, ""});
  archive.subscribe(server.url("me:secret@127.0.0.1", "/feed"));
  archive.subscribe(server.url("me:secret@127.0.0.1", "/away"));
  archive.update();
  CHECK(server.requests("/feed").at(0).header("authorization") == "Basic bWU6c2VjcmV0");
  CHECK_FALSE(other.requests("/feed").at(0).has("authorization"));
  REQUIRE(archive.articles().size() == 1);
  CHECK(archive.articles().front().url == server.url("/one"));
  CHECK(archive.articles().front().source == server.url("/feed"));
}

TEST_CASE("the user agent always contains a contact") {
  ::unsetenv("COUNCIL_NEWS_CONTACT");
  CHECK(std::regex_match(user_agent(""), std::regex(R"(council-index/\S+ \(\+\S+@\S+\))")));
  ::setenv("COUNCIL_NEWS_CONTACT", "https://example.org/bot", 1);
  CHECK_THAT(user_agent(""), Catch::Matchers::EndsWith("(+https://example.org/bot)"));
  CHECK_THAT(user_agent("a@b.example\r\nX: y"), Catch::Matchers::EndsWith("(+a@b.exampleX:y)"));
  ::unsetenv("COUNCIL_NEWS_CONTACT");
}

TEST_CASE("compressed responses are decoded") {
  const Reply reply{200, {{"Content-Encoding", "gzip"}}, gzip(rss({"one"}))};
  CHECK(state_after(reply).problem == FeedProblem::none);
  // Brotli (RFC 7932): an uncompressed block, then the empty last block.
  const std::string body = rss({"two"});
  const std::size_t head = (body.size() - 1) << 4 | 1u << 20;
  std::string brotli;
  for (int shift = 0; shift < 24; shift += 8) brotli += static_cast<char>(head >> shift & 0xFF);
  CHECK(state_after({200, {{"Content-Encoding", "br"}}, brotli + body + "\x03"}).problem == FeedProblem::none);
}

TEST_CASE("a wrong Content-Encoding does not matter") {
  struct Row {
    const char* encoding;
    std::string body;
    FeedProblem problem;
  };
  const std::string plain = rss({"one"});
  const Row rows[] = {
      {"UTF-8", plain, FeedProblem::none},
      {"utf-8, gzip", gzip(plain), FeedProblem::none},
      {"binary", plain, FeedProblem::none},
      {"none", plain, FeedProblem::none},
      {"identity", plain, FeedProblem::none},
      {"text/xml", plain, FeedProblem::none},
      {"windows-1252", gzip(plain), FeedProblem::none},
      {"gzip", plain, FeedProblem::none},
      {"br", plain, FeedProblem::none},
      {"deflate", plain, FeedProblem::none},
      {"gzip", gzip(gzip(plain)), FeedProblem::none},
      {"gzip", "no gzip, and no feed either, but a line of text", FeedProblem::not_a_feed},
      {"UTF-8", "", FeedProblem::not_a_feed},
  };
  for (const Row& row : rows) {
    CAPTURE(row.encoding, row.body.size());
    CHECK(state_after({200, {{"Content-Encoding", row.encoding}}, row.body}).problem == row.problem);
  }
}

TEST_CASE("a compressed feed is unpacked whatever its headers say") {
  for (const char* type : {"application/octet-stream", "application/gzip", "text/xml", "application/rss+xml"}) {
    CAPTURE(type);
    CHECK(state_after({200, {{"Content-Type", type}}, gzip(rss({"one"}))}).problem == FeedProblem::none);
  }
  const FeedState bomb = state_after({200, {}, gzip(rss({std::string(70u << 20, 'a')}))});
  CHECK(bomb.problem == FeedProblem::not_a_feed);
  CHECK_THAT(bomb.error, Catch::Matchers::ContainsSubstring("larger than 64 MiB"));
  const std::string whole = gzip(rss({"one", "two", "three"}));
  const FeedState damaged = state_after({200, {}, whole.substr(0, whole.size() / 2)});
  CHECK(damaged.problem == FeedProblem::not_a_feed);
  CHECK_THAT(damaged.error, Catch::Matchers::ContainsSubstring("damaged"));
}

TEST_CASE("within a fetch, the cookies of a redirect go with the next request") {
  HttpServer server;
  UpdateArchive archive;
  const auto has_cookie = [](const SeenRequest& request, const char* cookie) {
    return request.header("cookie").find(cookie) != std::string::npos;
  };
  // A gate that sends back to the same address, twice.
  server.on("/feed", [&](const SeenRequest& request) -> Reply {
    if (has_cookie(request, "seen=1") && has_cookie(request, "agreed=yes")) return {200, {}, rss({"one"})};
    const char* cookie = has_cookie(request, "seen=1") ? "agreed=yes; HttpOnly" : "seen=1; Path=/; SameSite=Lax";
    return {302, {{"Set-Cookie", cookie}, {"Location", "/feed"}}, ""};
  });
  // A gate at an address of its own; the feed has not moved there.
  server.on("/gated", [&](const SeenRequest& request) -> Reply {
    if (has_cookie(request, "pass=a")) return {200, {}, rss({"two"})};
    return {301, {{"Location", "/gate"}}, ""};
  });
  server.reply("/gate", {301, {{"Set-Cookie", "pass=a"}, {"Set-Cookie", "other=b"}, {"Location", "/gated"}}, ""});
  // One that never opens.
  server.reply("/shut", {302, {{"Set-Cookie", "n=1"}, {"Location", "/shut"}}, ""});
  for (const char* path : {"/feed", "/gated", "/shut"}) archive.subscribe(server.url(path));
  CHECK(archive.update().added() == 2);
  CHECK(archive.feed(server.url("/gated")).url == server.url("/gated"));
  CHECK_THAT(archive.feed(server.url("/shut")).state.error, Catch::Matchers::ContainsSubstring("redirect loop"));
  CHECK(server.count("/feed") == 3);
  CHECK(server.requests("/gated").back().header("cookie") == "pass=a; other=b");
  // The next fetch begins without any.
  archive.options().force = true;
  archive.update();
  CHECK_FALSE(server.requests("/feed").at(3).has("cookie"));
}

TEST_CASE("cookies go to the hosts and paths that they are for") {
  struct Row {
    const char* from;
    const char* set_cookie;
    const char* to;
    const char* sent;
  };
  const Row rows[] = {
      {"https://vale.example/a", "n=1", "https://vale.example/b", "n=1"},
      {"https://vale.example/a", "n=1", "https://vale.example:8443/b", "n=1"},
      {"https://vale.example/a", "n=1", "https://www.vale.example/a", ""},
      {"https://vale.example/a", "n=1", "https://dale.example/a", ""},
      {"https://www.vale.example/a", "n=1; Domain=vale.example", "https://news.vale.example/a", "n=1"},
      {"https://www.vale.example/a", "n=1; domain=.Vale.Example", "https://vale.example/a", "n=1"},
      {"https://www.vale.example/a", "n=1; Domain=vale.example", "https://notvale.example/a", ""},
      {"https://vale.example/a", "n=1; Domain=dale.example", "https://dale.example/a", ""},
      {"https://vale.example/a", "n=1; Domain=dale.example", "https://vale.example/a", ""},
      {"https://a.gov.uk/a", "n=1; Domain=gov.uk", "https://b.gov.uk/a", ""},
      {"https://a.gov.uk/a", "n=1; Domain=gov.uk", "https://a.gov.uk/a", "n=1"},
      {"https://a.example/a", "n=1; Domain=example", "https://b.example/a", ""},
      {"http://127.0.0.1/a", "n=1", "http://127.0.0.1/b", "n=1"},
      {"http://127.0.0.1/a", "n=1; Domain=0.0.1", "http://127.0.0.1/a", ""},
      {"https://vale.example/news/a", "n=1", "https://vale.example/news/b/c", "n=1"},
      {"https://vale.example/news/a", "n=1", "https://vale.example/feed", ""},
      {"https://vale.example/news/a", "n=1; Path=/", "https://vale.example/feed", "n=1"},
      {"https://vale.example/a", "n=1; Path=/news", "https://vale.example/newsletter", ""},
      {"https://vale.example/a", "n=1; Path=/news", "https://vale.example/news?id=1", "n=1"},
      {"https://vale.example", "n=1", "https://vale.example/a", "n=1"},
      {"https://vale.example/a", "n=1; Secure", "http://vale.example/a", ""},
      {"https://vale.example/a", "n=1; Secure", "https://vale.example/a", "n=1"},
      {"https://vale.example/a", "n=1; Max-Age=600", "https://vale.example/a", "n=1"},
      {"https://vale.example/a", "n=1; Max-Age=0", "https://vale.example/a", ""},
      {"https://vale.example/a", "n=1; Expires=Thu, 01-Jan-1970 00:00:01 GMT", "https://vale.example/a", ""},
      {"https://vale.example/a", "n=1; Expires=Fri, 01 Jan 2100 00:00:00 GMT", "https://vale.example/a", "n=1"},
      {"https://vale.example/a", " n = a=b ", "https://vale.example/a", "n=a=b"},
      {"https://vale.example/a", "n=", "https://vale.example/a", "n="},
      {"https://vale.example/a", "n", "https://vale.example/a", ""},
      {"https://vale.example/a", "=1", "https://vale.example/a", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.from, row.set_cookie, row.to);
    HttpResponse response;
    response.headers = {{"set-cookie", row.set_cookie}};
    Cookies cookies;
    cookies.store(row.from, response);
    CHECK(cookies.header_for(row.to) == row.sent);
  }
  Cookies cookies;
  HttpResponse response;
  response.headers = {{"set-cookie", "a=1; Path=/"}, {"set-cookie", "b=1; Path=/news"}, {"set-cookie", "a=2; Path=/"}};
  cookies.store("https://vale.example/", response);
  CHECK(cookies.header_for("https://vale.example/news") == "b=1; a=2");
  response.headers = {{"set-cookie", "a=; Path=/; Max-Age=-1"}};
  cookies.store("https://vale.example/", response);
  CHECK(cookies.header_for("https://vale.example/news") == "b=1");
}

TEST_CASE("URLs with spaces and non-ASCII characters are escaped as in browsers") {
  CHECK(escaped_url("https://a.example/caf\xC3\xA9 x?q=a b#top") == "https://a.example/caf%C3%A9%20x?q=a%20b#top");
  CHECK(escaped_url(" https://a.example/%20?a=%C3%A9 ") == "https://a.example/%20?a=%C3%A9");
  HttpServer server;
  UpdateArchive archive;
  server.reply("/news feed", {302, {{"Location", "/caf\xC3\xA9 news"}}, ""});
  server.reply("/caf\xC3\xA9 news", {200, {}, rss({"one"})});
  archive.subscribe(server.url("/news feed"));
  CHECK(archive.update().added() == 1);
  CHECK(server.requests().at(0).target == "/news%20feed");
  CHECK(server.requests().at(1).target == "/caf%C3%A9%20news");
}

TEST_CASE("the size limit applies to decompressed bodies") {
  const FeedState bomb = state_after({200, {{"Content-Encoding", "gzip"}}, gzip(rss({std::string(60u << 20, 'a')}))});
  CHECK(bomb.problem == FeedProblem::unreachable);
  CHECK_THAT(bomb.error, Catch::Matchers::ContainsSubstring("exceeds 32 MiB"));
  Reply endless{200, {}, std::string(1u << 16, 'x')};
  endless.is_endless = true;
  CHECK_THAT(state_after(endless).error, Catch::Matchers::ContainsSubstring("exceeds 32 MiB"));
}

TEST_CASE("missing and incomplete responses are failures") {
  Reply slow{200, {}, rss({"one"})};
  slow.wait_ms = 3500;
  CHECK_THAT(state_after(slow, 2).error, Catch::Matchers::ContainsSubstring("response in time"));
  Reply cut{200, {{"ETag", "\"1\""}}, rss({"one", "two"})};
  cut.cut_after = 450;
  const FeedState state = state_after(cut);
  CHECK(state.problem == FeedProblem::cut_off);
  CHECK(state.validators.empty());
}

TEST_CASE("no request is sent to a server with an invalid certificate") {
  UpdateArchive archive;
  const std::string folder = archive.folder().string();
  make_certificate(folder, "localhost");
  HttpServer server("127.0.0.1", folder + "/cert.pem", folder + "/key.pem");
  server.reply("/feed", {200, {}, rss({"one"})});
  const std::string url = server.url("localhost", "/feed");
  archive.subscribe(url);
  archive.update();
  CHECK_THAT(archive.feed(url).state.error, Catch::Matchers::ContainsSubstring("certificate could not be verified"));
  CHECK(server.count() == 0);
  archive.settings().ca_file = folder + "/cert.pem";
  archive.options().force = true;
  CHECK(archive.update().added() == 1);
  // The certificate authority is trusted, but the certificate is for another host.
  archive.subscribe(server.url("127.0.0.1", "/feed"));
  archive.update();
  CHECK_THAT(archive.feed(server.url("/feed")).state.error, Catch::Matchers::ContainsSubstring("certificate"));
}

TEST_CASE("public and private IP addresses") {
  for (const char* address : {"8.8.8.8", "172.15.0.1", "172.32.0.1", "100.63.0.1", "100.128.0.1", "192.167.1.1",
                              "1.1.1.1", "2606:4700::1111", "2a00:1450::1", "64:ff9b::808:808", "2002:808:808::1"})
    CHECK(is_public_address(std::string(address)));
  for (const char* address : {"127.0.0.1",
                              "127.255.0.9",
                              "10.1.2.3",
                              "172.16.0.1",
                              "172.31.255.255",
                              "192.168.0.1",
                              "169.254.169.254",
                              "0.0.0.0",
                              "100.64.0.1",
                              "224.0.0.1",
                              "255.255.255.255",
                              "192.0.2.1",
                              "198.18.0.1",
                              "::1",
                              "::",
                              "fe80::1",
                              "fc00::1",
                              "fd12:3456::1",
                              "ff02::1",
                              "::ffff:127.0.0.1",
                              "::ffff:10.0.0.1",
                              "64:ff9b::7f00:1",
                              "2002:7f00:1::",
                              "2001:db8::1",
                              "2001::1",
                              "::127.0.0.1",
                              "localhost",
                              ""})
    CHECK_FALSE(is_public_address(std::string(address)));
}

TEST_CASE("one request at a time per host, many hosts concurrently") {
  std::vector<std::unique_ptr<HttpServer>> servers;
  UpdateArchive archive;
  std::atomic<int> under_way = 0;
  std::atomic<int> most = 0;
  for (int host = 2; host <= 9; ++host) {
    auto& server = *servers.emplace_back(std::make_unique<HttpServer>("127.0.0." + std::to_string(host)));
    for (int feed = 0; feed < 4; ++feed) {
      const std::string path = "/" + std::to_string(feed);
      server.on(path, [&, host, feed](const SeenRequest&) -> Reply {
        most = std::max(most.load(), ++under_way);
        std::this_thread::sleep_for(std::chrono::milliseconds(30));
        --under_way;
        return {200, {}, rss({"h" + std::to_string(host) + "f" + std::to_string(feed)})};
      });
      archive.subscribe(server.url(path));
    }
  }
  CHECK(archive.update().added() == 32);
  for (const auto& server : servers) CHECK(server->max_concurrent() == 1);
  CHECK(most > 4);
}

TEST_CASE("a URL that is subscribed twice is fetched once") {
  HttpServer server;
  UpdateArchive archive;
  server.reply("/feed", {200, {}, rss({"one"})});
  archive.subscribe(server.url("/feed"));
  archive.subscribe(server.url("/feed") + "#top");
  archive.subscribe(server.url("/feed/"));
  CHECK(archive.update().added() == 1);
  CHECK(server.count() == 1);
}
