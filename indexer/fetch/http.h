#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace council_news {

/// One exchange to be made: a GET of an http or https address. Header values are sent byte for byte; empty ones are
/// not.
struct HttpRequest {
  std::string url;
  std::string accept;
  std::string if_none_match;
  std::string if_modified_since;
  bool allow_private = false;          ///< may the address be of this machine or of its own network?
  std::size_t most_bytes = 32u << 20;  ///< of the body after decompression; more is an error
};

/// Why no whole answer came.
enum class HttpFailure {
  none,
  refused,      ///< we do not ask there: a private address, another scheme
  unreachable,  ///< no name, no connection, or the connection broke
  insecure,     ///< TLS that cannot be verified
  timed_out,
  too_large,
  cut_off,  ///< the answer ended before its end; `body` is what came
  malformed,
  put_off,  ///< not asked now, because its host wants peace
  silent,   ///< not asked now, because its host gave no answer to others
};

struct HttpHeader {
  std::string name;  ///< in lower case
  std::string value;
};

struct HttpResponse {
  HttpFailure failure = HttpFailure::none;
  std::string error;  ///< for people, if there was a failure
  int status = 0;     ///< 0 if none came
  std::vector<HttpHeader> headers;
  std::string body;  ///< decompressed

  /// The value of the first header of that name (in lower case), empty if there is none.
  std::string header(std::string_view name) const;
  /// The same of all headers of that name, with commas between (RFC 9110, 5.3).
  std::string headers_joined(std::string_view name) const;
};

/// `https://Host:8080/a` → `host:8080`: what robots.txt, politeness and Retry-After are about. Default ports are left
/// out. Empty for what is no http(s) address.
std::string authority_of(std::string_view url);

/// Can that be asked at all: http or https, a host, a port that there is, no control characters?
bool is_web_address(const std::string& url);

/// An address without the name and password of a user: these are for its server, and no part of where a thing is.
std::string without_user(std::string_view url);

/// An address as it is sent: blanks and all that is not ASCII in its path and query escaped, as browsers do.
std::string escaped_url(std::string_view url);

/// `https://host:8080`, or empty.
std::string origin_of(std::string_view url);

}  // namespace council_news
