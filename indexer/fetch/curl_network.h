#pragma once

#include <memory>
#include <string>

#include "indexer/fetch/network.h"
#include "indexer/fetch/proxy.h"

namespace council_news {

/// HTTP settings for all exchanges of a run.
struct HttpSettings {
  std::string user_agent;
  Proxies proxies;
  std::string ca_file;  ///< trusted certificate authorities; empty: the system's
  int connect_timeout_s = 15;
  int total_timeout_s = 90;
  int low_speed_bytes = 64;  ///< bytes per second; a transfer slower than that for low_speed_s seconds is aborted
  int low_speed_s = 20;
};

/// `council-index/0.1.0 (+contact)`. The contact is `given` (an email or web address), else $COUNCIL_NEWS_CONTACT, else
/// USER@HOST.
std::string user_agent(const std::string& given);

/// The real network, using libcurl: HTTP/1.1 and HTTP/2, compressed, without Referer. A response whose Content-Encoding
/// is wrong is requested once more without any, and its body is taken as it is. Certificates are always verified. The
/// IP address of a host is checked when a socket is opened, after the name look-up, and again before each request on a
/// reused connection. With a proxy the peer is the proxy, which looks up names itself: then hosts are checked by name
/// (is_private_host), and the rest is up to the rules of the proxy.
class CurlNetwork : public Network {
 public:
  explicit CurlNetwork(HttpSettings settings);
  ~CurlNetwork() override;

  void start(std::size_t ticket, const HttpRequest& request) override;
  std::optional<Result> wait(std::chrono::milliseconds timeout) override;
  void pump() override;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace council_news
