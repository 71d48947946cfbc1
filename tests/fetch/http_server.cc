#include "tests/fetch/http_server.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <mutex>
#include <stdexcept>
#include <thread>

#include <httplib.h>

#include "common/text/utf8.h"

namespace council_news::test {

std::string SeenRequest::header(const std::string& name) const {
  const auto found = headers.find(name);
  return found == headers.end() ? std::string() : found->second;
}

struct HttpServer::State {
  std::unique_ptr<httplib::Server> server;
  std::string scheme;
  std::string address;
  int port = 0;
  mutable std::mutex mutex;
  std::map<std::string, Handler> handlers;
  std::vector<SeenRequest> seen;
  std::atomic<int> under_way = 0;
  int max_concurrent = 0;
  std::thread thread;

  void begin(const std::string& at) {
    address = at;
    server->set_keep_alive_timeout(1);
    server->new_task_queue = [] { return new httplib::ThreadPool(24); };
    server->Get(".*",
                [this](const httplib::Request& request, httplib::Response& response) { answer(request, response); });
    port = server->bind_to_any_port(address.c_str());
    if (port < 0) throw std::runtime_error("the test server cannot bind " + address);
    thread = std::thread([this] { server->listen_after_bind(); });
    while (!server->is_running()) std::this_thread::sleep_for(std::chrono::milliseconds(1));
  }

  void answer(const httplib::Request& request, httplib::Response& response) {
    SeenRequest seen_now;
    seen_now.target = request.target;
    for (const auto& [name, value] : request.headers) seen_now.headers.emplace(ascii_lower(name), value);
    Handler handler;
    {
      const std::lock_guard lock(mutex);
      max_concurrent = std::max(max_concurrent, ++under_way);
      seen.push_back(seen_now);
      if (const auto found = handlers.find(request.path); found != handlers.end()) handler = found->second;
    }
    Reply reply;
    reply.status = 404;
    if (handler) reply = handler(seen_now);
    if (reply.wait_ms > 0) std::this_thread::sleep_for(std::chrono::milliseconds(reply.wait_ms));
    send(reply, response);
    --under_way;
  }

  static void send(const Reply& reply, httplib::Response& response) {
    response.status = reply.status;
    std::string type = "text/xml";
    for (const auto& [name, value] : reply.headers) {
      if (ascii_lower(name) == "content-type") {
        type = value;
      } else {
        response.set_header(name, value);
      }
    }
    const std::string body = reply.body;
    if (reply.is_endless) {
      response.set_chunked_content_provider(
          type, [body](std::size_t, httplib::DataSink& sink) { return sink.write(body.data(), body.size()); });
    } else if (!body.empty()) {
      // Not set_content: depending on its version, httplib would compress what the test may have compressed already.
      const std::size_t end = reply.cut_after >= 0 ? static_cast<std::size_t>(reply.cut_after) : body.size();
      response.set_content_provider(body.size(), type,
                                    [body, end](std::size_t at, std::size_t, httplib::DataSink& sink) {
                                      return at < end && sink.write(body.data() + at, end - at);
                                    });
    }
  }
};

HttpServer::HttpServer(const std::string& address) : state_(std::make_unique<State>()) {
  state_->server = std::make_unique<httplib::Server>();
  state_->scheme = "http";
  state_->begin(address);
}

HttpServer::HttpServer(const std::string& address, const std::string& certificate, const std::string& key)
    : state_(std::make_unique<State>()) {
  state_->server = std::make_unique<httplib::SSLServer>(certificate.c_str(), key.c_str());
  state_->scheme = "https";
  state_->begin(address);
}

HttpServer::~HttpServer() {
  state_->server->stop();
  state_->thread.join();
}

std::string HttpServer::url(const std::string& path) const { return url(state_->address, path); }

std::string HttpServer::url(const std::string& host, const std::string& path) const {
  return state_->scheme + "://" + host + ":" + std::to_string(state_->port) + path;
}

int HttpServer::port() const { return state_->port; }

void HttpServer::on(const std::string& path, Handler handler) {
  const std::lock_guard lock(state_->mutex);
  state_->handlers[path] = std::move(handler);
}

void HttpServer::reply(const std::string& path, Reply reply) {
  on(path, [reply = std::move(reply)](const SeenRequest&) { return reply; });
}

std::vector<SeenRequest> HttpServer::requests(const std::string& path) const {
  const std::lock_guard lock(state_->mutex);
  std::vector<SeenRequest> found;
  for (const SeenRequest& request : state_->seen) {
    if (path.empty() || request.target.substr(0, request.target.find('?')) == path) found.push_back(request);
  }
  return found;
}

int HttpServer::max_concurrent() const {
  const std::lock_guard lock(state_->mutex);
  return state_->max_concurrent;
}

}  // namespace council_news::test
