#pragma once

#include <string>
#include <string_view>

namespace council_news {

/// The parts of an address, as written (RFC 3986). Missing parts are empty.
struct Url {
  std::string scheme;     ///< lower case, without the colon
  std::string authority;  ///< host and port
  std::string path;
  std::string query;     ///< without the question mark
  std::string fragment;  ///< without the hash sign
  bool has_authority = false;
  bool has_query = false;
};

Url parse_url(std::string_view text);
std::string to_string(const Url& url);

/// `reference` resolved against the absolute address `base` (RFC 3986, 5.2). Without a usable base, the
/// reference itself. Surrounding spaces and newlines inside are dropped.
std::string resolve_url(std::string_view base, std::string_view reference);

/// Host of an http(s) address, in lower case, without port and user; empty for any other address.
std::string host_of(std::string_view url);

/// The form in which addresses of the same page are equal: without scheme, user, default port, fragment, tracking
/// parameters and a trailing slash, host in lower case: `https://News.example/a/?utm_source=x#top` → `news.example/a`.
/// Empty for anything but an http(s) address.
std::string canonical_url(std::string_view url);

}  // namespace council_news
