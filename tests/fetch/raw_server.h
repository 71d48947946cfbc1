#pragma once

#include <atomic>
#include <functional>
#include <list>
#include <string>
#include <thread>

namespace council_news::test {

/// A loopback server for invalid HTTP: calls `serve` for each connection, in a thread of its own.
class RawServer {
 public:
  /// `socket` is closed when `serve` returns, which must happen soon after `ends` becomes true.
  using Serve = std::function<void(int socket, const std::atomic<bool>& ends)>;

  explicit RawServer(Serve serve);
  ~RawServer();

  std::string url(const std::string& path) const;
  int port() const { return port_; }
  /// Number of connections so far.
  int count() const { return count_; }

 private:
  void accept_all();

  Serve serve_;
  int socket_ = -1;
  int port_ = 0;
  std::atomic<int> count_ = 0;
  std::atomic<bool> ends_ = false;
  std::list<std::thread> threads_;
  std::thread thread_;
};

/// Reads up to the empty line after the request headers; less if the connection ends.
std::string read_head(int socket);
/// False if the connection was closed.
bool send_all(int socket, const std::string& bytes);

/// A CONNECT proxy that tunnels to 127.0.0.1:`port`, whatever host is requested.
RawServer::Serve tunnel_to(int port, std::function<void(const std::string& head)> seen);

}  // namespace council_news::test
