#pragma once

#include <string>

namespace council_news {

/// The proxies of the environment, under the names that curl knows: `http_proxy` (only so, for a web server hands
/// HTTP_PROXY to what it runs at its visitors' wish), `https_proxy`, `all_proxy` for both, and `no_proxy` for what is
/// asked without; of the last three the names in capitals count too. Empty: none.
struct Proxies {
  std::string http;
  std::string https;
  std::string except;  ///< host names with all below them, addresses, ranges such as 10.0.0.0/8; `*` is everything
};
Proxies proxies_of_environment();

/// The proxy that `url` is asked through; empty if none.
std::string proxy_for(const Proxies& proxies, const std::string& url);

/// Whether a host is one of this machine or of its own network by its very name: an address that is not public, in
/// whatever form it is written, `localhost`, a name without a dot, one under `.local`, `.internal` and the like. A
/// proxy looks names up by itself, so that is all that can be known before it is asked.
bool is_private_host(const std::string& url);

}  // namespace council_news
