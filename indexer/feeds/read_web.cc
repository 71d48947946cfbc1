#include "indexer/feeds/read_web.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <utility>

#include <fmt/core.h>

#include "common/add_new.h"
#include "common/error.h"
#include "common/input_errors.h"
#include "common/interruption.h"
#include "common/text/url.h"
#include "common/text/utf8.h"
#include "indexer/feeds/feed_list.h"
#include "indexer/fetch/curl_network.h"
#include "indexer/fetch/fetched_input.h"
#include "indexer/fetch/fetcher.h"
#include "indexer/fetch/unpack.h"
#include "indexer/read/read_document.h"

namespace council_news {
namespace {

constexpr std::size_t kMaxConcurrent = 16;

/// Does the file look like an OPML list?
bool looks_like_feed_list(const std::string& file) {
  std::error_code ignored;
  if (!std::filesystem::is_regular_file(file, ignored)) return false;  // a pipe can be read only once
  std::ifstream stream(file, std::ios::binary);
  std::string head(4096, '\0');
  stream.read(head.data(), static_cast<std::streamsize>(head.size()));
  head.resize(static_cast<std::size_t>(std::max<std::streamsize>(stream.gcount(), 0)));
  std::erase(head, '\0');  // makes ASCII of UTF-16
  const std::string lower = ascii_lower(head);
  const std::size_t root = lower.find("<opml");
  const auto comes_later = [&](const char* other) { return lower.find(other) > root; };
  return root != std::string::npos && comes_later("<html") && comes_later("<rss") && comes_later("<feed");
}

void read_response(const std::string& url, Fetched&& fetched, Timestamp now, const ReadEvents& events) {
  const HttpResponse& response = fetched.response;
  if (response.failure != HttpFailure::none) return events.failed(url, response.error, "");
  if (response.status != 200) return events.failed(url, fmt::format("HTTP status {}", response.status), "");
  SourceEvents parts;
  parts.document = [&](Input&& document, std::size_t) {
    read_document(document, [&](Article&& article) {
      if (article.source.empty()) article.source = document.source;
      call_back([&] { events.article(std::move(article)); });
    });
  };
  parts.skipped = events.skipped;
  parts.failed = [&](const std::string& name, const InputError& error) {
    events.failed(name, error.what(), error.hint());
  };
  try {
    with_input_errors([&] { walk_response(input_of(fetched, url, now), parts); });
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
        listed.clear();  // the file reader will report the error
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
  HttpSettings http;
  http.user_agent = user_agent(options.contact);
  http.proxies = proxies_of_environment();
  http.ca_file = options.ca_file;
  CurlNetwork network(http);
  Fetcher fetcher(network, kMaxConcurrent);
  for (const std::string& url : urls) {
    FetchRequest request;
    request.url = url;
    request.accept =
        "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, application/feed+json, "
        "application/xml;q=0.9, */*;q=0.5";
    request.allow_private = options.allow_private;
    fetcher.submit(request, [&, url](Fetched&& fetched) { read_response(url, std::move(fetched), now, events); });
  }
  fetcher.run(stop_if_interrupted);
}

}  // namespace council_news
