#include "tests/fetch/raw_server.h"

#include <array>
#include <chrono>
#include <stdexcept>
#include <utility>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace council_news::test {
namespace {

constexpr int kTickMs = 20;

sockaddr_in loopback(int port) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(static_cast<std::uint16_t>(port));
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  return address;
}

/// Forwards available bytes; false at the end of `from`.
bool pass_on(int from, int to) {
  std::array<char, 16384> buffer{};
  const ssize_t count = ::recv(from, buffer.data(), buffer.size(), 0);
  return count > 0 && send_all(to, std::string(buffer.data(), static_cast<std::size_t>(count)));
}

}  // namespace

RawServer::RawServer(Serve serve)
    : serve_(std::move(serve)), socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
  sockaddr_in address = loopback(0);
  socklen_t size = sizeof address;
  auto* const any = reinterpret_cast<sockaddr*>(&address);
  if (::bind(socket_, any, size) != 0 || ::listen(socket_, 64) != 0 || ::getsockname(socket_, any, &size) != 0)
    throw std::runtime_error("the test server cannot listen");
  port_ = ntohs(address.sin_port);
  thread_ = std::thread([this] { accept_all(); });
}

RawServer::~RawServer() {
  ends_ = true;
  thread_.join();
  for (std::thread& thread : threads_) thread.join();
  ::close(socket_);
}

std::string RawServer::url(const std::string& path) const { return "http://127.0.0.1:" + std::to_string(port_) + path; }

void RawServer::accept_all() {
  while (!ends_) {
    pollfd waiting{socket_, POLLIN, 0};
    if (::poll(&waiting, 1, kTickMs) <= 0) continue;
    const int connection = ::accept4(socket_, nullptr, nullptr, SOCK_CLOEXEC);
    if (connection < 0) continue;
    ++count_;
    threads_.emplace_back([this, connection] {
      serve_(connection, ends_);
      ::close(connection);
    });
  }
}

std::string read_head(int socket) {
  std::string head;
  char byte = 0;
  while (!head.ends_with("\r\n\r\n") && ::recv(socket, &byte, 1, 0) == 1) head += byte;
  return head;
}

bool send_all(int socket, const std::string& bytes) {
  for (std::size_t sent = 0; sent < bytes.size();) {
    const ssize_t count = ::send(socket, bytes.data() + sent, bytes.size() - sent, MSG_NOSIGNAL);
    if (count <= 0) return false;
    sent += static_cast<std::size_t>(count);
  }
  return true;
}

RawServer::Serve tunnel_to(int port, std::function<void(const std::string& head)> seen) {
  return [port, seen = std::move(seen)](int client, const std::atomic<bool>& ends) {
    seen(read_head(client));
    const int host = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const sockaddr_in address = loopback(port);
    if (::connect(host, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0)
      send_all(client, "HTTP/1.1 200 Connection established\r\nX-Of: the proxy\r\n\r\n");
    std::array<pollfd, 2> ways{pollfd{client, POLLIN, 0}, pollfd{host, POLLIN, 0}};
    for (bool open = true; open && !ends;) {
      ::poll(ways.data(), ways.size(), kTickMs);
      if (ways[0].revents != 0) open = pass_on(client, host);
      if (open && ways[1].revents != 0) open = pass_on(host, client);
    }
    ::close(host);
  };
}

}  // namespace council_news::test
