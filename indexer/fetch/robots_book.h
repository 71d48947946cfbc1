#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "indexer/fetch/fetcher.h"
#include "indexer/fetch/robots.h"

namespace council_news {

/// The robots.txt of every host that a run fetches pages from, fetched once a run before the first page.
class RobotsBook {
 public:
  using Ready = std::function<void(const Robots&)>;

  explicit RobotsBook(Fetcher& fetcher) : fetcher_(fetcher) {}

  /// Calls `ready`, now or later, with the rules for `url`. A host that answers 4xx has none; one that does not
  /// answer, or with 5xx, allows nothing for now (RFC 9309, 2.3.1).
  void ask(const std::string& url, bool allow_private, Ready ready);

 private:
  struct Page {
    bool known = false;
    Robots robots;
    std::vector<Ready> waiting;
  };

  void take(Page& page, const Fetched& fetched);

  Fetcher& fetcher_;
  std::map<std::string, Page> pages_;  ///< by origin
};

}  // namespace council_news
