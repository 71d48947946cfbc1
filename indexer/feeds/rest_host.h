#pragma once

#include "indexer/fetch/fetcher.h"
#include "indexer/write/archive_writer.h"

namespace council_news {

/// If the answer asks for it (429, 503), its host is not asked again in this run, nor in others before the time it
/// gave.
void rest_host_if_asked(Fetcher& fetcher, ArchiveWriter& writer, const Fetched& fetched, Timestamp now);

}  // namespace council_news
