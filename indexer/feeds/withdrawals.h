#pragma once

#include <string>
#include <vector>

#include "indexer/feeds/feed.h"
#include "indexer/write/archive_writer.h"

namespace council_news {

/// An entry is withdrawn when its feed says so (at:deleted-entry, RFC 6721), or when a feed that is complete
/// (fh:complete, RFC 5005) has it no more. Its article stays: an archive loses nothing that it knew. Which they are is
/// told with the feed, for a person may want them out: `council-index remove ID`.

/// The ids of the articles kept of those entries: of some their guids are known, of the others what is remembered.
std::vector<std::string> withdrawn_articles(const ArchiveWriter& writer, const Feed& feed,
                                            const std::vector<std::string>& guids,
                                            const std::vector<std::string>& entry_keys);

/// Adds them to what is told of the feed, for a month.
void note_withdrawals(Feed& feed, const std::vector<std::string>& ids, Timestamp now);
bool is_withdrawal_told(const Feed& feed, Timestamp now);

/// `2 articles were withdrawn and are kept here: 0b5131fa 5d29252c`
std::string withdrawn_text(const std::vector<std::string>& ids);

}  // namespace council_news
