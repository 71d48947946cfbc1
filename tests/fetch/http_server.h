#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace council_news::test {

/// A request as received by the server.
struct SeenRequest {
  std::string target;                               ///< path and query
  std::multimap<std::string, std::string> headers;  ///< names in lower case

  bool has(const std::string& name) const { return headers.contains(name); }
  /// Empty if the request did not have it.
  std::string header(const std::string& name) const;
};

struct Reply {
  int status = 200;
  std::vector<std::pair<std::string, std::string>> headers;
  std::string body;
  int cut_after = -1;       ///< number of body bytes after which the connection is closed; -1: never
  bool is_endless = false;  ///< repeat the body forever
  int wait_ms = 0;          ///< delay before the first byte
};

using Handler = std::function<Reply(const SeenRequest&)>;

/// An HTTP server on loopback that runs during its lifetime. Paths without a reply respond with 404.
class HttpServer {
 public:
  explicit HttpServer(const std::string& address = "127.0.0.1");
  /// With TLS, from certificate and key files.
  HttpServer(const std::string& address, const std::string& certificate, const std::string& key);
  ~HttpServer();

  /// `http://127.0.0.1:port/path`
  std::string url(const std::string& path) const;
  /// The same URL with another name of this machine.
  std::string url(const std::string& host, const std::string& path) const;
  int port() const;

  /// Sets the reply for `path`, which excludes the query.
  void on(const std::string& path, Handler handler);
  void reply(const std::string& path, Reply reply);

  /// Number of requests so far, for one path or all.
  std::vector<SeenRequest> requests(const std::string& path = {}) const;
  std::size_t count(const std::string& path = {}) const { return requests(path).size(); }
  /// Maximum number of concurrent requests so far.
  int max_concurrent() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace council_news::test
