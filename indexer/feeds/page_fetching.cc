#include "indexer/feeds/page_fetching.h"

#include <algorithm>
#include <utility>

#include "common/error.h"
#include "common/input_errors.h"
#include "common/text/url.h"
#include "indexer/feeds/feed_reading.h"
#include "indexer/feeds/feed_store.h"
#include "indexer/feeds/host_backoff.h"
#include "indexer/fetch/fetched_input.h"
#include "indexer/fetch/unpack.h"
#include "indexer/read/read_document.h"

namespace council_news {
namespace {

constexpr std::size_t kMaxPendingPages = 2000;
constexpr std::size_t kMaxBytes = 8u << 20;
constexpr int kMaxTries = 3;

bool is_cut_short(const std::string& title) { return title.ends_with("...") || title.ends_with("…"); }

/// Reads the article of a fetched page. It gets the URL and headline of its entry, so that both are identified as the
/// same article. Throws InputError.
Article read_fetched_page(const PendingPage& page, Fetched& fetched, Timestamp now) {
  const Input input = unpack_response(input_of(fetched, page.url, now));
  const Document document = decode(input);
  if (document.format != Format::page) throw NoArticleError("not an HTML page");
  Article article;
  read_articles(input, document, [&](Article&& read) { article = std::move(read); });
  article.url = page.url;
  if (!page.title.empty() && !is_cut_short(page.title)) article.title = page.title;
  return article;
}

/// Might a retry succeed?
bool is_temporary(const HttpResponse& response) {
  if (response.failure != HttpFailure::none) {
    return response.failure != HttpFailure::refused && response.failure != HttpFailure::too_large;
  }
  return response.status >= 500 || response.status == 429 || response.status == 408;
}

}  // namespace

void PageFetching::enqueue(Feed& feed, const std::vector<PendingPage>& pages) const {
  std::vector<PendingPage>& pending = feed.state.pages;
  for (const PendingPage& page : pages) {
    if (pending.size() >= kMaxPendingPages) return;
    if (host_of(page.url).empty() || was_fetched(writer_, page.url)) continue;
    const auto is_same = [&](const PendingPage& other) { return other.url == page.url; };
    if (std::none_of(pending.begin(), pending.end(), is_same)) pending.push_back(page);
  }
}

void PageFetching::fetch(Feed& feed) {
  // After a kill the list may contain pages that were already committed as fetched.
  std::erase_if(feed.state.pages, [&](const PendingPage& page) { return was_fetched(writer_, page.url); });
  const std::size_t count = std::min(feed.state.pages.size(), limits_.max_pages);
  const std::vector<PendingPage> batch(feed.state.pages.begin(),
                                       feed.state.pages.begin() + static_cast<std::ptrdiff_t>(count));
  const bool allow_private = limits_.allow_private || feed.settings.allow_private;
  for (const PendingPage& page : batch) {
    robots_.get(page.url, allow_private, [this, &feed, page](const Robots& robots) { fetch_page(feed, page, robots); });
  }
}

void PageFetching::fetch_page(Feed& feed, const PendingPage& page, const Robots& robots) {
  if (!robots.is_known()) return;  // retried in the next run
  if (!robots.allows(page.url)) return drop(feed, page.url);
  FetchRequest request;
  request.url = page.url;
  request.accept = "text/html, application/xhtml+xml;q=0.9, */*;q=0.1";
  request.allow_private = limits_.allow_private || feed.settings.allow_private;
  request.max_bytes = kMaxBytes;
  const auto delay = std::chrono::milliseconds(static_cast<int>(robots.crawl_delay() * 1000));
  request.pause = std::max(limits_.pause, delay);
  fetcher_.submit(request, [this, &feed, page](Fetched&& fetched) { handle_page(feed, page, std::move(fetched)); });
}

void PageFetching::handle_page(Feed& feed, PendingPage page, Fetched&& fetched) {
  const HttpFailure failure = fetched.response.failure;
  if (failure == HttpFailure::postponed || failure == HttpFailure::unresponsive) return;  // it was not requested
  apply_retry_after(fetcher_, writer_, fetched, now_);
  if (index_page(feed, page, fetched)) {
    note_fetched(writer_, page.url, now_);
    return drop(feed, page.url);
  }
  for (PendingPage& pending : feed.state.pages) {
    if (pending.url == page.url) pending.tries = page.tries + 1;
  }
  save_feed(writer_, feed);
}

bool PageFetching::index_page(Feed& feed, const PendingPage& page, Fetched& fetched) {
  const HttpResponse& response = fetched.response;
  if (response.failure != HttpFailure::none || response.status != 200) {
    report_.page_failed();
    return !is_temporary(response) || page.tries + 1 >= kMaxTries;
  }
  Article article;
  try {
    article = with_input_errors([&] { return read_fetched_page(page, fetched, now_); });
  } catch (const InputError&) {
    report_.page_failed();  // a retry would not help, for example for an image
    return true;
  }
  apply_settings(feed.settings, article);
  report_.count(writer_.write(std::move(article)));
  report_.page_done();
  return true;
}

void PageFetching::drop(Feed& feed, const std::string& url) {
  std::erase_if(feed.state.pages, [&](const PendingPage& page) { return page.url == url; });
  save_feed(writer_, feed);
}

}  // namespace council_news
