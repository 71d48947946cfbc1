#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/fetch/http.h"

namespace council_news {

/// The cookies of one fetch (RFC 6265): some sites set one and redirect back to the same address, again and again until
/// it is sent. They end with the fetch, so that no visit is recognised in the next.
class Cookies {
 public:
  /// Stores what the response for `url` sets. A cookie of a domain is sent to its subdomains too, unless many sites
  /// share the domain (`.gov.uk`).
  void store(std::string_view url, const HttpResponse& response);

  /// The value of the Cookie header of a request for `url`; empty if it has none.
  std::string header_for(std::string_view url) const;

 private:
  struct Cookie {
    std::string name;
    std::string value;
    std::string domain;  ///< in lower case
    std::string path;
    bool is_host_only = true;
    bool is_secure = false;
  };

  void store(std::string_view url, std::string_view set_cookie, const HttpResponse& response);

  std::vector<Cookie> cookies_;  ///< the oldest first
};

}  // namespace council_news
