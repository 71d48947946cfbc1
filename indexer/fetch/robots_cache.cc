#include "indexer/fetch/robots_cache.h"

#include <utility>

namespace council_news {
namespace {

constexpr const char* kProduct = "council-index";
constexpr std::size_t kMaxBytes = 4u << 20;

}  // namespace

void RobotsCache::get(const std::string& url, bool allow_private, Ready ready) {
  const std::string origin = origin_of(url);
  Entry& entry = entries_[origin];
  if (entry.fetched) return ready(entry.robots);
  entry.waiting.push_back(std::move(ready));
  if (entry.waiting.size() > 1) return;
  FetchRequest request;
  request.url = origin + "/robots.txt";
  request.accept = "text/plain, */*;q=0.5";
  request.allow_private = allow_private;
  request.max_bytes = kMaxBytes;
  fetcher_.submit(request, [this, &entry](Fetched&& fetched) { handle_response(entry, fetched); });
}

void RobotsCache::handle_response(Entry& entry, const Fetched& fetched) {
  const HttpResponse& response = fetched.response;
  entry.fetched = true;
  if (response.failure == HttpFailure::none && response.status == 200) {
    entry.robots = Robots(response.body, kProduct);
  } else if (response.failure != HttpFailure::none || response.status < 400 || response.status >= 500 ||
             response.status == 429) {
    entry.robots = Robots::unknown();
  }
  for (const Ready& ready : std::exchange(entry.waiting, {})) ready(entry.robots);
}

}  // namespace council_news
