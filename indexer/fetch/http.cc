#include "indexer/fetch/http.h"

#include <algorithm>

#include "common/text/url.h"
#include "common/text/utf8.h"

namespace council_news {

std::string HttpResponse::header(std::string_view name) const {
  const auto found = std::find_if(headers.begin(), headers.end(), [&](const HttpHeader& h) { return h.name == name; });
  return found == headers.end() ? std::string() : found->value;
}

std::string HttpResponse::headers_joined(std::string_view name) const {
  std::string joined;
  for (const HttpHeader& header : headers) {
    if (header.name != name) continue;
    if (!joined.empty()) joined += ", ";
    joined += header.value;
  }
  return joined;
}

std::string charset_of(std::string_view content_type) {
  const std::string lower = ascii_lower(content_type);
  const std::size_t at = lower.find("charset=");
  if (at == std::string::npos) return {};
  std::string_view value = std::string_view(lower).substr(at + 8);
  value = value.substr(0, value.find(';'));
  value = trim(value);
  if (value.size() >= 2 && (value.front() == '"' || value.front() == '\'')) value = value.substr(1, value.size() - 2);
  return std::string(value);
}

std::string authority_of(std::string_view url) {
  const Url parts = parse_url(url);
  if (parts.scheme != "http" && parts.scheme != "https") return {};
  std::string authority = ascii_lower(parts.authority);
  if (const auto at = authority.rfind('@'); at != std::string::npos) authority.erase(0, at + 1);
  const std::string_view default_port = parts.scheme == "http" ? ":80" : ":443";
  if (authority.ends_with(default_port)) authority.resize(authority.size() - default_port.size());
  return authority;
}

std::string origin_of(std::string_view url) {
  const std::string authority = authority_of(url);
  return authority.empty() ? std::string() : parse_url(url).scheme + "://" + authority;
}

}  // namespace council_news
