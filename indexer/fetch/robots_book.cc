#include "indexer/fetch/robots_book.h"

#include <utility>

namespace council_news {
namespace {

constexpr const char* kProduct = "council-index";
constexpr std::size_t kMostBytes = 4u << 20;

}  // namespace

void RobotsBook::ask(const std::string& url, bool allow_private, Ready ready) {
  const std::string origin = origin_of(url);
  Page& page = pages_[origin];
  if (page.known) return ready(page.robots);
  page.waiting.push_back(std::move(ready));
  if (page.waiting.size() > 1) return;
  FetchRequest request;
  request.url = origin + "/robots.txt";
  request.accept = "text/plain, */*;q=0.5";
  request.allow_private = allow_private;
  request.most_bytes = kMostBytes;
  fetcher_.submit(request, [this, &page](Fetched&& fetched) { take(page, fetched); });
}

void RobotsBook::take(Page& page, const Fetched& fetched) {
  const HttpResponse& response = fetched.response;
  page.known = true;
  if (response.failure == HttpFailure::none && response.status == 200) {
    page.robots = Robots(response.body, kProduct);
  } else if (response.failure != HttpFailure::none || response.status < 400 || response.status >= 500 ||
             response.status == 429) {
    page.robots = Robots::unknown();
  }
  for (const Ready& ready : std::exchange(page.waiting, {})) ready(page.robots);
}

}  // namespace council_news
