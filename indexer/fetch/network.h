#pragma once

#include <chrono>
#include <cstddef>
#include <optional>

#include "indexer/fetch/http.h"

namespace council_news {

/// The web as the rest of the program sees it: exchanges that run side by side. Redirects are answers like others.
class Network {
 public:
  struct Answer {
    std::size_t ticket;
    HttpResponse response;
  };

  virtual ~Network() = default;

  /// Begins an exchange; a later wait() gives its answer, whatever happens.
  virtual void start(std::size_t ticket, const HttpRequest& request) = 0;

  /// The next answer; nothing if none comes within `most`.
  virtual std::optional<Answer> wait(std::chrono::milliseconds most) = 0;

  /// Lets the exchanges under way go on, for one who is long busy with an answer: else connections that stood in time
  /// would be found too late.
  virtual void tend() {}
};

}  // namespace council_news
