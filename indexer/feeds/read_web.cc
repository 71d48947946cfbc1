#include "indexer/feeds/read_web.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <utility>

#include <fmt/core.h>

#include "common/add_new.h"
#include "common/error.h"
#include "common/text/url.h"
#include "common/text/utf8.h"
#include "indexer/feeds/feed_list.h"
#include "indexer/fetch/curl_network.h"
#include "indexer/fetch/fetched_input.h"
#include "indexer/fetch/fetcher.h"
#include "indexer/read/read_document.h"

namespace council_news {
namespace {

constexpr std::size_t kMostAtOnce = 16;

/// Does a file begin as an OPML list does?
bool looks_like_feed_list(const std::string& file) {
  std::error_code no_file;
  if (!std::filesystem::is_regular_file(file, no_file)) return false;  // a pipe gives its bytes only once
  std::ifstream stream(file, std::ios::binary);
  std::string head(4096, '\0');
  stream.read(head.data(), static_cast<std::streamsize>(head.size()));
  head.resize(static_cast<std::size_t>(std::max<std::streamsize>(stream.gcount(), 0)));
  std::erase(head, '\0');  // UTF-16
  const std::string lower = ascii_lower(head);
  const std::size_t root = lower.find("<opml");
  const auto is_behind = [&](const char* other) { return lower.find(other) > root; };
  return root != std::string::npos && is_behind("<html") && is_behind("<rss") && is_behind("<feed");
}

void read_answer(const std::string& url, Fetched&& fetched, Timestamp now, const ReadEvents& events) {
  const HttpResponse& response = fetched.response;
  if (response.failure != HttpFailure::none) return events.failed(url, response.error, "");
  if (response.status != 200) return events.failed(url, fmt::format("the server answered {}", response.status), "");
  const Input input = input_of(fetched, url, now);
  try {
    read_document(input, [&](Article&& article) {
      if (article.source.empty()) article.source = input.source;
      events.article(std::move(article));
    });
  } catch (const InputError& error) {
    events.failed(url, error.what(), error.hint());
  }
}

}  // namespace

Operands split_operands(const std::vector<std::string>& operands) {
  Operands split;
  for (const std::string& operand : operands) {
    if (!canonical_url(operand).empty()) {
      add_new(split.urls, operand);
      continue;
    }
    std::vector<OpmlFeed> listed;
    if (operand != "-" && looks_like_feed_list(operand)) {
      try {
        listed = load_feed_list(operand);
      } catch (const InputError&) {
        listed.clear();  // the reader of files tells why
      }
    }
    if (listed.empty()) split.files.push_back(operand);
    for (const OpmlFeed& feed : listed) add_new(split.urls, feed.url);
  }
  return split;
}

void read_web(const std::vector<std::string>& urls, const WebOptions& options, Timestamp now,
              const ReadEvents& events) {
  if (urls.empty()) return;
  HttpManners manners;
  manners.user_agent = user_agent(options.contact);
  manners.proxies = proxies_of_environment();
  manners.ca_file = options.ca_file;
  CurlNetwork network(manners);
  Fetcher fetcher(network, kMostAtOnce);
  for (const std::string& url : urls) {
    FetchRequest request;
    request.url = url;
    request.accept =
        "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, application/feed+json, "
        "application/xml;q=0.9, */*;q=0.5";
    request.allow_private = options.allow_private;
    fetcher.submit(request, [&, url](Fetched&& fetched) { read_answer(url, std::move(fetched), now, events); });
  }
  fetcher.run([] {});
}

}  // namespace council_news
