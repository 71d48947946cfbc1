// Requests through a proxy.
#include "indexer/fetch/proxy.h"

#include <cstdlib>
#include <mutex>

#include "indexer/feeds/schedule.h"
#include "indexer/fetch/address.h"
#include "tests/fetch/certificate.h"
#include "tests/fetch/http_server.h"
#include "tests/fetch/raw_server.h"
#include "tests/fetch/update_archive.h"
#include "tests/support/catch.h"

using namespace council_news;
using namespace council_news::test;

namespace {

/// Hosts that do not exist: the proxy responds for them.
constexpr const char* kFeed = "http://feeds.example/news";

}  // namespace

TEST_CASE("requests go through the proxy, which resolves host names") {
  HttpServer proxy;
  UpdateArchive archive;
  archive.options().allow_private = false;  // does not apply to the address of the proxy
  archive.settings().proxies.http = proxy.url("/");
  proxy.reply(kFeed, {200, {{"ETag", "\"1\""}}, rss({"one"})});
  archive.subscribe(kFeed);
  CHECK(archive.update().added() == 1);
  const SeenRequest request = proxy.requests().at(0);
  CHECK(request.target == kFeed);
  CHECK(request.header("host") == "feeds.example");
  for (const char* name : {"cookie", "referer", "x-forwarded-for"}) CHECK_FALSE(request.has(name));
}

TEST_CASE("hosts behind a proxy are requested concurrently, but each one request at a time") {
  HttpServer proxy;
  UpdateArchive archive;
  archive.settings().proxies.http = proxy.url("/");
  for (int host = 0; host < 6; ++host) {
    for (const char* path : {"/a", "/b"}) {
      const std::string url = "http://h" + std::to_string(host) + ".example" + path;
      Reply reply{200, {}, rss({"h" + std::to_string(host) + path[1]})};
      reply.wait_ms = 100;
      proxy.reply(url, reply);
      archive.subscribe(url);
    }
  }
  CHECK(archive.update().added() == 12);
  CHECK(proxy.max_concurrent() > 2);
  CHECK(proxy.max_concurrent() <= 6);
}

TEST_CASE("private hosts are refused through a proxy too, and after redirects, unless allowed") {
  HttpServer proxy;
  UpdateArchive archive;
  archive.options().allow_private = false;
  archive.settings().proxies.http = proxy.url("/");
  const char* const inner[] = {"http://127.0.0.1/a",    "http://10.1.2.3/b",          "http://localhost/c",
                               "http://intranet/d",     "http://[::ffff:10.0.0.1]/e", "http://0x7f000001/f",
                               "http://printer.local/g"};
  for (const char* url : inner) archive.subscribe(url);
  archive.subscribe(kFeed);
  proxy.reply(kFeed, {302, {{"Location", "http://169.254.169.254/latest"}}, ""});
  const UpdateReport report = archive.update();
  CHECK(report.failures().size() == 8);
  for (const auto& failure : report.failures())
    CHECK_THAT(failure.text, Catch::Matchers::ContainsSubstring("--allow-private"));
  CHECK(proxy.count() == 1);

  proxy.reply(inner[0], {200, {}, rss({"one"})});
  archive.options().allow_private = true;
  archive.options().force = true;
  archive.update();
  CHECK(proxy.requests(inner[0]).size() == 1);
}

TEST_CASE("TLS is tunnelled, and the certificate of the host is verified") {
  UpdateArchive archive;
  make_certificate(archive.folder(), "feeds.example");
  HttpServer server("127.0.0.1", (archive.folder() / "cert.pem").string(), (archive.folder() / "key.pem").string());
  server.reply("/news", {200, {{"ETag", "\"1\""}}, rss({"one"})});
  std::mutex mutex;
  std::string head;
  RawServer proxy(tunnel_to(server.port(), [&](const std::string& seen) {
    const std::lock_guard lock(mutex);
    head = seen;
  }));
  archive.options().allow_private = false;
  archive.settings().proxies.https = proxy.url("");
  const std::string url = "https://feeds.example:8443/news";
  archive.subscribe(url);
  archive.update();
  CHECK_THAT(archive.feed(url).state.error, Catch::Matchers::ContainsSubstring("certificate could not be verified"));
  CHECK(server.count() == 0);

  archive.settings().ca_file = (archive.folder() / "cert.pem").string();
  archive.options().force = true;
  CHECK(archive.update().added() == 1);
  const std::lock_guard lock(mutex);
  CHECK_THAT(head, Catch::Matchers::StartsWith("CONNECT feeds.example:8443 HTTP/1.1"));
  CHECK(archive.feed(url).state.validators.etag == "\"1\"");
}

