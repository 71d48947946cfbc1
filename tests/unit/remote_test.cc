#include "common/index/remote.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include "tests/support/catch.h"

using namespace council_news;

namespace {

/// A server that accepts connections and sends nothing.
class SilentServer {
 public:
  SilentServer() : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = ::htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    REQUIRE(::bind(socket_, reinterpret_cast<sockaddr*>(&address), size) == 0);
    REQUIRE(::listen(socket_, 4) == 0);
    REQUIRE(::getsockname(socket_, reinterpret_cast<sockaddr*>(&address), &size) == 0);
    port_ = ::ntohs(address.sin_port);
  }
  ~SilentServer() { ::close(socket_); }
  SilentServer(const SilentServer&) = delete;
  SilentServer& operator=(const SilentServer&) = delete;

  std::string address() const { return "tcp://127.0.0.1:" + std::to_string(port_); }

 private:
  int socket_;
  int port_ = 0;
};

}  // namespace

TEST_CASE("remote addresses are distinguished from folders") {
  CHECK(is_remote("tcp://archive.example:4242"));
  CHECK(is_remote("ssh://ann@archive.example/srv/news"));
  for (const char* folder : {"", "news", "/srv/news", "./tcp://x:1", "tcp:/x", "archive.example:4242", "http://x/"})
    CHECK_FALSE(is_remote(folder));
}

TEST_CASE("a silent server times out") {
  const SilentServer server;
  CHECK_THROWS_AS(open_remote(server.address(), {200, 200}), Xapian::NetworkError);
}
