#include "indexer/fetch/proxy.h"

#include <algorithm>
#include <cstdlib>
#include <initializer_list>
#include <iterator>
#include <memory>
#include <string_view>

#include <curl/curl.h>

#include "common/environment.h"
#include "common/text/utf8.h"
#include "indexer/fetch/address.h"
#include "indexer/fetch/http.h"

namespace council_news {
namespace {

/// Names reserved for private use (RFC 6761, 6762, 8375, ICANN's .internal) and common names of local networks.
constexpr std::string_view kPrivateNames[] = {"localhost", "local", "internal", "home.arpa", "lan", "corp", "home"};

/// The host as libcurl normalises it: in lower case, `0x7f.1` as 127.0.0.1, an IPv6 address without brackets.
std::string normalised_host(const std::string& url) {
  const std::unique_ptr<CURLU, decltype(&curl_url_cleanup)> parts(curl_url(), curl_url_cleanup);
  char* text = nullptr;
  if (!parts || curl_url_set(parts.get(), CURLUPART_URL, escaped_url(url).c_str(), 0) != CURLUE_OK ||
      curl_url_get(parts.get(), CURLUPART_HOST, &text, 0) != CURLUE_OK)
    return {};
  std::string host = ascii_lower(text);
  curl_free(text);
  if (host.starts_with('[')) host = host.substr(1, host.size() - 2);
  host.erase(std::min(host.find('%'), host.size()));  // the zone of an IPv6 address
  if (host.ends_with('.')) host.pop_back();
  return host;
}

bool is_under(std::string_view host, std::string_view name) {
  return host.ends_with(name) && (host.size() == name.size() || host[host.size() - name.size() - 1] == '.');
}

bool bypasses_proxy(const std::string& host, std::string_view list) {
  constexpr std::string_view kSeparators = ", \t";
  while (!list.empty()) {
    const std::size_t end = std::min(list.find_first_of(kSeparators), list.size());
    std::string one = ascii_lower(list.substr(0, end));
    list.remove_prefix(std::min(end + 1, list.size()));
    one.erase(0, std::min(one.find_first_not_of('.'), one.size()));
    if (one.starts_with('[') && one.ends_with(']')) one = one.substr(1, one.size() - 2);
    if (one.empty()) continue;
    if (one == "*" || is_in_network(host, one)) return true;
    if (!is_address(host) && is_under(host, one)) return true;
  }
  return false;
}

}  // namespace

Proxies proxies_of_environment() {
  const std::string all = environment({"all_proxy", "ALL_PROXY"});
  Proxies proxies{environment({"http_proxy"}), environment({"https_proxy", "HTTPS_PROXY"}),
                  environment({"no_proxy", "NO_PROXY"})};
  if (proxies.http.empty()) proxies.http = all;
  if (proxies.https.empty()) proxies.https = all;
  return proxies;
}

std::string proxy_for(const Proxies& proxies, const std::string& url) {
  const std::string& proxy = ascii_lower(url).starts_with("https:") ? proxies.https : proxies.http;
  return proxy.empty() || bypasses_proxy(normalised_host(url), proxies.no_proxy) ? std::string() : proxy;
}

bool is_private_host(const std::string& url) {
  const std::string host = normalised_host(url);
  if (is_address(host)) return !is_public_address(host);
  return host.find('.') == std::string::npos ||
         std::any_of(std::begin(kPrivateNames), std::end(kPrivateNames),
                     [&](std::string_view name) { return is_under(host, name); });
}

}  // namespace council_news
