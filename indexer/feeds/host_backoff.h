#pragma once

#include <string>

#include "indexer/feeds/feed_store.h"
#include "indexer/fetch/fetcher.h"
#include "indexer/write/archive_writer.h"

namespace council_news {

/// After a response with status 429 or 503, postpones all further requests to its host in this run, and in later runs
/// until its Retry-After time.
void apply_retry_after(Fetcher& fetcher, ArchiveWriter& writer, const Fetched& fetched, Timestamp now);

/// `news.example asked not to be retried before 2026-03-01T02:00:00Z (Retry-After)`
std::string backoff_text(const HostBackoff& backoff);

}  // namespace council_news
