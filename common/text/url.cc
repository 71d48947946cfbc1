#include "common/text/url.h"

#include <algorithm>

#include "common/text/utf8.h"

namespace council_news {
namespace {

bool is_scheme_char(char c) { return is_ascii_letter(c) || is_ascii_digit(c) || c == '+' || c == '-' || c == '.'; }

}  // namespace

Url parse_url(std::string_view text) {
  Url url;
  if (const auto hash = text.find('#'); hash != std::string_view::npos) {
    url.fragment = text.substr(hash + 1);
    text = text.substr(0, hash);
  }
  if (const auto mark = text.find('?'); mark != std::string_view::npos) {
    url.has_query = true;
    url.query = text.substr(mark + 1);
    text = text.substr(0, mark);
  }
  const auto colon = text.find(':');
  if (colon != std::string_view::npos && colon > 0 && is_letter(static_cast<unsigned char>(text[0])) &&
      std::all_of(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(colon), is_scheme_char)) {
    url.scheme = ascii_lower(text.substr(0, colon));
    text.remove_prefix(colon + 1);
  }
  if (text.starts_with("//")) {
    const std::size_t end = std::min(text.find('/', 2), text.size());
    url.has_authority = true;
    url.authority = text.substr(2, end - 2);
    text.remove_prefix(end);
  }
  url.path = text;
  return url;
}

std::string to_string(const Url& url) {
  std::string text;
  if (!url.scheme.empty()) text += url.scheme + ":";
  if (url.has_authority) text += "//" + url.authority;
  text += url.path;
  if (url.has_query) text += "?" + url.query;
  if (!url.fragment.empty()) text += "#" + url.fragment;
  return text;
}

std::string remove_dot_segments(std::string_view path) {
  std::string out;
  while (!path.empty()) {
    if (path == "/." || path == "/..") {
      if (path == "/..") out.erase(std::min(out.rfind('/'), out.size()));
      out += '/';
      break;
    }
    if (path.starts_with("/./")) {
      path.remove_prefix(2);
    } else if (path.starts_with("/../")) {
      path.remove_prefix(3);
      out.erase(std::min(out.rfind('/'), out.size()));
    } else {
      const std::size_t next = std::min(path.find('/', 1), path.size());
      out += path.substr(0, next);
      path.remove_prefix(next);
    }
  }
  return out;
}

bool is_web(const Url& url) {
  return (url.scheme == "http" || url.scheme == "https") && url.has_authority && !url.authority.empty();
}

std::string resolve_url(std::string_view base, std::string_view reference) {
  std::string clean(trim(reference));
  std::erase_if(clean, [](char c) { return c == '\n' || c == '\r' || c == '\t'; });
  Url target = parse_url(clean);
  const Url from = parse_url(trim(base));
  if (!target.scheme.empty() || from.scheme.empty()) return clean;
  target.scheme = from.scheme;
  if (target.has_authority) return to_string(target);
  target.has_authority = from.has_authority;
  target.authority = from.authority;
  if (target.path.empty()) {
    target.path = from.path;
    if (!target.has_query) {
      target.has_query = from.has_query;
      target.query = from.query;
    }
    return to_string(target);
  }
  if (!target.path.starts_with('/')) {
    const auto slash = from.path.rfind('/');
    target.path = (slash == std::string::npos ? "/" : from.path.substr(0, slash + 1)) + target.path;
  }
  target.path = remove_dot_segments(target.path);
  return to_string(target);
}

std::string host_of(std::string_view text) {
  const Url url = parse_url(trim(text));
  if (!is_web(url)) return {};
  std::string host = ascii_lower(url.authority);
  if (const auto at = host.rfind('@'); at != std::string::npos) host.erase(0, at + 1);
  if (const auto colon = host.rfind(':'); colon != std::string::npos && !host.ends_with(']')) host.resize(colon);
  return host;
}

}  // namespace council_news
