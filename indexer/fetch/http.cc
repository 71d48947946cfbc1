#include "indexer/fetch/http.h"

#include <algorithm>
#include <memory>

#include <curl/curl.h>
#include <fmt/core.h>

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

std::string authority_of(std::string_view url) {
  const Url parts = parse_url(url);
  if (parts.scheme != "http" && parts.scheme != "https") return {};
  std::string authority = ascii_lower(parts.authority);
  if (const auto at = authority.rfind('@'); at != std::string::npos) authority.erase(0, at + 1);
  const std::string_view default_port = parts.scheme == "http" ? ":80" : ":443";
  if (authority.ends_with(default_port)) authority.resize(authority.size() - default_port.size());
  return authority;
}

bool is_web_address(const std::string& url) {
  if (host_of(url).empty()) return false;
  if (std::any_of(url.begin(), url.end(), [](unsigned char c) { return c < ' ' || c == 0x7F; })) return false;
  const std::unique_ptr<CURLU, decltype(&curl_url_cleanup)> parts(curl_url(), curl_url_cleanup);
  return parts && curl_url_set(parts.get(), CURLUPART_URL, escaped_url(url).c_str(), 0) == CURLUE_OK;
}

std::string without_user(std::string_view url) {
  Url parts = parse_url(url);
  const std::size_t at = parts.authority.rfind('@');
  if (at == std::string::npos) return std::string(url);
  parts.authority.erase(0, at + 1);
  return to_string(parts);
}

std::string escaped_url(std::string_view url) {
  Url parts = parse_url(trim(url));
  for (std::string* const part : {&parts.path, &parts.query}) {
    std::string escaped;
    for (const char c : *part) {
      const auto byte = static_cast<unsigned char>(c);
      escaped += byte == ' ' || byte >= 0x80 ? fmt::format("%{:02X}", byte) : std::string(1, c);
    }
    *part = std::move(escaped);
  }
  return to_string(parts);
}

std::string origin_of(std::string_view url) {
  const std::string authority = authority_of(url);
  return authority.empty() ? std::string() : parse_url(url).scheme + "://" + authority;
}

}  // namespace council_news
