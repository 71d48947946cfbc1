#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "indexer/fetch/fetcher.h"
#include "indexer/fetch/robots.h"

namespace council_news {

/// Fetches the robots.txt of each host once per run, before the first page.
class RobotsCache {
 public:
  using Ready = std::function<void(const Robots&)>;

  explicit RobotsCache(Fetcher& fetcher) : fetcher_(fetcher) {}

  /// Calls `ready`, now or later, with the rules for `url`. After a 4xx response there are no rules; without a
  /// response, or after 5xx, nothing is allowed (RFC 9309, 2.3.1).
  void get(const std::string& url, bool allow_private, Ready ready);

 private:
  struct Entry {
    bool fetched = false;
    Robots robots;
    std::vector<Ready> waiting;
  };

  void handle_response(Entry& entry, const Fetched& fetched);

  Fetcher& fetcher_;
  std::map<std::string, Entry> entries_;  ///< by origin
};

}  // namespace council_news
