#include "indexer/fetch/cookies.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "common/text/date_reading.h"
#include "common/text/url.h"
#include "common/text/utf8.h"
#include "indexer/fetch/address.h"

namespace council_news {
namespace {

constexpr std::size_t kMaxCookies = 50;
constexpr std::size_t kMaxCookieBytes = 4096;

std::pair<std::string_view, std::string_view> split_at(std::string_view text, char separator) {
  const std::size_t at = std::min(text.find(separator), text.size());
  return {trim(text.substr(0, at)), text.substr(std::min(at + 1, text.size()))};
}

bool has_controls(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](unsigned char c) { return c < ' ' || c == 0x7F; });
}

/// Whether many sites may share the domain: `uk`, `gov.uk`, `com.au`. A short form of the public suffix list, which is
/// not installed everywhere; a site that it wrongly includes still gets its own cookies.
bool is_shared(std::string_view domain) {
  constexpr std::size_t kLongestSecond = 3;
  const std::size_t dot = domain.find('.');
  if (dot == std::string_view::npos) return true;
  const std::string_view rest = domain.substr(dot + 1);
  return rest.find('.') == std::string_view::npos && rest.size() == 2 && dot <= kLongestSecond;
}

/// RFC 6265, 5.1.3.
bool domain_matches(std::string_view host, std::string_view domain) {
  if (host == domain) return true;
  return host.size() > domain.size() && host.ends_with(domain) && host[host.size() - domain.size() - 1] == '.' &&
         !is_address(std::string(host));
}

/// RFC 6265, 5.1.4.
bool path_matches(std::string_view path, std::string_view cookie_path) {
  if (!path.starts_with(cookie_path)) return false;
  return path.size() == cookie_path.size() || cookie_path.ends_with('/') || path[cookie_path.size()] == '/';
}

std::string path_of(std::string_view url) {
  std::string path = parse_url(trim(url)).path;
  return path.starts_with('/') ? path : "/";
}

std::string default_path(std::string_view url) {
  const std::string path = path_of(url);
  return path.substr(0, std::max<std::size_t>(path.rfind('/'), 1));
}

/// Whether a cookie ends at once: that is how a site takes it back. `expires` is compared with the server's own clock.
bool is_over(std::string_view max_age, std::string_view expires, const HttpResponse& response) {
  if (!max_age.empty()) return max_age.front() == '-' || max_age.find_first_not_of('0') == std::string_view::npos;
  const std::optional<Timestamp> end = parse_feed_date(expires);
  if (!end) return false;
  const std::optional<Timestamp> sent = parse_feed_date(response.header("date"));
  return *end <= sent.value_or(at_day({2000, 1, 1}));
}

}  // namespace

void Cookies::store(std::string_view url, const HttpResponse& response) {
  for (const HttpHeader& header : response.headers) {
    if (header.name == "set-cookie") store(url, header.value, response);
  }
}

void Cookies::store(std::string_view url, std::string_view set_cookie, const HttpResponse& response) {
  auto [pair, attributes] = split_at(set_cookie, ';');
  const auto [name, value] = split_at(pair, '=');
  if (name.empty() || pair.find('=') == std::string_view::npos || pair.size() > kMaxCookieBytes || has_controls(pair))
    return;
  Cookie cookie{
      .name = std::string(name), .value = std::string(trim(value)), .domain = host_of(url), .path = default_path(url)};
  std::string_view max_age;
  std::string_view expires;
  while (!attributes.empty()) {
    const auto [attribute, rest] = split_at(attributes, ';');
    attributes = rest;
    const auto [key, written] = split_at(attribute, '=');
    const std::string_view what = trim(written);
    if (equal_ignoring_case(key, "secure")) cookie.is_secure = true;
    if (equal_ignoring_case(key, "max-age")) max_age = what;
    if (equal_ignoring_case(key, "expires")) expires = what;
    if (equal_ignoring_case(key, "path")) cookie.path = what.starts_with('/') ? std::string(what) : default_path(url);
    if (equal_ignoring_case(key, "domain")) {
      const std::string domain = ascii_lower(what.starts_with('.') ? what.substr(1) : what);
      if (domain.empty()) continue;
      if (!domain_matches(cookie.domain, domain)) return;
      if (is_shared(domain)) continue;
      cookie.domain = domain;
      cookie.is_host_only = false;
    }
  }
  std::erase_if(cookies_, [&](const Cookie& old) {
    return old.name == cookie.name && old.domain == cookie.domain && old.path == cookie.path;
  });
  if (!is_over(max_age, expires, response) && cookies_.size() < kMaxCookies) cookies_.push_back(std::move(cookie));
}

std::string Cookies::header_for(std::string_view url) const {
  const std::string host = host_of(url);
  const std::string path = path_of(url);
  const bool is_encrypted = parse_url(trim(url)).scheme == "https";
  std::vector<const Cookie*> sent;
  for (const Cookie& cookie : cookies_) {
    const bool is_for_host = cookie.is_host_only ? host == cookie.domain : domain_matches(host, cookie.domain);
    if (is_for_host && path_matches(path, cookie.path) && (is_encrypted || !cookie.is_secure)) sent.push_back(&cookie);
  }
  // RFC 6265, 5.4: longer paths first.
  std::stable_sort(sent.begin(), sent.end(),
                   [](const Cookie* a, const Cookie* b) { return a->path.size() > b->path.size(); });
  std::string header;
  for (const Cookie* const cookie : sent) header += (header.empty() ? "" : "; ") + cookie->name + "=" + cookie->value;
  return header;
}

}  // namespace council_news
