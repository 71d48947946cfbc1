#include <algorithm>
#include <array>
#include <iterator>
#include <span>
#include <vector>

#include "common/text/url.h"
#include "common/text/url_parameters.h"
#include "common/text/utf8.h"

namespace council_news {
namespace {

/// Beginnings of host names under which a site serves the same pages.
struct HostPrefix {
  std::string_view prefix;
  /// The rest must have a dot: `m.example` is a name of its own.
  bool needs_domain;
};
/// Mobile sites use the paths of the main one; those that do not have no address in common with it anyway.
constexpr HostPrefix kHostPrefixes[] = {{"www.", false}, {"amp.", true}, {"m.", true}, {"mobile.", true}};

/// Files that a server sends for the address of their folder, or runs for all addresses below. Feeds (`index.xml`,
/// `index.rss`) are none.
constexpr std::string_view kIndexNames[] = {"index", "default"};
constexpr std::string_view kIndexExtensions[] = {"html", "htm",  "shtml", "shtm", "xhtml", "phtml", "dhtml", "stm",
                                                 "php",  "php3", "php4",  "php5", "asp",   "aspx",  "jsp",   "jspx",
                                                 "jsf",  "do",   "cfm",   "cfml", "cgi",   "pl"};

constexpr std::string_view kAmpSegments[] = {"amp", "amphtml"};
constexpr std::string_view kAmpEndings[] = {".amp", ".amp.html", ".amp.htm"};

/// Hosts that serve copies of AMP pages: `https://www.google.com/amp/s/news.example/a` is `https://news.example/a`.
struct AmpCache {
  std::string_view host_begin;
  std::string_view host_end;
  std::string_view path;
};
constexpr AmpCache kAmpCaches[] = {{"www.google.", "", "/amp/"},
                                   {"www.bing.", "", "/amp/"},
                                   {"", "cdn.ampproject.org", "/c/"},
                                   {"", "cdn.ampproject.org", "/v/"}};

bool is_one_of(std::string_view text, std::span<const std::string_view> known) {
  return std::find(known.begin(), known.end(), text) != known.end();
}

int hex_value(char c) {
  if (is_ascii_digit(c)) return c - '0';
  const char lower = ascii_lower(c);
  return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

bool is_unreserved(unsigned char c) {
  const char ascii = static_cast<char>(c);
  return is_ascii_letter(ascii) || is_ascii_digit(ascii) || c == '-' || c == '.' || c == '_' || c == '~';
}

/// Whether a URL may contain the character only percent-encoded. Browsers and feeds often write it anyway.
bool needs_escape(unsigned char c) {
  return c <= ' ' || c >= 0x7F ||
         std::string_view("\"<>[]\\^`{|}").find(static_cast<char>(c)) != std::string_view::npos;
}

/// RFC 3986, 6.2.2: escapes in capitals, none for unreserved characters, one for every character that needs it. Escaped
/// reserved characters (`%2F`) stay as they are.
std::string with_normal_escapes(std::string_view text) {
  constexpr char kHex[] = "0123456789ABCDEF";
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    auto c = static_cast<unsigned char>(text[i]);
    const bool is_escape =
        c == '%' && i + 2 < text.size() && hex_value(text[i + 1]) >= 0 && hex_value(text[i + 2]) >= 0;
    if (is_escape) {
      c = static_cast<unsigned char>(hex_value(text[i + 1]) * 16 + hex_value(text[i + 2]));
      i += 2;
    }
    if (is_escape ? is_unreserved(c) : !needs_escape(c)) {
      out += static_cast<char>(c);
    } else {
      out += {'%', kHex[c >> 4], kHex[c & 15]};
    }
  }
  return out;
}

std::string replaced(std::string_view text, std::string_view what, std::string_view with) {
  std::string out;
  for (auto at = text.find(what); at != std::string_view::npos; at = text.find(what)) {
    out.append(text.substr(0, at)).append(with);
    text.remove_prefix(at + what.size());
  }
  return out.append(text);
}

std::string normal_authority(std::string_view authority, std::string_view scheme) {
  if (const auto at = authority.rfind('@'); at != std::string_view::npos) authority.remove_prefix(at + 1);
  const std::string_view port = scheme == "https" ? ":443" : ":80";
  if (authority.ends_with(port)) authority.remove_suffix(port.size());
  if (authority.ends_with('.')) authority.remove_suffix(1);
  return ascii_lower(authority);
}

std::string_view without_slashes_at_end(std::string_view path) {
  while (path.ends_with('/')) path.remove_suffix(1);
  return path;
}

std::string_view canonical_host(std::string_view host) {
  for (bool found = true; found;) {
    found = false;
    for (const auto& [prefix, needs_domain] : kHostPrefixes) {
      const std::string_view rest = host.substr(std::min(prefix.size(), host.size()));
      if (!host.starts_with(prefix) || rest.empty() || (needs_domain && rest.find('.') == std::string_view::npos))
        continue;
      host = rest;
      found = true;
    }
  }
  return host;
}

/// The address of the page that an AMP cache serves a copy of; `url` itself if it is no such copy.
Url original_of(const Url& url) {
  const std::string host = ascii_lower(url.authority);
  for (const AmpCache& cache : kAmpCaches) {
    if (!host.starts_with(cache.host_begin) || !host.ends_with(cache.host_end) || !url.path.starts_with(cache.path))
      continue;
    std::string_view rest = std::string_view(url.path).substr(cache.path.size());
    if (rest.starts_with("s/")) rest.remove_prefix(2);
    const std::size_t end = std::min(rest.find('/'), rest.size());
    if (rest.substr(0, end).find('.') == std::string_view::npos) continue;
    Url original = url;
    original.authority = rest.substr(0, end);
    original.path = rest.substr(end);
    return original;
  }
  return url;
}

/// A session id that ASP.NET keeps in the path: `(S(x3k…))`, before version 2 `(x3k…)` of 24 characters.
bool is_session_segment(std::string_view segment) {
  const std::string plain = replaced(replaced(segment, "%28", "("), "%29", ")");
  if (!plain.starts_with('(') || !plain.ends_with(')')) return false;
  const auto is_id = [](std::string_view id) {
    return !id.empty() && std::all_of(id.begin(), id.end(), [](unsigned char c) { return is_unreserved(c); });
  };
  std::string_view rest = std::string_view(plain).substr(1, plain.size() - 2);
  if (rest.size() == 24 && is_id(rest)) return true;
  if (rest.empty()) return false;
  while (rest.size() > 3 && is_ascii_upper(rest[0]) && rest[1] == '(') {
    const std::size_t end = rest.find(')');
    if (end == std::string_view::npos || !is_id(rest.substr(2, end - 2))) return false;
    rest.remove_prefix(end + 1);
  }
  return rest.empty();
}

/// `story.do;jsessionid=0A41` → `story.do`.
std::string without_session_parameters(std::string_view segment) {
  std::size_t end = std::min(segment.find(';'), segment.size());
  std::string kept(segment.substr(0, end));
  while (end < segment.size()) {
    const std::size_t next = std::min(segment.find(';', end + 1), segment.size());
    const std::string_view parameter = segment.substr(end + 1, next - end - 1);
    if (!is_session_parameter(parameter)) kept.append(segment.substr(end, next - end));
    end = next;
  }
  return kept;
}

bool is_index_page(const std::string& segment) {
  const std::string name = ascii_lower(segment);
  const std::size_t dot = std::min(name.find('.'), name.size());
  return is_one_of(std::string_view(name).substr(0, dot), kIndexNames) && dot < name.size() &&
         is_one_of(std::string_view(name).substr(dot + 1), kIndexExtensions);
}

/// Removes the marks of an AMP variant: `/a/amp`, `/amp/a`, `/a.amp.html`. A page called `/amp` stays.
void remove_amp(std::vector<std::string>& segments) {
  for (const std::string_view ending : kAmpEndings) {
    std::string& last = segments.back();
    if (last.size() <= ending.size() || !last.ends_with(ending)) continue;
    last.erase(last.size() - ending.size(), std::string_view(".amp").size());
    break;
  }
  if (segments.size() > 1 && is_one_of(segments.back(), kAmpSegments)) segments.pop_back();
  if (segments.size() > 1 && is_one_of(segments.front(), kAmpSegments)) segments.erase(segments.begin());
}

std::string canonical_path(std::string_view path) {
  const std::string plain = remove_dot_segments(path);
  std::vector<std::string> segments;
  for (std::size_t begin = 0; begin < plain.size();) {
    const std::size_t end = std::min(plain.find('/', begin), plain.size());
    std::string segment = without_session_parameters(std::string_view(plain).substr(begin, end - begin));
    begin = end + 1;
    if (!segment.empty() && !is_session_segment(segment)) segments.push_back(std::move(segment));
  }
  if (!segments.empty()) remove_amp(segments);
  std::erase_if(segments, is_index_page);  // `/index.php/news/5` is `/news/5`
  std::string canonical;
  for (const std::string& segment : segments) canonical += "/" + segment;
  return canonical;
}

/// Whether a fragment is the route of a web application, which alone names the page.
bool is_route(std::string_view fragment) {
  return fragment.size() > 1 && (fragment.starts_with('!') || fragment.starts_with('/')) && fragment != "!/";
}

/// Whether a fragment only says where a visitor came from or where to scroll.
bool is_no_part(std::string_view fragment) {
  if (fragment.starts_with(":~:")) return true;
  return fragment.find('=') != std::string_view::npos && without_tracking(fragment).empty();
}

std::string with_query(std::string address, const std::string& query) {
  return query.empty() ? address : std::move(address) + "?" + query;
}

}  // namespace

std::string normalised_url(std::string_view text) {
  const Url url = parse_url(trim(text));
  if (!is_web(url)) return {};
  const std::string path = with_normal_escapes(url.path);
  return with_query(normal_authority(url.authority, url.scheme) + std::string(without_slashes_at_end(path)),
                    without_tracking(with_normal_escapes(url.query)));
}

std::string canonical_url(std::string_view text) {
  const Url given = parse_url(trim(text));
  if (!is_web(given)) return {};
  const Url url = original_of(given);
  const std::string authority = normal_authority(url.authority, url.scheme);
  // `+` is a space in a query (HTML's application/x-www-form-urlencoded); a plus sign is `%2B`.
  const std::string query = replaced(with_normal_escapes(url.query), "+", "%20");
  std::string address = with_query(
      std::string(canonical_host(authority)) + canonical_path(with_normal_escapes(url.path)), canonical_query(query));
  const std::string fragment = with_normal_escapes(url.fragment);
  const std::string_view route = without_slashes_at_end(fragment);
  if (is_route(route)) address.append("#").append(route);
  return address;
}

std::string canonical_entry_url(std::string_view text) {
  std::string address = canonical_url(text);
  const std::string fragment = with_normal_escapes(parse_url(trim(text)).fragment);
  const std::string_view shown = without_slashes_at_end(fragment);
  const bool is_part = !shown.empty() && shown != "!" && !is_route(shown) && !is_no_part(fragment);
  if (!address.empty() && is_part) address.append("#").append(fragment);
  return address;
}

}  // namespace council_news
