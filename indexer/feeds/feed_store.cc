#include "indexer/feeds/feed_store.h"

#include <algorithm>
#include <tuple>

#include "common/hash.h"
#include "common/index/database.h"
#include "common/text/url.h"

namespace council_news {
namespace {

constexpr std::string_view kFeedPrefix = "feed:";
constexpr std::string_view kBackoffPrefix = "host-rests:";
constexpr std::string_view kFetchedPrefix = "fetched:";

std::string key_of(std::string_view prefix, const std::string& rest) { return std::string(prefix) + rest; }

std::string fetched_key(const std::string& url) { return key_of(kFetchedPrefix, hash_hex(canonical_url(url))); }

}  // namespace

std::vector<Feed> load_feeds(const Xapian::Database& database) {
  std::vector<Feed> feeds;
  for_each_metadata(database, std::string(kFeedPrefix), [&](const std::string& key, const std::string& json) {
    feeds.push_back(feed_from_json(key, json));
  });
  std::sort(feeds.begin(), feeds.end(), [](const Feed& a, const Feed& b) {
    return std::tie(a.settings.folder, a.url) < std::tie(b.settings.folder, b.url);
  });
  return feeds;
}

void save_feed(ArchiveWriter& writer, const Feed& feed) {
  writer.set_metadata(key_of(kFeedPrefix, feed.key), feed_to_json(feed));
}

void clear_validators(ArchiveWriter& writer) {
  for (Feed& feed : load_feeds(writer.database())) {
    feed.state.validators = {};
    save_feed(writer, feed);
  }
}

void delete_feed(ArchiveWriter& writer, const std::string& key) { writer.set_metadata(key_of(kFeedPrefix, key), {}); }

std::vector<HostBackoff> load_host_backoffs(const Xapian::Database& database) {
  std::vector<HostBackoff> hosts;
  for_each_metadata(database, std::string(kBackoffPrefix),
                    [&](const std::string& authority, const std::string& not_before) {
                      if (const auto moment = parse_timestamp(not_before)) hosts.push_back({authority, *moment});
                    });
  return hosts;
}

void save_host_backoff(ArchiveWriter& writer, const HostBackoff& host) {
  constexpr std::size_t kMaxAuthorityBytes = 230;  // Xapian's limit for a key, minus the prefix
  if (host.authority.size() > kMaxAuthorityBytes) return;
  writer.set_metadata(key_of(kBackoffPrefix, host.authority), format_timestamp(host.not_before));
}

void delete_host_backoff(ArchiveWriter& writer, const std::string& authority) {
  writer.set_metadata(key_of(kBackoffPrefix, authority), {});
}

bool was_fetched(const ArchiveWriter& writer, const std::string& url) {
  return !writer.metadata(fetched_key(url)).empty();
}

void note_fetched(ArchiveWriter& writer, const std::string& url, Timestamp now) {
  writer.set_metadata(fetched_key(url), format_timestamp(now));
}

}  // namespace council_news
