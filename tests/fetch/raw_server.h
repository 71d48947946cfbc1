#pragma once

#include <atomic>
#include <functional>
#include <list>
#include <string>
#include <thread>

namespace council_news::test {

/// A server on loopback for what no HTTP library does: each connection is one call of `talk`, in a thread of its own.
class RawServer {
 public:
  /// `socket` is closed when `talk` returns, which it soon must when `ends` becomes true.
  using Talk = std::function<void(int socket, const std::atomic<bool>& ends)>;

  explicit RawServer(Talk talk);
  ~RawServer();

  std::string url(const std::string& path) const;
  int port() const { return port_; }
  /// Connections so far.
  int count() const { return count_; }

 private:
  void accept_all();

  Talk talk_;
  int socket_ = -1;
  int port_ = 0;
  std::atomic<int> count_ = 0;
  std::atomic<bool> ends_ = false;
  std::list<std::thread> talks_;
  std::thread thread_;
};

/// Everything up to the empty line behind a request's headers; shorter if the connection ends.
std::string read_head(int socket);
/// False when the other side has gone.
bool send_all(int socket, const std::string& bytes);

/// A proxy for TLS: CONNECT, then bytes to and fro between the two, whatever host was named, at 127.0.0.1:`port`.
RawServer::Talk tunnel_to(int port, std::function<void(const std::string& head)> seen);

}  // namespace council_news::test
