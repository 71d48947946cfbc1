#pragma once

#include <string>

namespace council_news {

/// The proxy settings of the environment, with the same variables as curl: `http_proxy`, `https_proxy`, `all_proxy` for
/// both, and `no_proxy` for hosts to contact directly. All but `http_proxy` may be in upper case: under CGI the client
/// controls HTTP_PROXY. Empty: no proxy.
struct Proxies {
  std::string http;
  std::string https;
  std::string no_proxy;  ///< domains (including subdomains), addresses, ranges such as 10.0.0.0/8; `*` matches all
};
Proxies proxies_of_environment();

/// The proxy to use for `url`; empty if none.
std::string proxy_for(const Proxies& proxies, const std::string& url);

/// Does the host name alone show that the host is on this machine or its local network? True for non-public IP
/// addresses in any notation, `localhost`, names without a dot, and names under `.local`, `.internal` and the like.
/// Needed with a proxy, which looks up names itself.
bool is_private_host(const std::string& url);

}  // namespace council_news
