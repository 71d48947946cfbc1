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

/// `path` without `.` and `..` segments (RFC 3986, 5.2.4).
std::string remove_dot_segments(std::string_view path);

/// Whether it is an absolute http(s) address with a host.
bool is_web(const Url& url);

/// Host of an http(s) address, in lower case, without port and user; empty for any other address.
std::string host_of(std::string_view url);

/// The form in which addresses of one resource are equal, whatever the site: without scheme, user, default port,
/// fragment, tracking parameters and a trailing slash, host in lower case, percent-encoding as in RFC 3986, 6.2.2:
/// `https://News.example/a/?utm_source=x#top` → `news.example/a`. Empty for anything but an http(s) address.
std::string normalised_url(std::string_view url);

/// The form in which addresses of one page are equal: the normalised form, also without what sites add to one page's
/// address (canonical_url.cc and url_parameters.cc have the tables): `www.`, `m.` and `amp.`, index pages, AMP
/// variants, session ids, empty parameters and those that say where a visitor came from. Parameters are sorted by name.
/// A fragment that is the route of a web application (`#!/a`, `#/a`) stays. For comparing only: it may lead nowhere.
std::string canonical_url(std::string_view url);

/// canonical_url with the fragment: entries of one list may differ in nothing else. Fragments that only say where a
/// visitor came from or where to scroll (`#utm_source=x`, `#:~:text=x`) are left out here too.
std::string canonical_entry_url(std::string_view url);

}  // namespace council_news
