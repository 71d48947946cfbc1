#pragma once

#include <optional>
#include <string>
#include <vector>

#include <xapian.h>

#include "indexer/feeds/feed.h"
#include "indexer/write/archive_writer.h"

namespace council_news {

/// Stores feeds and other state of updates in the metadata of the database, in the same commit as the articles.

/// All subscribed feeds as last committed, sorted by folder and URL.
std::vector<Feed> load_feeds(const Xapian::Database& database);

void save_feed(ArchiveWriter& writer, const Feed& feed);
/// Forgets the validators of all feeds, so that the next run fetches them even if they have not changed.
void clear_validators(ArchiveWriter& writer);

/// Deletes a subscription and its state, but not its articles.
void delete_feed(ArchiveWriter& writer, const std::string& key);

/// A host that must not be requested before a given time (Retry-After).
struct HostBackoff {
  std::string authority;
  Timestamp not_before;
};
std::vector<HostBackoff> load_host_backoffs(const Xapian::Database& database);
void save_host_backoff(ArchiveWriter& writer, const HostBackoff& host);
void delete_host_backoff(ArchiveWriter& writer, const std::string& authority);

/// Records of documents that are fetched only once: pages of entries, archive documents of feeds.
bool was_fetched(const ArchiveWriter& writer, const std::string& url);
void note_fetched(ArchiveWriter& writer, const std::string& url, Timestamp now);

}  // namespace council_news
