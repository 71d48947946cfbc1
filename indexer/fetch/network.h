#pragma once

#include <chrono>
#include <cstddef>
#include <optional>

#include "indexer/fetch/http.h"

namespace council_news {

/// Interface for concurrent HTTP exchanges. Does not follow redirects.
class Network {
 public:
  struct Result {
    std::size_t ticket;
    HttpResponse response;
  };

  virtual ~Network() = default;

  /// Starts an exchange. A later wait() returns its result, even if it fails.
  virtual void start(std::size_t ticket, const HttpRequest& request) = 0;

  /// The next result; nothing if there is none within `timeout`.
  virtual std::optional<Result> wait(std::chrono::milliseconds timeout) = 0;

  /// Pumps transfers while the caller is busy with a response, so that live connections do not time out.
  virtual void pump() {}
};

}  // namespace council_news
