#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace council_news {

/// A GET request for an http or https URL. Header values are sent verbatim; empty ones are omitted.
struct HttpRequest {
  std::string url;
  std::string accept;
  std::string if_none_match;
  std::string if_modified_since;
  std::string cookie;
  bool allow_private = false;         ///< allow addresses of this machine and its local network
  std::size_t max_bytes = 32u << 20;  ///< limit for the decompressed body; a larger one is an error
};

/// Why there is no complete response.
enum class HttpFailure {
  none,
  refused,      ///< not allowed: a private address, an unsupported scheme
  unreachable,  ///< the host was not found, or the connection failed or broke
  insecure,     ///< TLS verification failed
  timed_out,
  too_large,
  cut_off,  ///< the connection ended early; `body` is the part received
  malformed,
  postponed,     ///< not sent, because the host asked not to be retried yet (Retry-After)
  unresponsive,  ///< not sent, because the host did not respond to earlier requests
};

struct HttpHeader {
  std::string name;  ///< in lower case
  std::string value;
};

struct HttpResponse {
  HttpFailure failure = HttpFailure::none;
  std::string error;  ///< human-readable, if there was a failure
  int status = 0;     ///< 0 if none was received
  std::vector<HttpHeader> headers;
  std::string body;  ///< decompressed

  /// The value of the first header named `name` (in lower case); empty if there is none.
  std::string header(std::string_view name) const;
  /// The values of all headers named `name`, joined with commas (RFC 9110, 5.3).
  std::string headers_joined(std::string_view name) const;
};

/// `https://Host:8080/a` → `host:8080`, the scope of robots.txt, request limits and Retry-After. Default ports are
/// omitted. Empty if `url` is not an http or https URL.
std::string authority_of(std::string_view url);

/// Is `url` a valid http or https URL, with a host, a valid port and no control characters?
bool is_web_address(const std::string& url);

/// Removes the user name and password from a URL: they are for the server only and do not identify the resource.
std::string without_user(std::string_view url);

/// Percent-encodes spaces and non-ASCII bytes in the path and query of a URL, as browsers do.
std::string escaped_url(std::string_view url);

/// `https://host:8080`, or empty.
std::string origin_of(std::string_view url);

}  // namespace council_news
