#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace council_news::test {

/// A request as the server saw it.
struct SeenRequest {
  std::string target;                               ///< path and query
  std::multimap<std::string, std::string> headers;  ///< names in lower case

  bool has(const std::string& name) const { return headers.contains(name); }
  /// Empty if it was not there.
  std::string header(const std::string& name) const;
};

struct Reply {
  int status = 200;
  std::vector<std::pair<std::string, std::string>> headers;
  std::string body;
  int cut_after = -1;       ///< bytes of the body after which the connection ends; -1: none
  bool is_endless = false;  ///< the body again and again
  int wait_ms = 0;          ///< before the first byte
};

using Handler = std::function<Reply(const SeenRequest&)>;

/// A real HTTP server on loopback, for as long as it lives. What has no reply is answered 404.
class HttpServer {
 public:
  explicit HttpServer(const std::string& address = "127.0.0.1");
  /// With TLS: files of a certificate and its key.
  HttpServer(const std::string& address, const std::string& certificate, const std::string& key);
  ~HttpServer();

  /// `http://127.0.0.1:port/path`
  std::string url(const std::string& path) const;
  /// The same by another name of this machine.
  std::string url(const std::string& host, const std::string& path) const;
  int port() const;

  /// `path` is without the query.
  void on(const std::string& path, Handler handler);
  void reply(const std::string& path, Reply reply);

  /// Requests so far, those of one path or all.
  std::vector<SeenRequest> requests(const std::string& path = {}) const;
  std::size_t count(const std::string& path = {}) const { return requests(path).size(); }
  /// How many requests were under way at once, at most.
  int most_at_once() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace council_news::test
