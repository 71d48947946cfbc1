#pragma once

#include <optional>
#include <string>
#include <vector>

#include <xapian.h>

#include "indexer/feeds/feed.h"
#include "indexer/write/archive_writer.h"

namespace council_news {

/// Feeds and what else is remembered of the web, in the metadata of the database: written with the articles, in one
/// commit.

/// All subscribed feeds as they were last committed, by folder and address.
std::vector<Feed> load_feeds(const Xapian::Database& database);

void save_feed(ArchiveWriter& writer, const Feed& feed);
/// The subscription and its state; the articles stay.
void forget_feed(ArchiveWriter& writer, const std::string& key);

/// A host that has asked not to be asked before a time.
struct RestingHost {
  std::string authority;
  Timestamp until;
};
std::vector<RestingHost> load_resting_hosts(const Xapian::Database& database);
void save_resting_host(ArchiveWriter& writer, const RestingHost& host);
void forget_resting_host(ArchiveWriter& writer, const std::string& authority);

/// Documents that are fetched once, ever: pages behind entries, archived feed documents.
bool was_fetched(const ArchiveWriter& writer, const std::string& url);
void note_fetched(ArchiveWriter& writer, const std::string& url, Timestamp now);

}  // namespace council_news
