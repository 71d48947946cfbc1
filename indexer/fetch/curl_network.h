#pragma once

#include <memory>
#include <string>

#include "indexer/fetch/network.h"
#include "indexer/fetch/proxy.h"

namespace council_news {

/// How the program asks: the same for every exchange of a run.
struct HttpManners {
  std::string user_agent;
  Proxies proxies;
  std::string ca_file;  ///< certificate authorities to trust instead of the system's; empty: the system's
  int connect_timeout_s = 15;
  int total_timeout_s = 90;
  int low_speed_bytes = 64;  ///< a second, over low_speed_s seconds: slower is given up
  int low_speed_s = 20;
};

/// `council-index/0.1.0 (+contact)`. The contact is `given` (a mail or web address), else $COUNCIL_NEWS_CONTACT, else
/// this user on this machine.
std::string user_agent(const std::string& given);

/// The real web, by libcurl: HTTP/1.1 and HTTP/2, compressed, without cookies and referer. Certificates are always
/// verified. Addresses are checked when the socket is opened, behind the name look-up, and again before each request on
/// a connection that was open already. Through a proxy the socket is the proxy's, wherever that is, and it looks the
/// names up: then hosts are checked by what they are called (is_private_host), and the rest is its rules' affair.
class CurlNetwork : public Network {
 public:
  explicit CurlNetwork(HttpManners manners);
  ~CurlNetwork() override;

  void start(std::size_t ticket, const HttpRequest& request) override;
  std::optional<Answer> wait(std::chrono::milliseconds most) override;
  void tend() override;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace council_news