TEST_CASE("an unreachable proxy fails each feed, not the run") {
  UpdateArchive archive;
  archive.settings().proxies.http = "http://127.0.0.1:1";
  archive.subscribe(kFeed);
  CHECK(archive.update().failures().size() == 1);
  CHECK(archive.feed(kFeed).state.problem == FeedProblem::unreachable);
}

TEST_CASE("choice of the proxy") {
  Proxies proxies{"http://p:1", "http://p:2", "Leeds.example, .york.example 10.0.0.0/8,192.168.1.1,[fd00::1] fe00::/7"};
  const struct {
    const char* url;
    const char* proxy;
  } table[] = {
      {"http://a.example/", "http://p:1"},
      {"HTTPS://a.example/", "http://p:2"},
      {"https://leeds.example/", ""},
      {"https://news.LEEDS.example:8443/x", ""},
      {"https://leeds.example./", ""},
      {"https://notleeds.example/", "http://p:2"},
      {"http://york.example/", ""},
      {"http://a.york.example/", ""},
      {"http://10.200.3.4/", ""},
      {"http://0x0a000001/", ""},
      {"http://11.0.0.1/", "http://p:1"},
      {"http://192.168.1.1/", ""},
      {"http://192.168.1.10/", "http://p:1"},
      {"http://[fd00::1]:80/", ""},
      {"http://[fd00::2]/", "http://p:1"},
      {"http://[ff02::1]/", ""},
  };
  for (const auto& row : table) {
    INFO(row.url);
    CHECK(proxy_for(proxies, row.url) == row.proxy);
  }
  proxies.no_proxy = "*";
  CHECK(proxy_for(proxies, "http://a.example/").empty());
  CHECK(proxy_for({}, "http://a.example/").empty());
  for (const char* bad : {"10.0.0.0/33", "10.0.0.0/x", "10.0.0.0/", "10/8", "/8", ""})
    CHECK_FALSE(is_in_network("10.1.1.1", bad));
  CHECK(is_in_network("10.1.1.1", "0.0.0.0/0"));
}

TEST_CASE("private host names") {
  for (const char* url :
       {"http://127.0.0.1/", "http://2130706433/", "http://0177.0.0.1/", "http://127.1/", "http://0/", "http://[::1]/",
        "http://[::]/", "http://[fe80::1%25lo]/", "http://[::ffff:192.168.0.1]/", "http://localhost./",
        "http://a.localhost/", "http://wiki/", "http://x.internal/", "http://user:pw@10.0.0.1:8080/", ""})
    CHECK(is_private_host(url));
  for (const char* url :
       {"http://leeds.example/", "http://8.8.8.8/", "https://[2606:4700::1111]/", "http://local.example/"})
    CHECK_FALSE(is_private_host(url));
}

TEST_CASE("proxies from the environment") {
  const char* const names[] = {"http_proxy", "HTTP_PROXY", "https_proxy", "HTTPS_PROXY",
                               "all_proxy",  "ALL_PROXY",  "no_proxy",    "NO_PROXY"};
  for (const char* name : names) ::unsetenv(name);
  CHECK(proxies_of_environment().http.empty());
  ::setenv("HTTP_PROXY", "http://visitor.example", 1);  // under CGI, set from a client's `Proxy:` header
  ::setenv("HTTPS_PROXY", "http://s:1", 1);
  ::setenv("NO_PROXY", "x.example", 1);
  CHECK(proxies_of_environment().http.empty());
  CHECK(proxies_of_environment().https == "http://s:1");
  CHECK(proxies_of_environment().no_proxy == "x.example");
  ::setenv("all_proxy", "http://all:1", 1);
  ::setenv("http_proxy", "http://h:1", 1);
  CHECK(proxies_of_environment().http == "http://h:1");
  CHECK(proxies_of_environment().https == "http://s:1");
  ::unsetenv("HTTPS_PROXY");
  CHECK(proxies_of_environment().https == "http://all:1");
  for (const char* name : names) ::unsetenv(name);
}
